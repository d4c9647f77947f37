import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';

/** Whether clients show certificates: not asked for, asked for and checked if shown, or needed to connect. */
export const CLIENT_CERTIFICATES = ['off', 'request', 'require'] as const;
export type ClientCertificates = (typeof CLIENT_CERTIFICATES)[number];

/** PEM files of the own port. */
export interface TlsFiles {
  readonly certFile: string;
  readonly keyFile: string;
  /** Authorities of client certificates. */
  readonly clientCaFile?: string;
  readonly clientCertificates: ClientCertificates;
}

/** The files cannot be used. */
export class TlsFilesError extends Error {
  override readonly name = 'TlsFilesError';
  readonly code = 'TLS_FILES';
}

export interface TlsMaterial {
  readonly cert: Buffer;
  readonly key: Buffer;
  readonly ca?: Buffer;
}

/** What a TLS server needs. @throws TlsFilesError when a file is missing, is no PEM or does not fit the others */
export function readTlsFiles({ certFile, keyFile, clientCaFile }: TlsFiles): TlsMaterial {
  const options = {
    cert: read(certFile),
    key: read(keyFile),
    ...(clientCaFile !== undefined && { ca: read(clientCaFile) }),
  };
  try {
    createSecureContext(options);
  } catch (error) {
    const files = [certFile, keyFile, ...(clientCaFile === undefined ? [] : [clientCaFile])].join(', ');
    throw new TlsFilesError(`${files} cannot be used together: ${(error as Error).message}`, { cause: error });
  }
  return options;
}

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new TlsFilesError(`${path} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}
