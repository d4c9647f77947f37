import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/client';

export const callerQuery = queryOptions({
  queryKey: ['caller'],
  queryFn: () => dataOf(api.GET('/api/v1/auth/me')),
  retry: false,
});

/** The session comes in cookies that no script can read. @throws RequestError */
export function logIn(user: string, password: string) {
  return dataOf(api.POST('/api/v1/auth/login', { body: { user, password, kind: 'cookie' } }));
}

export async function logOut(): Promise<void> {
  await api.POST('/api/v1/auth/logout');
}
