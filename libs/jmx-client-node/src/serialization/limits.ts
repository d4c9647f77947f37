/** Bounds on what one reply may make this process hold. A reply that breaks one fails with `JMX_LIMIT_EXCEEDED`. */
export interface DecodeLimits {
  /** Nesting of objects inside objects. @default 200 */
  readonly maxDepth: number;
  /** Objects, strings, arrays and class descriptors in one reply. @default 2_000_000 */
  readonly maxHandles: number;
  /** Encoded length of one string. @default 67_108_864 (64 MiB) */
  readonly maxStringBytes: number;
  /** Elements of one array. @default 16_777_216 */
  readonly maxArrayLength: number;
  /** Size of one reply. @default 268_435_456 (256 MiB) */
  readonly maxMessageBytes: number;
}

export const DEFAULT_DECODE_LIMITS: DecodeLimits = Object.freeze({
  maxDepth: 200,
  maxHandles: 2_000_000,
  maxStringBytes: 64 * 1024 * 1024,
  maxArrayLength: 16 * 1024 * 1024,
  maxMessageBytes: 256 * 1024 * 1024,
});
