import { screen, waitFor } from '@testing-library/react';
import { openPage, withFakeSidecar } from '../testing/open-page';
import { setLoginNeeded } from './login-needed';

describe('The login', () => {
  const sidecar = withFakeSidecar();
  afterEach(() => setLoginNeeded(false));

  async function logIn(person: ReturnType<typeof openPage>, password: string): Promise<void> {
    await person.type(await screen.findByLabelText(/User/), 'anna');
    await person.type(screen.getByLabelText(/Password/), password);
    await person.click(screen.getByRole('button', { name: 'Log in' }));
  }

  it('is not asked for as long as there is no user', async () => {
    openPage();
    expect(await screen.findByText('shop-prod')).toBeInTheDocument();
    expect(screen.queryByLabelText(/Password/)).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Log out/ })).not.toBeInTheDocument();
  });

  it('is asked for when a sidecar wants one, says what is wrong, and opens the page', async () => {
    sidecar.requireLogin({ user: 'anna', password: 'tangerine' });
    const person = openPage();
    await logIn(person, 'wrong');
    expect(await screen.findByRole('alert')).toHaveTextContent('The login failed');
    await person.clear(screen.getByLabelText(/User/));
    await logIn(person, 'tangerine');
    expect(await screen.findByText('shop-prod')).toBeInTheDocument();
    expect(sidecar.logins).toEqual([
      expect.objectContaining({ kind: 'cookie' }),
      expect.objectContaining({ kind: 'cookie' }),
    ]);
  });

  it('comes back after the logout', async () => {
    sidecar.requireLogin({ user: 'anna', password: 'tangerine' });
    const person = openPage();
    await logIn(person, 'tangerine');
    await person.click(await screen.findByRole('button', { name: 'Log out anna' }));
    expect(await screen.findByLabelText(/Password/)).toHaveValue('');
    await waitFor(() => expect(sidecar.requests).toContain('POST /api/v1/auth/logout'));
  });

  it('sends with every change the header that pages of other sites cannot send', async () => {
    sidecar.requireLogin({ user: 'anna', password: 'tangerine' });
    await logIn(openPage(), 'tangerine');
    await screen.findByText('shop-prod');
    expect(sidecar.csrfHeaders).toEqual(['1']);
  });
});
