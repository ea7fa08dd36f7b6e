// What runtime.js fetches later, for embed.inline.js.

import * as post from 'built/reader-post.js';
import postWasm from 'built/reader-post.wasm';
import * as markdown from 'built/reader-markdown.js';
import markdownWasm from 'built/reader-markdown.wasm';
import * as grader from 'built/grader.js';
import * as DATA from './data.js';
import * as VOICE from './voice.js';
import answers from 'built/answers.txt';
import source from 'built/bank.md';

export { CARRIED } from 'one-file';
/** All parts of the program are one. */
export { STYLES } from 'styles';

export const READERS = {
  'reader-post': { module: post, wasm: postWasm },
  'reader-markdown': { module: markdown, wasm: markdownWasm },
};
/** The program is held against no digest: it came with this script. */
export const PROGRAM = [];
export const PARTS = {};
export { DATA, grader as GRADER, VOICE };
export const ANSWERS = { text: answers, markdown: source };
