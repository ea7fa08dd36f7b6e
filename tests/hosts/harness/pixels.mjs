// Screenshots, compared pixel by pixel.
import { writeFileSync } from 'node:fs';
import { load } from './paths.mjs';

const { PNG } = load('pngjs');

/** Differences that no eye sees: smoothed edges that another run rounds another way. */
const TOLERANCE = 8;

const CLOCKS = '.clock, .question-time, progress { visibility: hidden !important }';

/** The whole page, without carets and animations, the widget's own box painted over. */
export async function picture(page, box) {
  const image = PNG.sync.read(await page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide' }));
  if (box) {
    const [left, top] = [Math.floor(box.x), Math.floor(box.y)];
    const [right, bottom] = [Math.ceil(box.x + box.width), Math.ceil(box.y + box.height)];
    for (let y = Math.max(top, 0); y < Math.min(bottom, image.height); y += 1) {
      image.data.fill(0, 4 * (y * image.width + Math.max(left, 0)), 4 * (y * image.width + Math.min(right, image.width)));
    }
  }
  return image;
}

/** One element, moved to where its first pixel is a whole one. What changes by itself is hidden. */
export async function pictureOf(page, locator) {
  await locator.evaluate((element) => {
    scrollTo(0, 0);
    const place = element.parentElement.style;
    place.setProperty('padding', '0', 'important');
    const { x, y } = element.getBoundingClientRect();
    place.setProperty('padding-block-start', `${Math.ceil(y) - y}px`, 'important');
    place.setProperty('padding-left', `${Math.ceil(x) - x}px`, 'important');
  });
  const { x, y, width, height } = await locator.boundingBox();
  const whole = PNG.sync.read(await page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide', style: CLOCKS }));
  const image = new PNG({ width: Math.ceil(width), height: Math.ceil(height) });
  PNG.bitblt(whole, image, Math.round(x), Math.round(y), image.width, image.height, 0, 0);
  return image;
}

/** The share of pixels that differ, from 0 to 1; 1 where the sizes do. Leaves a picture of them where there are any. */
export function difference(one, other, file) {
  if (one.width !== other.width || one.height !== other.height) {
    save(file, one, other);
    return 1;
  }
  let count = 0;
  for (let at = 0; at < one.data.length; at += 4) {
    const differs = [0, 1, 2].some((channel) => Math.abs(one.data[at + channel] - other.data[at + channel]) > TOLERANCE);
    if (differs) count += 1;
  }
  if (count > 0) save(file, one, other);
  return count / (one.width * one.height);
}

function save(file, one, other) {
  writeFileSync(`${file}-is.png`, PNG.sync.write(one));
  writeFileSync(`${file}-should-be.png`, PNG.sync.write(other));
}
