#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import type * as Program from './run.js';

// Before anything is loaded. The young generation keeps its first size and code is compact: about 10 MB less.
// Sizes themselves cannot be set here, only on the command line of Node.js.
setFlagsFromString('--semi-space-growth-factor=1');
setFlagsFromString('--optimize-for-size');

const { run } = require('./run.js') as typeof Program;

void run(process.argv.slice(2));
