// Builds the folder that is served: one page for each variant, with its files beside it.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { article } from './article.mjs';

/** `place` holds what the variants need: where to cache builds, the npm packages, our dist, the questions. */
export function build(variants, root, place) {
  rmSync(root, { recursive: true, force: true });
  for (const variant of variants) {
    const folder = join(root, variant.name);
    mkdirSync(folder, { recursive: true });
    const write = (name, text) => writeFileSync(join(folder, name), text);
    variant.files?.({ ...place, folder, write });
    const { top, end, label } = variant;
    const head = typeof variant.head === 'function' ? variant.head(place) : variant.head;
    write('index.html', article({ title: label, head, top: top?.(place.questions), end: end?.(place.questions) }));
  }
}
