// Makes mock-interview.html, the page that is one file: script/build --single. Called by script/bundle.mjs before it names its files.

import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const PAGE = 'mock-interview.html';
/** What a bank of the page's own would need is left out: here there is only the one. */
const OTHERS = /^built\/(reader-|bank\.md$)/;
const WORDS = 'The questions are inside this file, packed with the program: where WebAssembly is allowed, it shows them.';

/** `inside` are the files that embed.inline.js holds by the names that it imports them by, `program` its other aliases, `grader` those of the grader. */
export function single({ out, bundle, inside, program, grader }) {
  const sizes = [];
  const contents = [];
  const carry = (name, content) => {
    sizes.push([name, content.length]);
    contents.push(content);
  };
  const written = (name, text) => {
    writeFileSync(join(out, name), text);
    return resolve(out, name);
  };
  /** A module that finds the file in what was unpacked. */
  const carried = (name, path) => {
    carry(name, readFileSync(path));
    const found = `globalThis.mockInterviewFiles[${JSON.stringify(name)}]`;
    return written(`carried-${sizes.length}.mjs`, `export default ${path.endsWith('.wasm') ? found : `new TextDecoder().decode(${found})`};`);
  };
  const all = (files) => Object.fromEntries(Object.entries(files).map(([name, path]) => [name, carried(name, path)]));

  bundle('static/grader.js', 'carried-grader.js', { alias: { ...grader.program, ...all(grader.inside) } });
  const words = written('carried-words.mjs', `export default ${JSON.stringify(WORDS)};`);
  const nothing = written('carried-nothing.mjs', 'export default undefined;');
  const alias = Object.entries(inside).map(([name, path]) => {
    if (OTHERS.test(name)) return [name, name.endsWith('.md') ? words : nothing];
    if (name === 'built/grader.js') return [name, resolve(out, 'carried-grader.js')];
    return [name, carried(name, path)];
  });
  bundle('static/embed.js', 'carried-program.js', { format: 'iife', alias: { ...program, ...Object.fromEntries(alias) } });
  carry('program.js', readFileSync(join(out, 'carried-program.js')));

  const raw = Buffer.concat(contents);
  const packed = execFileSync('xz', ['--format=lzma', '--lzma1=preset=9e,lc=4,lp=0,pb=0', '--stdout'], { input: raw, maxBuffer: 2 * raw.length });
  bundle('static/one-file.js', 'carried-start.js', { format: 'iife', alias: { files: written('carried-files.mjs', `export const FILES = ${JSON.stringify(sizes)};`) } });
  bundle('static/site/page.css', 'carried-page.css', { loader: { '.css': 'css' } });
  const texts = {
    ICON: readFileSync('static/site/icon.svg', 'base64'),
    STYLE: readFileSync(join(out, 'carried-page.css'), 'utf8').trim(),
    PACKED: packed.toString('base64'),
    SCRIPT: readFileSync(join(out, 'carried-start.js'), 'utf8').trim(),
  };
  const template = readFileSync('static/one-file.html', 'utf8').replace(/^ *<!--.*-->\n/gm, '');
  writeFileSync(join(out, PAGE), template.replace(/\b(ICON|STYLE|PACKED|SCRIPT)\b/g, (name) => texts[name]));
  for (const file of readdirSync(out).filter((file) => file.startsWith('carried-'))) rmSync(join(out, file));
}
