import { arrayClass, type ClassSpec, type FieldSpec } from '../serialization/class-spec.js';
import { java } from '../serialization/java-builders.js';
import { JavaArray, JavaObject, type JavaValue } from '../serialization/java-value.js';
import { encodeUtf } from '../serialization/modified-utf8.js';
import { StreamWriter } from '../serialization/stream-writer.js';

/** Messages as a server sends them, for the fake. */
export function acknowledgement(): Buffer {
  return Buffer.concat([Buffer.from([0x4e]), encodeUtf('127.0.0.1'), Buffer.from([0, 0, 0x30, 0x39])]);
}

function reply(returnType: number, write: (out: StreamWriter) => void): Buffer {
  const out = new StreamWriter('rmi');
  out.blockBytes(Buffer.concat([Buffer.from([returnType]), Buffer.alloc(14, 7)]));
  write(out);
  return Buffer.concat([Buffer.from([0x51]), out.toBuffer()]);
}

export const voidReply = (): Buffer => reply(1, () => undefined);
export const booleanReply = (value: boolean): Buffer => reply(1, (out) => out.blockBoolean(value));
export const objectReply = (value: JavaValue): Buffer => reply(1, (out) => out.value(value));

function spec(
  name: string,
  fields: readonly FieldSpec[],
  superClass: ClassSpec | null = null,
  flags = 0x02,
): ClassSpec {
  return { name, serialVersionUid: 2n, flags, fields, superClass };
}

const REMOTE_OBJECT = spec('java.rmi.server.RemoteObject', [], null, 0x03);
const REMOTE_STUB = spec('java.rmi.server.RemoteStub', [], REMOTE_OBJECT);

/** A generated stub with a UnicastRef to this machine. */
export function stub(className: string, port: number, objectNumber: bigint): JavaObject {
  const numbers = Buffer.alloc(27);
  numbers.writeInt32BE(port, 0);
  numbers.writeBigInt64BE(objectNumber, 4);
  const ref = Buffer.concat([encodeUtf('UnicastRef'), encodeUtf('127.0.0.1'), numbers]);
  return new JavaObject(spec(className, [], REMOTE_STUB), {
    [REMOTE_OBJECT.name]: { data: (out) => out.blockBytes(ref) },
  });
}

const THROWABLE = spec(
  'java.lang.Throwable',
  [
    { type: 'L', name: 'cause', typeName: 'Ljava/lang/Throwable;' },
    { type: 'L', name: 'detailMessage', typeName: 'Ljava/lang/String;' },
  ],
  null,
  0x03,
);
const EXCEPTION = spec('java.lang.Exception', [], THROWABLE);
const SUPERCLASS: Readonly<Record<string, ClassSpec>> = {
  'java.rmi.NoSuchObjectException': spec('java.rmi.RemoteException', [], EXCEPTION),
  'java.rmi.ServerException': spec('java.rmi.RemoteException', [], EXCEPTION),
};

export function throwable(className: string, message: string | null): JavaObject {
  return new JavaObject(spec(className, [], SUPERCLASS[className] ?? EXCEPTION), {
    [THROWABLE.name]: { fields: { detailMessage: message } },
  });
}

export function exceptionReply(className: string, message: string | null): Buffer {
  return reply(2, (out) => out.value(throwable(className, message)));
}

const EVENT_OBJECT = spec('java.util.EventObject', []);
const STRING = 'Ljava/lang/String;';
const OBJECT = 'Ljava/lang/Object;';
const NOTIFICATION = spec(
  'javax.management.Notification',
  [
    { type: 'J', name: 'sequenceNumber' },
    { type: 'J', name: 'timeStamp' },
    { type: 'L', name: 'message', typeName: STRING },
    { type: 'L', name: 'source', typeName: OBJECT },
    { type: 'L', name: 'type', typeName: STRING },
    { type: 'L', name: 'userData', typeName: OBJECT },
  ],
  EVENT_OBJECT,
  0x03,
);
const TARGETED = spec('javax.management.remote.TargetedNotification', [
  { type: 'L', name: 'id', typeName: 'Ljava/lang/Integer;' },
  { type: 'L', name: 'notif', typeName: 'Ljavax/management/Notification;' },
]);
const RESULT = spec('javax.management.remote.NotificationResult', [
  { type: 'J', name: 'earliestSequenceNumber' },
  { type: 'J', name: 'nextSequenceNumber' },
  { type: '[', name: 'targetedNotifications', typeName: '[Ljavax/management/remote/TargetedNotification;' },
]);

export function notification(type: string, sequenceNumber: number): JavaObject {
  return new JavaObject(NOTIFICATION, {
    [NOTIFICATION.name]: {
      fields: {
        sequenceNumber,
        timeStamp: 1_700_000_000_000,
        message: `${type} ${sequenceNumber}`,
        source: 'source',
        type,
      },
    },
  });
}

export function notificationResult(
  earliest: bigint,
  next: bigint,
  items: readonly { readonly id: number; readonly notification: JavaObject }[],
): JavaObject {
  const targeted = items.map(
    ({ id, notification: notif }) =>
      new JavaObject(TARGETED, { [TARGETED.name]: { fields: { id: java.int(id), notif } } }),
  );
  const array = new JavaArray(arrayClass('[Ljavax.management.remote.TargetedNotification;'), targeted);
  return new JavaObject(RESULT, {
    [RESULT.name]: {
      fields: { earliestSequenceNumber: earliest, nextSequenceNumber: next, targetedNotifications: array },
    },
  });
}

/** Answer to addNotificationListeners. */
export function listenerIds(...ids: number[]): JavaArray {
  return java.array(
    'java.lang.Integer',
    ids.map((id) => java.int(id)),
  );
}

/** A result in the middle of which the server gave up: TC_EXCEPTION inside a list. */
export function abortedReply(unserializableClass: string): Buffer {
  const list = objectReply(java.list(['before', 'END']));
  const at = list.indexOf(Buffer.from([0x74, 0, 3, 0x45, 0x4e, 0x44]));
  const exception = new StreamWriter('rmi');
  exception.value(throwable('java.io.NotSerializableException', unserializableClass));
  return Buffer.concat([list.subarray(0, at), Buffer.from([0x7b]), exception.toBuffer().subarray(4)]);
}
