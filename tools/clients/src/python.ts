import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { pythonPrograms } from '@reaper-sidecar/python-rig';
import { DOCUMENT, type Language } from './language.js';
import { step } from './step.js';

const TOOL = join(__dirname, '..');

const programs = () => pythonPrograms(join(TOOL, 'node_modules', '.cache', 'python'), join(TOOL, 'requirements.txt'));

/** openapi-python-client, compiled to bytecode. */
export const python: Language = {
  name: 'Python',
  build(folder) {
    const generate = ['generate', '--path', DOCUMENT, '--output-path', join(folder, 'client')];
    step(folder, join(programs(), 'openapi-python-client'), [...generate, '--meta', 'none', '--overwrite']);
    copyFileSync(join(TOOL, 'flows', 'python', 'flow.py'), join(folder, 'flow.py'));
    step(folder, join(programs(), 'python'), ['-m', 'compileall', '-q', '.']);
  },
  flow: (folder, env) => step(folder, join(programs(), 'python'), ['flow.py'], env),
};
