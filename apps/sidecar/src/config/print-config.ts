import type * as Yaml from 'yaml';
import type { Config } from './config.js';
import { listSettings } from './settings.js';

/** The configuration as YAML with every secret hidden. */
export function printConfig(config: Config): string {
  // Loaded here, because a running process does not need it.
  const yaml = require('yaml') as typeof Yaml;
  const sections: Record<string, Record<string, unknown>> = {};
  for (const { section, key, secret } of listSettings()) {
    const value = (config as unknown as Record<string, Record<string, unknown>>)[section]?.[key];
    if (value !== undefined) (sections[section] ??= {})[key] = secret ? '<hidden>' : value;
  }
  return yaml.stringify(sections);
}
