// What is tried on every real site: its post with the built-in bank, its post that is a bank itself.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { card, inside, play, question, start } from './play.mjs';
import { heard, visit } from './visit.mjs';

/** What every post with questions asks, whatever its generator made of the Markdown. */
const RIGHT = ['A coroutine object that has not begun', 'Every other task waits too'];
const CODE = 'async def hello():\n    print("hello")\n\nhello()';
const ANSWERS = {
  'What does calling an async function give you?': 'A coroutine object. Its body has not begun to run.',
  'How is asyncio.TaskGroup different from asyncio.gather?':
    'A task group waits for all its tasks, and cancels the others when one fails.',
  'What does this program print?': 'Nothing but a warning that the coroutine was never awaited.',
  'What happens when a coroutine calls time.sleep?': 'The whole event loop stands still until it returns.',
  'When is a thread the better choice?':
    'When a library blocks and has no asynchronous form: await asyncio.to_thread(call) keeps the loop free.',
};

/** The widget's own keys, some of which themes listen to as well: search, the next page, a help of their own. */
const KEYS = ['ArrowRight', 'ArrowLeft', '2', 't', 'h', 'f', '?', 'Escape', 'e', 'Escape', '1', 'Enter', 's', 'f'];

/** The post is the bank: all five questions are asked, as they stand there, and the right choices count as right. */
async function ownBank(page) {
  const asked = await play(page, { questions: 5, right: (choice) => RIGHT.includes(choice) });
  deepEqual(asked.map(({ prompt }) => prompt).sort(), Object.keys(ANSWERS).sort());
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
async function links(page, swaps = false) {
  await page.evaluate(() => (window.same = true));
  // Some sites follow links by themselves only once they know all their pages.
  await page.waitForLoadState('networkidle');
  await page.locator('main a:visible, body a:visible', { hasText: 'Five questions on async Python' }).last().click();
  await card(page);
  equal(await page.locator('mock-interview').count(), 1);
  equal(await page.evaluate(() => window.same === true), swaps, 'whether the site swaps its pages');
  await page.goBack();
  await page.locator('mock-interview[bank]').waitFor({ state: 'detached' });
  await page.goForward();
  await page.locator('mock-interview[bank]').waitFor();
  await page.waitForLoadState();
  await play(page, { questions: 5 });
}

/** The recipe leaves room for the card: at no width does the element change its height while the page comes to rest. */
async function still(page) {
  await page.addInitScript(() => {
    const heights = new Set();
    Object.defineProperty(document, Symbol.for('heights'), { value: heights });
    const seen = new ResizeObserver(([{ target }]) => heights.add(Math.round(target.getBoundingClientRect().height)));
    const watch = new MutationObserver(() => {
      const element = document.querySelector('mock-interview');
      if (!element) return;
      watch.disconnect();
      seen.observe(element);
    });
    watch.observe(document, { childList: true, subtree: true });
  });
  for (const width of [320, 768, 1200]) {
    await page.setViewportSize({ width, height: 900 });
    await page.reload();
    await card(page);
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(300);
    const heights = await page.evaluate(() => [...document[Symbol.for('heights')]]);
    equal(heights.length, 1, `heights of the element at ${width} px: ${heights.join(', ')}`);
  }
}

/** `pages` as in a host.json; `swaps`: the site follows links by itself, and a page is never loaded anew. */
export function partsOf({ base, pages, swaps }) {
  const at = (path, does) => ({ browser, site, shot }) => visit(browser, site.origin + base + path, does, { shot });
  return {
    'built-in': at(pages.interview, async (page) => {
      await play(page);
      const [{ questions }] = await heard(page, 'round-start');
      equal(questions, 10);
    }),
    'own bank': at(pages.questions, ownBank),
    keys: at(pages.interview, keys),
    still: at(pages.interview, still),
    links: at(pages.home, (page) => links(page, swaps)),
  };
}
