import * as fc from 'fast-check';
import { ValueMapper } from '../values/value-mapper.js';
import { IncrementalDecoder } from './incremental-decoder.js';
import { java } from './java-builders.js';
import { type JavaValue } from './java-value.js';
import { StreamWriter } from './stream-writer.js';

function encoded(value: JavaValue): Buffer {
  const writer = new StreamWriter('marshalled');
  writer.value(value);
  return writer.toBuffer().subarray(4);
}

function decoded(bytes: Buffer, cuts: readonly number[]): unknown {
  const decoder = new IncrementalDecoder((stream) => stream.value());
  const edges = [0, ...[...cuts].sort((a, b) => a - b), bytes.length];
  const results = edges.slice(1).map((edge, index) => decoder.push(bytes.subarray(edges[index], edge)));
  return new ValueMapper().value(results.at(-1)?.value ?? null);
}

const element = (index: number): JavaValue =>
  [java.long(BigInt(index)), `text ${index}`, java.double(index / 4), null, java.list([java.int(index)])][index % 5] ??
  null;

describe('large values', () => {
  it('may have more elements than a function can take arguments', () => {
    const texts = Array.from({ length: 300_000 }, (_, index) => `${index}`);
    expect(decoded(encoded(java.list(texts)), [])).toEqual(texts);
  });

  it('are the same wherever the network cuts them, also inside objects that come in great numbers', () => {
    const attributes = Array.from({ length: 60 }, (_, index) => java.attribute(`A${index}`, element(index)));
    const bytes = encoded(java.attributeList([...attributes, ...attributes.slice(0, 5)]));
    const whole = decoded(bytes, []);
    expect(whole).toHaveLength(65);
    expect(whole).toContainEqual({ name: 'A4', value: [4] });
    const cuts = fc.array(fc.nat(bytes.length), { maxLength: 8 });
    fc.assert(fc.property(cuts, (at) => expect(decoded(bytes, at)).toEqual(whole)));
  });
});
