// A part of runtime.js: an instance of the program, and its guard.

import { started } from './program.js';

/**
 * A fresh instance. Whatever is thrown out of its code has left it in an unknown state: from then on none of it
 * runs again, whoever still calls (timers, listeners), and `died` is told once.
 */
export async function instantiate(module, glue, died) {
  let alive = true;
  let extend;
  let depth = 0;
  const guarded = (call) => (...args) => {
    if (!alive) {
      if (depth === 0) return 0;
      throw new Error('stopped');
    }
    depth += 1;
    try {
      return call(...args);
    } catch (error) {
      if (alive) {
        alive = false;
        died(error);
      }
      if (depth > 1) throw error;
      return 0;
    } finally {
      depth -= 1;
    }
  };
  // The glue sees guarded exports only.
  const bindings = glue(async (module, imports) => {
    // What script/split.mjs has put into other parts: it can be tied in before they are here.
    const here = {};
    const later = (part) => new Proxy({}, { get: (_, name) => (...args) => here[part][name](...args) });
    const around = { ...imports, later: later('later'), extra: later('extra') };
    const exports = await started(module, around);
    // In plain JavaScript all parts are one.
    extend = async (part, module) => {
      if (module) here[part] ??= await started(module, { ...around, first: exports });
    };
    const guard = ([name, value]) => [name, typeof value === 'function' ? guarded(value) : value];
    return Object.fromEntries(Object.entries(exports).map(guard));
  });
  await bindings(module);
  return { bindings, extend, isAlive: () => alive };
}
