// Reads a bank from a text, in Markdown or JSON. It travels with its program, reader-markdown.

import { reader } from 'factory';
import { started } from './program.js';
import { outcome, unreadable } from './reading.js';

/** Characters: far more than anybody writes. */
const LONGEST = 16_000_000;
/** No character takes more bytes of UTF-8 for its units of UTF-16. */
const WIDEST = 3;

export async function read(program, { bank, name, response, warn, images, preset }) {
  if (!response?.ok) throw unreadable(`${bank} did not come (${response?.status ?? 'no answer'}). Check the address and the connection.`);
  const text = await textOf(response);
  if (text === undefined) throw unreadable(`${bank} is too long: more than ${LONGEST / 1_000_000} million characters.`);
  const bindings = reader(started);
  await bindings(program);
  const from = response.url || new URL(bank, document.baseURI);
  // An image stands beside its bank. Nobody is asked for one that the page does not want.
  const find = (address) => (images && URL.canParse(address, from) ? new URL(address, from).href : '');
  return outcome(bindings.read_bank(name, text, isJson(bank, response, text), { find }), { bank, preset, warn });
}

/** None where it is too long: then it is not read to its end, and not at all where the server says so beforehand. */
async function textOf({ body, headers }) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let isOver = Number(headers.get('content-length')) > WIDEST * LONGEST;
  for (let done = false; !done && !isOver; isOver = text.length > LONGEST) {
    const part = await reader.read();
    ({ done } = part);
    text += decoder.decode(part.value, { stream: !done });
  }
  if (!isOver) return text;
  reader.cancel().catch(() => {});
  return undefined;
}

/** By its name; a name that says nothing leaves it to the server and to how the text begins. */
function isJson(bank, response, text) {
  const [, ending] = bank.match(/\.(json|md|markdown)(?:[?#]|$)/i) ?? [];
  if (ending) return ending.toLowerCase() === 'json';
  return /[/+]json\b/i.test(response.headers.get('content-type')) || /^[\s\ufeff]*\{/.test(text);
}
