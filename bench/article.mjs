// The page that everything is measured on: an article of some 1,500 words about async programming. Text and styles only.
import { filled, seeded, shuffled } from './random.mjs';

export const WORDS = 1500;
const PER_SECTION = 6; // paragraphs
const PER_PARAGRAPH = 4; // sentences

const words = {
  program: ['a web server', 'a crawler', 'a chat bot', 'a small proxy', 'a job runner', 'a metrics collector', 'a price feed'],
  wait: ['a socket', 'a database row', 'a slow disk', 'a reply from another service', 'a timer', 'a lock', 'a child process'],
  part: ['the event loop', 'the scheduler', 'a worker', 'the task group', 'the connection pool', 'the supervisor', 'the queue'],
  fault: ['a timeout', 'a dropped connection', 'a half-read message', 'a cancelled task', 'an exception nobody awaited', 'a full buffer'],
  habit: ['Set a deadline', 'Name every task', 'Bound every queue', 'Keep a reference to the task', 'Log the slow callbacks', 'Close what you opened'],
  many: ['a dozen', 'a hundred', 'several thousand', 'two or three', 'more than you planned'],
  hour: ['on a quiet Monday', 'in the middle of a deployment', 'during the nightly import', 'when the cache is cold', 'under the first real load'],
};

const headings = [
  'Waiting is most of the work', 'What a task really is', 'The loop in the middle', 'Cancellation is a conversation',
  'Queues that push back', 'Deadlines instead of timeouts', 'Where errors go', 'Threads are still there', 'Testing what takes time',
  'Finding the slow callback', 'When not to bother', 'Closing time',
];

const sentences = [
  'Look closely at {program} and you find that it spends its life waiting for {wait}.',
  'While one coroutine waits for {wait}, {part} hands the thread to somebody who has work to do.',
  'Nothing runs in parallel here; the turns are merely short enough that nobody notices.',
  'That is cheap, because a suspended function is an object of a few hundred bytes and not a stack of its own.',
  'It also means that one careless loop holds up {many} readers at once.',
  'The first sign of trouble in {program} is usually {fault}, and it shows up {hour}.',
  '{habit}, and the trace tells you in a minute what would otherwise take an afternoon.',
  'A plain function call gives no one else a turn, however deep it sits below an asynchronous one.',
  'We tend to think of {wait} as the exception, although it is the ordinary case.',
  'When {part} is asked to stop, it should finish the step it is in and refuse the next.',
  'Cancelling is a request: the task may clean up, may take its time, and must not swallow it.',
  'With {many} tasks in flight, the order in which they finish stops being a detail.',
  'A queue without a limit is a promise that memory will never run out.',
  'Give the queue a limit and {part} slows its producers down without a line of extra code.',
  'Someone will ask why {program} does not simply start a thread for each request.',
  'With {many} connections a thread for each would do very well, and with fifty times as many it would not.',
  'Blocking calls belong in a pool, and the pool needs a size that somebody has thought about.',
  'Measured {hour}, the difference was larger than the whole of the business logic.',
  'The error surfaces where the result is awaited, which may be far from where {fault} happened.',
  'A task that nobody awaits keeps its exception to itself until it is thrown away.',
  'Groups make that visible: when one child fails, {part} cancels the others and reports all that went wrong.',
  'It is tempting to retry at once, and {fault} is the best reason not to.',
  'Retries want a pause that grows, a little chance in it, and an end.',
  'A deadline travels with the request, while a timeout starts anew at every layer.',
  'If {wait} takes longer than the caller is willing to stay, the work is wasted twice.',
  'In tests, real time is the enemy; replace the clock and an hour passes in a millisecond.',
  'The test then says what should happen after {fault}, instead of hoping that it does not.',
  'Between two awaits no other task runs, so a short critical section needs no lock at all.',
  'Add one await in the middle, and the same code has a race that shows itself only {hour}.',
  'Reading such code, mark every await with a pencil: those are the places where the world may change.',
  'Shared state is best kept by one owner, and everyone else sends {part} a message.',
  'For {program} that meant one task for each peer and one that kept the table.',
  'The profile of {program} looked flat until we sorted it by the longest uninterrupted turn.',
  'A turn longer than a frame is felt, and one longer than a second is reported.',
  'Splitting the work into pieces helps, and so does moving it away from {part} altogether.',
  'Fairness is not free: every switch costs a little, and {many} needless ones add up.',
  'On shutdown the order is the reverse of start: stop accepting, drain, cancel, close.',
  '{habit} before the first release, since nobody goes back to do it later.',
  'If the whole of {program} is one computation, none of this buys anything.',
  'Then processes are the honest tool, and asynchronous code only decorates the bottleneck.',
  'Libraries that wrap {wait} in a synchronous call look harmless and stop the loop all the same.',
  'A warning in debug mode catches that {hour}, long before a customer does.',
  'Backpressure is the polite word for telling the other side to wait as well.',
  'The buffer between {part} and the network hides the problem for exactly as long as it is not full.',
];

const listing = `async def fetch_all(urls, limit=8):
    gate = asyncio.Semaphore(limit)

    async def one(url):
        async with gate, asyncio.timeout(10):
            return await fetch(url)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(one(url)) for url in urls]
    return [task.result() for task in tasks]`;

const style = `:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 42rem; padding: 1rem 1.25rem 4rem; font: 1.0625rem/1.6 Georgia, serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0.5rem 0; }
h2 { font-size: 1.3rem; margin: 2.2rem 0 0.5rem; }
.about { color: GrayText; font-size: 0.9rem; margin: 0; }
pre { overflow-x: auto; padding: 0.8rem 1rem; background: color-mix(in srgb, CanvasText 6%, Canvas); font-size: 0.85rem; line-height: 1.45; }
footer { margin-top: 3rem; border-top: 1px solid GrayText; font-size: 0.9rem; }
.slot, mock-interview { display: block; min-block-size: 16rem; }`;

/** Paragraphs of the body, never the same sentence twice within a paragraph, until there are enough words. */
function paragraphs(random, count) {
  const made = [];
  let deck = [];
  for (let total = 0; total < count; ) {
    const paragraph = [];
    while (paragraph.length < PER_PARAGRAPH) {
      if (deck.length === 0) deck = shuffled(random, sentences);
      const sentence = filled(random, deck.pop(), words);
      paragraph.push(sentence[0].toUpperCase() + sentence.slice(1));
    }
    made.push(paragraph.join(' '));
    total += made.at(-1).split(' ').length;
  }
  return made;
}

/** A whole page. `top` and `end` stand after the introduction and after the last paragraph; `head` ends the head. */
export function article({ title = 'The patient program', head = '', top = '', end = '' } = {}) {
  const random = seeded(7);
  const order = shuffled(random, headings);
  const body = paragraphs(random, WORDS).map((text, at) => {
    const heading = at % PER_SECTION === 0 ? `<h2>${order[at / PER_SECTION]}</h2>\n` : '';
    const code = at === PER_SECTION * 2 - 1 ? `\n<pre><code>${listing}</code></pre>` : '';
    return `${heading}<p>${text}</p>${code}`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>
${style}
</style>
${head}
</head>
<body>
<article>
<h1>The patient program</h1>
<p class="about">Notes on asynchronous code, seven minutes</p>
<p>Most programs do not compute, they wait. What follows is about writing them so that the waiting costs nothing.</p>
${top}
${body.join('\n')}
${end}
</article>
<footer><p>Thank you for reading.</p></footer>
</body>
</html>
`;
}
