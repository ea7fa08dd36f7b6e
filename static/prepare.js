// A part of runtime.js: what has to be there before a widget can be mounted. Where WebAssembly is forbidden, the program is plain
// JavaScript (plain.js).

import { CARRIED, READERS } from 'extras';
import { instead } from 'plain';
import { failure } from './failure.js';

/** The shortest module there is. */
const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

const ALLOWED = { theme: ['auto', 'light', 'dark'], loading: ['lazy', 'eager', 'click'], images: ['off', 'on'] };

/**
 * Compiles while the rest is on its way, and gives nothing out before the digest of the whole was checked. Where all is in one file, there are
 * only the bytes. Where WebAssembly is forbidden, that is for `prepare` to say.
 */
export async function compiling(response, digest) {
  if (!response.clone) return (async () => WebAssembly.compile(response))().catch((error) => error);
  const whole = response.clone().arrayBuffer();
  const module = (async () => WebAssembly.compileStreaming(response))()
    // A server that does not know .wasm is no reason to fail: it ends in a TypeError. Where it is forbidden, one attempt is enough.
    .catch(async (error) => (error.name > 'T' ? WebAssembly.compile(await whole) : error))
    .catch((error) => error);
  // Only a secure page can reckon digests; on others nothing could be trusted anyway.
  const hash = await crypto.subtle?.digest('SHA-256', await whole);
  const is = hash && `sha256-${btoa(String.fromCharCode(...new Uint8Array(hash)))}`;
  if (hash && digest !== is) throw failure('integrity', `${response.url}: not what was built`);
  return module;
}

/** What has to be there before the widget can be mounted: a program that may run, and a bank of the page's own if it has one. */
export async function prepare(parts, settings, name, t) {
  const { warn } = parts;
  const isWrong = (name, allowed) => warn(`${name}="${settings[name].slice(0, 60)}" is passed over; allowed: ${allowed}`);
  for (const [name, allowed] of Object.entries(ALLOWED)) {
    if (!allowed.includes(settings[name] ?? allowed[0])) isWrong(name, allowed.join(', '));
  }
  if (!URL.canParse(settings['base-url'] ?? '', document.baseURI)) isWrong('base-url', 'the address of a folder');
  const { bank } = settings;
  const refused = refusal(parts.module);
  if (refused) await instead(parts, refused, bank, t);
  const [read] = await Promise.all([bank ? readBank(settings, name, parts) : undefined, t.whole?.()]);
  return read ?? CARRIED;
}

/** Why this may not run, if it may not. WebKit compiles what a page forbids, and refuses only to run it. */
function refusal(module) {
  if (module instanceof Error) return module;
  try {
    if (!module.open) new WebAssembly.Instance(new WebAssembly.Module(EMPTY));
  } catch (error) {
    return error;
  }
}

/** Reads a bank of the page's own: `#id` is an element of the page, everything else the address of a Markdown text. */
async function readBank({ bank, images, preset }, name, { base, load, warn }) {
  const { module, wasm } = READERS[bank[0] === '#' ? 'reader-post' : 'reader-markdown'];
  const source = bank[0] === '#' ? undefined : fetch(bank).catch(() => undefined);
  const [{ read }, program, response] = await Promise.all([load.module(base, module), load.wasm(base, wasm), source]);
  return { ...await read(program, { bank, name, response, warn, preset, images: images === 'on' }), images };
}
