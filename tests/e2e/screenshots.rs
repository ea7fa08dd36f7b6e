//! A picture of every state, at three widths and in both themes, to be looked at: script/screenshots. It says nothing of right or wrong,
//! so it runs only when asked for.

use super::history::{five_years, rounds};
use super::hooks::CLOCKS;
use super::host::{EMBED, document};
use super::page::Page;
use super::play::Source;
use super::shots::{Shots, at_size};

/// What may well be longer than anybody thought of.
const LONG: &str = "# Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft and everything else that does not fit

## Which of these statements about a coroutine that awaits `asyncio.get_running_loop().run_in_executor(concurrent.futures.ThreadPoolExecutor(max_workers=1), functools.partial(function, argument))` holds in every release, on every platform, and with every event loop? {.deep}

```python
async def a_function_with_a_rather_long_name(loop, executor, function, *arguments, timeout=None, retries=3):
    return await asyncio.wait_for(loop.run_in_executor(executor, functools.partial(function, *arguments)), timeout=timeout)
```

| What | `asyncio` | `trio` | `curio` | a thread of its own |
| --- | --- | --- | --- | --- |
| cancelling | at the next await | within its scope | at the next await | never, unless it asks |
| where errors go | to whoever awaits | to the nursery | to the task group | to nobody |

- [ ] It runs in the event loop’s own thread, and whatever else was to run there waits for as long as the function takes, which may be very long indeed
- [x] It runs in a thread of the executor
- [ ] `ThreadPoolExecutor.__init__(max_workers=None, thread_name_prefix='', initializer=None, initargs=())`
- [ ] Neither

The executor’s thread runs it; the loop goes on.

## Say it {.basic}

It says.
";

const RTL: &str = "<style>body { font-family: system-ui; margin: 16px; }</style><h1>مقابلة</h1><p>نص قبل المقابلة.</p>";

/// A page around the widget that is light or dark as its reader has it.
fn in_both_themes(body: &str) -> String {
    document(&format!("<meta name='color-scheme' content='light dark'>{EMBED}"), body)
}

fn card(shots: &mut Shots) {
    let page = Page::blank();
    page.server.add("/post.html", in_both_themes("<mock-interview><p>Instead.</p></mock-interview>"));
    page.go("/post.html");
    page.until_yes("all('.start').length");
    shots.take(&page, "card");
    let runtime = page.server.file("runtime.js");
    page.server.hold(&runtime);
    // Where the card is in sight it comes by itself.
    page.go("/post.html?held");
    page.until_yes("all('.start').length");
    page.click("Start the interview");
    page.until_yes("all('[aria-busy]').length");
    shots.take(&page, "loading");
    page.server.release(&runtime);
    page.until_screen("round");
    page.server.lose(".wasm");
    page.go("/");
    page.until("the card", |page| page.text("h2") == "The interview did not load");
    shots.take(&page, "error");
}

fn lobby(shots: &mut Shots) {
    let page = Page::open();
    shots.take(&page, "lobby, first visit");
    page.press("?");
    page.click("How it works");
    page.until_yes("all('dialog[open]').length");
    shots.take(&page, "help");
    page.press("Esc");
    page.click("Your progress");
    page.until_screen("progress");
    shots.take(&page, "progress, nothing yet");
    page.press("Esc");
    page.until_screen("lobby");
    page.custom(&[("count", "0")]);
    shots.take(&page, "custom, wrong");
    page.remember(&rounds(&[0], 10));
    shots.take(&page, "lobby, one round");
    page.click("Your progress");
    page.until_screen("progress");
    shots.take(&page, "progress, one round");
    page.press("Esc");
    page.until_screen("lobby");
    page.remember(&rounds(&five_years()[1200..], 12));
    page.click("Your data");
    page.until_yes("all('.data button').length");
    shots.take(&page, "lobby, much practice and the data");
    page.click("Your progress");
    page.until_screen("progress");
    shots.take(&page, "progress, much practice");
}

fn plain_round(shots: &mut Shots) {
    let source = Source::read();
    let page = Page::open_with(&[CLOCKS]);
    page.start("Warm-up");
    page.until_yes("all('.aids').length");
    shots.take(&page, "choice");
    page.choose(&source, true);
    page.press("f");
    page.press("i");
    shots.take(&page, "choice, chosen");
    for left in ["3:", "2:", "0:"] {
        page.skip(84);
        page.until("the time gone by", |page| page.text(".clock .time").starts_with(left));
    }
    page.until_yes("all('.more').length");
    shots.take(&page, "running out");
    page.click_at(".foot button", "More time");
    page.until_yes("all('dialog[open]').length");
    shots.take(&page, "more time");
    page.press("Esc");
    page.press("e");
    page.until_yes("all('dialog[open]').length");
    shots.take(&page, "hand in");
    page.press("Esc");
    page.skip(600);
    page.until_screen("away");
    shots.take(&page, "away");
    page.new_tab("/");
    page.until("the card", |page| page.heading() == "This interview is open somewhere else");
    shots.take(&page, "elsewhere");
}

fn spoken(shots: &mut Shots) {
    let source = Source::read();
    let page = Page::blank();
    page.server.add("/post.html", in_both_themes("<mock-interview open preset=deep-dive seed=s></mock-interview>"));
    page.go("/post.html");
    page.click("Start this page’s round");
    page.until_screen("round");
    page.until_words();
    shots.take(&page, "think");
    page.press("Enter");
    page.until_yes("all('button').some((button) => name(button) === 'Reveal the model answer')");
    shots.take(&page, "answer aloud");
    page.press("Enter");
    page.until_focus("answer");
    shots.take(&page, "revealed");
    page.press("2");
    page.answer_all(&source, true);
    shots.take(&page, "debrief of three");
}

fn written(shots: &mut Shots) {
    let source = Source::read();
    let page = Page::blank();
    let begin = |attributes: &str| {
        page.server.add("/post.html", in_both_themes(&format!("<mock-interview open {attributes}></mock-interview>")));
        page.go("/post.html");
        page.click("Start this page’s round");
        page.until_screen("round");
        page.until_words();
    };
    begin("preset=practice modes=typed questions=2 seed=t");
    page.put("It runs in the event loop, and other tasks get their turn while it waits. Threads are something else.");
    shots.take(&page, "typed");
    page.press_with(&["Control"], "Enter");
    page.until_yes("all('.judged').length");
    shots.take(&page, "practice, reviewed");
    page.press("e");
    page.click("End it and see the debrief");
    page.until_screen("debrief");
    page.forget();
    begin("preset=exam questions=4 seed=x modes=output,choice");
    while !page.is_output() && page.count("[data-focus=overview]") == 0 {
        page.click("Next question");
        page.until_yes("true");
    }
    if page.is_output() {
        page.put("start\nfirst\nsecond");
        shots.take(&page, "output");
    }
    while page.count("[data-focus=overview]") == 0 {
        page.click("Next question");
    }
    shots.take(&page, "exam, overview");
    page.click("Hand in");
    page.until_screen("debrief");
    page.forget();
    page.go("/");
    page.until_screen("lobby");
    page.start("Warm-up");
    page.answer(&source, true);
    page.answer(&source, false);
    page.press("f");
    page.answer_all(&source, true);
    shots.take(&page, "debrief");
    page.js("root.querySelectorAll('.result').forEach((row, n) => { row.open = n < 2; })");
    shots.take(&page, "debrief, rows open");
}

fn hosts(shots: &mut Shots) {
    let page = Page::blank();
    page.server.add("/long.md", LONG);
    page.server
        .add("/post.html", in_both_themes("<mock-interview open bank='/long.md' modes='choice' levels=deep></mock-interview>"));
    page.go("/post.html");
    page.until_screen("lobby");
    shots.take(&page, "long, lobby");
    page.click("Start this page’s round");
    page.until_screen("round");
    page.until_yes("all('.choice').length");
    shots.take(&page, "long, question");
    let page = Page::blank();
    let body = format!("{RTL}<mock-interview open></mock-interview>");
    page.server.add("/post.html", in_both_themes(&body).replace("<html lang='en'", "<html lang='ar' dir='rtl'"));
    page.go("/post.html");
    page.until_screen("lobby");
    shots.take(&page, "from right to left, lobby");
    page.js("host.start('warm-up')");
    page.until_screen("round");
    shots.take(&page, "from right to left");
    while page.screen() == "round" {
        let place = page.text(".place");
        page.press("1");
        page.press("Enter");
        page.until("the next question", |page| page.text(".place") != place);
    }
    shots.take(&page, "from right to left, debrief");
    page.js("host.start('warm-up')");
    page.until_screen("round");
    page.js("let part = 'x'.repeat(1 << 20);
        for (let n = 0; part; ) { try { localStorage.setItem('other:' + n, part); n += 1; } catch { part = part.slice(0, part.length >> 1); } }");
    page.press("1");
    page.until("the notice", |page| page.has_notice("full"));
    shots.take(&page, "storage is full");
}

type Take = fn(&mut Shots);

#[test]
#[ignore = "pictures to look at: script/screenshots"]
fn of_every_state() {
    let mut shots = Shots::new();
    let all: [(&str, Take); 6] =
        [("card", card), ("lobby", lobby), ("round", plain_round), ("spoken", spoken), ("written", written), ("hosts", hosts)];
    let only = std::env::var("ONLY").unwrap_or_default();
    for (name, take) in all {
        if only.is_empty() || only.split(' ').any(|wanted| wanted == name) {
            take(&mut shots);
        }
    }
    let page = Page::blank();
    at_size(&page, 1600, "light");
    page.media("", &[]);
    shots.sheets(&page);
}
