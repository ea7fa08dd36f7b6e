// Where the widget's files come from: a folder, each file held against its digest. (In embed.inline.js: inline.js.)

import { failure } from './failure.js';

export { FILES } from 'built';
export const folder = new URL('.', import.meta.url).href;

const refused = (address) => failure('integrity', address + ' is not what was built');

async function fetched(address, integrity = '') {
  const response = await fetch(address, { integrity }).catch(() => {});
  if (response?.ok) return response;
  // Did it not come, or was it not the right one?
  if (integrity) throw (await fetched(address)) && refused(address);
  throw failure('network', address + ': ' + (response ? response.status : 'no answer; see connect-src'));
}

export const load = {
  /** Compiles while the rest is on its way, and gives nothing out before the digest of the whole was checked. */
  async wasm(base, [name, digest]) {
    const response = await fetched(base + name);
    const whole = response.clone().arrayBuffer();
    const module = (async () => WebAssembly.compileStreaming(response))()
      // A server that does not know .wasm is no reason to fail: it ends in a TypeError. Where it is forbidden, one attempt is enough.
      .catch(async (error) => (error.name > 'T' ? WebAssembly.compile(await whole) : error))
      // What becomes of that is for runtime.js to say.
      .catch((error) => error);
    // Only a secure page can reckon digests; on others nothing could be trusted anyway.
    const hash = await crypto.subtle?.digest('SHA-256', await whole);
    if (hash && digest !== 'sha256-' + btoa(String.fromCharCode(...new Uint8Array(hash)))) throw refused(base + name);
    return module;
  },

  /** The browser holds a module against its digest when it was preloaded with it. */
  async module(base, [name, integrity]) {
    const href = base + name;
    const link = document.createElement('link');
    await new Promise((onload, onerror) => {
      document.head.append(Object.assign(link, { href, integrity, onload, onerror, rel: 'modulepreload', crossOrigin: '' }));
    }).catch(() => fetched(href, integrity));
    link.remove();
    return import(href).catch(() => {
      throw failure('network', href);
    });
  },

  file: fetched,
};
