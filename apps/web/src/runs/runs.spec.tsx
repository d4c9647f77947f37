import { act, screen, waitFor, within } from '@testing-library/react';
import { FakeEventSource } from '../testing/fake-event-source';
import { openPage, withFakeSidecar } from '../testing/open-page';
import { aKeyspace, aRun } from '../testing/samples';

const sidecar = withFakeSidecar();

const busy = {
  title: 'A run repairs these tables already',
  status: 409,
  code: 'UNIT_BUSY',
  detail: 'Run 7f3a91c2 repairs them; abort it or wait',
  requestId: 'req-42',
};

async function rowOf(keyspace: string): Promise<HTMLElement> {
  const table = await screen.findByRole('table', { name: 'Runs' });
  return (await within(table).findByText(keyspace)).closest('tr') as HTMLElement;
}

describe('runs', () => {
  it('start in a dialog, after which the run is listed', async () => {
    const user = openPage();
    await screen.findByText(/No run yet/);
    await user.click(screen.getByRole('button', { name: 'Start a repair' }));
    const dialog = await screen.findByRole('dialog', { name: 'Start a repair' });
    const choice = await within(dialog).findByLabelText('Keyspace');
    expect(within(choice).queryByRole('option', { name: /single/ })).not.toBeInTheDocument();
    await user.selectOptions(choice, 'shop');
    await within(dialog).findByText('12 segments over 3 replica sets.');
    await user.click(within(dialog).getByRole('button', { name: 'Start repair of 2 tables' }));

    expect(await rowOf('shop')).toHaveTextContent('Queued');
    expect(sidecar.created).toEqual([{ keyspace: 'shop', createdBy: 'dashboard' }]);
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  it('that are refused say why, and under which id the log tells more', async () => {
    sidecar.refuse('POST /api/v1/runs', busy);
    const user = openPage();
    await user.click(screen.getByRole('button', { name: 'Start a repair' }));
    await user.selectOptions(await screen.findByLabelText('Keyspace'), 'shop');
    await user.click(screen.getByRole('button', { name: /Start repair of/ }));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(
      'The repair was not started.A run repairs these tables already: Run 7f3a91c2 repairs them; abort it or wait.',
    );
    expect(alert).toHaveTextContent('req-42');
    expect(screen.getByRole('dialog')).toBeInTheDocument();
  });

  it('cannot be started where no keyspace has something to compare', async () => {
    sidecar.keyspaces = [aKeyspace('single', { repairable: false })];
    const user = openPage();
    await user.click(screen.getByRole('button', { name: 'Start a repair' }));
    expect(await screen.findByText(/There is nothing to repair yet/)).toBeInTheDocument();
  });

  it('show progress when an event says that there is some', async () => {
    sidecar.runs = [aRun({ segments: { done: 2, running: 1, pending: 5 } })];
    openPage();
    const row = await rowOf('shop');
    const bar = await within(row).findByRole('progressbar');
    expect(bar).toHaveAttribute('aria-valuenow', '25');
    expect(row).toHaveTextContent('25 % · 2 of 8 segments · 1 running');

    sidecar.change({ state: 'DONE', segments: { done: 8, pending: 0 } });
    FakeEventSource.send('run');
    await waitFor(() => expect(row).toHaveTextContent('100 % · 8 of 8 segments'));
    expect(row).toHaveTextContent('Done');
    expect(screen.getByText('Repair of shop: Done')).toBeInTheDocument();
    expect(within(row).queryByRole('button')).not.toBeInTheDocument();
  });

  it('are read at most once a second however many events arrive', async () => {
    sidecar.runs = [aRun()];
    openPage();
    await rowOf('shop');
    sidecar.requests.length = 0;
    const end = Date.now() + 2_500;
    while (Date.now() < end) {
      FakeEventSource.send('run');
      await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
    }
    const reads = sidecar.requests.filter((request) => request === 'GET /api/v1/runs').length;
    expect(reads).toBeGreaterThanOrEqual(2);
    expect(reads).toBeLessThanOrEqual(4);
  });

  it('pause and resume at once', async () => {
    sidecar.runs = [aRun({ segments: { running: 1 } })];
    const user = openPage();
    const row = await rowOf('shop');
    await user.click(within(row).getByRole('button', { name: 'Pause' }));
    await within(row).findByText('Pausing');
    sidecar.change({ segments: { running: 0 } });
    await user.click(await within(row).findByRole('button', { name: 'Resume' }));
    await within(row).findByText('Running');
    expect(sidecar.requests.filter((request) => request.startsWith('POST'))).toEqual([
      `POST /api/v1/runs/${aRun().id}/pause`,
      `POST /api/v1/runs/${aRun().id}/resume`,
    ]);
  });

  it('abort only after a question, whose safe answer has the focus', async () => {
    sidecar.runs = [aRun({ segments: { done: 3, running: 2 } })];
    const user = openPage();
    const row = await rowOf('shop');
    await user.click(within(row).getByRole('button', { name: 'Abort…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Abort the repair of shop?' });
    expect(dialog).toHaveTextContent(
      '3 of 8 segments are repaired and stay so. Segments that run now (2) finish first',
    );
    await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Keep running' })).toHaveFocus());
    await user.keyboard('{Escape}');
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(sidecar.runs[0]?.state).toBe('RUNNING');

    await user.click(within(row).getByRole('button', { name: 'Abort…' }));
    await user.click(await screen.findByRole('button', { name: 'Abort run' }));
    await within(row).findByText('Aborting');
    expect(within(row).queryByRole('button')).not.toBeInTheDocument();
  });

  it('whose change is refused say why in their row', async () => {
    sidecar.runs = [aRun()];
    sidecar.refuse(`POST /api/v1/runs/${aRun().id}/pause`, { ...busy, title: 'The run is over', detail: 'It ended' });
    const user = openPage();
    const row = await rowOf('shop');
    await user.click(within(row).getByRole('button', { name: 'Pause' }));
    expect(await within(row).findByRole('alert')).toHaveTextContent('Pause was refused.The run is over: It ended.');
  });

  it('that wait name the worst reason, what was seen and what to do', async () => {
    sidecar.runs = [aRun({ waiting: 2 })];
    sidecar.reasons = [
      { title: 'A replica is down', evidence: '10.0.1.3 is down', remedy: 'Start the node.' },
      { title: 'The node rests', evidence: '2 s left', remedy: 'Wait.' },
    ];
    openPage();
    const row = await rowOf('shop');
    await within(row).findByText('A replica is down: 10.0.1.3 is down. Start the node. (and 1 more)');
    expect(row).toHaveTextContent('Waiting');
  });

  it('that failed tell how', async () => {
    sidecar.runs = [
      aRun({ state: 'FAILED', message: '2 segments failed in all 5 attempts', segments: { done: 6, failed: 2 } }),
    ];
    openPage();
    const row = await rowOf('shop');
    expect(row).toHaveTextContent('75 % · 6 of 8 segments · 2 failed');
    expect(row).toHaveTextContent('2 segments failed in all 5 attempts');
  });

  it('beyond the newest ones are shown on demand', async () => {
    sidecar.runs = Array.from({ length: 30 }, (_, index) =>
      aRun({ id: `run-${index}`, keyspace: `ks${index}`, state: 'DONE' }),
    );
    const user = openPage();
    await rowOf('ks24');
    expect(screen.queryByText('ks25')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show older runs' }));
    await rowOf('ks29');
    expect(screen.queryByRole('button', { name: 'Show older runs' })).not.toBeInTheDocument();
  });
});
