// The form of the builder: what is chosen in it, and the same as a part of an address.

/** The order in which attributes are written. */
const ATTRIBUTES = ['bank', 'preset', 'questions', 'minutes', 'modes', 'topics', 'levels', 'seed', 'theme', 'loading', 'images', 'heading', 'open'];

/** The folder that this page is in: usually the rest is there as well. */
export const here = new URL('.', location).href;

/** All that counts in the form, by name: no disabled fields, and nothing that is wrong. */
function entries(form) {
  const values = new Map();
  for (const field of form.elements) {
    if (!field.name || field.matches(':disabled') || !field.validity.valid) continue;
    const ticks = field.type === 'checkbox' || field.type === 'radio';
    if (ticks && !field.checked) continue;
    // A box without a value of its own only says yes.
    const value = ticks && !field.hasAttribute('value') ? 'on' : field.value.trim();
    if (value !== '') values.set(field.name, values.has(field.name) ? `${values.get(field.name)} ${value}` : value);
  }
  return values;
}

/** What the form starts with. */
function usual(field) {
  if (field.type === 'checkbox' || field.type === 'radio') return field.checked === field.defaultChecked;
  return field.value === (field.tagName === 'SELECT' ? '' : field.defaultValue);
}

/** What is chosen, as builder-markup.js takes it. */
export function choiceOf(form) {
  const values = entries(form);
  const word = (name) => values.get(name) ?? '';
  const isUsual = { preset: 'screen', theme: 'auto' };
  const attributes = ATTRIBUTES.filter((name) => values.has(name) && values.get(name) !== isUsual[name]);
  return {
    as: word('as'),
    attributes: attributes.map((name) => [name, name === 'open' ? '' : word(name)]),
    files: filesOf(word('files')),
    theme: word('theme'),
    accent: values.has('own-accent') ? { light: word('accent-light'), dark: word('accent-dark') } : undefined,
    font: word('font'),
    corners: word('corners'),
    reserve: values.has('reserve'),
    integrity: values.has('integrity'),
    height: values.has('height'),
  };
}

function filesOf(text) {
  if (text === '') return here;
  return text.endsWith('/') ? text : `${text}/`;
}

/** The choice for an address: only what is not as usual. */
export function fragmentOf(form) {
  const words = new URLSearchParams();
  for (const field of form.elements) {
    if (!field.name || usual(field)) continue;
    const ticks = field.type === 'checkbox' || field.type === 'radio';
    if (!ticks) words.append(field.name, field.value);
    else if (field.hasAttribute('value')) field.checked && words.append(field.name, field.value);
    else words.append(field.name, field.checked ? 'on' : 'off');
  }
  return words.toString();
}

/** Fills the form from such an address. What it does not know it passes over. */
export function fill(form, fragment) {
  form.reset();
  for (const [name, value] of new URLSearchParams(fragment)) {
    const named = form.elements.namedItem(name);
    for (const field of named instanceof RadioNodeList ? named : [named]) {
      if (!field || field.name !== name) continue;
      if (field.type !== 'checkbox' && field.type !== 'radio') setValue(field, value);
      else if (!field.hasAttribute('value')) field.checked = value === 'on';
      else if (field.value === value) field.checked = true;
    }
  }
}

function setValue(field, value) {
  const was = field.value;
  field.value = value.slice(0, field.maxLength > 0 ? field.maxLength : undefined);
  // A list that does not know the value would show nothing at all.
  if (field.tagName === 'SELECT' && field.selectedIndex < 0) field.value = was;
}
