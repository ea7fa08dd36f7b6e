// Chance that comes out the same every time: all generated text depends on a seed alone.

/** Numbers in [0, 1): a linear congruential generator, which is plenty for picking words. */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export function pick(random, list) {
  return list[Math.floor(random() * list.length)];
}

export function shuffled(random, list) {
  const copy = [...list];
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [copy[last], copy[other]] = [copy[other], copy[last]];
  }
  return copy;
}

/** Fills `{name}` in a sentence from lists of words; a name that comes twice gets the same word. */
export function filled(random, sentence, words) {
  const chosen = {};
  return sentence.replace(/\{(\w+)\}/g, (_, name) => (chosen[name] ??= pick(random, words[name])));
}
