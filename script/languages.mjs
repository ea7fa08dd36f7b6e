// The catalogues of the interface. Finds the words in the source, holds static/languages/*.po against them, and makes what the widget loads:
//   node script/languages.mjs             says what is missing, too much or wrong; the build does the same, and fails
//   node script/languages.mjs --update    brings the catalogues up to date: adds what is new without words, and takes out what has gone
//   node script/languages.mjs --list      prints all words

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Found by NODE_PATH: the tools have a folder of their own. Only what reads catalogues needs it. */
const parser = () => createRequire(import.meta.url)('gettext-parser');
const FOLDER = 'static/languages';
/** CLDR's order, which is that of the forms in a catalogue. */
const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];
/** What is counted here are whole numbers below a million: forms that only others have need no words. */
const FORMS = { de: 'one other', es: 'one other', fr: 'one other', pt: 'one other', ru: 'one few many', hi: 'one other', zh: 'other', ja: 'other', ar: CATEGORIES.join(' ') };
const FLAG = 'python-brace-format';

const files = (folder, ending) => readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(ending)).map((file) => join(folder, file)).sort();
const STRING = String.raw`"((?:[^"\\]|\\[^])*)"`;
const IN_RUST = new RegExp(String.raw`(?<![\w.])(?:(t|key)\(\s*${STRING}|(n|form)\(\s*${STRING},\s*${STRING})`, 'g');
const IN_JS = /(?<![\w.])t\((?:'((?:[^'\\]|\\.)*)'|"([^"]*)")(,)?/g;

const unescaped = (text) => text
  .replace(/\\\n\s*/g, '')
  .replace(/\\u\{(\w+)\}/g, (_, code) => String.fromCodePoint(parseInt(code, 16)))
  .replace(/\\n/g, '\n').replace(/\\(.)/g, '$1');
const withoutComments = (source) => source.replace(/^\s*\/\/.*$/gm, '');

/** All words of the interface: one form or two, the files they are in, and whether the start card or the program has them. */
export function words() {
  const found = new Map();
  const add = (file, where, one, many) => {
    const known = found.get(one) ?? found.set(one, { one, many, files: new Set() }).get(one);
    if (known.many !== many) throw new Error(`${file}: “${one}” is counted in one place and not in another`);
    known.files.add(file);
    known[where] = true;
  };
  for (const file of files('src', '.rs')) {
    for (const [, , single, , one, many] of withoutComments(readFileSync(file, 'utf8')).matchAll(IN_RUST)) {
      add(file, 'program', unescaped(single ?? one), many && unescaped(many));
    }
  }
  for (const file of readdirSync('static').filter((file) => file.endsWith('.js')).map((file) => join('static', file)).sort()) {
    for (const [, single, double, counts] of withoutComments(readFileSync(file, 'utf8')).matchAll(IN_JS)) {
      const english = single?.replace(/\\(.)/g, '$1') ?? double;
      if (counts) add(file, 'card', `{}${english}`, `{}${english}s`);
      else add(file, 'card', english);
    }
  }
  return [...found.values()];
}

const places = (text) => [...text.matchAll(/\{(\w*)\}/g)].map(([, name]) => name);

/** What is wrong with the words themselves: the values are put into the places by their order. */
function slips({ one, many }) {
  const names = places(many ?? one);
  const isTwice = names.some((name, n) => names.indexOf(name) !== n);
  const isOther = many && places(one).some((name, n) => name !== names[n]);
  return isTwice || isOther ? [`“${one}”: its places need names, each its own${many ? ', and in the order of the other form' : ''}`] : [];
}

function wrong({ one, many }, forms, categories) {
  const wanted = places(many ?? one);
  const may = many ? wanted.filter((name) => ['', 'number'].includes(name) || !places(one).includes(name)) : [];
  return forms.flatMap((form, n) => {
    const is = places(form);
    const lacks = wanted.filter((name) => !is.includes(name) && !(may.includes(name) && ['zero', 'one', 'two'].includes(categories[n])));
    const more = is.filter((name, n) => !wanted.includes(name) || is.indexOf(name) !== n);
    return [...lacks.map((name) => `lacks {${name}}`), ...more.map((name) => `has no place for {${name}}`)];
  }).map((what) => `“${one}” ${what}`);
}

/** The plural rule of the file, as other tools have it, against the browser's. */
function rule(code, headers) {
  const [, count, says] = /nplurals=(\d+);\s*plural=([^;]+)/.exec(headers['Plural-Forms'] ?? '') ?? [];
  const categories = FORMS[code].split(' ');
  if (+count !== categories.length) return [`Plural-Forms: ${categories.length} forms (${categories.join(', ')})`];
  const place = new Function('n', `return Number(${says.replace(/[^\w\s()<>=!&|?:%+-]/g, '')})`);
  const rules = new Intl.PluralRules(code);
  const other = Array.from({ length: 1000 }, (_, n) => n).find((n) => categories[place(n)] !== rules.select(n));
  return other === undefined ? [] : [`Plural-Forms: ${other} is “${rules.select(other)}”, not “${categories[place(other)]}”`];
}

/** A catalogue by its words; throws where it does not fit them. */
export function catalogue(code, all = words()) {
  const file = `${FOLDER}/${code}.po`;
  const { headers, translations } = parser().po.parse(readFileSync(file));
  const entries = translations[''];
  const categories = FORMS[code].split(' ');
  const told = [...all.flatMap(slips), ...rule(code, headers)];
  const known = new Map(all.map((entry) => [entry.one, entry]));
  for (const { msgid, msgid_plural: plural } of Object.values(entries)) {
    if (msgid && (!known.has(msgid) || known.get(msgid).many !== plural)) told.push(`“${msgid}” is in no source`);
  }
  for (const entry of all) {
    const forms = entries[entry.one]?.msgstr ?? [];
    const count = entry.many ? categories.length : 1;
    if (!forms.some(Boolean)) told.push(`“${entry.one}” is missing`);
    else if (forms.length !== count || !forms.every(Boolean)) told.push(`“${entry.one}” has ${forms.filter(Boolean).length} of ${count} forms`);
    else told.push(...wrong(entry, forms, categories));
  }
  if (told.length) throw new Error(told.map((what) => `${file}: ${what}`).join('\n'));
  return new Map(all.map((entry) => [entry.one, entries[entry.one].msgstr]));
}

/** As src/bank/hash.rs has it, in eight letters: the low four bits of each. */
export function name(text) {
  const hash = new TextEncoder().encode(text).reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);
  return [...hash.toString(16).padStart(8, '0')].map((digit) => 'pabcdefghijklmno'[parseInt(digit, 16)]).join('');
}

/**
 * What is loaded of a language: the words of the start card by themselves, and those of the program by their hashes, since it has the English
 * ones already. `forms` gives the forms of an entry. Their places bear numbers, by the order of the English words.
 */
export function compiled(code, all, forms, { dir = code === 'ar' ? 'rtl' : 'ltr', plurals = FORMS[code].split(' ') } = {}) {
  const numbered = ({ one, many }) => forms({ one, many }).map((form) => form.replace(/\{(\w*)\}/g, (_, name) => `{${places(many ?? one).indexOf(name)}}`));
  const program = all.filter(({ program }) => program).map((entry) => [name(entry.one), numbered(entry).join('\n'), parseInt([...name(entry.one)].map((letter) => (letter.charCodeAt() & 15).toString(16)).join(''), 16)]);
  program.sort(([, , a], [, , b]) => a - b);
  const twice = program.find(([name], n) => n && program[n - 1][0] === name);
  if (twice) throw new Error(`two texts have the hash of “${twice[1]}”: put one of them in other words`);
  const card = all.filter(({ card }) => card).map((entry) => [entry.one, entry.many ? forms(entry) : forms(entry)[0]]);
  return {
    all: JSON.stringify({ code, dir, ...Object.fromEntries(program.map(([name, text]) => [name, text])) }),
    card: { dir, plurals, words: Object.fromEntries(card) },
  };
}

/** There is a catalogue for each. */
export const codes = () => readdirSync(FOLDER).filter((file) => file.endsWith('.po')).map((file) => file.slice(0, -3)).sort();

/** Keeps what fits, in the order of the source. */
function update(code, all) {
  const { po } = parser();
  const file = `${FOLDER}/${code}.po`;
  const data = po.parse(readFileSync(file));
  const before = data.translations[''];
  const entry = ({ one, many, files }) => {
    const is = before[one]?.msgid_plural === many ? before[one] : undefined;
    const flags = (is?.comments?.flag ?? '').split(/,\s*/).filter((flag) => flag && flag !== FLAG);
    if (places(many ?? one).length) flags.push(FLAG);
    const comments = { ...is?.comments, reference: [...files].join('\n'), flag: flags.join(', ') };
    return [one, { msgid: one, msgid_plural: many, msgstr: is?.msgstr ?? Array(many ? FORMS[code].split(' ').length : 1).fill(''), comments }];
  };
  data.translations[''] = Object.fromEntries([['', before['']], ...all.map(entry)]);
  writeFileSync(file, `${po.compile(data, { foldLength: 0 }).toString().trimEnd()}\n`);
}

if (process.argv[1]?.endsWith('languages.mjs')) {
  const all = words();
  if (process.argv[2] === '--list') {
    all.forEach(({ one, many }, n) => console.log(`${n + 1} ${one}${many ? ` | ${many}` : ''}`));
  } else if (process.argv[2] === '--update') {
    codes().forEach((code) => update(code, all));
  } else {
    const told = codes().flatMap((code) => {
      try {
        catalogue(code, all);
        return [];
      } catch (error) {
        return [error.message];
      }
    });
    for (const code of codes()) {
      const entries = Object.values(parser().po.parse(readFileSync(`${FOLDER}/${code}.po`)).translations['']).filter(({ msgid }) => msgid);
      const left = entries.filter(({ comments }) => /\bfuzzy\b/.test(comments?.flag)).length;
      console.log(`${code}: ${entries.length} entries, ${left} of them wait for review`);
    }
    told.forEach((what) => console.error(what));
    process.exitCode = told.length ? 1 : 0;
  }
}
