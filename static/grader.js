// Runs the grader of typed answers. It knows where its program and its rubrics are, so that runtime.js need not.

import { reader } from 'factory';
import { RUBRICS, WASM } from 'grader';
import { started } from './program.js';

/** A bank of the page's own has brought its rubrics with it. */
export async function open({ base, load, read }) {
  const bindings = reader(started);
  const [rubrics, program] = await Promise.all([read ? read.rubrics : load.text(base, RUBRICS), load.wasm(base, WASM)]);
  await bindings(program);
  bindings.load(rubrics);
  return bindings;
}
