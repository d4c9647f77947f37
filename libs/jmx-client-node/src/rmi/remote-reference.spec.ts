import { inspect } from 'node:util';
import { type ClassSpec } from '../serialization/class-spec.js';
import { decodeStream } from '../serialization/incremental-decoder.js';
import { JavaObject } from '../serialization/java-value.js';
import { marshalledBytes } from '../serialization/marshalled-object.js';
import { encodeUtf } from '../serialization/modified-utf8.js';
import { readRemoteReference } from './remote-reference.js';

const OBJECT_ID = Buffer.from('97d5e529d912667080bc2ce7000001a20239972d8001', 'hex');

function spec(name: string, flags: number, superClass: ClassSpec | null = null, field?: string): ClassSpec {
  const fields = field === undefined ? [] : ([{ type: 'L', name: field, typeName: 'Ljava/lang/Object;' }] as const);
  return { name, serialVersionUid: 2n, flags, fields, superClass };
}

const REMOTE_OBJECT = spec('java.rmi.server.RemoteObject', 0x03);
const port = (value: number) => Buffer.from([0, 0, value >> 8, value & 0xff]);
const tail = Buffer.concat([OBJECT_ID, Buffer.from([1])]);

interface Parts {
  readonly kind: string;
  readonly head: Buffer;
  readonly factory?: string;
}

function stub({ kind, head, factory }: Parts, className = 'a.Some_Stub'): JavaObject {
  return new JavaObject(spec(className, 0x02, REMOTE_OBJECT), {
    [REMOTE_OBJECT.name]: {
      data: (out) => {
        out.blockBytes(Buffer.concat([encodeUtf(kind), head]));
        if (factory !== undefined) out.value(new JavaObject(spec(factory, 0x02), {}));
        out.blockBytes(tail);
      },
    },
  });
}

const read = (object: JavaObject) => readRemoteReference(decodeStream(marshalledBytes(object)));
const plainHead = Buffer.concat([encodeUtf('10.0.0.9'), port(7199)]);
const format = (value: number) => Buffer.concat([Buffer.from([value]), plainHead]);

describe('a remote reference', () => {
  it.each([
    ['UnicastRef', { kind: 'UnicastRef', head: plainHead }, false],
    ['UnicastRef2 without factory', { kind: 'UnicastRef2', head: format(0) }, false],
    [
      'UnicastRef2 with the SSL factory',
      { kind: 'UnicastRef2', head: format(1), factory: 'javax.rmi.ssl.SslRMIClientSocketFactory' },
      true,
    ],
  ])('is read from a %s', (_, parts, tls) => {
    const reference = read(stub(parts));
    expect(reference).toMatchObject({ host: '10.0.0.9', port: 7199, tls });
    expect(reference.objectId.bytes).toEqual(OBJECT_ID);
  });

  it('is read from the handler of a dynamic proxy', () => {
    const handler = stub({ kind: 'UnicastRef', head: plainHead }, 'java.rmi.server.RemoteObjectInvocationHandler');
    const proxy = new JavaObject(spec('java.lang.reflect.Proxy', 0x02, null, 'h'), {
      'java.lang.reflect.Proxy': { fields: { h: handler } },
    });
    expect(read(proxy)).toMatchObject({ host: '10.0.0.9', port: 7199 });
  });

  it.each([
    ['another kind of reference', stub({ kind: 'ActivatableRef', head: plainHead }), /"ActivatableRef"/],
    ['another factory', stub({ kind: 'UnicastRef2', head: format(1), factory: 'a.Custom' }), /socket factory/],
    ['no remote object', new JavaObject(spec('a.B', 0x02), {}), /no remote object/],
    ['too few bytes', stub({ kind: 'UnicastRef', head: encodeUtf('host') }), /not a valid|no valid/],
  ])('that is %s is refused', (_, object, message) => {
    expect(() => read(object)).toThrow(message);
  });

  it('does not show the ObjID, which is as good as a password', () => {
    const reference = read(stub({ kind: 'UnicastRef', head: plainHead }));
    const shown = inspect(reference, { depth: 9 }) + JSON.stringify(reference) + String(reference.objectId);
    expect(shown).not.toMatch(/97d5e5|97 d5|151,213/);
  });
});
