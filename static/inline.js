// In place of source.js, for embed.inline.js: every file is in the script itself, and nothing is fetched.

import * as runtime from './runtime.js';
import wasm from 'built/widget.wasm';

export const folder = document.baseURI;
export const FILES = { runtime, wasm };

export const load = {
  // Where it is forbidden is for runtime.js to say.
  wasm: (base, bytes) => (async () => WebAssembly.compile(bytes))().catch((error) => error),
  module: async (base, module) => module,
  text: async (base, text) => text,
};
