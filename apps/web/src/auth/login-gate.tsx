import type { ReactNode } from 'react';
import { LoginForm } from './login-form';
import { useLoginNeeded } from './login-needed';

/** Shows the page, or the login as soon as a sidecar asks for one. */
export function LoginGate({ children }: { readonly children: ReactNode }) {
  return useLoginNeeded() ? <LoginForm /> : children;
}
