import { UnexpectedAnswerError } from './java-values.js';

/** The Cassandra release a node runs: what its MBeans offer follows from it. */
export class CassandraRelease {
  private constructor(
    /** As the node reports it, for example `5.0.9` or `6.0-alpha2`. */
    readonly text: string,
    readonly major: number,
    readonly minor: number,
  ) {}

  static parse(text: string): CassandraRelease {
    const [, major, minor] = /^(\d{1,3})\.(\d{1,3})(?!\d)/.exec(text) ?? [];
    if (major === undefined || minor === undefined) {
      throw new UnexpectedAnswerError('ReleaseVersion', 'a version such as 5.0.9', text);
    }
    return new CassandraRelease(text, Number(major), Number(minor));
  }

  atLeast(major: number, minor: number): boolean {
    return this.major > major || (this.major === major && this.minor >= minor);
  }

  /** 4.0 gave nodes an address with port, and every member that names nodes a twin with it. */
  get namesNodesWithPort(): boolean {
    return this.atLeast(4, 0);
  }
}
