// The page that is one file: opens what it carries, and runs the program in it. A page of this kind may fetch nothing, so all that the program
// would fetch is handed to it (script/single.mjs). A bank, settings and progress that were put into it (carry.js) it takes in.

import { FILES, LETTERS } from 'files';
import { unpack } from './unpack.js';

// As it came: another such file can be made of it.
const page = `<!doctype html>\n${document.documentElement.outerHTML}`;

function taken(id) {
  const found = document.getElementById(id);
  found.remove();
  return found.textContent;
}

/** Six bytes of every seven letters. */
function bytesOf(text) {
  const values = new Uint8Array(128);
  [...LETTERS].forEach((letter, value) => (values[letter.charCodeAt(0)] = value));
  const bytes = new Uint8Array((text.length / 7) * 6);
  for (let [from, to] = [0, 0]; from < text.length; from += 7, to += 6) {
    let number = 0;
    for (let n = 0; n < 7; n += 1) number = number * LETTERS.length + values[text.charCodeAt(from + n)];
    for (let n = 5; n >= 0; n -= 1) {
      bytes[to + n] = number % 256;
      number = Math.floor(number / 256);
    }
  }
  return bytes;
}

const carried = JSON.parse(taken('carried'));
const files = { page, carried };
for (const [id, list] of Object.entries(FILES)) {
  const packed = taken(id);
  const all = packed && unpack(bytesOf(packed), list.reduce((sum, [, size]) => sum + size, 0));
  let at = 0;
  for (const [name, size] of packed ? list : []) files[name] = all.subarray(at, (at += size));
}
const widget = document.querySelector('mock-interview');
for (const [name, value] of Object.entries(JSON.parse(carried.settings ?? '{}'))) widget.setAttribute(name, value);

globalThis.mockInterviewFiles = files;
const program = document.createElement('script');
program.textContent = new TextDecoder().decode(files['program.js']);
// It runs at once, and has taken what it needs when it is in.
document.head.append(program);
delete globalThis.mockInterviewFiles;

/** Once: what is erased here does not come back. */
async function takeIn({ progress, mark }) {
  const key = `mock-interview-took:${mark}`;
  const isTaken = () => {
    try {
      return localStorage[key];
    } catch {
      // Nothing can be kept, so nothing was.
    }
  };
  if (!progress || isTaken()) return;
  const copy = () => new Blob([progress]);
  await widget.importProgress(copy());
  // Where there was no room for it, it is still new.
  const { added } = await widget.importProgress(copy());
  if (!added) localStorage[key] = 1;
}

takeIn(carried).catch(() => {});
