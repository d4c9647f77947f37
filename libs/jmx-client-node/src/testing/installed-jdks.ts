import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** Where Debian, Ubuntu, Fedora and their likes put JDKs. */
const JVM_DIRECTORY = '/usr/lib/jvm';

/** Commands of one JDK; of the one on the PATH they have no directory. */
export interface Jdk {
  readonly name: string;
  readonly java: string;
  readonly javac: string;
  /** False for Java 8, which knows no modules and none of their options. */
  readonly isModular: boolean;
}

export const DEFAULT_JDK: Jdk = { name: 'the JDK on the PATH', java: 'java', javac: 'javac', isModular: true };

/** The JDK on the PATH and all others this machine has, each once. */
export function installedJdks(directory = JVM_DIRECTORY): Jdk[] {
  const entries = existsSync(directory) ? readdirSync(directory) : [];
  const homes = entries.map((entry) => join(directory, entry)).filter((home) => existsSync(join(home, 'bin/javac')));
  const distinct = new Set(homes.map((home) => realpathSync(home)));
  distinct.delete(homeOnPath());
  return [DEFAULT_JDK, ...[...distinct].sort().map(toJdk)];
}

function homeOnPath(): string {
  const folders = (process.env['PATH'] ?? '').split(':');
  const javac = folders.map((folder) => join(folder, 'javac')).find((file) => existsSync(file));
  return javac === undefined ? '' : join(realpathSync(javac), '../..');
}

function toJdk(home: string): Jdk {
  return {
    name: home,
    java: join(home, 'bin/java'),
    javac: join(home, 'bin/javac'),
    isModular: existsSync(join(home, 'lib/modules')),
  };
}
