import { type JmxConnection } from '../connection/jmx-connection.js';
import { type MBeanOperationInfo } from '../values/management.js';
import { UsageError } from './usage-error.js';

const TEXT_TYPES: ReadonlySet<string> = new Set([
  'java.lang.String',
  'char',
  'java.lang.Character',
  'java.util.UUID',
  'javax.management.ObjectName',
]);
const LONG_TYPES: ReadonlySet<string> = new Set(['long', 'java.lang.Long']);

/**
 * What the user wrote, for a parameter of the given type: text stays text, and everything else is JSON. Longs are read
 * apart because JSON numbers lose digits.
 *
 * @throws UsageError
 */
export function toValue(text: string, javaType: string): unknown {
  if (text === 'null' && !TEXT_TYPES.has(javaType)) return null;
  if (TEXT_TYPES.has(javaType)) return text;
  if (LONG_TYPES.has(javaType)) return toLong(text, javaType);
  if (javaType === 'java.util.Date') return new Date(text);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    if (javaType === 'java.lang.Object' || javaType === '') return text;
    throw new UsageError(`${JSON.stringify(text)} is no ${javaType} (JSON is expected)`);
  }
}

function toLong(text: string, javaType: string): bigint {
  if (!/^[+-]?\d+$/.test(text)) throw new UsageError(`${JSON.stringify(text)} is no ${javaType}`);
  return BigInt(text);
}

/**
 * The types of the parameters: those given, or those of the only operation of that name that takes so many.
 *
 * @throws UsageError when there is no such operation, or more than one
 */
export async function findSignature(
  connection: JmxConnection,
  mbean: string,
  operation: string,
  argumentCount: number,
  given: readonly string[] | undefined,
): Promise<readonly string[]> {
  if (given !== undefined) return given;
  const { operations } = await connection.getMBeanInfo(mbean);
  const named = operations.filter(({ name }) => name === operation);
  const fitting = named.filter(({ parameters }) => parameters.length === argumentCount);
  if (fitting.length === 1) return typesOf(fitting[0] as MBeanOperationInfo);
  if (named.length === 0) throw new UsageError(`${mbean} has no operation ${operation}`);
  const choices = named.map((info) => `  ${operation}(${typesOf(info).join(',')})`).join('\n');
  const why = fitting.length === 0 ? `takes no ${argumentCount} arguments` : 'is overloaded; choose with --signature';
  throw new UsageError(`${operation} ${why}:\n${choices}`);
}

function typesOf({ parameters }: MBeanOperationInfo): string[] {
  return parameters.map(({ type }) => type);
}
