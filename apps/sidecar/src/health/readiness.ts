/** Parts that must work before the sidecar is of use. */
export const COMPONENTS = ['lock', 'jmx', 'cql', 'schema', 'access', 'worker', 'leader'] as const;
export type Component = (typeof COMPONENTS)[number];

export interface ComponentState {
  readonly state: 'ready' | 'starting' | 'failing';
  /** Exactly what works, is waited for or failed. */
  readonly detail: string;
}

/** Asks a part how it is; must answer at once. */
export type Probe = () => ComponentState;

/** Whether every part of the process works. */
export class Readiness {
  constructor(private readonly probes: Readonly<Record<Component, Probe>>) {}

  all(): Readonly<Record<Component, ComponentState>> {
    return Object.fromEntries(COMPONENTS.map((name) => [name, this.probes[name]()])) as Record<
      Component,
      ComponentState
    >;
  }

  get ready(): boolean {
    return COMPONENTS.every((name) => this.probes[name]().state === 'ready');
  }
}
