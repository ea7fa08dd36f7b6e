//! Rich text to Html. Nothing is ever raw HTML, and addresses were checked when the bank was read; they are
//! checked again here, because this is where one would do harm.

use crate::bank::text::{Block, Inline, is_safe_link};
use yew::{Html, html};

pub fn blocks(blocks: &[Block]) -> Html {
    blocks.iter().enumerate().map(|(n, block)| html! { <div key={n} class="block">{ self::block(block) }</div> }).collect()
}

fn block(block: &Block) -> Html {
    match block {
        Block::Paragraph(text) => html! { <p>{ inlines(text) }</p> },
        Block::Code(language, text) => html! {
            <pre tabindex="0" role="group" aria-label={label(language)}><code>{ text }</code></pre>
        },
        Block::Bullets(items) => html! { <ul>{ self::items(items) }</ul> },
        Block::Numbers(items) => html! { <ol>{ self::items(items) }</ol> },
        Block::Quote(inner) => html! { <blockquote>{ blocks(inner) }</blockquote> },
    }
}

fn label(language: &str) -> &'static str {
    if matches!(language, "text" | "output" | "console") { "Output" } else { "Code" }
}

fn items(items: &[Vec<Block>]) -> Html {
    items.iter().enumerate().map(|(n, item)| html! { <li key={n}>{ blocks(item) }</li> }).collect()
}

pub fn inlines(inlines: &[Inline]) -> Html {
    inlines.iter().map(inline).collect()
}

fn inline(inline: &Inline) -> Html {
    match inline {
        Inline::Text(text) => html! { { text } },
        Inline::Code(code) => html! { <code>{ code }</code> },
        Inline::Emphasis(inner) => html! { <em>{ inlines(inner) }</em> },
        Inline::Strong(inner) => html! { <strong>{ inlines(inner) }</strong> },
        Inline::Link(address, inner) if is_safe_link(address) => html! {
            <a href={address.clone()} target="_blank" rel="noopener noreferrer">{ inlines(inner) }</a>
        },
        Inline::Link(_, inner) => inlines(inner),
    }
}
