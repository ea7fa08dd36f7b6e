//! A page of somebody's with the element in it, made for one test.

use super::page::Page;

/// The height is kept free, as the documents advise; the browser is not to ask for an icon.
const HEAD: &str = "<!doctype html><html lang='en'><meta charset='utf-8'><title>A post</title>
    <meta name='viewport' content='width=device-width, initial-scale=1'><link rel='icon' href='data:,'>
    <style>mock-interview { display: block; min-block-size: 16rem }</style>";

/// What is loaded when the widget is wanted.
pub const PARTS: [&str; 2] = ["runtime.js", "mock-interview.wasm"];

pub fn post(body: &str) -> String {
    format!("{HEAD}<script type='module' src='embed.js'></script>{body}")
}

/// Without the script of the element.
pub fn bare(body: &str) -> String {
    format!("{HEAD}{body}")
}

/// An element with the attributes and something to read in place of it.
pub fn element(attributes: &str) -> String {
    format!("<mock-interview {attributes}><p>Instead of it.</p></mock-interview>")
}

/// Far below the first screen.
pub fn far(attributes: &str) -> String {
    format!("<div style='height: 3000px'>Above.</div>{}<div style='height: 3000px'>Below.</div>", element(attributes))
}

impl Page {
    /// At such a post, with these scripts in place.
    pub fn at_post(body: &str, scripts: &[&str]) -> Page {
        let page = Page::blank();
        scripts.iter().for_each(|script| page.before_load(script));
        page.server.add("/post.html", post(body));
        page.go("/post.html");
        page
    }

    /// Puts this into the post and goes there anew.
    pub fn go_to_post(&self, body: &str) {
        self.server.add("/post.html", post(body));
        self.go("/post.html");
    }

    /// The element's `state`.
    pub fn state(&self) -> String {
        self.js("return host?.state ?? ''").as_str().unwrap().to_owned()
    }

    pub fn until_state(&self, name: &str) {
        self.until(&format!("the state {name}"), |page| page.state() == name);
    }

    /// Whether the start card is on screen.
    pub fn has_card(&self) -> bool {
        self.count(".start:not([role]) button.main") == 1
    }

    pub fn until_card(&self) {
        self.until("the start card", Page::has_card);
    }

    /// Whether what the element is the better version of is on screen.
    pub fn shows_fallback(&self) -> bool {
        self.yes("host.querySelector('p').checkVisibility()")
    }

    /// The names of the parts of the widget that were asked for, in their order.
    pub fn loaded(&self) -> Vec<String> {
        let starts = PARTS.map(|part| part.split_once('.').unwrap().0);
        let mut asked = self.server.asked();
        asked.retain(|path| starts.iter().any(|start| path.contains(&format!("/{start}."))));
        asked.sort();
        asked
    }

    /// Lets everything that listens, watches and was due come to its turn.
    pub fn settle(&self) {
        // An observer of the same kind, begun later, is called later.
        self.js_later(
            "const host = document.querySelector('mock-interview');
            const watch = new IntersectionObserver(() => { watch.disconnect(); setTimeout(done); }, { rootMargin: '200px' });
            watch.observe(host)",
        );
    }
}
