/** How a client of one language is made and used. */
export interface Language {
  readonly name: string;
  /** Generates the client and compiles it together with its flow. @throws StepError */
  build(folder: string): void;
  /** Runs the flow against a sidecar whose URL and login are in the environment. @throws StepError */
  flow(folder: string, env: Readonly<Record<string, string>>): void;
}

/** The document that clients are generated from. */
export const DOCUMENT = require.resolve('@reaper-sidecar/api-client/openapi.json');
