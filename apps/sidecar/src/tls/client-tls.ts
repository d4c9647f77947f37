import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { checkServerIdentity, type ConnectionOptions } from 'node:tls';

/** TLS to a port of the own node, as it is set. */
export interface ClientTlsSettings {
  readonly host: string;
  readonly tls: boolean;
  readonly tlsCa?: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly tlsServerName?: string;
  readonly tlsVerifyName: boolean;
}

export type ClientTlsSetting = 'tls' | 'tlsCa' | 'tlsCert' | 'tlsKey' | 'tlsServerName' | 'tlsVerifyName';

export interface ClientTlsMistake {
  readonly setting: ClientTlsSetting;
  readonly message: string;
}

const PEM_CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** Everything that is wrong with the settings and their files. */
export function clientTlsMistakes(settings: ClientTlsSettings): ClientTlsMistake[] {
  const { tls, tlsCa, tlsCert, tlsKey, tlsServerName, tlsVerifyName } = settings;
  const given = (['tlsCa', 'tlsCert', 'tlsKey', 'tlsServerName'] as const).filter(
    (name) => settings[name] !== undefined,
  );
  if (!tls) return given.map((setting) => ({ setting, message: 'is set, but tls is not true' }));
  if (tlsCert === undefined && tlsKey !== undefined)
    return [{ setting: 'tlsCert', message: 'is missing, but tlsKey is set' }];
  if (tlsCert !== undefined && tlsKey === undefined)
    return [{ setting: 'tlsKey', message: 'is missing, but tlsCert is set' }];
  if (tlsServerName !== undefined && !tlsVerifyName) {
    return [{ setting: 'tlsServerName', message: 'has no effect while tlsVerifyName is false' }];
  }
  return [
    ...(tlsCa === undefined ? [] : mistakeOf('tlsCa', () => certificatesIn(tlsCa))),
    ...(tlsCert === undefined || tlsKey === undefined ? [] : pairMistakes(tlsCert, tlsKey)),
  ];
}

function pairMistakes(certFile: string, keyFile: string): ClientTlsMistake[] {
  const wrong = [
    ...mistakeOf('tlsCert', () => certificatesIn(certFile)),
    ...mistakeOf('tlsKey', () => createPrivateKey(readFileSync(keyFile))),
  ];
  const fits = () => certificatesIn(certFile)[0]?.checkPrivateKey(createPrivateKey(readFileSync(keyFile)));
  if (wrong.length > 0 || fits()) return wrong;
  return [{ setting: 'tlsKey', message: `${keyFile} is not the key of the first certificate in ${certFile}` }];
}

function mistakeOf(setting: ClientTlsSetting, read: () => unknown): ClientTlsMistake[] {
  try {
    read();
    return [];
  } catch (error) {
    return [{ setting, message: `cannot be used: ${(error as Error).message}` }];
  }
}

function certificatesIn(file: string): readonly X509Certificate[] {
  const texts = readFileSync(file, 'utf8').match(PEM_CERTIFICATE) ?? [];
  if (texts.length === 0) throw new Error(`${file} has no PEM certificate`);
  return texts.map((text) => new X509Certificate(text));
}

/** What both clients are given: PEM texts, of files that are known to be good. */
interface Pem {
  readonly ca?: Buffer;
  readonly cert?: Buffer;
  readonly key?: Buffer;
}

function readPem({ tlsCa, tlsCert, tlsKey }: ClientTlsSettings): Pem {
  return {
    ...(tlsCa !== undefined && { ca: readFileSync(tlsCa) }),
    ...(tlsCert !== undefined && { cert: readFileSync(tlsCert) }),
    ...(tlsKey !== undefined && { key: readFileSync(tlsKey) }),
  };
}

/**
 * For CQL. The certificate is for the address that is connected to or for the name of the own node: the driver looks
 * names up first, and other nodes stand in for the own one.
 *
 * @returns undefined without TLS
 */
export function cqlTls(settings: ClientTlsSettings): ConnectionOptions | undefined {
  if (!settings.tls) return undefined;
  const { host, tlsServerName, tlsVerifyName } = settings;
  return {
    ...readPem(settings),
    rejectUnauthorized: true,
    checkServerIdentity: (address, certificate) => {
      const wrongName = checkServerIdentity(tlsServerName ?? host, certificate);
      return tlsVerifyName && wrongName && checkServerIdentity(address, certificate) ? wrongName : undefined;
    },
  };
}

/** For JMX. @returns undefined without TLS */
export function jmxTls(settings: ClientTlsSettings) {
  if (!settings.tls) return undefined;
  const { tlsServerName: serverName, tlsVerifyName: verifyHostName } = settings;
  return { ...readPem(settings), verifyHostName, ...(serverName !== undefined && { serverName }) };
}
