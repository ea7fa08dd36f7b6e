// Real sites by their real generators. Each folder here is a whole site, with `host.json` beside it:
//   title    the name of the generator
//   needs    what to install, see harness/install.mjs
//   product  where in the site the recipe puts the folder `mock-interview`
//   build    the command that builds the site, and `built` the folder it makes
//   pages    addresses in the built site: `interview` (the built-in bank), `questions` (the post is the bank), and
//            `home`, if readers come from a page that leads to the posts
import { deepEqual, equal, ok } from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { install, run } from '../harness/install.mjs';
import { hosts, product, work } from '../harness/paths.mjs';
import { card, inside, play, question, start } from '../harness/play.mjs';
import { serve } from '../harness/server.mjs';
import { heard, visit } from '../harness/visit.mjs';

/** Where each site is published. A folder is the harder case: addresses that begin with `/` miss it. */
const BASE = '/blog/';

/** What every post with questions asks, whatever its generator made of the Markdown. */
const ASKED = [
  'How is asyncio.TaskGroup different from asyncio.gather?',
  'What does calling an async function give you?',
  'What does this program print?',
  'What happens when a coroutine calls time.sleep?',
  'When is a thread the better choice?',
];
const RIGHT = ['A coroutine object that has not begun', 'Every other task waits too'];
const CODE = 'async def hello():\n    print("hello")\n\nhello()';
const ANSWERS = {
  'How is asyncio.TaskGroup different from asyncio.gather?':
    'A task group waits for all its tasks, and cancels the others when one fails.',
  'What does this program print?': 'Nothing but a warning that the coroutine was never awaited.',
  'When is a thread the better choice?':
    'When a library blocks and has no asynchronous form: await asyncio.to_thread(call) keeps the loop free.',
};

/** The widget's own keys, some of which themes listen to as well: search, the next page, a help of their own. */
const KEYS = ['ArrowRight', 'ArrowLeft', '2', 't', 'h', 'f', '?', 'Escape', 'e', 'Escape', '1', 'Enter', 's', 'f'];

async function build(name, { needs, product: folder, build: command, built }) {
  const site = work(name);
  mkdirSync(site, { recursive: true });
  for (const old of readdirSync(site)) {
    if (old !== 'node_modules') rmSync(join(site, old), { recursive: true });
  }
  cpSync(join(hosts, 'generators', name, 'site'), site, { recursive: true });
  cpSync(product, join(site, folder), { recursive: true });
  await install(name, needs);
  if (command) await run(name, command, site);
  return serve({ folders: { [BASE]: join(site, built) } });
}

/** The post is the bank: all five questions are asked, as they stand there, and the right choices count as right. */
async function ownBank(page) {
  const asked = await play(page, { questions: 5, right: (choice) => RIGHT.includes(choice) });
  deepEqual(asked.map(({ prompt }) => prompt).sort(), ASKED);
  for (const { prompt, code, answer } of asked) {
    if (answer) equal(answer, ANSWERS[prompt], prompt);
    equal(code.trimEnd(), prompt === 'What does this program print?' ? CODE : '', prompt);
  }
}

/** Keys pressed in the widget are the widget's: the page neither goes elsewhere nor opens anything of its own. */
async function keys(page) {
  await start(page);
  const address = page.url();
  for (let left = 10; (await question(page)).choices.length === 0; left -= 1) {
    ok(left > 0, 'no question with choices');
    await inside(page, '.actions button:not(.main):not(.flag)').first().click();
  }
  await inside(page, '.choice').first().click();
  /** What the site shows around the widget, and who has the focus. */
  const around = () =>
    page.evaluate(() => {
      const seen = [...document.body.querySelectorAll('*')].filter((element) => element.checkVisibility({ visibilityProperty: true }));
      return { seen: seen.length, focus: document.activeElement?.localName };
    });
  const { seen } = await around();
  for (const key of KEYS) {
    await page.keyboard.press(key);
    await page.waitForTimeout(300);
    equal(page.url(), address, `the key ${key} leads away`);
    deepEqual(await around(), { seen, focus: 'mock-interview' }, `what is seen, and the focus, after the key ${key}`);
  }
}

/** A reader comes from the front page by a link, plays, and goes back and forth. */
async function links(page) {
  await page.locator('main a:visible, body a:visible', { hasText: 'Five questions on async Python' }).last().click();
  await card(page);
  equal(await page.locator('mock-interview').count(), 1);
  await page.goBack();
  await page.waitForFunction(() => !document.querySelector('mock-interview[bank]'));
  await page.goForward();
  await play(page, { questions: 5 });
}

function host(name) {
  const settings = JSON.parse(readFileSync(join(hosts, 'generators', name, 'host.json'), 'utf8'));
  const { title, pages } = settings;
  const at = (path, does) => ({ browser, site, shot }) => visit(browser, site.origin + BASE + path, does, { shot });
  const parts = {
    'built-in': at(pages.interview, async (page) => {
      await play(page);
      const [{ questions }] = await heard(page, 'round-start');
      equal(questions, 10);
    }),
    'own bank': at(pages.questions, ownBank),
    keys: at(pages.interview, keys),
  };
  if (pages.home !== undefined) parts.links = at(pages.home, links);
  return { name, title, prepare: () => build(name, settings), parts };
}

const folder = join(hosts, 'generators');
const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'host.json')));
export const generators = names.map(host);
