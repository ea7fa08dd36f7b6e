// In place of source.js, for embed.inline.js: every file is in the script itself, and nothing is fetched.

import * as runtime from './runtime.js';
import wasm from 'built/widget.wasm';

export const folder = document.baseURI;
export { runtime as RUNTIME, wasm as WASM };
/** Here it speaks English alone. */
export const LANGUAGES = undefined;

export const load = {
  wasm: async (base, bytes) => bytes,
  module: async (base, module) => module,
  text: async (base, text) => text,
};
