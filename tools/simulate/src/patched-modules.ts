import Module from 'node:module';
import { sep } from 'node:path';
import { type Bug, type Patch } from './bugs.js';

/** A patch does not fit the sources: the rule was written anew, and so must its bug be. */
export class PatchMisfitError extends Error {
  readonly code = 'PATCH_MISFIT';

  constructor({ file, text }: Patch, found: number) {
    super(`The text «${text}» was found ${found} times in ${file}, expected once; adapt tools/simulate/src/bugs.ts`);
  }
}

/** @throws PatchMisfitError unless the text occurs exactly once */
export function applyPatch(source: string, patch: Patch): string {
  const words = patch.text.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const parts = source.split(new RegExp(words.join(String.raw`\s+`)));
  if (parts.length !== 2) throw new PatchMisfitError(patch, parts.length - 1);
  return parts.join(patch.instead);
}

interface Compiling {
  _compile(this: object, source: string, file: string): unknown;
}

/** Has this thread load repair-core with the bug in it. To be called before repair-core is loaded. */
export function plant({ patches }: Bug): { readonly planted: () => number } {
  const modules = Module.prototype as unknown as Compiling;
  const compile = modules._compile;
  const done = new Set<Patch>();
  modules._compile = function (source, file) {
    let patched = source;
    for (const patch of patches.filter((one) => isFile(file, one))) {
      patched = applyPatch(patched, patch);
      done.add(patch);
    }
    return compile.call(this, patched, file);
  };
  return { planted: () => done.size };
}

function isFile(path: string, { file }: Patch): boolean {
  return path.endsWith(['', 'repair-core', 'dist', ...file.split('/')].join(sep) + '.js');
}
