import { isIPv4, isIPv6 } from 'node:net';
import { digest } from '../secrets.js';

export interface LoginAttempt {
  readonly name: string;
  /** Address of the client. */
  readonly address: string;
}

/** Something that failed logins are counted for. */
export interface LoginSubject {
  /** A digest: what people type as a name may be their password. */
  readonly key: string;
  readonly limit: number;
}

/**
 * An account from one address, an account, an address. Somebody who guesses from one address is stopped before the
 * account is blocked for its owner, who comes from another.
 */
export function subjectsOf({ name, address }: LoginAttempt): readonly LoginSubject[] {
  const network = networkOf(address);
  return [
    { key: digest(`pair ${name} ${network}`), limit: 10 },
    { key: digest(`account ${name}`), limit: 50 },
    { key: digest(`address ${network}`), limit: 100 },
  ];
}

/** The address, of IPv6 the /64 that one subscriber has. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isIPv4(plain) || !isIPv6(plain)) return plain;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0');
  return [...first, ...zeros, ...last]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
