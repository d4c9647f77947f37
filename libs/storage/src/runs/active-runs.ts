import { createHash } from 'node:crypto';
import {
  type ActiveRun,
  type CasResult,
  type RunSpec,
  type UnreadableRows,
  readable,
  runSpecBody,
} from '@reaper-sidecar/repair-core';
import type { CassandraConnection } from '../connection/cassandra-connection.js';
import { textOf } from '../connection/row-values.js';
import type { Statement } from '../connection/statement.js';
import { toActiveRun } from './run-row.js';
import { activeRunStatements } from './run-statements.js';

export type ActiveRunVersion = Pick<ActiveRun, 'unitKey' | 'runId' | 'specVersion'>;

/** Table `active_run`: unfinished runs, by LWT only. */
export class ActiveRuns {
  constructor(private readonly connection: CassandraConnection) {}

  async read(options: { readonly serial?: boolean } & UnreadableRows): Promise<readonly ActiveRun[]> {
    const statement = options.serial ? activeRunStatements.readSerial : activeRunStatements.read;
    const rows = await this.connection.rows(statement);
    return rows.flatMap((row) => readable(textOf(row, 'run_id'), () => toActiveRun(row), options) ?? []);
  }

  activate({ unitKey, runId, planId, spec, specVersion }: ActiveRun): Promise<CasResult<ActiveRun>> {
    const values = [unitKey, runId, planId, runSpecBody.encode(spec), specVersion];
    return this.#change(activeRunStatements.activate, unitKey, [hashOf(unitKey), ...values]);
  }

  editSpec({ unitKey, runId, specVersion }: ActiveRunVersion, spec: RunSpec): Promise<CasResult<ActiveRun>> {
    const values = [runSpecBody.encode(spec), specVersion + 1, hashOf(unitKey), runId, specVersion];
    return this.#change(activeRunStatements.editSpec, unitKey, values);
  }

  end({ unitKey, runId, specVersion }: ActiveRunVersion): Promise<CasResult<ActiveRun>> {
    return this.#change(activeRunStatements.end, unitKey, [hashOf(unitKey), runId, specVersion]);
  }

  /** A refusal of UPDATE or DELETE brings only the columns of the condition, so the row is read. */
  async #change(statement: Statement, unitKey: string, values: readonly unknown[]): Promise<CasResult<ActiveRun>> {
    const { applied } = await this.connection.conditional(statement, values);
    if (applied) return { applied };
    const [row] = await this.connection.rows(activeRunStatements.readUnit, [hashOf(unitKey)]);
    return { applied, current: row && toActiveRun(row) };
  }
}

/** The key names every table of the unit and may be longer than a clustering key may be (64 KiB). */
function hashOf(unitKey: string): string {
  return createHash('sha256').update(unitKey).digest('hex');
}
