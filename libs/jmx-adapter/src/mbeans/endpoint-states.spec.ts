import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEndpointStates } from './endpoint-states.js';

/** Recorded from real nodes with addresses replaced. */
function recorded(name: string): string {
  return readFileSync(join(__dirname, '..', 'testdata', `endpoint-states-${name}.txt`), 'utf8');
}

describe('parseEndpointStates', () => {
  it.each([
    ['3.11', '10.0.0.2', '3.11.19', 67826, '60269cde-eac9-437a-a245-0081e0fd4f05'],
    ['4.0', '10.0.0.2:7000', '4.0.19', 74522, '0a62ec28-bafa-4c02-8c96-ccdf7736d1f4'],
    ['4.1', '10.0.0.2:7000', '4.1.10', 126220, '761fcb2e-5657-4e69-9639-11c30fd8e192'],
    ['5.0', '10.0.0.2:7000', '5.0.9', 117158, '6bdc9237-2bc6-493b-b9c3-77748bad56eb'],
  ])('reads what Cassandra %s prints', (release, address, version, load, hostId) => {
    const states = parseEndpointStates(recorded(release));
    const values = states.get(address)?.values;
    expect(states.size).toBe(3);
    for (const { generation } of states.values()) expect(new Date(generation * 1000).getFullYear()).toBe(2026);
    expect(values?.get('DC')?.text).toBe('dc1');
    expect(values?.get('RACK')?.text).toBe('r1');
    expect(values?.get('RELEASE_VERSION')?.text).toBe(version);
    expect(Number(values?.get('LOAD')?.text)).toBe(load);
    expect(values?.get('HOST_ID')?.text).toBe(hostId);
  });

  it('reads the gossip of Cassandra 6.0, where the load of a peer can be missing', () => {
    const values = parseEndpointStates(recorded('6.0')).get('10.0.0.2:7000')?.values;
    expect(values?.get('SCHEMA')?.text).toBe('00000000-0000-0000-0000-000000000002');
    expect(values?.has('LOAD')).toBe(false);
  });

  it('keeps nodes that were never heard of since the start, without any state', () => {
    const states = parseEndpointStates(recorded('5.0-lone'));
    expect(states.get('10.0.0.2:7000')).toEqual({ generation: 0, values: new Map() });
    expect(states.get('10.0.0.1:7000')?.generation).toBeGreaterThan(0);
  });

  it('keeps colons that belong to a value', () => {
    const values = parseEndpointStates(recorded('5.0')).get('10.0.0.3:7000')?.values;
    expect(values?.get('NATIVE_ADDRESS_AND_PORT')).toEqual({ version: '3', text: '10.0.0.3:9042' });
  });

  it.each([
    ['/10.0.0.1:7000', '10.0.0.1:7000'],
    ['cassandra-0.dc1/10.0.0.1:7000', '10.0.0.1:7000'],
    ['/[2001:db8:0:0:0:0:0:1]:7000', '[2001:db8:0:0:0:0:0:1]:7000'],
    ['/2001:db8:0:0:0:0:0:1', '2001:db8:0:0:0:0:0:1'],
  ])('reads the address in %s', (printed, address) => {
    expect([...parseEndpointStates(`${printed}\n  generation:7\n  DC:1:a\n`).keys()]).toEqual([address]);
  });

  it.each(['', '\n', '  DC:1:a\n'])('finds no named endpoint in %j', (text) => {
    expect([...parseEndpointStates(text).keys()].filter((address) => address.startsWith('10.'))).toEqual([]);
  });
});
