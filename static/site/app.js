// Of the first page alone: it keeps itself for use without network (sw.js) and says quietly how that stands. A new version comes when
// its reader says so, to all tabs at once, and to a running round when that is over. And links can begin a round: #start=warm-up.

const shown = document.getElementById('offline');
const widget = document.querySelector('mock-interview');

function say(words, label, onclick) {
  if (shown.dataset.words === words) return;
  shown.dataset.words = words;
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: label, onclick });
  shown.replaceChildren(words, ...(label ? [' ', button] : []));
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

function isWhole(worker) {
  return new Promise((answer) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => answer(data.whole);
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
  const registration = await serviceWorker.register('sw.js', { updateViaCache: 'none' });
  const look = async () => {
    const { active, waiting } = registration;
    if (isReplaced) return;
    if (active && waiting) say('A new version is ready.', 'Update', () => waiting.postMessage('SKIP_WAITING'));
    else if (active?.state === 'activated' && (await isWhole(active)) && !registration.waiting && !isReplaced) say('Works offline.');
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

addEventListener('hashchange', begin);
begin().catch(() => {});
// First the interview, then the copy for later.
if ('serviceWorker' in navigator) {
  const later = () => keep(navigator).catch((error) => console.info(`mock-interview: not kept for offline use: ${error.message}`));
  if (['idle', 'loading'].includes(widget.state)) {
    for (const event of ['ready', 'error']) widget.addEventListener(`mock-interview-${event}`, later, { once: true });
  } else later();
}
