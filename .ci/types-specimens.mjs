// types-specimens.mjs FOLDER FILE: writes what the tests sent as constants of Slack's types, for the compiler to check.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, file] = process.argv.slice(2);
const types = { blocks: 'Shown[]', view: 'Seen', options: 'PlainTextOption[]' };
const kinds = {};
const constants = new Set();
for (const name of readdirSync(folder).filter((each) => each.endsWith('.jsonl')).sort()) {
  for (const line of readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean)) {
    const { kind, json } = JSON.parse(line);
    constants.add(`${types[kind]} = ${JSON.stringify(json)};`);
  }
}
for (const constant of constants) {
  for (const [, type] of constant.matchAll(/"type":"([a-z_]+)"/g)) kinds[type] = (kinds[type] ?? 0) + 1;
}
if (constants.size < 100 || !kinds.modal || !kinds.home || !kinds.section || !kinds.actions) {
  console.error(`too few specimens to mean anything: ${constants.size}, of ${Object.keys(kinds).sort().join(' ')}`);
  process.exit(1);
}
const head = `import type { HomeView, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import type { DataVisualizationBlock } from './charts.js';
type Shown = KnownBlock | DataVisualizationBlock;
type Seen = (Omit<ModalView, 'blocks'> | Omit<HomeView, 'blocks'>) & { blocks: Shown[] };
`;
const body = [...constants].map((constant, at) => `export const c${at}: ${constant}`).join('\n');
writeFileSync(file, head + body + '\n');
console.log(`${constants.size} messages, views and lists of options, of ${Object.keys(kinds).length} kinds of parts`);
