import { StreamWriter } from '../serialization/stream-writer.js';
import { type ObjectId } from './object-id.js';
import { type RmiMethod } from './rmi-methods.js';

export const MESSAGE = { CALL: 0x50, RETURN: 0x51, PING: 0x52, PING_ACK: 0x53 } as const;

/**
 * A call: `50`, then one serialization stream whose first block holds ObjID, `int` operation, `long` hash and the
 * arguments that are primitives, followed by the other arguments.
 */
export function encodeCall(target: ObjectId, method: RmiMethod, writeArguments: (out: StreamWriter) => void): Buffer {
  const writer = new StreamWriter('rmi');
  writer.blockBytes(target.bytes);
  writer.blockInt32(method.operation);
  writer.blockInt64(method.hash);
  writeArguments(writer);
  return Buffer.concat([Buffer.from([MESSAGE.CALL]), writer.toBuffer()]);
}
