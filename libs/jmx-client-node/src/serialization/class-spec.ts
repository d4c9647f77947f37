import { type RawField } from './raw-values.js';
import { SC } from './stream-constants.js';

/** A class as we describe it to the server. The serialVersionUID must be the one of the server's class. */
export interface ClassSpec {
  readonly name: string;
  readonly serialVersionUid: bigint;
  readonly flags: number;
  /** In stream order: primitives by name, then references by name. */
  readonly fields: readonly FieldSpec[];
  readonly superClass: ClassSpec | null;
}

/** `typeName` is the JVM descriptor and present for references only, e.g. `Ljava/util/List;`. */
export interface FieldSpec extends RawField {
  readonly typeName?: string;
}

const PLAIN = SC.SERIALIZABLE;
const WITH_DATA = SC.SERIALIZABLE | SC.WRITE_METHOD;

function spec(
  name: string,
  serialVersionUid: bigint,
  fields: readonly FieldSpec[] = [],
  options: { flags?: number; superClass?: ClassSpec } = {},
): ClassSpec {
  return { name, serialVersionUid, fields, flags: options.flags ?? PLAIN, superClass: options.superClass ?? null };
}

function reference(name: string, typeName: string): FieldSpec {
  return { type: typeName.startsWith('[') ? '[' : 'L', name, typeName };
}

const STRING = 'Ljava/lang/String;';
const OBJECT = 'Ljava/lang/Object;';
const NUMBER = spec('java.lang.Number', -8742448824652078965n);

function box(name: string, uid: bigint, type: FieldSpec['type'], superClass?: ClassSpec): ClassSpec {
  return spec(name, uid, [{ type, name: 'value' }], superClass === undefined ? {} : { superClass });
}

const ARRAY_LIST = spec('java.util.ArrayList', 8683452581122892189n, [{ type: 'I', name: 'size' }], {
  flags: WITH_DATA,
});
const HASH_MAP = spec(
  'java.util.HashMap',
  362498820763181265n,
  [
    { type: 'F', name: 'loadFactor' },
    { type: 'I', name: 'threshold' },
  ],
  { flags: WITH_DATA },
);
const HASH_SET = spec('java.util.HashSet', -5024744406713321676n, [], { flags: WITH_DATA });
const QUERY_EVAL = spec('javax.management.QueryEval', 2675899265640874796n);

/** The classes this library can write, with the values `ObjectStreamClass` gives for them on Java 8 to 25. */
export const CLASSES = {
  Boolean: box('java.lang.Boolean', -3665804199014368530n, 'Z'),
  Byte: box('java.lang.Byte', -7183698231559129828n, 'B', NUMBER),
  Character: box('java.lang.Character', 3786198910865385080n, 'C'),
  Short: box('java.lang.Short', 7515723908773894738n, 'S', NUMBER),
  Integer: box('java.lang.Integer', 1360826667806852920n, 'I', NUMBER),
  Long: box('java.lang.Long', 4290774380558885855n, 'J', NUMBER),
  Float: box('java.lang.Float', -2671257302660747028n, 'F', NUMBER),
  Double: box('java.lang.Double', -9172774392245257468n, 'D', NUMBER),
  Enum: spec('java.lang.Enum', 0n, [], { flags: SC.SERIALIZABLE | SC.ENUM }),
  ArrayList: ARRAY_LIST,
  HashMap: HASH_MAP,
  LinkedHashMap: spec('java.util.LinkedHashMap', 3801124242820219131n, [{ type: 'Z', name: 'accessOrder' }], {
    superClass: HASH_MAP,
  }),
  HashSet: HASH_SET,
  LinkedHashSet: spec('java.util.LinkedHashSet', -2851667679971038690n, [], { superClass: HASH_SET }),
  CollSer: spec('java.util.CollSer', 6309168927139932177n, [{ type: 'I', name: 'tag' }], { flags: WITH_DATA }),
  Vector: spec(
    'java.util.Vector',
    -2767605614048989439n,
    [
      { type: 'I', name: 'capacityIncrement' },
      { type: 'I', name: 'elementCount' },
      reference('elementData', '[Ljava/lang/Object;'),
    ],
    { flags: WITH_DATA },
  ),
  Date: spec('java.util.Date', 7523967970034938905n, [], { flags: WITH_DATA }),
  Uuid: spec('java.util.UUID', -4856846361193249489n, [
    { type: 'J', name: 'leastSigBits' },
    { type: 'J', name: 'mostSigBits' },
  ]),
  ObjectName: spec('javax.management.ObjectName', 1081892073854801359n, [], { flags: WITH_DATA }),
  Attribute: spec('javax.management.Attribute', 2484220110589082382n, [
    reference('name', STRING),
    reference('value', OBJECT),
  ]),
  AttributeList: spec('javax.management.AttributeList', -4077085769279709076n, [], { superClass: ARRAY_LIST }),
  NotificationFilterSupport: spec('javax.management.NotificationFilterSupport', 6579080007561786969n, [
    reference('enabledTypes', 'Ljava/util/List;'),
  ]),
  AttributeChangeNotificationFilter: spec('javax.management.AttributeChangeNotificationFilter', -6347317584796410029n, [
    reference('enabledAttributes', 'Ljava/util/Vector;'),
  ]),
  InstanceOfQueryExp: spec(
    'javax.management.InstanceOfQueryExp',
    -1081892073854801359n,
    [reference('classNameValue', 'Ljavax/management/StringValueExp;')],
    { superClass: QUERY_EVAL },
  ),
  StringValueExp: spec('javax.management.StringValueExp', -3256390509806284044n, [reference('val', STRING)]),
  MarshalledObject: spec('java.rmi.MarshalledObject', 8988374069173025854n, [
    { type: 'I', name: 'hash' },
    reference('locBytes', '[B'),
    reference('objBytes', '[B'),
  ]),
  ObjId: spec('java.rmi.server.ObjID', -6386392263968365220n, [
    { type: 'J', name: 'objNum' },
    reference('space', 'Ljava/rmi/server/UID;'),
  ]),
  Uid: spec('java.rmi.server.UID', 1086053664494604050n, [
    { type: 'S', name: 'count' },
    { type: 'J', name: 'time' },
    { type: 'I', name: 'unique' },
  ]),
  Vmid: spec('java.rmi.dgc.VMID', -538642295484486218n, [
    reference('addr', '[B'),
    reference('uid', 'Ljava/rmi/server/UID;'),
  ]),
  Lease: spec('java.rmi.dgc.Lease', -5713411624328831948n, [
    { type: 'J', name: 'value' },
    reference('vmid', 'Ljava/rmi/dgc/VMID;'),
  ]),
} as const satisfies Record<string, ClassSpec>;

/** Java compares the serialVersionUID of arrays too little to refuse one, but the true ones cost nothing. */
const ARRAY_UIDS: Readonly<Record<string, bigint>> = {
  '[Ljava.lang.String;': -5921575005990323385n,
  '[Ljava.lang.Object;': -8012369246846506644n,
  '[Ljava.lang.Integer;': -101421563860753893n,
  '[Ljava.lang.Long;': 9070542887271031595n,
  '[Ljava.lang.Double;': -2228528061661948250n,
  '[Ljavax.management.ObjectName;': 1262009912426809838n,
  '[Ljava.rmi.MarshalledObject;': -7032315260797228034n,
  '[Ljava.rmi.server.ObjID;': -8713620060265225090n,
  '[B': -5984413125824719648n,
  '[S': -1188055269542874886n,
  '[I': 5600894804908749477n,
  '[J': 8655923659555304851n,
  '[C': -5753798564021173076n,
  '[Z': 6309297032502205922n,
  '[F': 836686056779680834n,
  '[D': 4514449696888150558n,
};

/** `className` as `Class.getName()` gives it, e.g. `[I` or `[Ljava.lang.String;`. */
export function arrayClass(className: string): ClassSpec {
  return spec(className, ARRAY_UIDS[className] ?? 0n);
}

export function enumClass(className: string): ClassSpec {
  return spec(className, 0n, [], { flags: SC.SERIALIZABLE | SC.ENUM, superClass: CLASSES.Enum });
}
