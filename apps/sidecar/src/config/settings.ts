import 'reflect-metadata';
import { Config } from './config.js';

/** A single value of the configuration. */
export interface Setting {
  /** As in the file, for example `http.allowUnauthenticated`. */
  readonly path: string;
  readonly section: string;
  readonly key: string;
  /** For example `REAPER_HTTP_ALLOW_UNAUTHENTICATED`. */
  readonly variable: string;
  readonly type: 'text' | 'number' | 'flag';
  readonly secret: boolean;
}

const TYPES = new Map<unknown, Setting['type']>([
  [String, 'text'],
  [Number, 'number'],
  [Boolean, 'flag'],
]);

/** Every setting there is, in the order of the configuration classes. */
export function listSettings(): readonly Setting[] {
  const defaults = new Config();
  return Object.entries(defaults).flatMap(([section, values]: [string, object]) =>
    Object.keys(values).map((key) => setting(section, key, values)),
  );
}

function setting(section: string, key: string, values: object): Setting {
  const type = TYPES.get(Reflect.getMetadata('design:type', values, key)) ?? 'text';
  return {
    path: `${section}.${key}`,
    section,
    key,
    variable: `REAPER_${section.toUpperCase()}_${key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`,
    type,
    secret: key === 'password',
  };
}
