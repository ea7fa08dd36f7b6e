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

/** Counts what listens outside the widget: on the window, the document, its two elements, and on media queries. */
export async function listeners(page) {
  const session = await page.context().newCDPSession(page);
  const objectOf = async (expression) => (await session.send('Runtime.evaluate', { expression })).result.objectId;
  const listening = async (objectId) => (await session.send('DOMDebugger.getEventListeners', { objectId })).listeners;
  const counts = {};
  const count = (where, all) => {
    for (const { type } of all) counts[`${where}: ${type}`] = (counts[`${where}: ${type}`] ?? 0) + 1;
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
