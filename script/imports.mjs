// wasm-bindgen ends the name of each function that a program takes from its glue with a hash, lest those of two versions of a crate meet. In one
// finished program nobody else is called so, and no hash can be packed: node script/imports.mjs FOLDER PROGRAM... takes the hashes away, in
// PROGRAM_bg.wasm and in its glue, PROGRAM.js.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const IMPORTS = 2;
const HASHED = /\b(__wbg_\w+)_[0-9a-f]{16}\b/g;

const [folder, ...programs] = process.argv.slice(2);

/** A number as WebAssembly writes it (LEB128), and the place after it. */
function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, at];
  }
}
const leb = (value) => (value < 128 ? [value] : [(value % 128) + 128, ...leb(Math.floor(value / 128))]);

/** Every import: its module as it is written, its own name, and what kind of function it is. */
function* imports(section) {
  let [count, at] = number(section, 0);
  while (count--) {
    const begin = at;
    const [module, afterLength] = number(section, at);
    const [length, name] = number(section, afterLength + module);
    at = name + length;
    if (section[at] !== 0) throw new Error('a program imports what is no function');
    const [, end] = number(section, at + 1);
    yield { module: section.subarray(begin, afterLength + module), name: section.subarray(name, at).toString(), kind: section.subarray(at, end) };
    at = end;
  }
}

function renamed(section, short) {
  const all = [...imports(section)];
  const one = ({ module, name, kind }) => {
    const bytes = Buffer.from(short.get(name) ?? name);
    return Buffer.concat([module, Buffer.from(leb(bytes.length)), bytes, kind]);
  };
  return Buffer.concat([Buffer.from(leb(all.length)), ...all.map(one)]);
}

for (const program of programs) {
  const [wasm, glue] = [join(folder, `${program}_bg.wasm`), join(folder, `${program}.js`)];
  const script = readFileSync(glue, 'utf8');
  const short = new Map();
  const taken = new Set();
  for (const [name, plain] of script.matchAll(HASHED)) {
    if (short.has(name)) continue;
    let free = plain;
    for (let n = 2; taken.has(free); n += 1) free = `${plain}_${n}`;
    taken.add(free);
    short.set(name, free);
  }
  writeFileSync(glue, script.replace(HASHED, (name) => short.get(name)));

  const bytes = readFileSync(wasm);
  const sections = [bytes.subarray(0, 8)];
  for (let at = 8; at < bytes.length; ) {
    const [size, begin] = number(bytes, at + 1);
    const section = bytes.subarray(begin, begin + size);
    const made = bytes[at] === IMPORTS ? renamed(section, short) : section;
    sections.push(Buffer.from([bytes[at], ...leb(made.length)]), made);
    at = begin + size;
  }
  writeFileSync(wasm, Buffer.concat(sections));
}
