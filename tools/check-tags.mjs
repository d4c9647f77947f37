/** Fails when a project lacks its `type:` or `platform:` tag: without them no import rule applies to it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspace } from './prepare.mjs';

const untagged = ['apps', 'libs', 'tools']
  .flatMap((folder) => readdirSync(join(workspace, folder)).map((name) => join(folder, name, 'package.json')))
  .filter((file) => existsSync(join(workspace, file)))
  .filter((file) => {
    const tags = JSON.parse(readFileSync(join(workspace, file), 'utf8')).nx?.tags ?? [];
    return !['type:', 'platform:'].every((axis) => tags.filter((tag) => tag.startsWith(axis)).length === 1);
  });

if (untagged.length > 0) {
  process.stderr.write(
    `Each project needs one "type:" and one "platform:" tag under "nx.tags" in package.json:\n${untagged.join('\n')}\n`,
  );
  process.exit(1);
}
