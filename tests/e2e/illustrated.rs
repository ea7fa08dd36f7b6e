//! Banks with tables and images, from Markdown and from a post: a table is one, however narrow the place, and nobody is asked for an
//! image that the page has not asked for.

use super::axe::{axe, violations};
use super::embedded::UNCAUGHT;
use super::page::Page;
use super::post::element;
use serde_json::json;

const PICTURE: &str =
    "<svg xmlns='http://www.w3.org/2000/svg' width='900' height='300'><rect width='900' height='300' fill='teal'/></svg>";

/// The addresses are from beside the bank, not from beside the page.
const MARKDOWN: &str = "\
# Illustrated

## Which of these waits, ![the loop](images/loop.svg)?

> | call of the function | what it waits for | what it gives back in the end |
> | :-- | :-: | --: |
> | `gather()` | `everything_that_was_given_to_it` | a list, in the order of its arguments |
> | ![the icon](/own/icon.svg) | | **a set** |

Both of them wait.

![A picture of it all](../wide.svg)

| one | two |
| --- | --- |
| ![](images/wordless.svg) | [a link](https://a.example/) |
";

const POST: &str = "
    <section id='own'><h2>Which of these waits, <img src='own/images/loop.svg' alt='the loop'>?</h2>
    <blockquote><table><thead><tr><th style='text-align: left'>call of the function</th><th align='center'>what it waits for</th><th align='right'>what it gives back in the end</th></tr></thead>
    <tbody><tr><td><code>gather()</code></td><td><code>everything_that_was_given_to_it</code></td><td>a list, in the order of its arguments</td></tr>
    <tr><td><img src='own/icon.svg' alt='the icon'></td><td></td><td><b>a set</b></td></tr></tbody></table></blockquote>
    <p>Both of them wait.</p><p><img src='wide.svg' alt='A picture of it all'></p>
    <table><tr><th>one</th><th>two</th></tr><tr><td><img src='own/images/wordless.svg'></td><td><a href='https://a.example/'>a link</a></td></tr></table></section>";

const PICTURES: [&str; 4] = ["/own/images/loop.svg", "/own/icon.svg", "/wide.svg", "/own/images/wordless.svg"];

fn go(page: &Page, body: &str) {
    page.go_to_post(&format!("<main><h1>A post</h1>{body}</main>"));
}

/// Those that were asked for, in the order of their names.
fn pictures_asked(page: &Page) -> Vec<String> {
    let mut asked: Vec<String> =
        page.server.asked().into_iter().filter(|path| path.ends_with(".svg") && path != "/icon.svg").collect();
    asked.sort();
    asked.dedup();
    asked
}

fn page() -> Page {
    let page = Page::at_post("", &[UNCAUGHT]);
    page.server.send_as(".svg", "image/svg+xml");
    PICTURES.iter().for_each(|path| page.server.add(path, PICTURE));
    page.server.add("/own/bank.md", MARKDOWN);
    page
}

/// At each width: all is inside the widget, and what is wider scrolls within its box.
fn fits(page: &Page, what: &str) {
    for (width, scheme) in [(280, "light"), (360, "dark"), (768, "light"), (1280, "dark")] {
        page.size(width, 800);
        page.media("", &[("prefers-color-scheme", scheme)]);
        let found = page.js("const { left, right } = host.getBoundingClientRect();
            const found = all('.wide, img, .image').filter((one) => one.checkVisibility()).filter((one) => {
              const box = one.getBoundingClientRect();
              return (one.matches('.wide') || !one.closest('.wide')) && (box.left < left || box.right > right + 1);
            }).map((one) => one.outerHTML);
            if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls');
            return found");
        assert_eq!(found, json!([]), "{what} at {width} px");
    }
    page.size(280, 800);
    page.until_yes("innerWidth === 280");
}

/// Plays the one question; `shows`: with its images.
fn play(page: &Page, form: &str, shows: bool) {
    page.server.forget_asked();
    page.click("Start the interview");
    page.until_screen("round");
    fits(page, form);
    assert_eq!(
        page.texts(".details th"),
        ["call of the function", "what it waits for", "what it gives back in the end"],
        "{form}"
    );
    assert_eq!(
        page.js("return all('.details th').map((cell) => [cell.scope, getComputedStyle(cell).textAlign])"),
        json!([["col", "left"], ["col", "center"], ["col", "right"]]),
        "{form}"
    );
    assert_eq!(page.texts(".details td code"), ["gather()", "everything_that_was_given_to_it"], "{form}");
    // It is wider than a phone, and the keyboard reaches it.
    assert!(page.yes("all('.details .wide').every((box) => box.scrollWidth > box.clientWidth && box.tabIndex === 0)"), "{form}");
    page.js("all('.details .wide')[0].focus(); all('.details .wide')[0].scrollLeft = 40");
    assert!(page.yes("root.activeElement.matches('.wide') && root.activeElement.scrollLeft === 40"), "{form}");
    assert_eq!(violations(page, &axe(), form), [""; 0]);
    page.js("root.activeElement.blur()");
    page.click("Reveal the model answer");
    page.until_yes("all('.stage .short').length");
    fits(page, form);
    assert_eq!(page.text(".stage .short"), "Both of them wait.", "{form}");
    let (images, words) = (page.count("img"), page.texts(".image"));
    if shows {
        assert_eq!((images, words), (4, Vec::new()), "{form}");
        page.js("all('img').forEach((image) => image.scrollIntoView())");
        page.until_yes("all('img').every((image) => image.complete && image.naturalWidth === 900)");
        let told = page.js("return all('img').map((image) => [image.loading, image.decoding, image.referrerPolicy, image.alt])");
        let each = |alt: &str| json!(["lazy", "async", "no-referrer", alt]);
        assert_eq!(told, json!([each("the loop"), each("the icon"), each("A picture of it all"), each("")]), "{form}");
        let mut all = PICTURES;
        all.sort_unstable();
        assert_eq!(pictures_asked(page), all, "{form}");
        fits(page, form);
    } else {
        // On a page, an image without words is an ornament.
        let wordless = ["the loop", "the icon", "A picture of it all", ""];
        assert_eq!((images, words.as_slice()), (0, wordless.map(str::to_owned).get(..words.len()).unwrap()), "{form}");
        assert_eq!(words.len(), if form.starts_with("a post") { 3 } else { 4 }, "{form}");
        assert_eq!(pictures_asked(page), [""; 0], "{form}");
    }
    assert_eq!(page.js("return uncaught"), json!([]), "{form}");
    page.forget();
}

#[test]
fn a_markdown_bank_with_and_without_its_images() {
    let page = page();
    for (attributes, shows) in [("", false), ("images='off'", false), ("images='on'", true)] {
        go(&page, &element(&format!("bank='/own/bank.md' modes='spoken' {attributes}")));
        play(&page, &format!("Markdown {attributes}"), shows);
    }
}

#[test]
fn a_post_with_and_without_its_images() {
    let page = page();
    for (attributes, shows) in [("", false), ("images='on'", true)] {
        // In a template, so that the page itself asks for none of them.
        let hidden = POST.replace("<section id='own'>", "<template id='own'>").replace("</section>", "</template>");
        go(&page, &format!("{hidden}{}", element(&format!("bank='#own' modes='spoken' {attributes}"))));
        play(&page, &format!("a post, {attributes}"), shows);
    }
    // What stands on the page itself is shown from where it is there.
    go(&page, &format!("{POST}{}", element("bank='#own' modes='spoken' images='on'")));
    page.click("Start the interview");
    page.until_screen("round");
    assert!(page.yes("root.querySelector('.prompt img').src === document.querySelector('#own img').src"));
}

/// Where its words run to the left, its columns do, and the first of them is in sight.
#[test]
fn a_table_that_runs_to_the_left() {
    let page = page();
    let table = "> | استدعاء الدالة | `everything_that_was_given_to_it` | `everything_that_was_given_back` |\n> | - | - | - |\n> | ا | ب | ج |";
    page.server.add("/rtl.md", format!("## أي منها ينتظر؟ {{#which}}\n\n{table}\n\nكلاهما.\n"));
    go(&page, &element("bank='/rtl.md' modes='spoken'"));
    page.click("Start the interview");
    page.until_screen("round");
    fits(&page, "to the left");
    let right = "const box = all('.wide')[0].getBoundingClientRect(), [first, second] = all('.wide th').map((cell) => cell.getBoundingClientRect());";
    assert!(
        page.yes(&format!("(() => {{ {right} return Math.abs(first.right - box.right) < 2 && second.right < first.right }})()"))
    );
}

/// Also once the card is there: another setting is another reading of the bank.
#[test]
fn a_page_may_change_its_mind() {
    let page = page();
    go(&page, &element("bank='/own/bank.md' modes='spoken' open"));
    page.until_screen("lobby");
    page.js("host.setAttribute('images', 'on')");
    page.until_screen("lobby");
    page.js("host.start()");
    page.until_yes("all('.prompt img').length");
    // The round that is running keeps what it has.
    page.js("host.setAttribute('images', 'off')");
    page.js("return new Promise((next) => setTimeout(next, 300))");
    assert_eq!(page.count(".prompt img"), 1);
}

/// Where the page's policy or the network lets no image through, its words stand there and the round goes on.
#[test]
fn images_that_do_not_come() {
    let mut page = page();
    let policy = "<meta http-equiv='Content-Security-Policy' content=\"img-src 'none'\">";
    for (head, missing) in [(policy, false), ("", true)] {
        if missing {
            page = Page::at_post("", &[UNCAUGHT]);
            page.server.add("/own/bank.md", MARKDOWN);
        }
        page.go_to_post(&format!("{head}{}", element("bank='/own/bank.md' modes='spoken' images='on'")));
        page.server.forget_asked();
        page.click("Start the interview");
        page.until_screen("round");
        page.js("all('img').forEach((image) => image.scrollIntoView())");
        page.until_yes("all('img').length === 2 && all('img').every((image) => image.complete && image.naturalWidth === 0)");
        assert_eq!(pictures_asked(&page).is_empty(), !missing);
        fits(&page, "images that do not come");
        page.click("Reveal the model answer");
        page.until_yes("all('.stage .short').length");
        assert_eq!(page.js("return uncaught"), json!([]));
        page.forget();
    }
}
