import { isDeepStrictEqual } from 'node:util';
import { type ClusterOptions, datacentersOf } from './cluster-options.js';
import { type ClusterRecord, type ClusterSettings } from './cluster-settings.js';

/** Options that ask for another cluster than the one that is there, in words. Options that are not given agree. */
export function findConflicts(record: ClusterRecord, options: ClusterOptions): string[] {
  return [...settingConflicts(record.settings, options), ...sizeConflicts(record, options)];
}

function settingConflicts(settings: ClusterSettings, options: ClusterOptions): string[] {
  return Object.entries(settings).flatMap(([name, value]) => {
    const wanted = options[name as keyof ClusterSettings];
    if (wanted === undefined || isDeepStrictEqual(wanted, value)) return [];
    return [`${name} is ${JSON.stringify(value)}, not ${JSON.stringify(wanted)}`];
  });
}

/** Nodes that were added later do not count: the options say what the cluster began with. */
function sizeConflicts(record: ClusterRecord, options: ClusterOptions): string[] {
  if (options.nodes === undefined && options.datacenters === undefined) return [];
  const founders = record.nodes.filter(({ tokens }) => tokens !== null).map(({ datacenter }) => datacenter);
  const wanted = datacentersOf(options).flatMap(({ name, nodes }) => Array.from({ length: nodes }, () => name));
  if (wanted.length !== founders.length) return [`it has ${founders.length} nodes, not ${wanted.length}`];
  if (options.datacenters === undefined || isDeepStrictEqual(wanted, founders)) return [];
  return [`its nodes are in ${founders.join(', ')}, not in ${wanted.join(', ')}`];
}
