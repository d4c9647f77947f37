import { type JmxConnection } from '../connection/jmx-connection.js';
import { type MBeanInfo, type MBeanOperationInfo } from '../values/management.js';
import { type Arguments, toInteger, toList } from './arguments.js';
import { findSignature, toValue } from './argument-values.js';
import { printable, toCell, toJson, toTable } from './render.js';
import { UsageError } from './usage-error.js';

/** What a command works with. */
export interface CommandContext {
  readonly connection: JmxConnection;
  readonly args: Arguments;
  /** Writes text to standard output. */
  readonly write: (text: string) => void;
  /** Writes a remark to standard error. */
  readonly remark: (text: string) => void;
  readonly interrupted: AbortSignal;
}

export type Command = (context: CommandContext) => Promise<void>;

export const COMMANDS: Readonly<Record<string, Command>> = { list, info, get, set, invoke, watch };

function operand({ args }: CommandContext, index: number, name: string): string {
  const value = args.operands[index];
  if (value === undefined) throw new UsageError(`${args.command} needs ${name}`);
  return value;
}

function atMost({ args }: CommandContext, count: number): void {
  if (args.operands.length > count) throw new UsageError(`${args.command} takes at most ${count} operands`);
}

function output(context: CommandContext, json: unknown, table: () => string): void {
  const isJson = context.args.flags.output === 'json';
  context.write(isJson ? `${JSON.stringify(toJson(json), null, 2)}\n` : table());
}

async function list(context: CommandContext): Promise<void> {
  atMost(context, 1);
  const names = await context.connection.queryNames(context.args.operands[0] ?? null);
  const sorted = names.map(String).sort();
  output(context, sorted, () => sorted.map((name) => `${printable(name)}\n`).join(''));
}

async function info(context: CommandContext): Promise<void> {
  atMost(context, 1);
  const description = await context.connection.getMBeanInfo(operand(context, 0, 'an MBean'));
  output(context, description, () => infoTable(description));
}

function infoTable({ className, attributes, operations, notifications }: MBeanInfo): string {
  const access = (readable: boolean, writable: boolean) => `${readable ? 'r' : '-'}${writable ? 'w' : '-'}`;
  return [
    `class ${className}\n`,
    section(
      'attributes',
      attributes.map((a) => [access(a.readable, a.writable), a.name, a.type]),
    ),
    section(
      'operations',
      operations.map((o) => [operationText(o), o.returnType]),
    ),
    section(
      'notifications',
      notifications.map((n) => [n.name, n.types.join(', ')]),
    ),
  ].join('');
}

function operationText({ name, parameters }: MBeanOperationInfo): string {
  return `${name}(${parameters.map(({ type }) => type).join(',')})`;
}

function section(title: string, rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? '' : `\n${title}\n${toTable(rows.map((row) => ['', ...row.map(printable)]))}`;
}

async function get(context: CommandContext): Promise<void> {
  const { connection, args } = context;
  const mbean = operand(context, 0, 'an MBean');
  const attributes = args.operands.slice(1);
  const [only] = attributes;
  if (only !== undefined && attributes.length === 1) {
    const value = await connection.getAttribute(mbean, only);
    return output(context, value, () => `${toCell(value)}\n`);
  }
  const wanted = attributes.length > 0 ? attributes : await readableAttributes(connection, mbean);
  const values = await connection.getAttributes(mbean, wanted);
  const missing = wanted.filter((name) => !values.has(name));
  if (missing.length > 0) context.remark(`not readable: ${missing.join(', ')}`);
  output(context, values, () => toTable([...values].map(([name, value]) => [printable(name), toCell(value)])));
}

async function readableAttributes(connection: JmxConnection, mbean: string): Promise<string[]> {
  const { attributes } = await connection.getMBeanInfo(mbean);
  return attributes.filter(({ readable }) => readable).map(({ name }) => name);
}

async function set(context: CommandContext): Promise<void> {
  atMost(context, 3);
  const { connection } = context;
  const mbean = operand(context, 0, 'an MBean');
  const attribute = operand(context, 1, 'an attribute');
  const text = operand(context, 2, 'a value');
  const { attributes } = await connection.getMBeanInfo(mbean);
  const type = attributes.find(({ name }) => name === attribute)?.type;
  if (type === undefined) throw new UsageError(`${mbean} has no attribute ${attribute}`);
  await connection.setAttribute(mbean, attribute, toValue(text, type));
}

async function invoke(context: CommandContext): Promise<void> {
  const { connection, args } = context;
  const mbean = operand(context, 0, 'an MBean');
  const operation = operand(context, 1, 'an operation');
  const texts = args.operands.slice(2);
  const signature = await findSignature(connection, mbean, operation, texts.length, toList(args.flags.signature));
  const params = texts.map((text, index) => toValue(text, signature[index] ?? ''));
  const result = await connection.invoke(mbean, operation, params, signature);
  if (result !== null || args.flags.output === 'json') output(context, result, () => `${toCell(result)}\n`);
}

async function watch(context: CommandContext): Promise<void> {
  atMost(context, 1);
  const { connection, args, interrupted } = context;
  const mbean = operand(context, 0, 'an MBean');
  const count = toInteger(args.flags.count, 'count') ?? Infinity;
  let seen = 0;
  await new Promise<void>((resolve, reject) => {
    interrupted.addEventListener('abort', () => resolve(), { once: true });
    connection.on('close', ({ error }) => reject(error ?? new Error('The connection was closed')));
    const subscribed = connection.addNotificationListener(
      mbean,
      (notification) => {
        if (seen >= count) return;
        const { timeStampMs, type, message, source, userData } = notification;
        const row = [new Date(timeStampMs).toISOString(), type, message ?? '', toCell(source), toCell(userData)];
        const isJson = args.flags.output === 'json';
        context.write(isJson ? `${JSON.stringify(toJson(notification))}\n` : `${row.map(printable).join('  ')}\n`);
        seen += 1;
        if (seen >= count) resolve();
      },
      {
        filter: { types: toList(args.flags.types) },
        onLost: ({ reason, count: lost }) =>
          context.remark(`may have missed ${lost ?? 'some'} notifications: ${reason}`),
      },
    );
    subscribed.catch(reject);
  });
}
