// Copies a built page and puts into it, in the places of German and of Arabic, English with accents, in brackets and half as long again: what
// shows none of that is written into the code, and what is too long is seen. For tests alone: node script/pseudo.mjs DIST FOLDER

import { createHash } from 'node:crypto';
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compiled, words } from './languages.mjs';

const [dist, folder] = process.argv.slice(2);
const PLACES = { de: 'one other', ar: 'zero one two few many other' };
const LETTERS = Object.fromEntries([...'aáeéiíoóuúyýcçnñsšzžAÁEÉIÍOÓUÚCÇNÑSŠ'].reduce((pairs, letter, n, all) => (n % 2 ? pairs : [...pairs, [letter, all[n + 1]]]), []));

/** The places for values stay as they are, and so do blanks at both ends. */
function pseudo(text) {
  const [, before, inner, after] = /^(\s*)(.*?)(\s*)$/s.exec(text);
  if (!/\p{L}/u.test(inner)) return text;
  const accented = inner.split(/(\{\w*\})/).map((part, n) => (n % 2 ? part : [...part].map((letter) => LETTERS[letter] ?? letter).join(''))).join('');
  const more = 'ëxtrá '.repeat(Math.ceil(inner.length * 0.4 / 6)).trim();
  return `${before}[${accented} ${more}]${after}`;
}

rmSync(folder, { recursive: true, force: true });
cpSync(dist, folder, { recursive: true });
const find = (start) => readdirSync(folder).find((file) => file.startsWith(start));
const digest = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
const write = (file, text) => {
  const named = file.replace(/(\.[^.]+)$/, `.${createHash('sha256').update(text).digest('hex').slice(0, 16)}$1`);
  writeFileSync(join(folder, named), text);
  return [named, digest(text)];
};

const all = words();
let index = readFileSync(join(folder, find('languages.')), 'utf8');
for (const [code, plurals] of Object.entries(PLACES)) {
  const categories = plurals.split(' ');
  const forms = ({ one, many }) => (many ? categories.map((category) => pseudo(category === 'one' ? one : many)) : [pseudo(one)]);
  const made = compiled(code, all, forms, { plurals: categories });
  const card = write(`languages/${code}.card.json`, JSON.stringify({ ...made.card, all: write(`languages/${code}.json`, made.all) }));
  const was = new RegExp(`"languages/${code}\\.card\\.\\w+\\.json","sha256-[^"]+"`);
  if (!was.test(index)) throw new Error(`${code} is not among the languages of ${dist}`);
  index = index.replace(was, card.map((part) => JSON.stringify(part)).join());
}
const named = write('languages.js', index);
for (const entry of ['embed.js', 'embed.iife.js']) {
  const file = join(folder, entry);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/"languages\.\w+\.js","sha256-[^"]+"/, named.map((part) => JSON.stringify(part)).join()));
}
