import { screen, within } from '@testing-library/react';
import { openPage, withFakeSidecar } from '../testing/open-page';
import { aNode, aSidecar } from '../testing/samples';

const sidecar = withFakeSidecar();

async function rowOf(address: string): Promise<HTMLElement> {
  const table = await screen.findByRole('table', { name: 'Nodes' });
  return (await within(table).findByText(address)).closest('tr') as HTMLElement;
}

describe('the cluster', () => {
  it('is named in the header and in the title of the window, with the number of nodes that are up', async () => {
    sidecar.nodes = [aNode(1), aNode(2, { up: false }), aNode(3)];
    openPage();
    expect(await screen.findByText('2 of 3 nodes up')).toBeInTheDocument();
    expect(document.title).toBe('shop-prod · Reaper Sidecar');
    expect(await rowOf('10.0.1.2:7000')).toHaveTextContent('Down');
  });

  it('lists its nodes by place, in whatever order a sidecar does', async () => {
    sidecar.nodes = [aNode(2, { rack: 'r10' }), aNode(3, { rack: 'r2' }), aNode(1, { datacenter: 'dc2' })];
    openPage();
    const row = await rowOf('10.0.1.3:7000');
    const rows = within(row.closest('tbody')!).getAllByRole('row');
    expect(rows.map((one) => /r\d+/.exec(one.textContent)?.[0])).toEqual(['r2', 'r10', 'r1']);
  });

  it('without a leader says that nothing new starts', async () => {
    sidecar.leader = false;
    openPage();
    expect(await screen.findByText('No leader: nothing new starts')).toBeInTheDocument();
  });

  it.each([
    ['leads', { leader: true }, ['Live, leader', '0.1.0', 'Idle']],
    ['works', { current: { runId: 'r', seq: 118, state: 'running', since: '' } }, ['Live', 'Repairs segment 118']],
    ['waits', { waiting: 'Rests for 4 s' }, ['Live', 'Rests for 4 s']],
    ['cannot reach its node', { nodeUnreachable: 'refused' }, ['The sidecar cannot reach its node: refused']],
    ['sees a foreign repair', { foreignRepair: 'nodetool' }, ['not started here: nodetool']],
    ['was never seen', { seen: false, alive: false }, ['None seen', 'No sidecar has ever reported']],
  ] as const)('tells of a sidecar that %s', async (_what, changes, texts) => {
    const [node] = sidecar.nodes;
    sidecar.sidecars = [aSidecar(node!, changes)];
    openPage();
    const row = await rowOf(node!.address);
    for (const text of texts) expect(row).toHaveTextContent(text);
  });

  it('never shows as present what a silent sidecar did', async () => {
    const [node] = sidecar.nodes;
    const current = { runId: 'r', seq: 118, state: 'running', since: '' } as const;
    sidecar.sidecars = [aSidecar(node!, { alive: false, current, reportedAt: '2026-01-01T00:00:00Z' })];
    openPage();
    const row = await rowOf(node!.address);
    expect(row).toHaveTextContent('Silent');
    expect(row).toHaveTextContent('last heard');
    expect(row).not.toHaveTextContent('118');
  });

  it('does not call sidecars absent that could not be read', async () => {
    sidecar.refuse('GET /api/v1/sidecars', 'bad gateway');
    openPage();
    expect(await rowOf('10.0.1.1:7000')).toHaveTextContent('Unknown');
    expect(await screen.findByText(/Could not load the sidecars/)).toBeInTheDocument();
  });
});
