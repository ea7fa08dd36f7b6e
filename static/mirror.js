// A part of runtime.js: a second copy of what the widget stores, in IndexedDB. A browser may keep what is written to localStorage in its memory for a minute, and
// a crash of it takes that along; this is on the disk within milliseconds. What cannot be opened is no copy, and nothing else.

const TEXTS = 'texts';
/** Some browsers, when their disk is in trouble, never answer; after a crash it may take a slow device its time. */
const PATIENCE_MS = 3000;

let opening;
const open = () => (opening ??= new Promise((resolve, reject) => {
  const asked = indexedDB.open('mock-interview', 1);
  const forget = () => (opening = undefined);
  asked.onupgradeneeded = () => asked.result.createObjectStore(TEXTS);
  asked.onerror = asked.onblocked = () => reject(asked.error);
  asked.onsuccess = () => {
    const { result } = asked;
    // Whoever wants to remove the database is not to wait for us.
    result.onversionchange = () => forget(result.close());
    result.onclose = forget;
    resolve(result);
  };
}));

/**
 * For one thing, which is then committed: a page that is left may be kept as it stands, with all that it has begun. In WebKit what would be committed by
 * itself waits there until its reader comes back, and every other page of the site waits for that.
 */
const texts = async (mode) => (await open()).transaction(TEXTS, mode, { durability: 'strict' }).objectStore(TEXTS);
const answer = (asked) => new Promise((resolve, reject) => Object.assign(asked, { onsuccess: () => resolve(asked.result), onerror: reject }));

/** What the store has as well need not go into the program to be compared: there it is null. */
async function all(memory) {
  const store = await texts('readonly');
  const asked = [answer(store.getAllKeys()), answer(store.getAll())];
  store.transaction.commit();
  const [names, found] = await Promise.all(asked);
  const stored = (name) => {
    try {
      return memory.get(name) ?? localStorage.getItem(name);
    } catch {}
  };
  return new Map(names.map((name, n) => [name, found[n] === stored(name) ? null : found[n]]));
}

let missing;
let short;
/** Whether there is no copy (it may still come), or not of all, since something could not be written. The store itself says what it could not keep. */
export const fails = () => missing || short;

/** Texts by their names; nothing where there is no copy. `memory` has what the store refuses. What comes later than that is for `late`. */
export async function copied(memory, late) {
  const coming = all(memory).catch(() => {});
  const found = await Promise.race([coming, new Promise((none) => setTimeout(none, PATIENCE_MS))]);
  missing = !found;
  if (missing) {
    coming.then((found) => {
      missing = !found;
      if (found) late(found);
    });
  }
  return found;
}

/** Without a text, what bears the name is removed. */
export async function copy(name, text) {
  try {
    const store = await texts('readwrite');
    text === undefined ? store.delete(name) : store.put(text, name);
    store.transaction.onabort = () => (short = true);
    store.transaction.commit();
  } catch {
    short = true;
  }
}
