// Where the widget's files come from: a folder, each file held against its digest. (In embed.inline.js: inline.js.)

import { failure } from './failure.js';

export { LANGUAGES, RUNTIME, WASM } from 'built';
export const folder = new URL('.', import.meta.url).href;

async function fetched(address, integrity = '') {
  const response = await fetch(address, { integrity }).catch(() => {});
  if (response?.ok) return response;
  // Did it not come, or was it not the right one?
  if (integrity && (await fetched(address))) throw failure('integrity', address + ': not what was built');
  throw failure('network', address + ': ' + (response?.status ?? 'no answer; see connect-src'));
}

/** Firefox asks once only for a module at an address: one that was lost comes from another one, which to a server is the same. */
let anew = '';

export const load = {
  /** What runtime.js compiles, and holds against its digest. */
  wasm: (base, name) => fetched(base + name),

  /** The browser holds a module against its digest when it was preloaded with it. */
  async module(base, [name, integrity]) {
    const href = base + name;
    const link = document.createElement('link');
    await new Promise((onload, onerror) => {
      document.head.append(Object.assign(link, { href: href + anew, integrity, onload, onerror, rel: 'modulepreload', crossOrigin: '' }));
    }).catch(() => ((anew += '#'), fetched(href, integrity)));
    link.remove();
    return import(href + anew).catch(() => {
      throw failure('network', href);
    });
  },

  file: fetched,
};
