// What was set out to be reached, held against what was measured, as rows of a table.
import { ratio, shown, uncertainty } from './numbers.mjs';

/** How close the article with a lazy element comes to the article alone. */
const CLOSE = 1.02;
/** What may be loaded before the element is wanted. */
const LOADER_BYTES = 4096;

const verdict = (met) => (met ? 'yes' : '**no**');

/** A row, if it was measured. */
function aim(words, measured, most, digits = 2) {
  return Number.isFinite(measured) ? [[words, shown(most, digits), shown(measured, digits), verdict(measured <= most)]] : [];
}

/** How an article paints differs by little, so nothing is said of what is smaller than the noise. */
export function paintAims(where, ours, { alone, again }) {
  return ['fcp', 'lcp'].flatMap((name) => {
    const measured = ratio(ours?.[name], alone?.[name]);
    if (!Number.isFinite(measured)) return [];
    const same = Math.abs(ratio(again?.[name], alone[name]) - 1);
    const noise = Math.max(uncertainty(ours[`${name}s`], alone[`${name}s`]), same);
    const met = measured <= CLOSE;
    const clear = met ? noise <= CLOSE - 1 : measured - noise > CLOSE;
    const words = `lazy: ${name.toUpperCase()} ÷ page alone, ${where}`;
    return [[words, shown(CLOSE, 2), `${shown(measured, 3)} ± ${shown(noise, 3)}`, clear ? verdict(met) : 'lost in noise']];
  });
}

function shiftAims(where, page) {
  return [
    ...aim(`${page?.name}: CLS before it is wanted, worst load, ${where}`, page?.clsUnasked, 0, 4),
    ...aim(`${page?.name}: CLS in all, worst load, ${where}`, page?.clsWorst, 0, 4),
  ];
}

function underCondition(where, pages) {
  const { lazy, eager, counter } = pages;
  return [
    ...paintAims(where, lazy, pages),
    ...shiftAims(where, lazy),
    ...shiftAims(where, eager),
    ...aim(`click to paint p98 ÷ Yew counter's, ${where}`, ratio(eager?.p98, counter?.p98), 1.1),
  ];
}

export function aims({ fast, phone }) {
  return [
    ...underCondition('not slowed', fast),
    ...underCondition('phone', phone),
    ...aim('lazy: bytes of files before it is wanted', fast.lazy?.before?.files, LOADER_BYTES, 0),
    ...aim("eager, phone: first question ÷ Yew counter's", ratio(phone.eager?.question, phone.counter?.question), 1.3),
    ...aim("eager, phone: first question ÷ react-quiz-component's", ratio(phone.eager?.question, phone.react?.question), 1),
    ...aim("memory ÷ quizdown's", ratio(fast.eager?.memory, fast.quizdown?.memory), 1),
  ];
}
