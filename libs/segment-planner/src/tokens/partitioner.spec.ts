import { PlannerError } from '../planner-error.js';
import { PARTITIONERS, partitionerFromClassName } from './partitioner.js';

describe('partitioners', () => {
  it('have the tokens of Cassandra', () => {
    const { Murmur3Partitioner: murmur3, RandomPartitioner: random } = PARTITIONERS;
    expect([murmur3.minToken, murmur3.maxToken]).toEqual([-9223372036854775808n, 9223372036854775807n]);
    expect(murmur3.ringSize).toBe(18446744073709551616n);
    expect([random.minToken, random.maxToken]).toEqual([0n, 170141183460469231731687303715884105728n]);
    expect(random.ringSize).toBe(random.maxToken + 1n);
  });

  it.each([
    ['org.apache.cassandra.dht.Murmur3Partitioner', 'Murmur3Partitioner'],
    ['Murmur3Partitioner', 'Murmur3Partitioner'],
    ['org.apache.cassandra.dht.RandomPartitioner', 'RandomPartitioner'],
    ['RandomPartitioner', 'RandomPartitioner'],
  ])('finds the partitioner of %s', (className, name) => {
    expect(partitionerFromClassName(className).name).toBe(name);
  });

  it.each([
    'org.apache.cassandra.dht.ByteOrderedPartitioner',
    'org.apache.cassandra.dht.LocalPartitioner',
    'com.example.Murmur3Partitioner',
    'murmur3partitioner',
    '',
  ])('refuses %s and names the supported ones', (className) => {
    const refused = () => partitionerFromClassName(className);
    expect(refused).toThrow(PlannerError);
    expect(refused).toThrow(
      expect.objectContaining({
        code: 'UNSUPPORTED_PARTITIONER',
        retryable: false,
        details: { className, supported: ['Murmur3Partitioner', 'RandomPartitioner'] },
      }),
    );
  });
});
