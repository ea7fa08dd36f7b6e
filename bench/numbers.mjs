// Medians and the like of what was measured.

/** Of so few loads nobody can say how far they spread. */
const FEW = 5;

export function quantile(values, share) {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  if (sorted.length === 0) return undefined;
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const above = sorted[Math.min(below + 1, sorted.length - 1)];
  return sorted[below] + (above - sorted[below]) * (place - below);
}

/** How far the ratio of two medians may be off, with 19 in 20 certainty, judged by the spread of what they are made of. */
export function uncertainty(...samples) {
  if (samples.some(({ length }) => length < FEW)) return Infinity;
  const errors = samples.map((values) => {
    const spread = (quantile(values, 0.75) - quantile(values, 0.25)) / 1.349;
    return (2 * 1.2533 * spread) / Math.sqrt(values.length) / median(values);
  });
  return Math.hypot(...errors);
}

export const median = (values) => quantile(values, 0.5);
export const ratio = (ours, theirs) => (ours === undefined || theirs === undefined ? undefined : ours / theirs);
export const shown = (value, digits = 0, unit = '') => (Number.isFinite(value) ? `${value.toFixed(digits)}${unit}` : '–');

/** Everything that was measured of one page under one condition, as medians. */
export function summary(results, variant, condition) {
  const own = results.filter((each) => each.variant === variant && each.condition === condition);
  const good = own.filter(({ failed }) => !failed);
  const of = (read) => median(good.map(read));
  const clicks = good.flatMap((each) => each.clicks ?? []);
  const since = (name) => of((each) => (each[name] === undefined ? undefined : each[name] - (each.wanted ?? 0)));
  return {
    loads: good.length,
    failed: own.length - good.length,
    missed: good.reduce((sum, { missed }) => sum + missed, 0),
    before: good.some(({ before }) => before) && {
      files: of(({ before }) => before.files),
    },
    requests: of((each) => each.requests),
    bytes: of((each) => each.bytes),
    // What an article with a lazy quiz is before anyone scrolls; the quiz then only adds to the shifts.
    fcps: good.map((each) => (each.before ?? each).fcp),
    lcps: good.map((each) => (each.before ?? each).lcp).filter((at) => at !== undefined),
    fcp: of((each) => (each.before ?? each).fcp),
    lcp: of((each) => (each.before ?? each).lcp),
    cls: of((each) => each.cls),
    clsPressed: of((each) => each.clsPressed),
    // The worst load, because an aim of none means none.
    clsUnasked: Math.max(...good.map((each) => (each.before ?? each).cls - (each.before ? 0 : each.clsPressed))),
    clsWorst: Math.max(...good.map((each) => each.cls)),
    longTasks: of((each) => each.longTasks),
    longTaskMs: of((each) => each.longTaskMs),
    start: since('start'),
    reaction: of((each) => each.pressed - (each.start ?? each.question)),
    question: since('question'),
    answered: since('answered'),
    bankMs: of((each) => each.bankMs),
    clicks: clicks.length,
    p50: quantile(clicks, 0.5),
    p98: quantile(clicks, 0.98),
    busy: of((each) => each.busyPerClick),
    heap: of((each) => each.heap),
    dom: of((each) => each.dom),
    wasm: of((each) => each.wasm),
    memory: of((each) => each.heap + each.dom + each.wasm),
  };
}
