import { JmxObjectNameError } from '../errors.js';
import { type KeyProperty, type ParsedObjectName, parseObjectName } from './parse-object-name.js';
import { wildcardMatches } from './wildcard.js';

/** The name of an MBean, or a pattern of names, with the rules of `javax.management.ObjectName`. Immutable. */
export class ObjectName {
  private readonly parsed: ParsedObjectName;
  private readonly sorted: readonly KeyProperty[];

  /** The domain, before the colon. */
  readonly domain: string;
  /** Equal for two names exactly when Java calls them equal: keys sorted, list pattern last. */
  readonly canonicalName: string;

  /** @throws JmxObjectNameError when the text is no valid name. */
  constructor(text: string) {
    if (typeof text !== 'string') throw new JmxObjectNameError(String(text), 'a string is needed');
    this.parsed = parseObjectName(text);
    this.domain = this.parsed.domain;
    this.sorted = [...this.parsed.properties].sort((a, b) => (a.key < b.key ? -1 : 1));
    this.canonicalName = this.withProperties(this.sorted);
  }

  /** The name itself, or the name made from a text. */
  static of(name: string | ObjectName): ObjectName {
    return name instanceof ObjectName ? name : new ObjectName(name);
  }

  /** A name from its parts; values are taken as they are, so quote them first where needed. */
  static from(domain: string, properties: Readonly<Record<string, string>>): ObjectName {
    const list = Object.entries(properties).map(([key, value]) => `${key}=${value}`);
    return new ObjectName(`${domain}:${list.join(',')}`);
  }

  /** Makes any text a valid property value. */
  static quote(text: string): string {
    return `"${text.replace(/[\\"*?]/g, '\\$&').replaceAll('\n', '\\n')}"`;
  }

  /** The text a quoted value stands for. @throws JmxObjectNameError when it is not properly quoted. */
  static unquote(quoted: string): string {
    if (!/^"(?:[^"\\\n*?]|\\[\\"*?n])*"$/.test(quoted)) throw new JmxObjectNameError(quoted, 'Argument not quoted');
    return quoted.slice(1, -1).replace(/\\(.)/g, (_, char: string) => (char === 'n' ? '\n' : char));
  }

  /** True for a pattern, of whatever kind. */
  get isPattern(): boolean {
    return this.isDomainPattern || this.isPropertyPattern;
  }

  get isDomainPattern(): boolean {
    return this.parsed.isDomainPattern;
  }

  get isPropertyPattern(): boolean {
    return this.isPropertyListPattern || this.isPropertyValuePattern;
  }

  get isPropertyListPattern(): boolean {
    return this.parsed.isPropertyListPattern;
  }

  get isPropertyValuePattern(): boolean {
    return this.parsed.properties.some(({ isPattern }) => isPattern);
  }

  /** The value of a key as written, quotes included; undefined when there is no such key. */
  getKeyProperty(key: string): string | undefined {
    return this.parsed.properties.find((property) => property.key === key)?.value;
  }

  /** All keys and values, in the order written. */
  get keyProperties(): ReadonlyMap<string, string> {
    return new Map(this.parsed.properties.map(({ key, value }) => [key, value]));
  }

  /** The key properties as written, without a list pattern. */
  get keyPropertyListString(): string {
    return listString(this.parsed.properties);
  }

  /** The key properties sorted by key, without a list pattern. */
  get canonicalKeyPropertyListString(): string {
    return listString(this.sorted);
  }

  /** Whether this pattern selects the name. A name without wildcards selects its equals; a pattern is never selected. */
  matches(name: string | ObjectName): boolean {
    const other = ObjectName.of(name);
    if (other.isPattern) return false;
    if (!this.isPattern) return this.equals(other);
    return this.matchesDomain(other) && this.matchesProperties(other);
  }

  private matchesDomain(other: ObjectName): boolean {
    return this.isDomainPattern ? wildcardMatches(other.domain, this.domain) : this.domain === other.domain;
  }

  private matchesProperties(other: ObjectName): boolean {
    if (!this.isPropertyListPattern && this.sorted.length !== other.sorted.length) return false;
    return this.sorted.every(({ key, value, isPattern }) => {
      const actual = other.getKeyProperty(key);
      if (actual === undefined) return false;
      return isPattern ? wildcardMatches(actual, value) : actual === value;
    });
  }

  equals(other: ObjectName): boolean {
    return this.canonicalName === other.canonicalName;
  }

  /** As Java prints it: properties in the order written, a list pattern last. */
  toString(): string {
    return this.withProperties(this.parsed.properties);
  }

  toJSON(): string {
    return this.toString();
  }

  /** Shows the name instead of its parts in `console.log`. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `ObjectName(${this.toString()})`;
  }

  private withProperties(properties: readonly KeyProperty[]): string {
    const list = properties.map(({ key, value }) => `${key}=${value}`);
    if (this.parsed.isPropertyListPattern) list.push('*');
    return `${this.domain}:${list.join(',')}`;
  }
}

function listString(properties: readonly KeyProperty[]): string {
  return properties.map(({ key, value }) => `${key}=${value}`).join(',');
}
