import { isIP } from 'node:net';
import type { Request } from 'express';
import { isLoopback } from '../http/loopback.js';

const FORWARDING = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

/**
 * Whether the request comes from this machine: over loopback, not handed on by a proxy, and under a name that a foreign
 * page cannot have (DNS rebinding).
 */
export function isLocalCaller(request: Request): boolean {
  const { localAddress = '', remoteAddress = '' } = request.socket;
  const overLoopback = [localAddress, remoteAddress].every((address) => isLoopback(address.replace(/^::ffff:/, '')));
  return overLoopback && !FORWARDING.some((header) => request.get(header) !== undefined) && isOwnName(request.hostname);
}

function isOwnName(name: string | undefined): boolean {
  return name === undefined || name === 'localhost' || isIP(name.replace(/^\[|\]$/g, '')) !== 0;
}
