// The ways a page gets at the files without a bundler.
import { ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hosts, product } from '../harness/paths.mjs';
import { card, play } from '../harness/play.mjs';
import { serve } from '../harness/server.mjs';
import { visit } from '../harness/visit.mjs';

const page = readFileSync(join(hosts, 'bundlers/page.html'), 'utf8');
const APP = '<script type="module" src="app.js"></script>';

/** The page with another script; `where` is the folder it stands in. */
const post = (script) => page.replace(APP, () => script);
const module = (address) => `<script type="module" src="${address}"></script>`;
const classic = (address) => `<script src="${address}"></script>`;

/** One server for the page and the files. */
const one = (text, { at = '/', folder = '/mock-interview/', ...settings } = {}) =>
  serve({ folders: { [folder]: product }, texts: { [at]: text }, ...settings });

/** The files on an origin of their own, as on a content delivery network; the page's own has the entry too. */
async function two(text) {
  const files = await serve({ folders: { '/v1/': product }, headers: { 'access-control-allow-origin': '*' } });
  const texts = { '/': text(`${files.origin}/v1/`), '/embed.js': readFileSync(join(product, 'embed.js')) };
  const site = await serve({ texts });
  return { origin: site.origin, close: () => [files, site].forEach(({ close }) => close()) };
}

/** The interview in a frame from another origin, and the script that gives the frame its height. */
const frame = (folder) =>
  post(`<script type="module" src="${folder}frame-height.js"></script>`).replace(/<mock-interview.*<\/mock-interview>/, () =>
    `<iframe data-mock-interview width="700" src="${folder}frame.html?questions=2&minutes=5" title="Mock interview"></iframe>`);

/** Plays in the frame; it is as tall as what is in it, before and after. */
async function framed(page) {
  const inner = page.frames().at(-1);
  const fits = async () => {
    await page.waitForTimeout(500);
    const [is, wants] = await Promise.all([
      page.locator('iframe').evaluate((frame) => frame.clientHeight),
      inner.evaluate(() => document.documentElement.scrollHeight),
    ]);
    ok(Math.abs(is - wants) <= 1, `the frame is ${is} px tall, and what is in it ${wants}`);
    return is;
  };
  await card(inner);
  const before = await fits();
  await play(inner, { questions: 2 });
  ok((await fits()) > before, 'the debrief is no taller than the card');
}

const integrity = () => JSON.parse(readFileSync(join(product, 'integrity.json'), 'utf8'))['embed.js'];

const loaders = [
  ['module', 'Module script', () => one(post(module('/mock-interview/embed.js')))],
  ['classic', 'Classic script', () => one(post(classic('/mock-interview/embed.iife.js')))],
  ['classic-end', 'Classic script, last in the body', () => one(page.replace(APP, '').replace('</body>', `${classic('/mock-interview/embed.iife.js')}</body>`))],
  ['one-file', 'Inline variant, as a module script', () => one(post(module('/mock-interview/embed.inline.js')))],
  ['sub-path', 'A page in /a/b/', () => one(post(module('mock-interview/embed.js')), { at: '/a/b/', folder: '/a/b/mock-interview/' }), '/a/b/'],
  ['cdn', 'Another origin', () => two((folder) => post(module(`${folder}embed.js`)))],
  ['cdn-classic', 'Another origin, classic script', () => two((folder) => post(classic(`${folder}embed.iife.js`)))],
  ['cdn-integrity', 'Another origin, with integrity', () => two((folder) =>
    post(`<script type="module" src="${folder}embed.js" integrity="${integrity()}" crossorigin="anonymous"></script>`))],
  ['base-url', 'base-url on another origin', () => two((folder) =>
    post(module('/embed.js')).replace('<mock-interview ', `<mock-interview base-url="${folder}" `))],
  ['wasm-as-text', '.wasm as text/plain', () => one(post(module('/mock-interview/embed.js')), { types: { '.wasm': 'text/plain' } })],
  ['wasm-nosniff', '.wasm as bytes, nosniff', () => one(post(module('/mock-interview/embed.js')), {
    types: { '.wasm': 'application/octet-stream' }, headers: { 'x-content-type-options': 'nosniff' } })],
  ['frame', 'Frame of another origin', () => two(frame), '/', framed],
];

export const loading = loaders.map(([name, title, prepare, at = '/', does = (page) => play(page, { questions: 2 })]) => ({
  name,
  title,
  prepare,
  parts: {
    round: ({ browser, site, shot }) => visit(browser, site.origin + at, does, { shot }),
  },
}));
