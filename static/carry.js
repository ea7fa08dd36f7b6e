// A part of data.js: makes the page that is one file, with the bank and the settings of this page and, where the reader wants it, their
// progress. What is carried is a text of names and texts, where no sign means anything to HTML: `<` and all beyond ASCII are escaped.

import { PAGE } from 'one-file';
import { failure } from './failure.js';

/** What a page says of itself alone. In the file there is one bank, and nobody to ask for images. */
const NOT_CARRIED = ['bank', 'base-url', 'loading', 'open', 'images'];
const carriedIn = (kind, id) => new RegExp(`(<script type="${kind}" id="${id}">)[^<]*`);

/** Offers the file to the reader; answers with why it could not be made, or with nothing. */
export async function oneFile({ base, load, read, settings, written, download, about: progress }) {
  try {
    const page = await load.text(base, PAGE);
    if (!page) throw failure('network', 'this page is all that there is of it, and does not hold the file');
    const id = read && JSON.parse(read.bank)[0];
    const name = id ? `mock-interview-${id.replace(/[^a-z\d-]/gi, '-')}` : 'mock-interview';
    download(`${name}.html`, filled(page, { id, read, settings, written, progress }));
    return '';
  } catch (error) {
    return error.message;
  }
}

function filled(page, { id, read, settings, written, progress }) {
  const kept = Object.entries(settings).filter(([name, value]) => value && !NOT_CARRIED.includes(name));
  const carried = { settings: written(Object.fromEntries(kept)) };
  // The mark tells one file from another: each is taken in once.
  if (progress) Object.assign(carried, { progress, mark: Math.random().toString(36).slice(2) });
  const put = (text, place, content) => text.replace(place, (_, before) => before + content);
  let made = page;
  if (read) {
    const [bank, answers] = [read.bank, read.answers].map(imageless);
    Object.assign(carried, { id, title: read.title, questions: `${read.questions}`, bank, answers, rubrics: read.rubrics });
    const title = read.title.replace(/[^ -%'-;=-~]/gu, (sign) => `&#${sign.codePointAt(0)};`);
    made = put(put(made, /(<title>)[^<]*/, `Mock interview: ${title}`), /(<h2>)[^<]*/, title);
    made = put(made, carriedIn('text/plain', 'built-in'), '');
  }
  return put(made, carriedIn('application/json', 'carried'), written(carried).replaceAll('<', '\\u003c'));
}

/** An image without an address is shown as its words (src/bank/json/rich.rs). */
const imageless = (text) => text.replace(/\["i","https?:[^"]*"/g, '["i",""');
