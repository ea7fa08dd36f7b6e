// One load of one variant under one condition, in a browser context of its own: nothing is cached.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const CLICKS = 20; // a load
const PATIENCE_MS = 20_000;
const QUIET_MS = 300; // after the network has gone quiet

export const conditions = [
  { name: 'fast', label: 'Not slowed', words: 'window of 1280 × 800', context: { viewport: { width: 1280, height: 800 } } },
  {
    name: 'phone',
    label: 'Mid phone',
    words: 'CPU slowed 4 times, 1.6 Mbit/s down, 750 kbit/s up, 150 ms latency, window of 412 × 823',
    context: { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true },
    cpu: 4,
    network: { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 },
  },
];

const probe = readFileSync(join(import.meta.dirname, 'probe.js'), 'utf8');

function driverSource({ driver }) {
  if (!driver) return '{}';
  return `{ ...${JSON.stringify(driver)}, state: ${driver.state} }`;
}

/** Real input, all three events at once so that no answer is waited for in between. */
function click(cdp, { x, y }) {
  const send = (type, more) => cdp.send('Input.dispatchMouseEvent', { type, x, y, ...more });
  const button = { button: 'left', clickCount: 1 };
  return Promise.all([send('mouseMoved'), send('mousePressed', { ...button, buttons: 1 }), send('mouseReleased', button)]);
}

async function prepare(page, cdp, condition, variant) {
  await cdp.send('Network.enable');
  if (condition.network) await cdp.send('Network.emulateNetworkConditions', condition.network);
  if (condition.cpu) await cdp.send('Emulation.setCPUThrottlingRate', { rate: condition.cpu });
  const begin = variant.driver && !variant.lazy ? 'bench.begin();' : '';
  await page.addInitScript({ content: `${probe}\nprobe(${driverSource(variant)});${begin}` });
}

/** What comes of it, or `late`. */
const inTime = (promise) => Promise.race([promise, sleep(PATIENCE_MS, 'late', { ref: false })]);

/** Presses what the probe sees: the start button, then an option. Resolves when an answer was painted. */
async function player(page, cdp) {
  let answered;
  const done = new Promise((resolve) => (answered = resolve));
  await page.exposeFunction('benchSees', (message) => {
    const { step, ...at } = JSON.parse(message);
    if (step === 'answered') answered();
    else click(cdp, at).catch(() => {});
  });
  return async () => {
    if ((await inTime(done)) === 'late') throw new Error(`no answer; the page shows “${await page.evaluate(() => window.bench.shows())}”`);
  };
}

const quiet = async (page) => {
  await page.waitForLoadState('networkidle', { timeout: PATIENCE_MS });
  await sleep(QUIET_MS);
};

const vitals = (page) =>
  page.evaluate(() => {
    const { paints, shifts, longTasks, marks, missed } = window.bench;
    const sum = (list) => list.reduce((all, each) => all + each, 0);
    const shifted = (from) => sum(shifts.filter(([at]) => at >= from).map(([, value]) => value));
    const bank = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/bank.md'));
    return {
      fcp: paints['first-contentful-paint'],
      lcp: paints.largest,
      cls: shifted(0),
      clsPressed: shifted(marks.pressed ?? Infinity),
      longTasks: longTasks.length,
      longTaskMs: sum(longTasks),
      bankMs: bank && bank.responseEnd - bank.startTime,
      missed,
      ...marks,
    };
  });

async function clicks(page, cdp) {
  const spent = async () => (await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  await cdp.send('Performance.enable');
  const before = await spent();
  const paints = [];
  for (let done = 0; done < CLICKS; done += 1) {
    // Not in step with the frames.
    await sleep(60 + ((done * 37) % 50));
    const at = await page.evaluate(() => window.bench.arm());
    if (!at) throw new Error('an option is out of reach');
    await click(cdp, at);
    const paint = await inTime(page.evaluate(() => window.bench.clicked));
    if (paint === 'late') throw new Error('a click chose nothing');
    paints.push(paint);
  }
  return { clicks: paints, busyPerClick: ((await spent()) - before) / CLICKS };
}

async function memory(page, cdp) {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize = 0 } = await cdp.send('Runtime.getHeapUsage');
  return { heap: usedSize, dom: embedderHeapUsedSize, wasm: await page.evaluate(() => window.bench.wasmBytes()) };
}

/** Loads, plays, measures. `host` is the server, which counts what goes over the wire. */
export async function load(browser, host, variant, condition) {
  const context = await browser.newContext(condition.context);
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const answered = await player(page, cdp);
    await prepare(page, cdp, condition, variant);
    host.forget();
    await page.goto(`${host.base}/${variant.name}/`, { waitUntil: 'commit' });
    const result = {};
    if (variant.lazy) {
      await quiet(page);
      result.before = { ...host.wire(), ...(await vitals(page)) };
      await page.evaluate(() => window.bench.want());
    }
    if (variant.driver) await answered();
    await quiet(page);
    Object.assign(result, host.wire(), await vitals(page));
    if (variant.driver) Object.assign(result, await clicks(page, cdp));
    return Object.assign(result, await memory(page, cdp));
  } finally {
    await context.close();
  }
}
