// Keeps this folder's files for use without network: all of one build, or none of it. It answers for the build's own files and nothing
// else, in this folder and nowhere else. script/bundle.mjs puts the lists in. PLAIN is for readers whose browser has no WebAssembly: kept where
// a page says that it runs it, and from then on with every build.

import { BUILD, FILES, PLAIN } from 'files';

const HERE = new URL('./', location.href);
/** Other copies on the same site have other names: no path has a space in it. */
const OURS = `mock-interview ${HERE.pathname} `;
const CACHE = OURS + BUILD;
/** Stands in the cache of a build that was replaced, and says which pages still run it. */
const LEFT = `${HERE}.left`;
const HASHED = /\.[0-9a-f]{16}\.\w+$/;

/** Some servers lead from index.html to the folder, and what was led elsewhere may not answer for a page. */
const address = (file) => HERE + (file === 'index.html' ? '' : file);
const names = async () => (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
const find = (file, cacheName) => caches.match(address(file), { cacheName, ignoreVary: true });

async function pages() {
  // Windows alone: of all types, in Firefox, this worker is one itself, and nothing of before would ever go.
  const all = await clients.matchAll({ includeUncontrolled: true });
  return all.filter(({ url }) => url.startsWith(HERE)).map(({ id }) => id);
}

async function isBuilt(response, digest) {
  const hash = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
  return digest === `sha256-${btoa(String.fromCharCode(...new Uint8Array(hash)))}`;
}

/** The same file of an earlier build need not come again. */
async function kept(file, digest, older) {
  for (const name of older) {
    const response = await find(file, name);
    if (response && (await isBuilt(response.clone(), digest))) return response;
  }
}

async function fetched(file, integrity) {
  const response = await fetch(address(file), { cache: 'no-cache', integrity });
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response.redirected ? new Response(response.body, { headers: response.headers }) : response;
}

const hasPlain = (urls) => urls.some((url) => url.startsWith(`${HERE}plain-`));
const keptIn = async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url);

/** Brings in what is not there yet. What was cut short goes on where it stopped; it answers for nothing before all is there. */
async function fill(plain) {
  const cache = await caches.open(CACHE);
  const there = new Set(await keptIn(CACHE));
  const missing = Object.entries({ ...FILES, ...(plain && PLAIN) }).filter(([file]) => !there.has(address(file)));
  const older = missing.length ? await names() : [];
  const came = await Promise.allSettled(missing.map(async ([file, digest]) => {
    const response = (await kept(file, digest, older)) ?? (await fetched(file, digest));
    // In a private window WebKit has lost what is kept once nobody has the cache open any more. It neither gives that out nor, without a word, writes it
    // again, until it is deleted.
    await cache.delete(address(file));
    await cache.put(address(file), response);
  }));
  const failed = came.find(({ reason }) => reason);
  if (failed) throw failed.reason;
}

/** A build that was replaced goes when the last page that ran it has gone. */
async function sweep() {
  const open = await pages();
  for (const name of await names()) {
    const left = await caches.match(LEFT, { cacheName: name });
    if (left && !(await left.json()).some((id) => open.includes(id))) await caches.delete(name);
  }
}

async function replace() {
  const open = JSON.stringify(await pages());
  // One that is on its way already replaces this one; it is not among those that were.
  const isLast = !registration.installing && !registration.waiting;
  for (const name of isLast ? await names() : []) {
    const cache = await caches.open(name);
    if (!(await cache.match(LEFT))) await cache.put(LEFT, new Response(open));
  }
  await clients.claim();
  await sweep();
}

// There is no skipWaiting here: a page that is open stays what it is until its reader says so.
addEventListener('install', (event) => event.waitUntil((async () => {
  const cache = await caches.open(CACHE);
  await cache.delete(LEFT);
  const before = await Promise.all((await names()).map(keptIn));
  await fill(hasPlain(before.flat()));
})()));
addEventListener('activate', (event) => event.waitUntil(replace()));

addEventListener('message', (event) => {
  if (event.data === 'SKIP_WAITING') return event.waitUntil(skipWaiting());
  // A page is there, and asks whether it could do without network.
  event.waitUntil((async () => {
    await sweep();
    const whole = await fill(event.data === 'plain').then(() => true, () => false);
    event.ports[0]?.postMessage({ build: BUILD, whole });
  })());
});

/** A page of an earlier build asks for its own files: their names say of which build they are. */
async function earlier(file) {
  for (const name of await names()) {
    const response = await find(file, name);
    if (response) return response;
  }
}

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || !(origin + pathname).startsWith(HERE)) return;
  const file = pathname.slice(HERE.pathname.length) || 'index.html';
  const isOurs = Object.hasOwn(FILES, file) || Object.hasOwn(PLAIN, file);
  if (!isOurs && !HASHED.test(file)) return;
  event.respondWith((async () => (await (isOurs ? find(file, CACHE) : earlier(file))) ?? fetch(request))());
});
