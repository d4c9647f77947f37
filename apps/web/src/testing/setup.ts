import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { FakeEventSource } from './fake-event-source';

// What jsdom lacks and Mantine asks for.
window.matchMedia = (query) =>
  ({ matches: false, media: query, addEventListener: () => undefined, removeEventListener: () => undefined }) as never;

globalThis.EventSource = FakeEventSource as never;

afterEach(() => {
  cleanup();
  FakeEventSource.forgetAll();
});
