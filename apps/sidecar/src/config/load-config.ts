import { readFileSync } from 'node:fs';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type * as Yaml from 'yaml';
import { isAmbiguousBase } from '../http/base-path.js';
import { isLoopback } from '../http/loopback.js';
import { Config } from './config.js';
import { ConfigError, type ConfigMistake } from './config-error.js';
import { clientTlsMistakes } from '../tls/client-tls.js';
import { CONFIG_VARIABLE, readEnvironment, type Environment } from './read-environment.js';

type Sections = Record<string, Record<string, unknown>>;

const ANY_ADDRESS: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

/** Never shown, right or wrong. */
const SECRETS: ReadonlySet<string> = new Set(['password']);

const MAX_FILE_BYTES = 1_048_576;

/**
 * The effective configuration: defaults, then the YAML file, then `REAPER_*` variables, then password files.
 * Frozen.
 *
 * @param file path from the command line; otherwise `REAPER_CONFIG`; otherwise no file
 * @throws ConfigError with every mistake
 */
export function loadConfig(file: string | undefined, environment: Environment): Config {
  const path = file ?? (environment[CONFIG_VARIABLE] || undefined);
  const sections = path === undefined ? {} : readSections(path);
  const { values, mistakes } = readEnvironment(environment);
  for (const { setting, value } of values)
    sections[setting.section] = { ...sections[setting.section], [setting.key]: value };
  const config = plainToInstance(Config, sections, { exposeDefaultValues: true });
  const found = [...mistakes, ...validate(config), ...readPasswords(config)];
  const all = found.length > 0 ? found : crossMistakes(config);
  if (all.length > 0) throw new ConfigError(all);
  return freeze(config);
}

function readSections(path: string): Sections {
  const document = parse(path, readText(path, path));
  if (document === null || document === undefined) return {};
  if (!isMap(document)) throw mistake(path, 'must be a map of sections such as "http:" and "cassandra:"');
  const sections: Sections = {};
  const wrong: ConfigMistake[] = [];
  for (const [name, value] of Object.entries(document)) {
    if (value === null) continue;
    if (isMap(value)) sections[name] = value;
    else wrong.push({ setting: name, message: 'must be a section with settings below it' });
  }
  if (wrong.length > 0) throw new ConfigError(wrong);
  return sections;
}

function parse(path: string, text: string): unknown {
  // Loaded here, so that a process without a file does not pay for it.
  const yaml = require('yaml') as typeof Yaml;
  try {
    return yaml.parse(text, { maxAliasCount: 0 }) as unknown;
  } catch (error) {
    throw mistake(path, `is not valid YAML: ${(error as Error).message.split('\n')[0] ?? ''}`);
  }
}

function readText(setting: string, path: string): string {
  try {
    const text = readFileSync(path, 'utf8');
    if (text.length > MAX_FILE_BYTES) throw new Error(`it is larger than ${MAX_FILE_BYTES} bytes`);
    return text;
  } catch (error) {
    throw mistake(setting, `cannot be read: ${(error as Error).message}`);
  }
}

function validate(config: Config): ConfigMistake[] {
  const errors = validateSync(config, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: true },
  });
  return errors.flatMap((error) => flatten(error, ''));
}

function flatten(
  { property, value, constraints = {}, children = [] }: ValidationError,
  parent: string,
): ConfigMistake[] {
  const setting = `${parent}${property}`;
  const inner = children.flatMap((child) => flatten(child, `${setting}.`));
  const rules = Object.entries(constraints).map(([rule, message]) =>
    rule === 'whitelistValidation' ? 'is not a setting' : message.replace(`${property} `, ''),
  );
  if (rules.length === 0) return inner;
  const got = SECRETS.has(property) || rules[0] === 'is not a setting' ? '' : `, got ${JSON.stringify(value)}`;
  return [{ setting, message: rules.join(' and ') + got }, ...inner];
}

function readPasswords(config: Config): ConfigMistake[] {
  return (['cassandra', 'jmx', 'bootstrap'] as const).flatMap((name) => readPassword(name, config[name]));
}

function readPassword(name: string, section: { passwordFile?: string; password?: string }): ConfigMistake[] {
  if (typeof section?.passwordFile !== 'string') return [];
  const setting = `${name}.passwordFile`;
  if (section.password !== undefined) return [{ setting, message: `cannot be set together with ${name}.password` }];
  try {
    section.password = readText(setting, section.passwordFile).replace(/\r?\n$/, '');
    return [];
  } catch (error) {
    return error instanceof ConfigError ? [...error.mistakes] : [];
  }
}

/** Rules about more than one setting, checked when each alone is right. */
function crossMistakes(config: Config): ConfigMistake[] {
  const mistakes: ConfigMistake[] = [];
  for (const name of ['cassandra', 'jmx'] as const) {
    const { username, password } = config[name];
    if ((username === undefined) !== (password === undefined)) {
      const [missing, present] = username === undefined ? ['username', 'password'] : ['password', 'username'];
      mistakes.push({ setting: `${name}.${missing}`, message: `is missing, but ${name}.${present} is set` });
    }
    const wrong = clientTlsMistakes(config[name]);
    mistakes.push(...wrong.map(({ setting, message }) => ({ setting: `${name}.${setting}`, message })));
  }
  mistakes.push(...authMistakes(config));
  if (ANY_ADDRESS.has(config.http.address) && config.http.advertisedUrl === undefined) {
    const message = `is missing: ${config.http.address} does not tell other sidecars where to reach this one`;
    mistakes.push({ setting: 'http.advertisedUrl', message });
  }
  if (config.http.basePath !== undefined && isAmbiguousBase(config.http.basePath)) {
    mistakes.push({
      setting: 'http.basePath',
      message: 'must not begin with a path that every sidecar answers itself',
    });
  }
  mistakes.push(...tlsMistakes(config.tls));
  return mistakes;
}

function authMistakes({ auth, bootstrap }: Config): ConfigMistake[] {
  const mistakes: ConfigMistake[] = [];
  if (bootstrap.password !== undefined && bootstrap.user === undefined) {
    mistakes.push({ setting: 'bootstrap.user', message: 'is missing, but a password for it is set' });
  }
  if ((auth.oidcIssuer === undefined) !== (auth.oidcAudience === undefined)) {
    mistakes.push({ setting: 'auth.oidcIssuer', message: 'and auth.oidcAudience belong together; set both or none' });
  }
  for (const name of ['oidcIssuer', 'oidcJwksUrl'] as const) {
    const url = auth[name];
    if (url !== undefined && !isSafe(url)) {
      mistakes.push({
        setting: `auth.${name}`,
        message: 'must begin with https:, or anybody on the way could sign tokens',
      });
    }
  }
  return mistakes;
}

function isSafe(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || isLoopback(hostname);
}

function tlsMistakes({ cert, key, clientCa, clientCertificates }: Config['tls']): ConfigMistake[] {
  if ((cert === undefined) !== (key === undefined)) {
    const [missing, present] = cert === undefined ? ['cert', 'key'] : ['key', 'cert'];
    return [{ setting: `tls.${missing}`, message: `is missing, but tls.${present} is set` }];
  }
  const wantsClients = clientCertificates !== 'off';
  if (wantsClients && cert === undefined)
    return [{ setting: 'tls.cert', message: 'is missing, but client certificates are wanted' }];
  if (wantsClients !== (clientCa !== undefined)) {
    return [{ setting: 'tls.clientCa', message: 'and tls.clientCertificates "request" or "require" need each other' }];
  }
  return [];
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mistake(setting: string, message: string): ConfigError {
  return new ConfigError([{ setting, message }]);
}

function freeze(config: Config): Config {
  for (const section of Object.values(config) as object[]) Object.freeze(section);
  return Object.freeze(config);
}
