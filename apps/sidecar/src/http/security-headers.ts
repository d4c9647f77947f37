import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Headers against framing, sniffing and foreign scripts. No HTTPS is forced: TLS ends in front of the sidecar. */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: { directives: { 'upgrade-insecure-requests': null, 'frame-ancestors': ["'none'"] } },
    strictTransportSecurity: false,
  });
}
