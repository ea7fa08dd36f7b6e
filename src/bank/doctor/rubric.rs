//! What is doubtful about key points and misconceptions.

use super::super::answers::{KeyPoint, Misconception, ModelAnswer};
use super::super::text::{Block, Inline, plain};
use super::words::{Reader, Word, says, states};

/// What can be said without knowing the language.
pub fn examine(answer: &ModelAnswer, found: &mut impl FnMut(String, &'static str)) {
    for point in &answer.key_points {
        if point.wordings.is_empty() {
            let what = format!("the key point “{}” has no other wording", plain(&point.fact));
            found(what, "put a list under it, of ways in which a candidate would say it");
        }
    }
    for misconception in &answer.misconceptions {
        if misconception.correction.is_empty() {
            let what = format!("the common mistake “{}” has no correction", plain(&misconception.statement));
            found(what, "put a quote under it that says what is true");
        }
    }
}

/// What can be said by comparing English words.
pub fn compare(answer: &ModelAnswer, found: &mut impl FnMut(String, &'static str)) {
    if answer.key_points.is_empty() && answer.misconceptions.is_empty() {
        return;
    }
    let reader = Reader::new();
    let sentences = sentences(answer);
    unmeetable(&reader, answer, found);
    shared(&reader, answer, found);
    unsaid(&reader, answer, &sentences, found);
    taught(&reader, answer, &sentences, found);
}

fn wordings(point: &KeyPoint) -> impl Iterator<Item = String> {
    std::iter::once(&point.fact).chain(&point.wordings).map(|text| plain(text))
}

fn mistaken(misconception: &Misconception) -> impl Iterator<Item = String> {
    std::iter::once(&misconception.statement).chain(&misconception.wordings).map(|text| plain(text))
}

fn unmeetable(reader: &Reader, answer: &ModelAnswer, found: &mut impl FnMut(String, &'static str)) {
    for wording in answer.key_points.iter().flat_map(wordings) {
        if reader.content(&wording).is_empty() {
            let what = format!("the wording “{wording}” of a key point cannot be recognised");
            found(what, "use words that say something: it is made of small words only");
        }
    }
}

/// Wordings by which two things would be taken for each other.
fn shared(reader: &Reader, answer: &ModelAnswer, found: &mut impl FnMut(String, &'static str)) {
    // In their order: “it prints B, A” is not “it prints A, B”.
    let key = |wording: &String| reader.content(wording);
    let mut met: Vec<(Vec<String>, usize)> = Vec::new();
    for (n, point) in answer.key_points.iter().enumerate() {
        for wording in wordings(point) {
            let key = key(&wording);
            if key.is_empty() {
                continue;
            }
            if met.iter().any(|(other, of)| *other == key && *of != n) {
                found(format!("two key points share the wording “{wording}”"), "make one of them of the two, or reword it");
            }
            met.push((key, n));
        }
    }
    for wording in answer.misconceptions.iter().flat_map(mistaken) {
        let key = key(&wording);
        if met.iter().any(|(other, _)| *other == key) {
            let what = format!("“{wording}” stands under a common mistake and under a key point");
            found(what, "take it out where it does not belong, or reword it");
        }
    }
}

/// Key points that the model answer itself would miss.
fn unsaid(reader: &Reader, answer: &ModelAnswer, sentences: &[String], found: &mut impl FnMut(String, &'static str)) {
    // Across the ends of sentences: what takes one wording may take an answer two.
    let whole = reader.words(&sentences.join(" "));
    for point in &answer.key_points {
        let wordings: Vec<Vec<Word>> = wordings(point).map(|wording| reader.words(&wording)).collect();
        let meetable = wordings.iter().flatten().any(|word| !word.is_stop);
        if meetable && !wordings.iter().any(|wording| says(&whole, wording)) {
            let what = format!("the model answer does not say the key point “{}”", plain(&point.fact));
            found(what, "say it in the short answer or the explanation, or add the words of the answer as a wording");
        }
    }
}

/// Misconceptions that the model answer states as its own opinion, in one sentence.
fn taught(reader: &Reader, answer: &ModelAnswer, sentences: &[String], found: &mut impl FnMut(String, &'static str)) {
    let sentences: Vec<Vec<Word>> = sentences.iter().map(|sentence| reader.words(&unquoted(sentence))).collect();
    for misconception in &answer.misconceptions {
        let stated = mistaken(misconception).find(|wording| {
            let words = reader.words(wording);
            sentences.iter().any(|sentence| states(sentence, &words))
        });
        if let Some(wording) = stated {
            let what = format!("the model answer itself seems to say the common mistake “{wording}”");
            found(what, "reword the answer, or the mistake");
        }
    }
}

/// Without what others say.
fn unquoted(sentence: &str) -> String {
    sentence.split(['"', '“', '”']).step_by(2).collect()
}

/// Of the short answer and the explanation, without the listings.
fn sentences(answer: &ModelAnswer) -> Vec<String> {
    let mut texts = vec![read_aloud(&answer.short)];
    paragraphs(&answer.explanation, &mut texts);
    let ends = |text: &String| text.split_inclusive(['.', '!', '?', ';']).map(str::to_owned).collect::<Vec<_>>();
    texts.iter().flat_map(ends).collect()
}

fn paragraphs(blocks: &[Block], texts: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Paragraph(text) => texts.push(read_aloud(text)),
            Block::Quote(inner) => paragraphs(inner, texts),
            Block::Bullets(items) | Block::Numbers(items) => items.iter().for_each(|item| paragraphs(item, texts)),
            Block::Table { cells, .. } => texts.extend(cells.iter().map(|cell| read_aloud(cell))),
            Block::Code(..) | Block::Program { .. } => {}
        }
    }
}

/// Dots within code end no sentence.
fn read_aloud(text: &[Inline]) -> String {
    let mut words = String::new();
    for inline in text {
        match inline {
            Inline::Text(text) => words += text,
            Inline::Code(code) => words += &code.replace(['.', '!', '?', ';'], " "),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link(_, inner) | Inline::Image(_, inner) => {
                words += &read_aloud(inner);
            }
        }
    }
    words
}
