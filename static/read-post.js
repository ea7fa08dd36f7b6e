// Reads a bank from an element of the page. It travels with its program, reader-post.

import { reader } from 'factory';
import { flatten } from './post.js';
import { started } from './program.js';
import { outcome, unreadable } from './reading.js';

/** As it is written, or as it stands in an address. */
function byId(id) {
  try {
    return document.getElementById(id) ?? document.getElementById(decodeURIComponent(id));
  } catch {
    return undefined;
  }
}

export async function read(program, { bank, name, warn, images, preset }) {
  const element = byId(bank.slice(1));
  if (!element) throw unreadable(`There is no element with the id “${bank.slice(1)}” on this page.`);
  const title = document.querySelector('h1')?.textContent.trim() || document.title;
  const bindings = reader(started);
  await bindings(program);
  return outcome(bindings.read_post(name, title, flatten(element, images)), { bank, preset, warn });
}
