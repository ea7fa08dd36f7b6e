// The page for iframes: gives the one interview the attributes that the address asks for, and tells the page around
// it how tall it is. That number is all it tells.

/** What the address may say. Not base-url: it says where scripts come from, and anybody can write an address. */
const ATTRIBUTES = [
  'bank', 'preset', 'questions', 'minutes', 'modes', 'topics', 'levels', 'seed', 'lang', 'theme', 'loading', 'images', 'heading',
  'open',
];
const KIND = 'mock-interview';
const REST_MS = 100;
const PATIENCE_MS = 250;

const root = document.documentElement;

function setUp(element) {
  // Who made a frame for it wants it; and the frame itself can be lazy.
  element.setAttribute('loading', 'eager');
  const ignored = [];
  for (const [name, text] of new URLSearchParams(location.search)) {
    const value = name === 'bank' ? bankAddress(text) : text;
    if (value === undefined || !ATTRIBUTES.includes(name)) ignored.push(name.slice(0, 40));
    else element.setAttribute(name, value);
  }
  if (ignored.length > 0) {
    const allowed = ATTRIBUTES.join(', ');
    console.warn(`mock-interview: passed over in the frame's address: ${ignored.join(', ')}. It may name ${allowed}; a bank by its URL.`);
  }
}

/** No place on this page: there is nothing else on it. */
function bankAddress(text) {
  if (text === '' || text.startsWith('#') || !URL.canParse(text, location.href)) return undefined;
  const { href, protocol } = new URL(text, location.href);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

/** The page around may give its own word for us to say, so that it knows us where we have no origin. */
let nonce;
let told;
let resting;
let looking;

const needed = () => Math.ceil(root.getBoundingClientRect().height - 1 / 16);

function tell() {
  const height = needed();
  if (height === told) return false;
  told = height;
  parent.postMessage(nonce === undefined ? { [KIND]: 'height', height } : { [KIND]: 'height', height, nonce }, '*');
  setTimeout(spareScrollbar, PATIENCE_MS);
  return true;
}

/** The first of several changes is told at once, then the last of each short while. */
function changed() {
  if (resting !== undefined || !tell()) return;
  resting = setTimeout(() => {
    resting = undefined;
    changed();
  }, REST_MS);
}

/**
 * Where the frame is given the height it asks for, no scrollbar shows for the moment that takes. On a zoomed page a part
 * of a pixel may be missing, since a frame begins and ends with a whole one of the screen.
 */
function spareScrollbar() {
  root.classList.toggle('fits', innerHeight + 1 >= needed());
}

/**
 * A border around the frame may have grown with the zoom of the page, and taken from the height: then it is told again,
 * but only when the page has had its time to follow what it was told last.
 */
function resized() {
  spareScrollbar();
  clearTimeout(looking);
  looking = setTimeout(() => {
    if (innerHeight >= root.getBoundingClientRect().height - 0.5) return;
    told = undefined;
    changed();
  }, PATIENCE_MS);
}

function answer({ isTrusted, source, data }) {
  if (!isTrusted || source !== parent || data === null || typeof data !== 'object') return;
  if (!Object.hasOwn(data, KIND) || data[KIND] !== 'ask') return;
  if (typeof data.nonce === 'string' && data.nonce.length <= 64) nonce = data.nonce;
  told = undefined;
  changed();
}

setUp(document.querySelector(KIND));
if (parent !== window) {
  addEventListener('message', answer);
  addEventListener('resize', resized);
  new ResizeObserver(changed).observe(root);
}
