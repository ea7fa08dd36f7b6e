// The pages of pages.mjs as hosts: on each a round is played, and the page is compared with itself without the widget,
// the widget with itself on a page without styles.
import { deepEqual, ok } from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { install } from '../harness/install.mjs';
import { left, listeners, traces } from '../harness/manners.mjs';
import { hosts, product, work } from '../harness/paths.mjs';
import { difference, picture, pictureOf } from '../harness/pixels.mjs';
import { card, finish, inside, play, playBank, start } from '../harness/play.mjs';
import { serve } from '../harness/server.mjs';
import { visit } from '../harness/visit.mjs';
import { pages, text } from './pages.mjs';

const SAME = 0.001;
const article = readFileSync(join(hosts, 'pages/article.html'), 'utf8');
const plain = pages.find(({ name }) => name === 'plain-page');

/** What the pages bring along from npm. */
export async function packages() {
  const folder = work('pages');
  mkdirSync(folder, { recursive: true });
  cpSync(join(hosts, 'pages/package.json'), join(folder, 'package.json'));
  await install('pages', { npm: 'package.json' });
  return { folder, modules: join(folder, 'node_modules') };
}

async function prepare(host) {
  const { modules } = await packages();
  if (host.head?.includes('/debian/')) await install('pages', { debian: ['libjs-prototype', 'libjs-mootools'] });
  const folders = { '/mock-interview/': product, '/npm/': modules, '/debian/': '/usr/share/javascript' };
  const texts = { '/': text(article, host), '/plain/': text(article, plain) };
  const site = await serve({ folders, texts });
  return { ...site, texts };
}

/** Where the element is, and how large its page believes it to be. */
async function boxOf(page) {
  await page.evaluate(() => scrollTo(0, 0));
  const element = page.locator('mock-interview');
  const size = await element.evaluate((element) => {
    const { inlineSize, blockSize } = getComputedStyle(element);
    return { width: parseFloat(inlineSize), height: parseFloat(blockSize) };
  });
  return { size, place: await element.boundingBox() };
}

/** The question is where the reader looks: nothing of the host lies over it. */
async function isSeen(page) {
  const heading = inside(page, '.prompt');
  const { x, y, width, height } = await heading.boundingBox();
  const top = await page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.localName, [x + width / 2, y + height / 2]);
  ok(top === 'mock-interview', `over the question lies ${top}`);
}

/** English stays English: its full stops and question marks are at the right end of the words. */
async function readsFromTheLeft(page, css) {
  const [last, before] = await inside(page, css).first().evaluate((element) => {
    const node = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).lastChild() ?? element.lastChild;
    const end = node.data.trimEnd().length;
    return [end - 1, end - 2].map((at) => {
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect().left;
    });
  });
  ok(last > before, `the last sign of ${css} stands on the left`);
}

async function round({ browser, site, shot }) {
  await visit(browser, `${site.origin}/`, async (page) => {
    await start(page);
    await isSeen(page);
    await readsFromTheLeft(page, '.prompt');
    await finish(page);
    await page.reload();
    await play(page, { questions: 2 });
  }, { shot });
}

/** The host looks as it does with an empty box of the same size in the widget's place. */
async function around(host, { browser, site, shot }) {
  const stages = [];
  await visit(browser, `${site.origin}/`, async (page) => {
    for (const reach of [card, play]) {
      await reach(page);
      const { size, place } = await boxOf(page);
      stages.push({ size, place, with: await picture(page, place) });
    }
  }, { shot });
  for (const { size, place, with: is } of stages) {
    site.texts['/without/'] = text(article, host, size);
    await visit(browser, `${site.origin}/without/`, async (page) => {
      const share = difference(is, await picture(page, place), shot.replace('.png', ''));
      ok(share === 0, `${(100 * share).toFixed(3)} % of the host's pixels are not as without the widget: ${shot}`);
    });
  }
}

/** The card, the lobby and a question look as on a page without styles. */
async function looks({ browser, site, shot }) {
  const see = async (address) => {
    const seen = {};
    await visit(browser, site.origin + address, async (page) => {
      const element = page.locator('mock-interview');
      await card(page);
      seen.card = await pictureOf(page, element);
      await inside(page, '[part=card] button:not([part=start])').click();
      await inside(page, '[data-screen=lobby]').waitFor();
      seen.lobby = await pictureOf(page, element);
      await page.reload();
      await start(page);
      await page.mouse.move(0, 0);
      seen.question = await pictureOf(page, element);
    }, { shot });
    return seen;
  };
  const [is, should] = [await see('/'), await see('/plain/')];
  const wrong = Object.keys(should).flatMap((screen) => {
    const share = difference(is[screen], should[screen], shot.replace('.png', `-${screen}`));
    return share > SAME ? [`${screen}: ${(100 * share).toFixed(2)} %`] : [];
  });
  ok(wrong.length === 0, `pixels not as on the plain page: ${wrong.join(', ')} (${shot})`);
}

/** Nothing is left behind: while it plays no globals and styles, and after it has gone nothing that listens. */
async function manners(host, { browser, site, shot }) {
  site.texts['/without/'] = text(article, host, { width: 640, height: 256 });
  const should = {};
  await visit(browser, `${site.origin}/without/`, async (page) => {
    await page.waitForTimeout(500);
    should.traces = await traces(page);
    should.listeners = await listeners(page);
  });
  await visit(browser, `${site.origin}/`, async (page) => {
    await play(page);
    const is = await traces(page);
    for (const [what, known] of Object.entries(should.traces)) deepEqual(is[what], known, what);
    await page.evaluate(() => document.querySelector('mock-interview').remove());
    await page.waitForTimeout(500);
    deepEqual(await listeners(page), should.listeners, 'what listens after it was removed');
    await left(page);
  }, { shot });
}

export const articles = pages.map((host) => ({
  name: host.name,
  title: host.title,
  prepare: () => prepare(host),
  parts: {
    round,
    'own bank': ({ browser, site, shot }) => visit(browser, `${site.origin}/`, playBank, { shot }),
    around: (stage) => around(host, stage),
    ...(host.looks === 'own' || host === plain ? {} : { looks }),
    manners: (stage) => manners(host, stage),
  },
}));
