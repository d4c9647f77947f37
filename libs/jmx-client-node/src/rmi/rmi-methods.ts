/** What the reply to a method holds after its header. */
export type ResultKind = 'void' | 'boolean' | 'object';

/** A remote method: by hash (`operation` -1), or by number and the hash of the interface as registries want it. */
export interface RmiMethod {
  readonly name: string;
  readonly operation: number;
  readonly hash: bigint;
  readonly result: ResultKind;
}

function method(name: string, hash: bigint, result: ResultKind = 'object'): RmiMethod {
  return { name, hash, result, operation: -1 };
}

/**
 * Methods of `javax.management.remote.rmi.RMIConnection`. The hash is made of name and descriptor and is the same in
 * every Java version: the first eight bytes of their SHA-1, read little-endian.
 */
export const RMI_CONNECTION = {
  addNotificationListeners: method('addNotificationListeners', -5321691879380783377n),
  close: method('close', -4742752445160157748n, 'void'),
  createMBean: method('createMBean', 2510753813974665446n),
  createMBeanWithParams: method('createMBean', 4867822117947806114n),
  fetchNotifications: method('fetchNotifications', -5037523307973544478n),
  getAttribute: method('getAttribute', -1089783104982388203n),
  getAttributes: method('getAttributes', 6285293806596348999n),
  getConnectionId: method('getConnectionId', -67907180346059933n),
  getDefaultDomain: method('getDefaultDomain', 6047668923998658472n),
  getDomains: method('getDomains', -6662314179953625551n),
  getMBeanCount: method('getMBeanCount', -2042362057335820635n),
  getMBeanInfo: method('getMBeanInfo', -7404813916326233354n),
  getObjectInstance: method('getObjectInstance', 6950095694996159938n),
  invoke: method('invoke', 1434350937885235744n),
  isInstanceOf: method('isInstanceOf', -2147516868461740814n, 'boolean'),
  isRegistered: method('isRegistered', 8325683335228268564n, 'boolean'),
  queryMBeans: method('queryMBeans', 2915881009400597976n),
  queryNames: method('queryNames', 9152567528369059802n),
  removeNotificationListeners: method('removeNotificationListeners', 2549120024456183446n, 'void'),
  setAttribute: method('setAttribute', 6738606893952597516n, 'void'),
  setAttributes: method('setAttributes', -230470228399681820n),
  unregisterMBean: method('unregisterMBean', -159498580868721452n, 'void'),
} as const;

/** Methods of `javax.management.remote.rmi.RMIServer`. */
export const RMI_SERVER = {
  newClient: method('newClient', -1089742558549201240n),
} as const;

const REGISTRY_INTERFACE_HASH = 4905912898345647071n;

/** Methods of `java.rmi.registry.Registry`, by number: the registry of Java 8 knows no hashes. */
export const REGISTRY = {
  lookup: { name: 'lookup', operation: 2, hash: REGISTRY_INTERFACE_HASH, result: 'object' },
} as const satisfies Record<string, RmiMethod>;

const DGC_INTERFACE_HASH = -669196253586618813n;

/** Methods of `java.rmi.dgc.DGC`, which every RMI port serves. */
export const DGC = {
  clean: { name: 'clean', operation: 0, hash: DGC_INTERFACE_HASH, result: 'void' },
  dirty: { name: 'dirty', operation: 1, hash: DGC_INTERFACE_HASH, result: 'object' },
} as const satisfies Record<string, RmiMethod>;
