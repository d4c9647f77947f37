/** Port of a registry when a URL names none. */
const DEFAULT_REGISTRY_PORT = 1099;

export interface RegistryAddress {
  readonly host: string;
  readonly port: number;
  /** Name of the connector in the registry. */
  readonly registryName: string;
}

const SERVICE_URL =
  /^service:jmx:rmi:\/\/[^/]*\/jndi\/rmi:\/\/(\[[0-9a-fA-F:.%]+\]|[^/:[\]]*)(?::(\d{1,5}))?\/([^/?#]+)$/;

/**
 * Takes `service:jmx:rmi:///jndi/rmi://host:port/jmxrmi` apart; null for any other text. The address in front of
 * `/jndi/` says where the server listens and is ignored by clients.
 */
export function parseServiceUrl(url: string): RegistryAddress | null {
  const match = SERVICE_URL.exec(url);
  if (match === null) return null;
  const [, host = '', port, registryName = ''] = match;
  const address = {
    host: host === '' ? 'localhost' : host.replace(/^\[|\]$/g, ''),
    port: port === undefined ? DEFAULT_REGISTRY_PORT : Number(port),
    registryName,
  };
  return address.port >= 1 && address.port <= 65_535 ? address : null;
}
