import type { Migration } from './migration.js';
import { VERSION_1 } from './version-1.js';
import { VERSION_2 } from './version-2.js';

/** Every version this build knows, rising. */
export const MIGRATIONS: readonly Migration[] = [VERSION_1, VERSION_2];
