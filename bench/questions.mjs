// The questions: ten of the built-in bank for the other quizzes, and generated banks of any size for ours.
import { readFileSync } from 'node:fs';
import { filled, pick, seeded, shuffled } from './random.mjs';

/** Reads the choices out of a bank in Markdown: [{ question, choices: [{ text, right, why }] }]. */
export function choiceQuestions(file, count) {
  const found = [];
  let current;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const heading = line.match(/^### (.+?)(?: \{.*\})?$/);
    const choice = line.match(/^- \[([ x])\] (.+)$/);
    const why = line.match(/^ {2}> (.+)$/);
    if (heading) found.push((current = { question: heading[1], choices: [] }));
    else if (choice) current?.choices.push({ text: choice[2], right: choice[1] === 'x', why: '' });
    else if (why && current?.choices.length > 0) current.choices.at(-1).why = why[1];
  }
  const questions = found.filter(({ choices }) => choices.length > 1).slice(0, count);
  if (questions.length < count) throw new Error(`${file}: only ${questions.length} questions with choices`);
  return questions;
}

const words = {
  thing: ['a coroutine', 'a task', 'a future', 'an executor', 'a queue', 'a semaphore', 'an event', 'a task group', 'a stream', 'a lock'],
  act: ['cancelled', 'awaited twice', 'created and forgotten', 'shared between loops', 'closed early', 'passed to a thread', 'timed out', 'garbage-collected'],
  place: ['a request handler', 'a background job', 'a test', 'the shutdown path', 'a callback', 'a generator', 'a library you do not own', 'a signal handler'],
  effect: ['raises at once', 'waits for ever', 'runs on another thread', 'does nothing', 'logs a warning', 'stops the loop', 'returns None', 'cancels its parent'],
  reason: ['the loop resumes it only when its turn comes', 'nobody holds a reference to it', 'its exception is kept until somebody asks', 'the waiting side decides', 'ownership ends with the block', 'it was bound to the loop that made it'],
};
const prompts = ['What happens when {thing} is {act} in {place}?', 'Why should {thing} not be {act} in {place}?', 'How do you notice that {thing} was {act} in {place}?'];
const answers = ['It {effect}, because {reason}.', 'Usually it {effect}: {reason}.'];
const more = [
  'The rule is the same everywhere: {reason}. In {place} it is only easier to overlook.',
  'Whoever writes {place} should decide who owns {thing}, and say so in its name.',
  'Seen from outside it looks as if {thing} {effect}, which sends people looking in the wrong place.',
  'Compare it with {thing}: there it {effect}, since {reason}.',
];
const choices = ['It {effect}', 'It {effect}, but only in {place}', 'It {effect} after {thing} was {act}', 'It {effect} unless {thing} was {act}'];
const faults = ['No: {reason}.', 'That is true of {thing}, not of this.', 'It would have to be {act} first.'];
const topics = ['tasks', 'cancellation', 'queues', 'streams', 'errors', 'testing', 'threads', 'shutdown'];

/** A bank of `count` questions in our Markdown, each with a model answer and four choices. */
export function bank(count) {
  const random = seeded(count);
  const fill = (list) => filled(random, pick(random, list), words);
  const lines = [`# ${count} questions on async programming`, ''];
  for (let number = 1; number <= count; number += 1) {
    const level = pick(random, ['basic', 'core', 'deep']);
    lines.push(`### ${fill(prompts)} (${number}) {#q-${number} .${level} topic=${pick(random, topics)}}`, '');
    lines.push(fill(answers), '', shuffled(random, more).slice(0, 2).map((text) => filled(random, text, words)).join(' '), '');
    const right = Math.floor(random() * 4);
    const seen = new Set();
    for (let place = 0; place < 4; place += 1) {
      let text;
      do text = fill(choices);
      while (seen.has(text));
      seen.add(text);
      lines.push(`- [${place === right ? 'x' : ' '}] ${text}`);
      if (place !== right) lines.push(`  > ${fill(faults)}`);
    }
    lines.push('');
  }
  return lines.join('\n');
}
