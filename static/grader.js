// Runs the grader of typed answers. It travels with its program, and has a fresh instance whenever one has stopped.

import { reader } from 'factory';

/** `rubrics` is what `bank compile`, or a reader of banks, has written. */
export async function open(program, rubrics) {
  const bindings = reader(WebAssembly);
  await bindings({ module_or_path: program });
  bindings.load(rubrics);
  return bindings;
}
