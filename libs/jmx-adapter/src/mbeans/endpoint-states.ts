/** What gossip knows about one endpoint. */
export interface EndpointState {
  /** Start of the endpoint's gossip, epoch seconds by its own clock; 0 when the node has heard nothing of it since its own start. */
  readonly generation: number;
  /** Application states by name: DC, RACK, HOST_ID, SCHEMA, RELEASE_VERSION, LOAD, STATUS … */
  readonly values: ReadonlyMap<string, VersionedValue>;
}

export interface VersionedValue {
  readonly version: string;
  readonly text: string;
}

/** `NAME:version:value`; the value may hold colons. `TOKENS: not present` stands for a state that is missing. */
const APPLICATION_STATE = /^(\w+):(\d+):(.*)$/;

/**
 * Reads the attribute `AllEndpointStates(WithPort)`, the text of `nodetool gossipinfo`: for each endpoint a line with
 * its address, then indented lines: `generation:N`, `heartbeat:N` and the application states.
 *
 * @returns states by address, without the host name that Java may put before it ("host/10.0.0.1:7000")
 */
export function parseEndpointStates(text: string): Map<string, EndpointState> {
  const states = new Map<string, EndpointState>();
  const blocks = text.split(/\n(?=\S)/).filter((block) => block.trim() !== '');
  for (const block of blocks) {
    const [address = '', ...lines] = block.split('\n').map((line) => line.trim());
    states.set(plainAddress(address), endpointState(lines));
  }
  return states;
}

function endpointState(lines: readonly string[]): EndpointState {
  const generation = lines.find((line) => line.startsWith('generation:'))?.slice('generation:'.length);
  const values = new Map<string, VersionedValue>();
  for (const line of lines) {
    const [, name, version, text] = APPLICATION_STATE.exec(line) ?? [];
    if (name !== undefined && version !== undefined && text !== undefined) values.set(name, { version, text });
  }
  return { generation: Number(generation) || 0, values };
}

function plainAddress(printed: string): string {
  return printed.slice(printed.lastIndexOf('/') + 1);
}
