import { act, screen, waitFor } from '@testing-library/react';
import { FakeEventSource } from '../testing/fake-event-source';
import { openPage, withFakeSidecar } from '../testing/open-page';
import { aRun } from '../testing/samples';

const sidecar = withFakeSidecar();

function mark(): HTMLElement {
  return screen.getByRole('status', { name: 'Connection' });
}

describe('the page', () => {
  it('says that it is live while the stream is open', async () => {
    openPage();
    await waitFor(() => expect(mark()).toHaveTextContent('Live'));
    expect(FakeEventSource.alive.map(({ url }) => url)).toEqual([new URL('api/v1/events', document.baseURI).href]);
  });

  it('says that it is not live when the stream is lost, opens it again and reads everything anew', async () => {
    sidecar.runs = [aRun()];
    openPage();
    await screen.findByText(/0 of 8 segments/);
    await waitFor(() => expect(mark()).toHaveTextContent('Live'));
    FakeEventSource.breakAll();
    expect(mark()).toHaveTextContent('Not live: read every 10 s');
    expect(FakeEventSource.alive).toEqual([]);
    sidecar.change({ segments: { done: 5 } });
    await screen.findByText(/5 of 8 segments/);
    expect(mark()).toHaveTextContent('Live');
    expect(FakeEventSource.alive).toHaveLength(1);
  });

  it('goes on trying while a proxy refuses the stream', async () => {
    FakeEventSource.refusing = true;
    openPage();
    await waitFor(() => expect(FakeEventSource.opened.length).toBeGreaterThan(1));
    expect(mark()).toHaveTextContent('Not live');
    FakeEventSource.refusing = false;
    await waitFor(() => expect(mark()).toHaveTextContent('Live'));
  });

  it('takes a stream for lost whose heartbeat has stopped', async () => {
    openPage();
    await waitFor(() => expect(mark()).toHaveTextContent('Live'));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    FakeEventSource.send('heartbeat');
    await act(() => vi.advanceTimersByTimeAsync(11_000));
    FakeEventSource.send('heartbeat');
    await act(() => vi.advanceTimersByTimeAsync(11_000));
    expect(mark()).toHaveTextContent('● Live');
    await act(() => vi.advanceTimersByTimeAsync(1_100));
    expect(mark()).toHaveTextContent('Not live');
    vi.useRealTimers();
  });

  it('closes the stream while its tab is hidden', async () => {
    openPage();
    await waitFor(() => expect(mark()).toHaveTextContent('Live'));
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    expect(FakeEventSource.alive).toEqual([]);
    visibility.mockRestore();
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    expect(FakeEventSource.alive).toHaveLength(1);
  });

  it('keeps what it knew when no sidecar answers, but says since when it is old', async () => {
    sidecar.runs = [aRun()];
    const user = openPage();
    await screen.findByText(/0 of 8 segments/);
    sidecar.vanish();
    FakeEventSource.send('run');
    await waitFor(() => expect(mark()).toHaveTextContent('Stale'));
    expect(screen.getByText(/Could not load the runs/)).toBeInTheDocument();
    expect(screen.getByText(/Showing figures from/)).toBeInTheDocument();
    expect(screen.getByText(/0 of 8 segments/)).toBeInTheDocument();

    sidecar.comeBack();
    await user.click(screen.getByRole('button', { name: 'Try now' }));
    await waitFor(() => expect(mark()).toHaveTextContent('Live'));
    expect(screen.queryByText(/Could not load/)).not.toBeInTheDocument();
  });

  it('says of every part why it could not be read, and reads it on demand', async () => {
    sidecar.refuse('GET /api/v1/runs', {
      title: 'The keyspace of the sidecars cannot be reached',
      status: 503,
      code: 'STORE_UNAVAILABLE',
      detail: 'No majority of replicas answers',
      requestId: 'req-7',
    });
    const user = openPage();
    await screen.findByText(/The keyspace of the sidecars cannot be reached: No majority/);
    expect(screen.getByText('3 of 3 nodes up')).toBeInTheDocument();
    sidecar.comeBack();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText(/No run yet/);
  });

  it('shows that it loads before anything was read', () => {
    openPage();
    expect(screen.getByText('Loading the runs …')).toBeInTheDocument();
    expect(mark()).toHaveTextContent('Connecting');
  });
});
