/** Whether a release such as "4.1.10" or "6.0-alpha2" is the given one or later; false for what is no version. */
export function isAtLeast(release: string, major: number, minor: number): boolean {
  const [, first, second] = /^(\d+)\.(\d+)/.exec(release) ?? [];
  if (first === undefined || second === undefined) return false;
  return Number(first) > major || (Number(first) === major && Number(second) >= minor);
}
