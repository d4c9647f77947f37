import type { Caller } from './callers.js';

/** The parts of the OpenAPI document that tell operations apart. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>;
}

/** Answers by caller and operation. */
export class Tally {
  readonly #routes: readonly { readonly method: string; readonly path: RegExp; readonly operationId: string }[];
  readonly #statuses = new Map<string, Map<number, number>>();
  requests = 0;
  serverErrors = 0;

  constructor({ paths }: ApiDocument) {
    // Plain paths first: `/runs/plan` is not a run.
    const templates = Object.entries(paths).sort(([a], [b]) => Number(a.includes('{')) - Number(b.includes('{')));
    this.#routes = templates.flatMap(([template, item]) =>
      Object.entries(item).map(([method, { operationId }]) => ({
        method: method.toUpperCase(),
        path: new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]*')}$`),
        operationId,
      })),
    );
  }

  count(caller: Caller, method: string, url: string, status: number): void {
    this.requests += 1;
    if (status >= 500) this.serverErrors += 1;
    const [path = ''] = url.split('?');
    const route = this.#routes.find((one) => one.method === method && one.path.test(path));
    if (!route) return;
    const key = `${caller} ${route.operationId}`;
    const statuses = this.#statuses.get(key) ?? new Map<number, number>();
    this.#statuses.set(key, statuses.set(status, (statuses.get(status) ?? 0) + 1));
  }

  /** Operations that this caller never called. */
  neverCalled(caller: Caller): readonly string[] {
    return this.#routes.map(({ operationId }) => operationId).filter((id) => !this.#statuses.has(`${caller} ${id}`));
  }

  /** Operations that never succeeded for this caller. */
  neverSucceeded(caller: Caller): readonly string[] {
    const succeeded = (id: string) =>
      [...(this.#statuses.get(`${caller} ${id}`)?.keys() ?? [])].some((status) => status < 300);
    return this.#routes.map(({ operationId }) => operationId).filter((id) => !succeeded(id));
  }
}
