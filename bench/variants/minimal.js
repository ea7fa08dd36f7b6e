// The least a quiz can be: one question at a time, radio buttons, a verdict, a score. No clock, no memory, no settings.
const slot = document.querySelector('#quiz');
const questions = JSON.parse(slot.querySelector('script').textContent);
let at = 0;
let score = 0;

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function finish() {
  const again = element('button', { textContent: 'Once more' });
  again.addEventListener('click', () => {
    at = score = 0;
    ask();
  });
  slot.replaceChildren(element('h3', { textContent: `${score} of ${questions.length} were right` }), again);
}

function ask() {
  const { question, choices } = questions[at];
  const verdict = element('p', { role: 'status' });
  const submit = element('button', { textContent: 'Submit', disabled: true });
  const inputs = choices.map((_, value) => element('input', { type: 'radio', name: 'choice', value }));
  const labels = choices.map(({ text }, n) => element('label', { className: 'option' }, inputs[n], ' ', text));
  const set = element('fieldset', {}, element('legend', { textContent: question }), ...labels);
  const form = element('form', {}, element('p', { textContent: `${at + 1} of ${questions.length}` }), set, submit, verdict);
  form.addEventListener('change', () => (submit.disabled = false));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (set.disabled) {
      at += 1;
      return at < questions.length ? ask() : finish();
    }
    const chosen = choices[inputs.findIndex((input) => input.checked)];
    set.disabled = true;
    submit.textContent = 'Next';
    score += chosen.right ? 1 : 0;
    verdict.textContent = chosen.right ? 'Right.' : `Not quite. ${chosen.why}`;
  });
  slot.replaceChildren(form);
}

ask();
