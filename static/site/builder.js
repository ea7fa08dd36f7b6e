// The embed builder: the form on one side, the living element and what makes it on the other.

import { choiceOf, fill, fragmentOf, here } from './builder-form.js';
import { declarations, markup } from './builder-markup.js';

const form = document.querySelector('form');
const stage = document.getElementById('stage');
const snippet = document.querySelector('pre.snippet');
const running = document.getElementById('running');
const live = () => stage.firstElementChild;

/** The digests of this build, where it has any. */
const digests = fetch('integrity.json')
  .then((answer) => (answer.ok ? answer.json() : {}))
  .catch(() => ({}));
let digest;

function show() {
  mark();
  const choice = choiceOf(form);
  snippet.textContent = markup({ ...choice, digest: choice.integrity ? digest : undefined });
  dress(live(), choice);
  running.hidden = live().state !== 'running';
}

/** Gives the living element what the snippet says, one attribute at a time, and nothing that it has already. */
function dress(element, { attributes, as, ...looks }) {
  const wanted = new Map(attributes);
  // An element of another page.
  if (wanted.get('bank')?.startsWith('#')) wanted.delete('bank');
  // In a page of its own nothing of the style reaches it.
  const style = as === 'iframe' ? {} : declarations(looks);
  for (const name of element.getAttributeNames()) {
    if (name !== 'style' && !wanted.has(name)) element.removeAttribute(name);
  }
  for (const [name, value] of wanted) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
  for (const name of ['--mock-interview-accent', '--mock-interview-font', '--mock-interview-radius', 'font-family']) {
    element.style.setProperty(name, style[name] ?? '');
  }
}

/** What can be chosen depends on what is chosen; and what is wrong is marked where it is. */
function mark() {
  const { elements } = form;
  const framed = elements.as.value === 'iframe';
  document.getElementById('topics').disabled = elements.bank.value.trim() !== '';
  document.getElementById('style').disabled = framed;
  document.getElementById('style-hint').textContent = framed
    ? 'The style of your page does not reach into a frame.'
    : 'Custom properties, in the style of your page.';
  for (const part of form.querySelectorAll('[data-as]')) part.hidden = part.dataset.as !== elements.as.value;
  elements.integrity.disabled = !digest;
  document.getElementById('accents').hidden = !elements['own-accent'].checked;
  const preset = form.querySelector('[name=preset]:checked').dataset;
  elements.questions.placeholder = preset.questions;
  elements.minutes.placeholder = elements.questions.value === '' ? preset.minutes : '';
  const lost = framed && elements.bank.value.trim().startsWith('#');
  elements.bank.setCustomValidity(lost ? 'A frame does not see the elements of your page.' : '');
  for (const field of elements) {
    if (field.validity.valid) field.removeAttribute('aria-invalid');
    else field.setAttribute('aria-invalid', 'true');
  }
  tellContrast(elements['accent-light'], '#ffffff', 'white');
  tellContrast(elements['accent-dark'], '#14181d', 'nearly black');
}

function tellContrast(field, paper, name) {
  const [light, dark] = [luminance(field.value), luminance(paper)].sort((a, b) => b - a);
  const ratio = (light + 0.05) / (dark + 0.05);
  const verdict = ratio >= 4.5 ? 'easy to read' : 'hard to read';
  document.getElementById(`${field.id}-hint`).textContent = `${(Math.floor(ratio * 10) / 10).toFixed(1)} to 1 on ${name}: ${verdict}.`;
}

/** As the Web Content Accessibility Guidelines define it. */
function luminance(colour) {
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [r, g, b] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function changed() {
  show();
  const fragment = fragmentOf(form);
  history.replaceState(null, '', fragment ? `#${fragment}` : location.pathname + location.search);
}

// An address that is still being written leads nowhere.
form.addEventListener('input', ({ target }) => target.name === 'bank' || changed());
form.addEventListener('change', ({ target }) => target.name === 'bank' && changed());
form.addEventListener('submit', (event) => event.preventDefault());
// The fields are as they were only after this event.
form.addEventListener('reset', () => setTimeout(changed));
addEventListener('hashchange', () => {
  fill(form, location.hash.slice(1));
  show();
});

document.getElementById('again').addEventListener('click', async () => {
  if (live().state === 'running') await live().stop();
  const fresh = document.createElement('mock-interview');
  dress(fresh, choiceOf(form));
  live().replaceWith(fresh);
  running.hidden = true;
});
for (const event of ['start', 'end']) {
  stage.addEventListener(`mock-interview-round-${event}`, () => (running.hidden = event === 'end'));
}

form.elements.files.placeholder = here;
fill(form, location.hash.slice(1));
show();
digest = (await digests)['embed.js'];
show();
