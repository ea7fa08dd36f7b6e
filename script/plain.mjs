// Writes programs a second time, as plain JavaScript, for where WebAssembly is forbidden: node script/plain.mjs FOLDER FILE...
// makes plain-x.mjs of x_bg.wasm. It exports `open`, which takes the imports of one instance and gives back its exports, as the browser would
// of the WebAssembly. So both are driven by the same glue.
//
// binaryen's wasm2js does it. What it has no JavaScript for is lowered before: what WebAssembly has learnt since its first version, the table
// in which wasm-bindgen keeps the browser's objects, and functions with several results. What it writes for one instance a page is made fit for many.

import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { FEATURES } from './features.mjs';

const LOWERED = ['llvm-memory-copy-fill', 'llvm-nontrapping-fptoint', 'signext'].map((pass) => `--${pass}-lowering`);
const [folder, ...programs] = process.argv.slice(2);
const run = (tool, ...args) => promisify(execFile)(tool, ['--mvp-features', ...FEATURES, ...args]);
const NAME = String.raw`\$(?:"(?:[^"\\]|\\.)*"|[^\s()]+)`;

/** What the pattern finds, which has to be there once. */
function only(text, pattern, what) {
  const found = [...text.matchAll(pattern)];
  if (found.length !== 1) throw new Error(`wasm2js: ${found.length} times ${what}`);
  return found[0];
}

/** wasm2js knows no table but that of functions: the other one becomes imported functions. */
function withoutObjects(wat) {
  const [declared, table, size] = only(wat, new RegExp(String.raw`^ \(table (${NAME}) (\d+) externref\)\n`, 'gm'), 'a table of objects');
  const quotedTable = table.replaceAll('$', '\\$');
  const [exported, name] = only(wat, new RegExp(String.raw`^ \(export "(\w+)" \(table ${quotedTable}\)\)\n`, 'gm'), 'its name');
  const calls = {
    get: '(param i32) (result externref)',
    set: '(param i32 externref)',
    fill: '(param i32 externref i32)',
    grow: '(param externref i32) (result i32)',
  };
  const imports = Object.entries(calls).map(([call, type]) => taken(call, type)).join('');
  const called = new RegExp(String.raw`\(table\.(\w+) ${quotedTable}(?=\s)`, 'g');
  return { wat: importing(wat.replace(declared, '').replace(exported, '').replace(called, '(call $$objects.$1'), imports), name, size };
}

/** Nor does it know a function with several results. Only those have some that the glue calls, and it wants an array: that one makes. */
function withoutTuples(wat) {
  const several = String.raw`\w+(?: \w+)+`;
  const made = new Map();
  const forms = wat.split(/^(?= \()/m).map((form) => {
    const [, results] = new RegExp(String.raw`^ \(func .*\(result (${several})\)`).exec(form) ?? [];
    if (!results) return form;
    const call = results.replaceAll(' ', '.');
    made.set(call, taken(call, `(param ${results}) (result externref)`));
    return form.replaceAll(/\(tuple\.make \d+/g, `(call $objects.${call}`);
  });
  const text = forms.join('').replaceAll(new RegExp(String.raw`\(result ${several}\)`, 'g'), '(result externref)').replaceAll(new RegExp(String.raw`\(tuple ${several}\)`, 'g'), 'externref');
  return { wat: importing(text, [...made.values()].join('')), arrays: [...made.keys()] };
}

const taken = (name, type) => ` (import "objects" "${name}" (func $objects.${name} ${type}))\n`;
const importing = (wat, imports) => wat.replace(/^(?= \((?:import|global|memory) )/m, imports.replaceAll('$', '$$$$'));

/** As a literal of JavaScript, a byte a letter. */
const quoted = (bytes) => `'${bytes.toString('latin1').replace(/[^ -~]|['\\]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)}'`;

/** From the module for one instance that wasm2js writes, to a function for many. */
function opened(written, { name, size, arrays }) {
  const [before] = written.split('\nvar retasmFunc = ');
  if (before === written) throw new Error('wasm2js: where does its module end?');
  const imported = [...before.matchAll(/^import \* as \w+ from '(.+)';\n/gm)].map(([, from]) => from);
  if (imported.includes('env')) throw new Error('wasm2js: 64 bits cross the border');
  const data = [];
  const body = before
    .replace(/^import .*\n/gm, '')
    .replace(/^ *var base64ReverseLookup[^]*?^ {2}}\n(?=function initActiveSegments)/m, '')
    .replace(/^ *base64DecodeToExistingUint8Array\(bufferView, (\d+), "(.*)"\);\n/gm, (_, at, base64) => {
      data.push([at, quoted(Buffer.from(base64, 'base64'))]);
      return data.length > 1 ? '' : '  lay(bufferView);\n';
    });
  if (!data.length || /base64/.test(body)) throw new Error('wasm2js: where are its data?');
  // The glue sees by its old views that the memory has moved.
  only(body, /^ {3}buffer = newBuffer;$/gm, 'the memory that grows');
  const growing = body.replace(/^ {3}buffer = newBuffer;$/m, '   structuredClone(buffer, { transfer: [buffer] });\n$&');
  return `const data = [${data.map((one) => `[${one}]`)}];
function lay(memory) {
  for (const [at, bytes] of data) for (let n = 0; n < bytes.length; n += 1) memory[at + n] = bytes.charCodeAt(n);
}
export function open(around) {
  const table = Array(${size});
  const grow = (more, object) => table.push(...Array(more).fill(object)) - more;
  const set = (n, object) => {
    table[n] = object;
  };
  const get = (n) => table[n];
${growing}
  const array = (...all) => all;
  const fill = (from, object, count) => table.fill(object, from, from + count);
  const objects = { get, set, fill, grow: (object, more) => grow(more, object)${arrays.map((name) => `, '${name}': array`).join('')} };
  const made = asmFunc({ ...around, objects });
  return { ...made, ${name}: { get, set, grow } };
}
`;
}

async function plain(program) {
  const path = (ending) => join(folder, `plain-${basename(program).replace(/_\w+\.wasm$/, '')}.${ending}`);
  const [wat, lowered, js] = ['wat', 'wasm', 'js'].map(path);
  await run('wasm-dis', join(folder, program), '-o', wat);
  const objects = withoutObjects(readFileSync(wat, 'utf8'));
  const tuples = withoutTuples(objects.wat);
  writeFileSync(wat, tuples.wat);
  // In one step wasm2js stumbles over what it lowers.
  await run('wasm-opt', wat, '-o', lowered, ...LOWERED);
  await run('wasm2js', lowered, '-o', js, '-Oz');
  writeFileSync(path('mjs'), opened(readFileSync(js, 'utf8'), { ...objects, ...tuples }));
  [wat, lowered, js].forEach((file) => rmSync(file));
}

await Promise.all(programs.map(plain));
