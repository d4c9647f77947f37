import { listeningInodes } from './port-holder.js';

// 9042 is 0x2352. Lines as Linux prints them; the second column is what is listened on, the fourth 0A means listening.
const row = (local: string, state: string, inode: number) =>
  `   0: ${local} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000     0        0 ${inode} 1 0 100 0 0 10 0`;

const table = [
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
  row('0100007F:2352', '0A', 11),
  row('0205007F:2352', '0A', 12),
  row('0205007F:2352', '01', 13),
  row('0205007F:2353', '0A', 14),
  row('00000000:2353', '0A', 15),
  row('0000000000000000FFFF00000205007F:2352', '0A', 16),
  row('00000000000000000000000000000000:2353', '0A', 17),
].join('\n');

describe('listeningInodes', () => {
  it('finds listeners on the address itself, as IPv4 and as IPv6', () => {
    expect(listeningInodes(table, '127.0.5.2', 9042)).toEqual(['12', '16']);
  });

  it('finds listeners on all addresses', () => {
    expect(listeningInodes(table, '127.0.0.1', 9043)).toEqual(['15', '17']);
  });

  it('finds nobody on a free port', () => {
    expect(listeningInodes(table, '127.0.0.1', 9044)).toEqual([]);
  });
});
