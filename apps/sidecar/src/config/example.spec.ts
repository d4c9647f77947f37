import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from './load-config.js';
import { listSettings } from './settings.js';

const EXAMPLE = join(__dirname, '..', '..', 'reaper-sidecar.example.yaml');

describe('The example configuration', () => {
  it('gives every default and changes nothing', () => {
    expect(loadConfig(EXAMPLE, {})).toEqual(loadConfig(undefined, {}));
  });

  it('names every setting', () => {
    const text = readFileSync(EXAMPLE, 'utf8');
    for (const { key } of listSettings()) expect(text).toMatch(new RegExp(`^ *(?:# )?${key}: `, 'm'));
  });
});
