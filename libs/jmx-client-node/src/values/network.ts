import { isIPv6, SocketAddress } from 'node:net';
import { RawArray, type RawObject } from '../serialization/raw-values.js';
import { type ClassReader, type Mapping } from './value-mapper.js';

/** IPv4 addresses replace themselves by `java.net.InetAddress`; its `family` says nothing. */
function ipv4(object: RawObject): string {
  const address = Number(object.field('address')) >>> 0;
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 0xff).join('.');
}

/** Compressed as RFC 5952 wants it, with the scope if there is one. */
function ipv6(object: RawObject): string {
  const address = object.field('ipaddress');
  const bytes = address instanceof RawArray && address.bytes !== null ? address.bytes : Buffer.alloc(16);
  const groups = Array.from({ length: 8 }, (_, index) => bytes.readUInt16BE(index * 2).toString(16));
  const text = new SocketAddress({ address: groups.join(':'), family: 'ipv6' }).address;
  return text + scope(object);
}

function scope(object: RawObject): string {
  const name = object.field('ifname');
  if (object.field('scope_ifname_set') === true && typeof name === 'string') return `%${name}`;
  return object.field('scope_id_set') === true ? `%${String(object.field('scope_id'))}` : '';
}

function socketAddress(object: RawObject, mapping: Mapping): string {
  const host = String(mapping.value(object.field('addr')) ?? object.field('hostname') ?? '');
  return `${isIPv6(host.replace(/%.*/, '')) ? `[${host}]` : host}:${String(object.field('port'))}`;
}

/** Addresses become their text, so that they can be keys; a host name beside the address is dropped. */
export const NETWORK_READERS: Readonly<Record<string, ClassReader>> = {
  'java.net.InetAddress': ipv4,
  'java.net.Inet6Address': ipv6,
  'java.net.InetSocketAddress': socketAddress,
};
