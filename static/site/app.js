// Of the first page alone: it keeps itself for use without network (sw.js) and says quietly in the lobby how that stands. A new version comes
// when its reader says so, to all tabs at once, and to a running round when that is over. And links can begin a round: #start=warm-up.

/** Of which build this script is; the page says it as well, and the worker (script/bundle.mjs). */
const BUILD = '%BUILD%';
const { build: BUILD_OF_PAGE } = document.documentElement.dataset;
const NOT_HERE = 'Not available offline: this browser keeps no pages here.';
const NOT_ALL = 'Not available offline: not all of it came. Load the page again to try once more.';
const NOT_ONE = 'Not available offline: the site has files of two versions. Load the page again later.';
const news = document.getElementById('news');
const widget = document.querySelector('mock-interview');

function say(words, label, onclick) {
  if (news.dataset.words === words) return;
  news.dataset.words = words;
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: label, onclick });
  news.replaceChildren(words, ...(label ? [' ', button] : []));
}

function tell(words) {
  document.getElementById('offline').textContent = words;
}

/** Where files are of two builds, to load the page again mends that; once for each, lest a site that mixes them for good has it do that for ever. */
function isMendable(build) {
  const key = 'mock-interview mended';
  try {
    const isNew = sessionStorage[key] !== build;
    sessionStorage[key] = build;
    return isNew;
  } catch {
    return false;
  }
}

/** The files of this page have been replaced. A round ends as it began; with its debrief go recordings, which nobody could bring back. */
function renew() {
  const { state } = widget;
  if (state === 'finished') say('A new version comes with the lobby.', 'Update now', () => location.reload());
  else if (state === 'running' || state === 'loading') say('The new version comes after this round.');
  else return location.reload();
  setTimeout(renew, 500);
}

/** Whether WebAssembly is kept from this reader, so that the programs came as plain JavaScript. */
const isPlain = () => performance.getEntriesByType('resource').some(({ name }) => name.includes('/plain-'));

/** Of which build the worker is, and whether it has the whole of it. */
function ask(worker) {
  return new Promise((answer) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => answer(data);
    worker.postMessage(isPlain() ? 'plain' : 'here', [port2]);
  });
}

async function keep({ serviceWorker }) {
  let isKept = Boolean(serviceWorker.controller);
  let isReplaced = false;
  serviceWorker.addEventListener('controllerchange', () => {
    // At the first visit the page only becomes what it is already.
    if (isKept && !isReplaced) {
      isReplaced = true;
      renew();
    }
    isKept = true;
  });
  // Without network some browsers let one who registers wait for as long as they look for another version, which they do by themselves.
  const known = await serviceWorker.getRegistration();
  const isOurs = known?.scope === new URL('./', location.href).href;
  const registration = isOurs ? known : await serviceWorker.register('sw.js', { updateViaCache: 'none' });
  const look = async () => {
    const { active, installing, waiting } = registration;
    if (isReplaced) return;
    if (active && waiting) say('A new version is ready.', 'Update', () => waiting.postMessage('SKIP_WAITING'));
    if (!active && !installing && !waiting) tell(NOT_ALL);
    if (active?.state !== 'activated') return;
    const { build, whole } = await ask(active);
    if (isReplaced) return;
    if (build === BUILD) return tell(whole ? 'Works offline.' : 'Not available offline yet.');
    if (!isMendable(build)) return tell(NOT_ONE);
    isReplaced = true;
    renew();
  };
  const watch = () => {
    for (const worker of [registration.installing, registration.waiting, registration.active]) worker?.addEventListener('statechange', look);
    look();
  };
  registration.addEventListener('updatefound', watch);
  watch();
}

/** What is due is known when all that is stored has been read, and the export waits for that. */
async function begin() {
  const wanted = new URLSearchParams(location.hash.slice(1)).get('start');
  if (!wanted) return;
  // To load the page again is not to begin again.
  history.replaceState(null, '', location.pathname + location.search);
  await widget.exportProgress();
  // A debrief that is still being brought back lets nothing begin.
  for (let n = 0; n < 2 && widget.state !== 'running'; n += 1) await widget.start(wanted);
}

function open() {
  addEventListener('hashchange', begin);
  begin().catch(() => {});
  if (BUILD_OF_PAGE !== BUILD) return tell(NOT_ONE);
  if (!('serviceWorker' in navigator)) return tell(NOT_HERE);
  // First the interview, then the copy for later.
  const later = () => keep(navigator).catch((error) => {
    // What does not come, or is not what it should be, is a TypeError.
    tell(error.name === 'TypeError' ? NOT_ALL : NOT_HERE);
    console.info(`mock-interview: not kept for offline use: ${error.message}`);
  });
  if (!['idle', 'loading'].includes(widget.state)) return later();
  for (const event of ['ready', 'error']) widget.addEventListener(`mock-interview-${event}`, later, { once: true });
}

if (BUILD_OF_PAGE && BUILD_OF_PAGE !== BUILD && isMendable(BUILD)) location.reload();
else open();
