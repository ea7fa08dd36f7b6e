// Reads a bank from a Markdown text. It travels with its program, reader-markdown.

import { reader } from 'factory';
import { outcome, unreadable } from './reading.js';

/** Far more than anybody writes. */
const LONGEST = 8_000_000;

export async function read(program, { bank, name, response, warn }) {
  if (!response?.ok) throw unreadable(`${bank} did not come (${response?.status ?? 'no answer'}). Check the address and the connection.`);
  const markdown = await response.text();
  if (markdown.length > LONGEST) throw unreadable(`${bank} is too long: more than ${LONGEST / 1_000_000} million characters.`);
  const bindings = reader(WebAssembly);
  await bindings({ module_or_path: program });
  return outcome(bindings.read_markdown(name, markdown), bank, warn);
}
