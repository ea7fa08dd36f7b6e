// Every language but English: which of them is spoken, the words of the start card, and what the browser knows of a language. It is loaded
// where a page, or else its reader, asks for one. The words of the widget are a file more, fetched when the widget is wanted.

import { CARDS } from 'languages';

const DAY_MS = 86_400_000;
const coming = {};

/** `asked`: names of languages as HTML has them, the best first. Nothing where that is English, or none that we have. */
export async function learn(load, base, mount, asked) {
  const codes = asked.split(' ').map((tag) => tag.split('-')[0].toLowerCase());
  const code = codes.find((code) => code === 'en' || Object.hasOwn(CARDS, code));
  if (!code || code === 'en') return undefined;
  const fetched = ([name, digest]) => load.file(base + name, digest);
  try {
    const { dir, plurals, words, all } = await (coming[base + code] ??= fetched(CARDS[code]).then((file) => file.json()));
    const intl = knowledge(code, plurals);
    const t = (english, count) => (count ? counted(words[`{}${english}`], intl, count) : words[english]) ?? english;
    speak(mount, code, dir);
    t.intl = intl;
    let whole;
    t.whole = () => (whole ??= fetched(all).then((file) => file.text()).then((text) => {
      t.words = text;
    }).catch((error) => {
      console.warn(`mock-interview: it speaks English: ${error.message}`);
      speak(mount, 'en', 'ltr');
    }));
    // Who presses a button wants all of it, and the program is on its way no sooner.
    mount.addEventListener('click', t.whole, { once: true });
    return t;
  } catch (error) {
    delete coming[base + code];
    console.warn(`mock-interview: it speaks English: ${error.message}`);
    return undefined;
  }
}

/** A strict page allows a style that a script sets, but not in an attribute. */
function speak(mount, lang, dir) {
  Object.assign(mount, { lang, dir });
  mount.style.direction = dir;
}

function counted(forms, intl, count) {
  return forms?.[Math.min(intl('plural', count), forms.length - 1)].replace('{}', intl('number', count));
}

/** As src/language.rs asks for it. Digits are the same in every language, as on clocks and in listings. */
function knowledge(code, plurals) {
  const lang = `${code}-u-nu-latn`;
  const made = {};
  const once = (Format, options) => (made[Format.name + JSON.stringify(options)] ??= new Format(lang, options));
  const number = (number, options) => once(Intl.NumberFormat, options).format(number);
  const date = (day, options) => once(Intl.DateTimeFormat, { timeZone: 'UTC', ...options }).format(day * DAY_MS);
  const duration = (seconds, style) => {
    const units = [['minute', Math.floor(seconds / 60)], ['second', seconds % 60]];
    const some = units.filter(([unit, count], n) => count || (n && !units[0][1]));
    if (Intl.DurationFormat) return once(Intl.DurationFormat, { style }).format(Object.fromEntries(some.map(([unit, count]) => [`${unit}s`, count])));
    return some.map(([unit, count]) => number(count, { style: 'unit', unit, unitDisplay: style })).join(' ');
  };
  const ways = {
    // What a browser distinguishes and the catalogue does not has the form of most.
    plural: (count) => (plurals.indexOf(once(Intl.PluralRules).select(count)) + plurals.length) % plurals.length,
    number: (count) => number(count),
    percent: (count) => number(count / 100, { style: 'percent' }),
    date: (day) => date(day, { day: 'numeric', month: 'short', year: 'numeric' }),
    month: (day) => date(day, { month: 'short' }),
    weekday: (day) => date(day, { weekday: 'short' }),
    short: (seconds) => duration(seconds, 'short'),
    long: (seconds) => duration(seconds, 'long'),
  };
  return (what, value) => `${ways[what](value)}`;
}
