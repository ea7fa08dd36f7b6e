// The whole measurement: builds the pages, loads them in turn, prints the report. Called by script/bench.
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createRequire } from 'node:module';
import { bank, choiceQuestions } from './questions.mjs';
import { conditions, load } from './measure.mjs';
import { report, reportOfBanks, reportOfPaints } from './report.mjs';
import { serve } from './server.mjs';
import { build } from './site.mjs';
import { again, alone } from './variants/alone.mjs';
import { counter } from './variants/counter.mjs';
import { minimal } from './variants/minimal.mjs';
import { eager, hinted, lazy, ofQuestions, plain, unseen } from './variants/ours.mjs';
import { quizdown } from './variants/quizdown.mjs';
import { react } from './variants/react.mjs';

const CHROMIUM = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
const text = (value) => ({ type: 'string', default: value });
const { values: wish } = parseArgs({
  options: {
    runs: text('7'),
    dist: text('dist'),
    cache: text('bench-cache'),
    chromium: text('/usr/bin/chromium'),
    only: text(''),
    paint: { type: 'boolean', default: false },
    questions: { type: 'boolean', default: false },
    plain: { type: 'boolean', default: false },
  },
});
const runs = Number(wish.runs);
const modes = {
  all: { pages: [alone, lazy, eager, hinted, counter, quizdown, react, minimal, again], tell: report },
  paint: { pages: [alone, unseen, again], tell: reportOfPaints },
  plain: { pages: [eager, plain], tell: report },
  questions: { pages: [ofQuestions(10, bank(10)), ofQuestions(1000, bank(1000))], tell: reportOfBanks },
};
const mode = ['paint', 'plain', 'questions'].find((mode) => wish[mode]) ?? 'all';
const { pages: all, tell } = modes[mode];
const variants = all.filter(({ name }) => wish.only === '' || wish.only.split(',').includes(name));

const cache = resolve(wish.cache);
const site = join(cache, 'site');
const place = {
  cache,
  modules: join(cache, 'node_modules'),
  dist: resolve(wish.dist),
  questions: choiceQuestions(join(import.meta.dirname, '../static/banks/async-python.md'), 10),
};
build(variants, site, place);
const host = await serve(site);
const { chromium } = createRequire(join(cache, 'package.json'))('playwright-core');
const browser = await chromium.launch({ executablePath: wish.chromium, args: CHROMIUM });

const results = [];
const loads = [];
try {
  // Once for nothing: the browser warms up.
  await load(browser, host, variants[0], conditions[0]);
  for (let run = 0; run < runs; run += 1) {
    for (const condition of conditions) {
      // Another one begins every time.
      for (let turn = 0; turn < variants.length; turn += 1) {
        const variant = variants[(turn + run) % variants.length];
        const about = { variant: variant.name, condition: condition.name, run };
        try {
          results.push({ ...about, ...(await load(browser, host, variant, condition)) });
        } catch (error) {
          results.push({ ...about, failed: error.message });
          process.stderr.write(`${variant.name}, ${condition.name}: ${error.message}\n`);
        }
      }
    }
    loads.push(loadavg()[0]);
    process.stderr.write(`round ${run + 1} of ${runs}, load ${loads.at(-1).toFixed(1)}\n`);
  }
} finally {
  await browser.close();
  host.close();
}
const about = { when: new Date().toISOString().slice(0, 10), runs, loads, browser: browser.version(), conditions, variants };
mkdirSync(cache, { recursive: true });
writeFileSync(join(cache, `last-${mode}.json`), JSON.stringify({ about, results }));
if (results.some(({ failed }) => failed)) process.exitCode = 1;
process.stdout.write(tell(about, results));
