// In place of plain.js, for embed.inline.js: it brings WebAssembly alone. Where that is forbidden, the questions can still be read.

import { ANSWERS } from 'extras';

export async function instead(parts, error, bank) {
  const text = await source(bank);
  // Some browsers have a mode without it, whatever the page allows.
  const why = globalThis.WebAssembly
    ? "Its security policy keeps WebAssembly off: script-src needs 'wasm-unsafe-eval'."
    : 'This browser keeps WebAssembly off.';
  throw Object.assign(error, {
    code: 'wasm',
    title: 'This page cannot run the interview',
    words: `${why} Here are the questions to read.`,
    more: text && listing(text),
  });
}

/** The bank as its author wrote it; one that is in the page can be read there. */
async function source(bank) {
  if (!bank) return ANSWERS.markdown;
  if (bank.startsWith('#')) return undefined;
  const response = await fetch(bank).catch(() => undefined);
  return response?.ok ? response.text() : undefined;
}

/** A text to scroll in. A strict page allows styles that a script sets, but not in an attribute. */
function listing(text) {
  const made = Object.assign(document.createElement('pre'), { tabIndex: 0, textContent: text });
  Object.assign(made.style, { maxBlockSize: '60vh', margin: '0', overflow: 'auto', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' });
  return made;
}
