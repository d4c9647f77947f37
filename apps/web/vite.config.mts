/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The sidecar that answers while `npx vite` serves the page. */
const sidecar = process.env.REAPER_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: import.meta.dirname,
  // Relative, so that the built page works below any path.
  base: './',
  plugins: [react()],
  resolve: { conditions: ['@reaper-sidecar/source', 'module', 'browser', 'development|production'] },
  server: { proxy: { '/api': sidecar } },
  build: { outDir: 'dist', emptyOutDir: true },
  test: {
    environment: 'jsdom',
    globals: true,
    include: ['src/**/*.spec.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    testTimeout: 30_000,
    reporters: ['default', ['json', { outputFile: '../../test-results/vitest-web.json' }]],
  },
});
