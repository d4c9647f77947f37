import { join } from 'node:path';

/** Where the dashboard is built in this workspace, relative to the compiled program. */
export function webDirectory(): string {
  return join(__dirname, '..', '..', '..', 'web', 'dist');
}
