// types-manifest.mjs FILE MANIFEST...: writes the manifests as constants of the type in which Slack's own library takes
// them, for the compiler to check: no unknown field, and only scopes and events that there are.
import { readFileSync, writeFileSync } from 'node:fs';

const [file, ...manifests] = process.argv.slice(2);
const head = `import type { AppsManifestCreateArguments } from '@slack/web-api';
type Manifest = AppsManifestCreateArguments['manifest'];
`;
const body = manifests.map((each, at) => `export const m${at}: Manifest = ${readFileSync(each, 'utf8').trim()};`);
writeFileSync(file, head + body.join('\n') + '\n');
