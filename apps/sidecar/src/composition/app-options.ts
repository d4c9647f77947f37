import type { Config } from '../config/config.js';
import type { AppOptions } from '../http/create-app.js';
import { isLoopback } from '../http/loopback.js';
import { webDirectory } from './web-directory.js';

/** The HTTP side as the settings want it. */
export function appOptionsOf({ http, tls, web }: Config): AppOptions {
  const { requestsPerSecond, callerRequestsPerSecond, maxConnections } = http;
  const directory = web.directory ?? webDirectory();
  return {
    loopback: isLoopback(http.address),
    ...(directory !== undefined && { webDirectory: directory }),
    ...(http.basePath !== undefined && { basePath: http.basePath }),
    limits: {
      requestsPerSecond,
      burst: 2 * requestsPerSecond,
      callerRequestsPerSecond,
      callerBurst: 2 * callerRequestsPerSecond,
      maxConnections,
    },
    trustedProxies: listOf(http.trustedProxies),
    allowedOrigins: listOf(http.allowedOrigins),
    ...(tls.cert !== undefined &&
      tls.key !== undefined && {
        tls: {
          certFile: tls.cert,
          keyFile: tls.key,
          clientCertificates: tls.clientCertificates,
          ...(tls.clientCa !== undefined && { clientCaFile: tls.clientCa }),
        },
      }),
  };
}

function listOf(text = ''): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
