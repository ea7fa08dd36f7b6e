// What a guest leaves in the house: globals, styles, elements, listeners.

/** What page scripts can see of it. The element itself and what is in it do not count. */
export function traces(page) {
  return page.evaluate(() => {
    const own = (object) => Object.getOwnPropertyNames(object).sort();
    const classes = [Object, Array, String, Function, Promise, Map, Set, Event, EventTarget, Node, Element, HTMLElement, Document];
    return {
      window: own(window).filter((name) => !/^\d+$/.test(name)),
      document: own(document),
      constructors: Object.fromEntries(classes.map((known) => [known.name, own(known)])),
      prototypes: Object.fromEntries(classes.map((known) => [known.name, own(known.prototype)])),
      head: [...document.head.children].filter(({ src }) => !src?.includes('/mock-interview/')).map((child) => child.outerHTML),
      adopted: document.adoptedStyleSheets.length,
      elements: [...document.body.querySelectorAll('*')].filter((element) => !element.closest('mock-interview')).length,
      attributes: [document.documentElement, document.body].map((element) => element.cloneNode(false).outerHTML),
      cookie: document.cookie,
      keys: Object.keys(localStorage).filter((key) => !key.startsWith('mock-interview:')),
    };
  });
}

/**
 * Counts what listens outside the widget: on the window, the document, its two elements, and on media queries. Only
 * what came from a file or a page counts: the driver of the browser listens as well.
 */
export async function listeners(page) {
  const session = await page.context().newCDPSession(page);
  const scripts = new Map();
  session.on('Debugger.scriptParsed', ({ scriptId, url }) => scripts.set(scriptId, url));
  await session.send('Debugger.enable');
  const objectOf = async (expression) => (await session.send('Runtime.evaluate', { expression })).result.objectId;
  const listening = async (objectId) => (await session.send('DOMDebugger.getEventListeners', { objectId })).listeners;
  const counts = {};
  const count = (where, all) => {
    for (const { type } of all.filter(({ scriptId }) => !scriptId || scripts.get(scriptId))) counts[`${where}: ${type}`] = (counts[`${where}: ${type}`] ?? 0) + 1;
  };
  await session.send('HeapProfiler.collectGarbage');
  for (const where of ['window', 'document', 'document.documentElement', 'document.body', 'visualViewport', 'navigation']) {
    const objectId = await objectOf(where);
    if (objectId) count(where, await listening(objectId));
  }
  for (const kind of ['MediaQueryList', 'BroadcastChannel']) {
    const prototypeObjectId = await objectOf(`${kind}.prototype`);
    const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId });
    const { result } = await session.send('Runtime.getProperties', { objectId: objects.objectId, ownProperties: true });
    for (const { name, value } of result) {
      if (/^\d+$/.test(name) && value?.objectId && kind === 'MediaQueryList') count(kind, await listening(value.objectId));
      if (/^\d+$/.test(name) && kind === 'BroadcastChannel') count(kind, [{ type: 'open' }]);
    }
  }
  await session.detach();
  return counts;
}

/** Elements come and go: what the browser counts of them does not grow. */
export async function left(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const cycles = async (count) => {
    for (let n = 0; n < count; n += 1) {
      await page.evaluate(() => document.querySelector('.place').append(document.createElement('mock-interview')));
      await page.locator('mock-interview [part=card]').waitFor();
      await page.evaluate(() => document.querySelector('.place > mock-interview').remove());
    }
    await page.waitForTimeout(300);
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };
  await cycles(3);
  const before = await cycles(5);
  const after = await cycles(20);
  for (const what of ['JSEventListeners', 'Nodes']) {
    const more = after[what] - before[what];
    if (more >= 20) throw new Error(`20 elements came and went, and there are ${more} more ${what}`);
  }
  await session.detach();
}
