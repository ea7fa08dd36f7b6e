// What runtime.js fetches later, for embed.inline.js.

import * as reader from 'built/reader';
import readerWasm from 'built/reader.wasm';
import answers from 'built/answers.json';

export const READER = { module: reader, wasm: readerWasm };
export const ANSWERS = { text: answers };
