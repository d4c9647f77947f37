import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUGS } from './bugs.js';
import { applyPatch, PatchMisfitError } from './patched-modules.js';

const sources = join(__dirname, '..', '..', '..', 'libs', 'repair-core', 'src');

describe('The bugs', () => {
  it('are at least twelve, each with a name of its own', () => {
    expect(new Set(BUGS.map(({ name }) => name)).size).toBe(BUGS.length);
    expect(BUGS.length).toBeGreaterThanOrEqual(12);
  });

  it.each(BUGS.flatMap(({ name, patches }) => patches.map((patch) => [name, patch] as const)))(
    '%s fits the sources',
    (_, patch) => {
      const source = readFileSync(join(sources, `${patch.file}.ts`), 'utf8');
      expect(applyPatch(source, patch)).not.toBe(source);
    },
  );

  it('fail loudly when their text is not there exactly once', () => {
    const patch = { file: 'x', text: 'if (a) b();', instead: 'b();' };
    expect(applyPatch('x; if (a)\n    b(); y;', patch)).toBe('x; b(); y;');
    expect(() => applyPatch('b();', patch)).toThrow(PatchMisfitError);
    expect(() => applyPatch('if (a) b(); if (a) b();', patch)).toThrow(/2 times in x/);
  });
});
