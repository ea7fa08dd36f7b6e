// Makes mock-interview.html, the page that is one file. Called by script/bundle.mjs before it names its files.

import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const PAGE = 'mock-interview.html';
/** What a bank of the page's own would need is left out: one that is put into the file is compiled already (static/carry.js). */
const OTHERS = /^built\/(reader-|bank\.md$)/;
/** What another bank takes the place of. */
const OF_BANK = /^built\/(answers|rubrics)\.txt$/;
/** What static/one-file.js hands to the program. */
const HANDED = 'globalThis.mockInterviewFiles';

/**
 * What the packed bytes are written with, seven letters for six bytes: base64 would be an eighth more. It is ASCII, so what takes the file for
 * a text of another encoding does no harm; without the letters that HTML, ends of lines or old systems give a meaning.
 */
const MEANT = [0x08, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b, 0x26, 0x3c, 0x7f, 0x01];
const LETTERS = String.fromCharCode(...Array.from({ length: 127 }, (_, n) => n + 1).filter((code) => !MEANT.includes(code)));

function inLetters(bytes) {
  const whole = Buffer.concat([bytes, Buffer.alloc((6 - (bytes.length % 6)) % 6)]);
  let text = '';
  for (let at = 0; at < whole.length; at += 6) {
    let number = whole.readUIntBE(at, 6);
    let group = '';
    for (let n = 0; n < 7; n += 1) {
      group = LETTERS[number % LETTERS.length] + group;
      number = Math.floor(number / LETTERS.length);
    }
    text += group;
  }
  return text;
}

/** `inside` are the files that embed.inline.js holds by the names that it imports them by, `program` its other aliases, `grader` those of the grader. */
export function single({ out, bundle, inside, program, grader }) {
  const packs = { packed: [], 'built-in': [] };
  const carry = (name, content) => packs[OF_BANK.test(name) ? 'built-in' : 'packed'].push([name, content]);
  const written = (name, text) => {
    writeFileSync(join(out, name), text);
    return resolve(out, name);
  };
  let count = 0;
  /** A module that finds the file in what was unpacked. */
  const carried = (name, path) => {
    carry(name, readFileSync(path));
    const found = `${HANDED}[${JSON.stringify(name)}]`;
    return written(`carried-${(count += 1)}.mjs`, `export default ${path.endsWith('.wasm') ? found : `new TextDecoder().decode(${found})`};`);
  };
  const all = (files) => Object.fromEntries(Object.entries(files).map(([name, path]) => [name, carried(name, path)]));

  bundle('static/grader.js', 'carried-grader.js', { alias: { ...grader.program, ...all(grader.inside) } });
  const nothing = written('carried-nothing.mjs', 'export default undefined;');
  const alias = Object.entries(inside).map(([name, path]) => {
    if (OTHERS.test(name)) return [name, nothing];
    if (name === 'built/grader.js') return [name, resolve(out, 'carried-grader.js')];
    return [name, carried(name, path)];
  });
  // A bank that was put in is the one of this page.
  const built = written('carried-built.mjs', `import { BANK as OURS, CARD } from ${JSON.stringify(program.built)};
    import { CARRIED } from 'one-file';
    export const BANK = { ...OURS, ...CARRIED };
    export { CARD };`);
  const oneFile = written('carried-one-file.mjs', `const { carried, page } = ${HANDED};
    export const PAGE = page;
    export const CARRIED = carried.bank && { ...carried, questions: +carried.questions };`);
  const plain = resolve('static/one-file-plain.js');
  bundle('static/embed.js', 'carried-program.js', { format: 'iife', alias: { ...program, built, plain, 'one-file': oneFile, ...Object.fromEntries(alias) } });
  carry('program.js', readFileSync(join(out, 'carried-program.js')));
  // In this order they pack best.
  packs.packed.reverse();

  const pack = (files) => {
    const raw = Buffer.concat(files.map(([, content]) => content));
    return inLetters(execFileSync('xz', ['--format=lzma', '--lzma1=preset=9e,lc=4,lp=0,pb=0', '--stdout'], { input: raw, maxBuffer: 2 * raw.length + 1000 }));
  };
  const sizes = Object.entries(packs).map(([id, files]) => [id, files.map(([name, { length }]) => [name, length])]);
  const files = written('carried-files.mjs', `export const FILES = ${JSON.stringify(Object.fromEntries(sizes))};\nexport const LETTERS = ${JSON.stringify(LETTERS)};`);
  bundle('static/one-file.js', 'carried-start.js', { format: 'iife', alias: { files } });
  bundle('static/site/page.css', 'carried-page.css', { loader: { '.css': 'css' } });
  const texts = {
    ICON: readFileSync('static/site/icon.svg', 'base64'),
    // Beside this page there are no others, and no newer ones.
    STYLE: readFileSync(join(out, 'carried-page.css'), 'utf8').trim().replace(/[^{}]*(header nav|#news)[^{}]*\{[^{}]*\}/g, ''),
    PACKED: pack(packs.packed),
    BUILT_IN: pack(packs['built-in']),
    SCRIPT: readFileSync(join(out, 'carried-start.js'), 'utf8').trim(),
  };
  const template = readFileSync('static/one-file.html', 'utf8').replace(/^ *<!--.*-->\n/gm, '');
  writeFileSync(join(out, PAGE), template.replace(/\b(ICON|STYLE|PACKED|BUILT_IN|SCRIPT)\b/g, (name) => texts[name]));
  for (const file of readdirSync(out).filter((file) => file.startsWith('carried-'))) rmSync(join(out, file));
}
