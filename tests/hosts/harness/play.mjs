// Plays a round as a reader does: every step is a real click.
import { deepEqual, equal } from 'node:assert/strict';
import { heard } from './visit.mjs';

export const inside = (page, css) => page.locator(`mock-interview ${css}`);

/** Waits for the start card. */
export async function card(page) {
  await inside(page, '[part=card] [part=start]').first().waitFor();
}

export async function start(page) {
  await card(page);
  await inside(page, '[part=card] [part=start]').first().click();
  await inside(page, '[data-screen=round]').waitFor();
}

const line = async (locator) => (await locator.innerText()).replace(/\s+/g, ' ').trim();

/** What is asked now: where in the round, the question, its listing, its choices. */
export async function question(page) {
  const round = inside(page, '[data-screen=round]');
  const text = async (css) => ((await round.locator(css).count()) ? line(round.locator(css).first()) : '');
  const code = round.locator('.details pre');
  return {
    place: await text('.place'),
    prompt: await text('.prompt'),
    code: (await code.count()) ? await code.first().innerText() : '',
    choices: await round.locator('.choice .words').evaluateAll((all) => all.map((words) => words.textContent.trim())),
  };
}

/** Answers one question. `right` finds the right one among the choices; without it the first is taken. */
export async function answer(page, right) {
  const round = inside(page, '[data-screen=round]');
  const asked = await question(page);
  if (asked.choices.length > 0) {
    const place = right ? asked.choices.findIndex(right) : 0;
    if (place < 0) throw new Error(`none of these is known as right: ${asked.choices.join(' | ')}`);
    await round.locator('.choice').nth(place).click();
    await round.locator('.actions button.main').click();
  } else {
    await round.locator('.actions button.main').click();
    asked.answer = await line(round.locator('.model .short'));
    await round.locator('.grades button').last().click();
  }
  return asked;
}

/** From the question on screen to the debrief. Returns what was asked. */
export async function finish(page, right) {
  const asked = [];
  const screen = () => inside(page, '[data-screen]').getAttribute('data-screen');
  for (;;) {
    const now = await answer(page, right);
    asked.push(now);
    const deadline = Date.now() + 10_000;
    for (;;) {
      if ((await screen()) === 'debrief') return asked;
      if ((await question(page)).place !== now.place) break;
      if (Date.now() > deadline) throw new Error(`the round stands still at “${now.place}”, screen ${await screen()}`);
      await page.waitForTimeout(20);
    }
  }
}

/** A whole round, from the start card to the debrief, of which the page has heard. */
export async function play(page, { questions, right } = {}) {
  const before = (await heard(page, 'round-end')).length;
  await start(page);
  const asked = await finish(page, right);
  if (questions !== undefined) equal(asked.length, questions, 'questions asked');
  // It is told after the screen has changed.
  await page.waitForTimeout(100);
  const ends = await heard(page, 'round-end');
  equal(ends.length, before + 1, 'mock-interview-round-end');
  equal(ends.at(-1).answered, asked.length, 'answered');
  if (right) equal(ends.at(-1).score, 100, 'the score of right answers');
  return asked;
}

/** The two questions that stand on the page itself, under `#questions`. */
export async function playBank(page) {
  await page.evaluate(() => document.querySelector('mock-interview').setAttribute('bank', '#questions'));
  const asked = await play(page, { questions: 2 });
  deepEqual(asked.map(({ prompt }) => prompt).sort(), ['What is a coroutine?', 'What is a task?']);
  const answers = asked.map(({ answer }) => answer).sort();
  deepEqual(answers, ['A call that can pause.', 'A coroutine that the event loop drives.']);
}
