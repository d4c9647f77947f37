import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { setLoginNeeded } from './login-needed';
import { callerQuery, logOut } from './session';

/** Absent while nobody has to log in. */
export function LogoutButton() {
  const { data: caller } = useQuery(callerQuery);
  const logout = useMutation({ mutationFn: logOut, onSuccess: () => setLoginNeeded(true) });
  if (caller?.kind !== 'user') return null;
  return (
    <Button variant="default" size="xs" loading={logout.isPending} onClick={() => logout.mutate()}>
      Log out {caller.name}
    </Button>
  );
}
