import type { ClusterView, Doorbell, Runtime, SchemaReader, SeenLease } from '@reaper-sidecar/repair-core';
import { Backend, type ApiStores, type SelfDescription } from '../backend/backend.js';

/** What the API needs of the running process. */
export interface LiveParts {
  readonly runtime: Runtime;
  readonly stores: ApiStores;
  readonly cluster: ClusterView;
  readonly schema: SchemaReader;
  readonly doorbell: Doorbell;
  self(): SelfDescription;
  seenLease(): SeenLease | undefined;
  look(): void;
}

/** The running process as the API sees it. */
export class LiveBackend extends Backend {
  readonly runtime: Runtime;
  readonly stores: ApiStores;
  readonly cluster: ClusterView;
  readonly schema: SchemaReader;
  readonly doorbell: Doorbell;

  constructor(private readonly parts: LiveParts) {
    super();
    ({
      runtime: this.runtime,
      stores: this.stores,
      cluster: this.cluster,
      schema: this.schema,
      doorbell: this.doorbell,
    } = parts);
  }

  self(): SelfDescription {
    return this.parts.self();
  }

  seenLease(): SeenLease | undefined {
    return this.parts.seenLease();
  }

  look(): void {
    this.parts.look();
  }
}
