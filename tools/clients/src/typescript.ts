import { copyFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DOCUMENT, type Language } from './language.js';
import { step } from './step.js';

const COMPILER_OPTIONS = { module: 'nodenext', target: 'es2022', strict: true, types: ['node'], outDir: 'dist' };

const program = (name: string, path: string) => join(dirname(require.resolve(`${name}/package.json`)), path);

/** @hey-api/openapi-ts, checked by the compiler of TypeScript. */
export const typescript: Language = {
  name: 'TypeScript',
  build(folder) {
    const config = { compilerOptions: COMPILER_OPTIONS, include: ['*.ts', 'client/**/*.ts'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    const generate = ['-i', DOCUMENT, '-o', join(folder, 'client'), '-c', '@hey-api/client-fetch', '--no-log-file'];
    step(folder, process.execPath, [program('@hey-api/openapi-ts', 'bin/run.js'), ...generate]);
    copyFileSync(join(__dirname, '..', 'flows', 'typescript', 'flow.ts'), join(folder, 'flow.ts'));
    step(folder, process.execPath, [program('typescript', 'bin/tsc'), '-p', 'tsconfig.json']);
  },
  flow: (folder, env) => step(folder, process.execPath, ['dist/flow.js'], env),
};
