import type { Statement } from './statement.js';

/** Counts what is sent to Cassandra. */
export class StatementCounter {
  #statements = 0;
  #conditionalWrites = 0;
  #failures = 0;
  readonly #byStatement = new Map<string, number>();

  sent({ name, kind }: Pick<Statement, 'name' | 'kind'>): void {
    this.#statements += 1;
    if (kind === 'conditional') this.#conditionalWrites += 1;
    this.#byStatement.set(name, (this.#byStatement.get(name) ?? 0) + 1);
  }

  failed(): void {
    this.#failures += 1;
  }

  read() {
    return {
      statements: this.#statements,
      conditionalWrites: this.#conditionalWrites,
      failures: this.#failures,
      byStatement: Object.fromEntries(this.#byStatement),
    };
  }
}
