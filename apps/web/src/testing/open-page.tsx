import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { App } from '../app';
import { Providers } from '../providers';
import { FakeSidecar } from './fake-sidecar';

/** A sidecar for the tests of a file, fresh before each. */
export function withFakeSidecar(): FakeSidecar {
  const sidecar = new FakeSidecar();
  beforeAll(() => sidecar.server.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => sidecar.reset());
  afterAll(() => sidecar.server.close());
  return sidecar;
}

/** The whole page, as a browser shows it, and a person before it. */
export function openPage() {
  render(
    <Providers env="test">
      <App />
    </Providers>,
  );
  return userEvent.setup();
}
