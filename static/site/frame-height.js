// For a page that holds interviews in iframes: gives every `<iframe data-mock-interview src="…/frame.html">` the height
// of what is in it, now and whenever that changes. Also for frames that come later.
//
// Anybody can send messages to a page. One counts only if it comes from the window of such a frame and from the origin
// that the frame's `src` names. A sandboxed frame has no origin; it says a word that only it was told.

const KIND = 'mock-interview';
const MOST_PX = 20_000;
const MOST_IN_A_SECOND = 20;

const frames = () => [...document.querySelectorAll('iframe[data-mock-interview][src]')];

/** What is known of a frame, as long as it has the same `src`. */
const known = new WeakMap();

function about(frame) {
  let facts = known.get(frame);
  if (facts?.src !== frame.src) {
    facts = { src: frame.src, nonce: nonce(), recognised: false, times: [] };
    known.set(frame, facts);
  }
  return facts;
}

function nonce() {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}

function ask(frame) {
  frame.contentWindow?.postMessage({ [KIND]: 'ask', nonce: about(frame).nonce }, '*');
}

/** The height that a message tells, or nothing. */
function heightIn(message) {
  if (message === null || typeof message !== 'object') return undefined;
  if (!Object.hasOwn(message, KIND) || message[KIND] !== 'height' || !Object.hasOwn(message, 'height')) return undefined;
  const { height } = message;
  return Number.isInteger(height) && height >= 0 && height <= MOST_PX ? height : undefined;
}

function isTooMuch(facts) {
  const now = performance.now();
  facts.times = facts.times.filter((time) => now - time < 1000);
  if (facts.times.length >= MOST_IN_A_SECOND) return true;
  facts.times.push(now);
  return false;
}

function isFrom(frame, facts, origin, message) {
  const hasOrigin = !frame.hasAttribute('sandbox') || frame.sandbox.contains('allow-same-origin');
  if (hasOrigin) return URL.canParse(facts.src) && origin === new URL(facts.src).origin;
  if (origin !== 'null') return false;
  if (Object.hasOwn(message, 'nonce') && message.nonce === facts.nonce) {
    facts.recognised = true;
    return true;
  }
  // Once it has answered, the word is not said again: by then another page may be in the frame.
  if (!facts.recognised) ask(frame);
  return false;
}

function resize(frame, height) {
  const style = getComputedStyle(frame);
  const edges = ['border-top-width', 'border-bottom-width', 'padding-top', 'padding-bottom'];
  const around = style.boxSizing === 'border-box' ? edges.reduce((sum, edge) => sum + parseFloat(style.getPropertyValue(edge)), 0) : 0;
  frame.style.height = `${height + around}px`;
}

addEventListener('message', (event) => {
  if (!event.isTrusted || event.source === null) return;
  const frame = frames().find((frame) => frame.contentWindow === event.source);
  if (frame === undefined) return;
  const height = heightIn(event.data);
  const facts = about(frame);
  if (height === undefined || isTooMuch(facts)) return;
  if (isFrom(frame, facts, event.origin, event.data)) resize(frame, height);
});

// Whatever was told before this script came is told again.
frames().forEach(ask);
