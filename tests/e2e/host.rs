//! The page around the widget, as a test makes it up: what is on it, and the mouse outside of the widget.

use super::page::Page;

/// The widget's script.
pub const EMBED: &str = "<script type='module' src='/embed.js'></script>";

/// A round of two questions, told apart by clicks alone.
pub const SHORT: &str = "questions='2' modes='choice'";

/// A whole page: its head, its body.
pub fn document(head: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang='en'><head><meta charset='utf-8'><title>A page</title>\
        <link rel='icon' href='data:,'>{head}</head>\n<body>{body}</body></html>"
    )
}

impl Page {
    /// Clicks with the real mouse in the middle of the element that the script finds.
    pub fn click_on(&self, element: &str) {
        self.until_yes("performance.getEntriesByType('paint').length");
        self.until_yes(element);
        self.mouse(self.middle_of(element), true);
    }

    pub fn middle_of(&self, element: &str) -> [f64; 2] {
        let middle = self.js(&format!(
            "const element = {element};
            element.scrollIntoView({{ block: 'center', behavior: 'instant' }});
            const {{ x, y, width, height }} = element.getBoundingClientRect();
            return [x + width / 2, y + height / 2]"
        ));
        [0, 1].map(|n| middle[n].as_f64().unwrap())
    }
}
