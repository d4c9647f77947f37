import { type RepairCommand } from '@reaper-sidecar/repair-core';
import { FakeRepairNode, VirtualTime } from '@reaper-sidecar/repair-core/testing';
import { describeRepairNodeContract } from '../testing/repair-node-contract.js';

const COMMAND: RepairCommand = {
  keyspace: 'ks',
  tables: ['t'],
  ranges: ['0:100'],
  mode: 'full',
  parallelism: 'parallel',
  datacenters: [],
  hosts: [],
  jobThreads: 1,
};

/** What a real node keeps to, the fake that the engine is tested with has to keep to as well. */
describe('the fake node of repair-core', () => {
  describeRepairNodeContract(async () => {
    const time = new VirtualTime();
    const node = new FakeRepairNode({ clock: time, timers: time });
    node.behave = ({ keyspace }) => ({
      ...(keyspace === 'nosuch' && { refused: 'Unknown keyspace nosuch' }),
      ...(keyspace === 'single' && { nothingToRepair: true }),
    });
    return {
      node,
      tellsStatus: true,
      command: COMMAND,
      refused: { ...COMMAND, keyspace: 'nosuch' },
      nothing: { ...COMMAND, keyspace: 'single' },
      until: async (condition) => {
        for (let turn = 0; turn < 100 && !condition(); turn++) await time.advance(100);
        expect(condition()).toBe(true);
      },
      loseConnection: async () => node.disconnect(),
      restoreConnection: async () => node.reconnect(),
    };
  });
});
