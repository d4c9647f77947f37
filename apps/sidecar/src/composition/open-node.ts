import { connectToNode, JmxClusterView, JmxRepairNode, type ConnectionState } from '@reaper-sidecar/jmx-adapter';
import type { Runtime } from '@reaper-sidecar/repair-core';
import type { JmxConfig } from '../config/config.js';
import type { ComponentState } from '../health/readiness.js';
import { jmxTls } from '../tls/client-tls.js';
import type { NodeParts } from './parts.js';

export function openNode(config: JmxConfig, runtime: Runtime): NodeParts {
  const { host, port, username, password } = config;
  const tls = jmxTls(config);
  const login = username === undefined || password === undefined ? {} : { username, password };
  const connection = connectToNode({ host, port, ...login, ...(tls && { tls }) }, runtime);
  return {
    node: new JmxRepairNode(connection),
    cluster: new JmxClusterView(connection, runtime.clock),
    jmx: () => describe(connection.state, `${host}:${port}`),
    close: () => connection.close(),
  };
}

function describe(connection: ConnectionState, address: string): ComponentState {
  switch (connection.state) {
    case 'connected':
      return { state: 'ready', detail: `connected to ${address}, Cassandra ${connection.releaseVersion}` };
    case 'unreachable':
      return { state: 'failing', detail: connection.message };
    case 'closed':
      return { state: 'failing', detail: 'closed' };
    default:
      return { state: 'starting', detail: `connecting to ${address}` };
  }
}
