// A page of a host in a real browser: what goes wrong on it is collected, and so are the events of the widget.
import { load } from './paths.mjs';

const { chromium } = load('playwright-core');
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export function openBrowser() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
}

/** Opens a page in a profile of its own, gives it to `does`, and fails if anything on it went wrong. */
export async function visit(browser, address, does, settings = {}) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, reducedMotion: 'reduce', ...settings });
  const page = await context.newPage();
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(`thrown: ${error.stack ?? error}`));
  page.on('console', (message) => {
    const { url, lineNumber } = message.location();
    if (message.type() === 'error') wrong.push(`console: ${message.text()} (${url}:${lineNumber})`);
    if (message.type() === 'warning' && /mock-interview/.test(message.text())) wrong.push(`warned: ${message.text()}`);
  });
  page.on('response', (response) => response.status() >= 400 && wrong.push(`${response.status()}: ${response.url()}`));
  // Nothing here reaches the world outside.
  await context.route(
    (url) => url.hostname !== '127.0.0.1',
    (route) => {
      wrong.push(`asks another host: ${route.request().url()}`);
      return route.fulfill({ status: 200, body: '' });
    },
  );
  await context.addInitScript(() => {
    const heard = [];
    Object.defineProperty(document, Symbol.for('heard'), { value: heard });
    for (const name of ['ready', 'round-start', 'answer', 'round-end', 'progress', 'error']) {
      document.addEventListener(`mock-interview-${name}`, (event) => heard.push([name, event.detail]));
    }
  });
  page.setDefaultTimeout(10_000);
  try {
    if (address) await page.goto(address);
    await does(page);
    // An error that is on its way still counts.
    await page.waitForTimeout(100);
    if (wrong.length > 0) throw new Error(wrong.join('\n'));
  } catch (error) {
    if (wrong.length > 0 && !wrong.includes(error.message)) error.message += `\nand before that:\n${wrong.join('\n')}`;
    await page.screenshot({ path: settings.shot, fullPage: true }).catch(() => {});
    throw error;
  } finally {
    await context.close();
  }
}

/** What the widget has told the page under this name. */
export async function heard(page, name) {
  const all = await page.evaluate(() => document[Symbol.for('heard')]);
  return all.filter(([known]) => known === name).map(([, detail]) => detail);
}
