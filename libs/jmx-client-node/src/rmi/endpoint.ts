import { isIP } from 'node:net';
import { checkServerIdentity, type ConnectionOptions, type SecureVersion } from 'node:tls';

/** How to speak TLS to a server. */
export interface JmxTlsOptions {
  /** Authorities to trust, PEM. @default the ones Node.js trusts */
  readonly ca?: string | Buffer | readonly (string | Buffer)[] | undefined;
  /** Certificate of the client, PEM, for servers that ask for one. */
  readonly cert?: string | Buffer | undefined;
  /** Key of that certificate, PEM. */
  readonly key?: string | Buffer | undefined;
  /** Certificate and key of the client as PKCS#12, what Java calls a keystore; instead of `cert` and `key`. */
  readonly pfx?: Buffer | undefined;
  /** Passphrase of `key` or `pfx`. */
  readonly passphrase?: string | undefined;
  /** Name the certificate must be for. @default the host connected to */
  readonly serverName?: string | undefined;
  /** False accepts certificates for any host name (the chain is still verified). @default true */
  readonly verifyHostName?: boolean | undefined;
  /** False accepts any certificate at all. @default true */
  readonly rejectUnauthorized?: boolean | undefined;
  /** Lowest protocol version, e.g. `TLSv1.3`. @default the one of Node.js */
  readonly minVersion?: SecureVersion | undefined;
  /** False when only the connector speaks TLS and the registry does not, as in a JVM with `registry.ssl=false`. @default true */
  readonly registry?: boolean | undefined;
}

/** One listening socket of a server. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
  /** Null for a plain connection. */
  readonly tls: JmxTlsOptions | null;
}

export function toNodeTlsOptions({ host, port, tls }: Endpoint): ConnectionOptions {
  const options: ConnectionOptions = { host, port };
  if (tls?.ca !== undefined) options.ca = Array.isArray(tls.ca) ? [...(tls.ca as string[])] : (tls.ca as string);
  if (tls?.cert !== undefined) options.cert = tls.cert;
  if (tls?.key !== undefined) options.key = tls.key;
  if (tls?.pfx !== undefined) options.pfx = tls.pfx;
  if (tls?.passphrase !== undefined) options.passphrase = tls.passphrase;
  if (tls?.minVersion !== undefined) options.minVersion = tls.minVersion;
  options.rejectUnauthorized = tls?.rejectUnauthorized ?? true;
  const name = tls?.serverName ?? host;
  // An IP address must not be sent as server name (RFC 6066), but certificates may well be for one.
  if (isIP(name) === 0) options.servername = name;
  options.checkServerIdentity =
    tls?.verifyHostName === false ? () => undefined : (_, certificate) => checkServerIdentity(name, certificate);
  return options;
}
