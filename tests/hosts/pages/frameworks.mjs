// Hosts that put the widget into a page and take it out again: a round that was begun goes on where it was.
import { equal } from 'node:assert/strict';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../harness/install.mjs';
import { hosts, product } from '../harness/paths.mjs';
import { answer, card, finish, inside, play, question, start } from '../harness/play.mjs';
import { serve } from '../harness/server.mjs';
import { visit } from '../harness/visit.mjs';
import { packages } from './hosts.mjs';

async function prepare(name, build) {
  const { folder, modules } = await packages();
  const pages = join(folder, name);
  rmSync(pages, { recursive: true, force: true });
  cpSync(join(hosts, 'pages', name), pages, { recursive: true });
  if (build) await run('pages', build, folder);
  return serve({ folders: { '/mock-interview/': product, '/npm/': modules, '/': pages } });
}

/** Begins a round of two questions and leaves it after the first; `swap` takes the widget away and brings it back. */
async function interrupted(page, swap) {
  await start(page);
  await answer(page);
  await page.waitForFunction(() => document.querySelector('mock-interview').shadowRoot.querySelector('.place')?.textContent.includes('2 of 2'));
  const { prompt } = await question(page);
  await swap();
  await inside(page, '[data-screen=round]').waitFor();
  const again = await question(page);
  equal(again.place, 'Question 2 of 2');
  equal(again.prompt, prompt);
  await finish(page);
}

const react = async (page) => {
  await play(page, { questions: 2 });
  equal(await page.locator('output').innerText(), '1', 'what React heard');
  const toggle = page.locator('#toggle');
  for (let n = 0; n < 10; n += 1) await toggle.click();
  await card(page);
  await interrupted(page, async () => {
    await toggle.click();
    equal(await page.locator('mock-interview').count(), 0);
    await toggle.click();
  });
  equal(await page.locator('output').innerText(), '2', 'what React heard');
};

const turbo = async (page) => {
  await page.evaluate(() => (window.same = true));
  await page.locator('a').click();
  await interrupted(page, async () => {
    await page.locator('a', { hasText: 'Back' }).click();
    await page.waitForFunction(() => !document.querySelector('mock-interview'));
    await page.goBack();
  });
  await page.goBack();
  await page.waitForFunction(() => !document.querySelector('mock-interview'));
  await page.goForward();
  await play(page, { questions: 2 });
  equal(await page.evaluate(() => window.same), true, 'the page was loaded anew, and Turbo not tested');
};

const htmx = async (page) => {
  await page.locator('#swap').click();
  await interrupted(page, async () => {
    await page.locator('#swap').click();
    await page.waitForTimeout(200);
  });
  await page.locator('#away').click();
  await page.waitForFunction(() => !document.querySelector('mock-interview'));
  await page.locator('#swap').click();
  await play(page, { questions: 2 });
};

const bundle = ['esbuild', 'react/app.jsx', '--bundle', '--jsx=automatic', '--define:process.env.NODE_ENV="production"', '--outfile=react/app.js'];

const host = (name, title, does, build) => ({
  name,
  title,
  prepare: () => prepare(name, build),
  parts: { round: ({ browser, site, shot }) => visit(browser, `${site.origin}/`, does, { shot }) },
});

export const frameworks = [
  host('react', 'React 19, mounted by state', react, bundle),
  host('turbo', 'Turbo 8, page swaps', turbo),
  host('htmx', 'htmx 2, swaps', htmx),
];
