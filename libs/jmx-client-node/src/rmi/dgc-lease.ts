import { randomBytes } from 'node:crypto';
import { CLASSES } from '../serialization/class-spec.js';
import { java } from '../serialization/java-builders.js';
import { JavaObject, type JavaValue } from '../serialization/java-value.js';
import { RawObject, type RawValue } from '../serialization/raw-values.js';
import { type StreamWriter } from '../serialization/stream-writer.js';
import { type ObjectId } from './object-id.js';
import { DGC, type RmiMethod } from './rmi-methods.js';

/** What JDK clients ask for; the server grants what it is configured to. */
const REQUESTED_LEASE_MS = 600_000n;
/** A lease is renewed after this part of it, so that one renewal may fail. */
const RENEW_AFTER = 1 / 3;

interface UidParts {
  readonly unique: number;
  readonly time: bigint;
  readonly count: number;
}

function uid({ unique, time, count }: UidParts): JavaObject {
  return new JavaObject(CLASSES.Uid, { [CLASSES.Uid.name]: { fields: { count, time, unique } } });
}

/** This process, as DGC servers know it. */
const VMID = new JavaObject(CLASSES.Vmid, {
  [CLASSES.Vmid.name]: {
    fields: {
      addr: java.bytes(randomBytes(8)),
      uid: uid({ unique: randomBytes(4).readInt32BE(0), time: BigInt(Date.now()), count: 0 }),
    },
  },
});

/** Servers ignore what is not newer than the last they saw from this process. */
let lastSequenceNumber = 0n;

function nextSequenceNumber(): bigint {
  lastSequenceNumber += 1n;
  return lastSequenceNumber;
}

export type DgcCall = (method: RmiMethod, write: (out: StreamWriter) => void) => Promise<RawValue | boolean>;

/**
 * A lease on a remote object, renewed until released: RMI's distributed garbage collection. Half of it is worse than
 * none, since a server closes connections whose lease ran out even while they are in use.
 */
export class DgcLease {
  private timer: NodeJS.Timeout | null = null;
  private isReleased = false;
  private readonly ids: JavaValue;

  constructor(
    objectId: ObjectId,
    private readonly call: DgcCall,
  ) {
    this.ids = java.array('java.rmi.server.ObjID', [serialized(objectId)]);
  }

  /** Takes the lease and keeps it. */
  async acquire(): Promise<void> {
    const grantedMs = await this.dirty();
    this.schedule(Math.max(1, grantedMs * RENEW_AFTER));
  }

  private schedule(delayMs: number): void {
    if (this.isReleased) return;
    this.timer = setTimeout(() => void this.renew(delayMs), delayMs).unref();
  }

  private async renew(delayMs: number): Promise<void> {
    // A failed renewal is tried again in time; if the server is gone, the heartbeat finds out.
    await this.dirty().catch(() => undefined);
    this.schedule(delayMs);
  }

  /** Resolves to the milliseconds granted. */
  private async dirty(): Promise<number> {
    const lease = new JavaObject(CLASSES.Lease, {
      [CLASSES.Lease.name]: { fields: { value: REQUESTED_LEASE_MS, vmid: VMID } },
    });
    const granted = await this.call(DGC.dirty, (out) => {
      out.value(this.ids);
      out.blockInt64(nextSequenceNumber());
      out.value(lease);
    });
    return Number(granted instanceof RawObject ? granted.field('value') : REQUESTED_LEASE_MS);
  }

  stopRenewing(): void {
    this.isReleased = true;
    if (this.timer !== null) clearTimeout(this.timer);
  }

  /** Gives the lease back; the server may then drop the object. */
  async release(): Promise<void> {
    this.stopRenewing();
    await this.call(DGC.clean, (out) => {
      out.value(this.ids);
      out.blockInt64(nextSequenceNumber());
      out.value(VMID);
      out.blockBoolean(false);
    });
  }
}

/** The form as an object, whose fields are in another order than in the header of a call. */
function serialized({ bytes }: ObjectId): JavaObject {
  const space = uid({ unique: bytes.readInt32BE(8), time: bytes.readBigInt64BE(12), count: bytes.readInt16BE(20) });
  return new JavaObject(CLASSES.ObjId, {
    [CLASSES.ObjId.name]: { fields: { objNum: bytes.readBigInt64BE(0), space } },
  });
}
