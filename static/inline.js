// In place of source.js, for embed.inline.js: every file is in the script itself, and nothing is fetched.

import * as runtime from './runtime.js';
import wasm from 'built/widget.wasm';

export const folder = document.baseURI;
export const FILES = { runtime, wasm };

export const load = {
  wasm: async (base, bytes) => WebAssembly.compile(bytes).catch((error) => error),
  module: async (base, module) => module,
  text: async (base, text) => text,
};
