import type { ConfigMistake } from './config-error.js';
import { listSettings, type Setting } from './settings.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Names the file; every other `REAPER_` variable is a setting. */
export const CONFIG_VARIABLE = 'REAPER_CONFIG';

/** Kubernetes puts these into every pod of a namespace that has a service named "reaper…". */
const KUBERNETES_LINK = /^REAPER_(?:\w+_)?(?:SERVICE_(?:HOST|PORT(?:_\w+)?)|PORT(?:_\d+_(?:TCP|UDP|SCTP)(?:_\w+)?)?)$/;

export interface EnvironmentSettings {
  readonly values: readonly { readonly setting: Setting; readonly value: unknown }[];
  readonly mistakes: readonly ConfigMistake[];
}

/** Settings from `REAPER_*` variables. Empty variables count as not set. */
export function readEnvironment(environment: Environment): EnvironmentSettings {
  const settings = new Map(listSettings().map((setting) => [setting.variable, setting]));
  const values: { setting: Setting; value: unknown }[] = [];
  const mistakes: ConfigMistake[] = [];
  for (const [name, text] of Object.entries(environment)) {
    if (!name.startsWith('REAPER_') || name === CONFIG_VARIABLE || text === undefined || text === '') continue;
    const setting = settings.get(name);
    if (setting) values.push({ setting, value: convert(setting, text) });
    else if (!KUBERNETES_LINK.test(name)) mistakes.push(unknownVariable(name, [...settings.keys()]));
  }
  return { values, mistakes };
}

/** Text that is no number or flag stays text, so that the validation names the setting and the rule. */
function convert({ type }: Setting, text: string): unknown {
  if (type === 'number' && /^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (type === 'flag' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

function unknownVariable(name: string, known: readonly string[]): ConfigMistake {
  return { setting: name, message: `is not a setting; known are ${[...known].sort().join(', ')}` };
}
