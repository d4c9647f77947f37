import { WeakPasswordError } from '../errors/auth-errors.js';
import { COMMON_WORDS } from './common-passwords.js';

export const MIN_PASSWORD_LENGTH = 12;
/** Longer ones cost time and add nothing. */
export const MAX_PASSWORD_LENGTH = 256;
const FEWEST_DIFFERENT_CHARACTERS = 5;

const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

/** @throws WeakPasswordError that says which rule is broken, never the password */
export function checkPassword(password: string, userName: string): void {
  const length = [...password].length;
  if (length < MIN_PASSWORD_LENGTH)
    throw new WeakPasswordError(`The password needs at least ${MIN_PASSWORD_LENGTH} characters`);
  if (length > MAX_PASSWORD_LENGTH)
    throw new WeakPasswordError(`The password can have at most ${MAX_PASSWORD_LENGTH} characters`);
  const lower = password.toLowerCase();
  if (new Set(lower).size < FEWEST_DIFFERENT_CHARACTERS)
    throw new WeakPasswordError('The password repeats few characters');
  if (isBuiltFrom(lower, userName)) throw new WeakPasswordError('The password is made of the user name');
  if (isCommon(lower)) throw new WeakPasswordError('The password is made of common words and numbers');
}

function isBuiltFrom(password: string, userName: string): boolean {
  const rest = letters(password.replaceAll(userName, ''));
  return password.includes(userName) && (userName.length > 3 || rest.length < 4) && rest.length < 8;
}

function isCommon(password: string): boolean {
  return [password, unmasked(password)].some((text) => consistsOfWords(letters(text)));
}

function unmasked(password: string): string {
  const inner = password.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return [...inner].map((character) => LOOKALIKES[character] ?? character).join('');
}

function letters(text: string): string {
  return text.replace(/[^\p{L}]/gu, '');
}

/** Whether the text can be cut into common words without a rest; digits alone count as none. */
function consistsOfWords(text: string): boolean {
  const reachable = [true];
  for (let end = 1; end <= text.length; end++) {
    reachable[end] = reachable.some((begins, start) => begins && COMMON_WORDS.has(text.slice(start, end)));
  }
  return reachable[text.length] === true;
}
