import { JmxObjectNameError } from '../errors.js';

export interface KeyProperty {
  readonly key: string;
  /** As written, quotes included. */
  readonly value: string;
  readonly isPattern: boolean;
}

export interface ParsedObjectName {
  readonly domain: string;
  readonly isDomainPattern: boolean;
  /** In the order written. */
  readonly properties: readonly KeyProperty[];
  /** True when the list ends in, or consists of, `*`: more properties may follow. */
  readonly isPropertyListPattern: boolean;
}

/**
 * Parses as `new javax.management.ObjectName(text)` of the JDK does, odd cases included.
 *
 * @throws JmxObjectNameError
 */
export function parseObjectName(text: string): ParsedObjectName {
  if (text === '') return { domain: '*', isDomainPattern: true, properties: [], isPropertyListPattern: true };
  const domainLength = findDomainEnd(text);
  const domain = text.slice(0, domainLength);
  const list = new PropertyListParser(text).parse(domainLength + 1);
  return { domain, isDomainPattern: /[*?]/.test(domain), ...list };
}

function findDomainEnd(text: string): number {
  const end = text.indexOf(':');
  const scanned = end < 0 ? text : text.slice(0, end);
  if (end < 0 && scanned.includes('=')) throw new JmxObjectNameError(text, 'Domain part must be specified');
  if (scanned.includes('\n')) throw new JmxObjectNameError(text, "Invalid character '\\n' in domain name");
  if (end < 0 || end === text.length - 1) throw new JmxObjectNameError(text, 'Key properties cannot be empty');
  return end;
}

const ESCAPABLE = '\\"?*n';

class PropertyListParser {
  private readonly properties: KeyProperty[] = [];
  private isPropertyListPattern = false;

  constructor(private readonly text: string) {}

  parse(start: number): Pick<ParsedObjectName, 'properties' | 'isPropertyListPattern'> {
    let at = start;
    while (at < this.text.length) at = this.text[at] === '*' ? this.listPattern(at) : this.property(at);
    return { properties: this.properties, isPropertyListPattern: this.isPropertyListPattern };
  }

  private listPattern(at: number): number {
    if (this.isPropertyListPattern) throw this.error("Cannot have several '*' characters in pattern property list");
    this.isPropertyListPattern = true;
    const next = this.text[at + 1];
    if (next !== undefined && next !== ',') {
      throw this.error("Invalid character found after '*': end of name or ',' expected");
    }
    return at + 2;
  }

  private property(start: number): number {
    const keyEnd = this.keyEnd(start);
    const key = this.text.slice(start, keyEnd);
    const valueStart = keyEnd + 1;
    const isQuoted = this.text[valueStart] === '"';
    const valueEnd = isQuoted ? this.quotedEnd(valueStart) : this.plainEnd(valueStart);
    const value = this.text.slice(valueStart, valueEnd);
    this.checkSeparator(valueEnd, isQuoted);
    this.add({ key, value, isPattern: isQuoted ? /[*?]/.test(withoutEscapes(value)) : /[*?]/.test(value) });
    return valueEnd + 1;
  }

  private keyEnd(start: number): number {
    if (this.text[start] === '=') throw this.error('Invalid key (empty)');
    for (let at = start; at < this.text.length; at++) {
      const char = this.text[at] as string;
      if (char === '=') return at;
      if ('*?,:\n'.includes(char)) throw this.error(`Invalid character '${shown(char)}' in key part of property`);
    }
    throw this.error('Unterminated key property part');
  }

  private quotedEnd(start: number): number {
    for (let at = start + 1; at < this.text.length; at++) {
      const char = this.text[at];
      if (char === '"') return at + 1;
      if (char === '\n') throw this.error('Newline in quoted value');
      if (char === '\\') this.checkEscape(this.text[++at]);
    }
    throw this.error('Unterminated quoted value');
  }

  private checkEscape(char: string | undefined): void {
    if (char === undefined) throw this.error('Unterminated quoted value');
    if (!ESCAPABLE.includes(char)) throw this.error(`Invalid escape sequence '\\${char}' in quoted value`);
  }

  private plainEnd(start: number): number {
    for (let at = start; at < this.text.length; at++) {
      const char = this.text[at] as string;
      if (char === ',') return at;
      if ('=:"\n'.includes(char)) throw this.error(`Invalid character '${shown(char)}' in value part of property`);
    }
    return this.text.length;
  }

  /**
   * The JDK looks only whether the value ends one character before the name does; what that character is in the middle
   * of a name it does not check, so `d:a="x"yb=1` has the keys `a` and `b`.
   */
  private checkSeparator(valueEnd: number, isQuoted: boolean): void {
    if (valueEnd !== this.text.length - 1) return;
    throw this.error(isQuoted ? `Invalid ending character \`${this.text[valueEnd]}'` : 'Invalid ending comma');
  }

  private add(property: KeyProperty): void {
    if (this.properties.some(({ key }) => key === property.key)) {
      throw this.error(`key \`${property.key}' already defined`);
    }
    this.properties.push(property);
  }

  private error(reason: string): JmxObjectNameError {
    return new JmxObjectNameError(this.text, reason);
  }
}

function withoutEscapes(quoted: string): string {
  return quoted.replace(/\\./g, '');
}

function shown(char: string): string {
  return char === '\n' ? '\\n' : char;
}
