import { InvalidArgumentError } from 'commander';
import { type DatacenterOptions } from '../cluster/cluster-options.js';
import { type Consistency, consistencies } from '../cql/consistency.js';
import { type YamlSettings, type YamlValue } from '../node/cassandra-yaml.js';

/** Texts of the command line as values; what the values may be is the business of the cluster options. */

export function parseWholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

/** `east:2,west:1`; without a number one node. */
export function parseDatacenters(text: string): DatacenterOptions[] {
  return text.split(',').map((part) => {
    const [, name, nodes] = /^([^:]+)(?::(\d{1,3}))?$/.exec(part.trim()) ?? [];
    if (name === undefined) throw new InvalidArgumentError('It must look like east:2,west:1.');
    return { name, nodes: Number(nodes ?? 1) };
  });
}

/** `key=value`, the value as JSON if it is JSON, or else as text; collected over several occurrences. */
export function collectSetting(text: string, earlier: YamlSettings = {}): YamlSettings {
  const equals = text.indexOf('=');
  if (equals < 1) throw new InvalidArgumentError('It must look like key=value.');
  return { ...earlier, [text.slice(0, equals)]: jsonOrText(text.slice(equals + 1)) };
}

export function collectText(text: string, earlier: readonly string[] = []): string[] {
  return [...earlier, text];
}

export function parseConsistency(text: string): Consistency {
  const found = consistencies.find((consistency) => consistency === text.toUpperCase());
  if (!found) throw new InvalidArgumentError(`It must be one of ${consistencies.join(', ')}.`);
  return found;
}

function jsonOrText(text: string): YamlValue {
  try {
    return JSON.parse(text) as YamlValue;
  } catch {
    return text;
  }
}
