// Where WebAssembly is forbidden: the same programs as plain JavaScript. Nobody else loads them. (In embed.inline.js: inline-plain.js.)

import { PLAIN } from 'extras';

/** From now on all elements that take their files from this place have these. */
export async function instead(parts, error, bank, t) {
  const { base, load } = parts;
  parts.module = await load.module(base, PLAIN).catch((error) => {
    throw Object.assign(error, { words: `${t('WebAssembly is kept off here, and the script that takes its place did not load.')} (${error.message})` });
  });
  // Every program is listed with its like.
  parts.load = { ...load, wasm: (base, [, , ...plain]) => load.module(base, plain) };
}
