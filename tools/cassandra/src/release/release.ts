import { join } from 'node:path';
import { type JarManifest } from './jar-manifest.js';
import { seriesOf, type Series } from './series.js';

/** A Cassandra release on this disk, ready to run. */
export interface Release {
  readonly version: string;
  readonly series: Series;
  /** Jars in a fixed order: a class-data archive is valid for one class path text only. */
  readonly classPath: string;
  /** The agent that measures object sizes; all lines want it, 5.0 can do without. */
  readonly sizeAgent: string | undefined;
}

export function describeRelease(directory: string, manifest: JarManifest): Release {
  const jars = manifest.jars.map(({ name }) => join(directory, name));
  return {
    version: manifest.version,
    series: seriesOf(manifest.version),
    classPath: jars.join(':'),
    sizeAgent: jars.find((jar) => /\/jamm-[^/]*\.jar$/.test(jar)),
  };
}
