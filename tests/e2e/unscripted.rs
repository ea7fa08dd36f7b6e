//! Scripts are off: the post is a post, and what stands inside the element is there to be read.

use super::page::Page;
use super::post::post;

const BODY: &str = "<h1>Queues</h1>
<section id='mine'>
<h2>What is a queue?</h2><p>A line of those who wait.</p><ul><li><input type='checkbox' disabled> A stack</li><li><input type='checkbox' disabled checked> First in, first out</li></ul>
<h2>What does join wait for?</h2><p>For as many calls of task_done as there were items.</p><pre><code class='language-python'>await queue.join()</code></pre>
<details open><summary>What is a bound for?</summary><p>It makes producers wait.</p></details>
<details><summary>What is an empty one?</summary><p>It has nothing in it.</p></details>
</section>
<mock-interview bank='#mine' theme='dark' heading='Try it'></mock-interview>
<mock-interview bank='/elsewhere.md'><p>Eighty questions <a href='/elsewhere.md'>as a page</a>.</p></mock-interview>
<p>The end.</p>";

#[test]
fn the_post_is_a_post() {
    let page = Page::blank();
    page.server.add("/post.html", post(BODY));
    page.without_scripts();
    page.go("/post.html");
    let text = page.js("return document.body.innerText");
    let text = text.as_str().unwrap();
    let mut rest = text;
    for wanted in [
        "Queues",
        "What is a queue?",
        "A line of those who wait.",
        "A stack",
        "First in, first out",
        "What does join wait for?",
        "For as many calls of task_done",
        "await queue.join()",
        "What is a bound for?",
        "It makes producers wait.",
        "What is an empty one?",
        "Eighty questions",
        "as a page",
        "The end.",
    ] {
        let (_, after) = rest.split_once(wanted).unwrap_or_else(|| panic!("“{wanted}” is not in its place in {text}"));
        rest = after;
    }
    assert!(!text.contains("It has nothing in it."), "it is folded, as the author has it");
    assert!(page.loaded().is_empty());
}
