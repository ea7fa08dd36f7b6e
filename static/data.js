// Loaded when readers look at what is stored of them: how long the browser keeps it, files that they choose, and the page as one file.

export { oneFile } from './carry.js';

/** Of a file with somebody's progress: as in journal/copy.rs. */
const LARGEST_COPY = 20_000_000;

/** `lasting`: until the reader deletes it. `open`: until the device is full. `week`: until nobody has come for seven days. And `alone`: there is no second copy. */
export const look = async ({ fails }) => `${await lasts()}${fails ? ' alone' : ''}`;

async function lasts() {
  const { storage, vendor, standalone } = navigator;
  if (await storage?.persisted?.().catch(() => false)) return 'lasting';
  // All browsers that are made of WebKit, and no others, bear this name.
  const isWebKit = /^Apple/.test(vendor);
  if (isWebKit && !standalone && !matchMedia('(display-mode: standalone)').matches) return 'week';
  return storage?.persist ? 'open' : 'unknown';
}

export async function ask(copying) {
  await navigator.storage?.persist?.().catch(() => false);
  return look(copying);
}

/** Only where the browser decides by itself: Firefox, which bears no such name, would ask the reader, out of the blue. */
export const quietly = (copying) => (navigator.vendor ? ask : look)(copying);

/** The text of a file that the reader chooses. It stays open as long as they like; who chooses none is asked nothing more. */
export const choose = () => new Promise((done, fail) => {
  const field = Object.assign(document.createElement('input'), { type: 'file', accept: '.json,application/json' });
  field.onchange = () => {
    const [file] = field.files;
    // A film, chosen by mistake, would not fit into the memory of an instance.
    if (!file || file.size > LARGEST_COPY) fail(new Error('too large'));
    else file.text().then(done, fail);
  };
  field.click();
});
