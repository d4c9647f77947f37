import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { FakeEventSource } from './fake-event-source';

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 8_000 });

// What jsdom lacks and Mantine asks for.
window.matchMedia = (query) =>
  ({ matches: false, media: query, addEventListener: () => undefined, removeEventListener: () => undefined }) as never;

globalThis.EventSource = FakeEventSource as never;

afterEach(() => {
  cleanup();
  FakeEventSource.forgetAll();
});
