import type { Migration } from './migration.js';
import { VERSION_1 } from './version-1.js';
import { VERSION_2 } from './version-2.js';
import { VERSION_3 } from './version-3.js';
import { VERSION_4 } from './version-4.js';

/** Every version this build knows, rising. */
export const MIGRATIONS: readonly Migration[] = [VERSION_1, VERSION_2, VERSION_3, VERSION_4];
