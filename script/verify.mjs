// Holds a build against what it says of itself: node script/verify.mjs FOLDER. Every name with a hash is the hash of the file's bytes, every
// digest in integrity.json, in sw.js and in the pages is that of its file; and prints what a page may write into integrity="…".

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const out = process.argv[2];
const wrong = [];
const hash = (file, encoding) => createHash('sha256').update(readFileSync(join(out, file))).digest(encoding);
const digest = (file) => `sha256-${hash(file, 'base64')}`;
const files = readdirSync(out, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(out.replace(/\/*$/, '/').length));

const named = files.filter((file) => /\.[0-9a-f]{16}\.\w+$/.test(file));
for (const file of named) {
  if (file.split('.').at(-2) !== hash(file, 'hex').slice(0, 16)) wrong.push(`${file} is named by another hash`);
}

const integrity = JSON.parse(readFileSync(join(out, 'integrity.json'), 'utf8'));
// What is under both names: files, and their digests beside them in the scripts that load them.
const listed = (text) => [...text.matchAll(/"([\w./-]+\.\w+)"[:,]"(sha256-[\w+/]{43}=)"/g)].map(([, file, its]) => [file, its]);
const claims = Object.entries(integrity).map(([file, its]) => ['integrity.json', file, its]);
for (const script of files.filter((file) => file.endsWith('.js') && !file.startsWith('package/'))) {
  for (const [file, its] of listed(readFileSync(join(out, script), 'utf8'))) claims.push([script, file, its]);
}
for (const [where, file, its] of claims) {
  if (!existsSync(join(out, file))) wrong.push(`${where} names ${file}, which is not there`);
  else if (digest(file) !== its) wrong.push(`${where} gives ${file} another digest`);
}
const unlisted = files.filter((file) => !/^(package\/|integrity\.json$)/.test(file) && !integrity[file]);
for (const file of unlisted) wrong.push(`integrity.json leaves out ${file}`);
// A check that finds nothing to check is none.
if (!named.length || !claims.some(([where]) => where === 'sw.js') || !claims.some(([where]) => where === 'embed.js')) wrong.push('there is nothing to check');

for (const problem of wrong) console.error(problem);
if (wrong.length) process.exit(1);
for (const file of ['embed.js', 'embed.iife.js', 'embed.inline.js', 'frame-height.js']) console.log(`${digest(file)}  ${file}`);
console.error(`${named.length} names with a hash and ${claims.length} digests are true`);
