//! Elements, built by calls rather than by `html!`: the macro writes its code anew for every element, and all views
//! together were 30 KB of WebAssembly larger with it.
//!
//! Every child gets its place as its key, also where a child before it is missing. So no list is ever without keys,
//! and the two ways in which Yew 0.23.0 mixes siblings up (yewstack/yew#4092, #3262) cannot come about.

use crate::app::Msg;
use crate::app::lobby::Edit;
use crate::app::words;
use crate::bank::{Bank, QuestionId};
use crate::language::{code, is_rtl};
use std::cell::Cell;
use std::rc::Rc;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::virtual_dom::{Key, Listener, ListenerKind, VList, VNode, VTag, VText};
use yew::{AttrValue, Callback, Html, TargetCast};

pub struct Tag {
    tag: VTag,
    children: Vec<VNode>,
    /// How many children there are, with those that are missing.
    places: usize,
}

#[inline(never)]
pub fn tag(name: &'static str) -> Tag {
    Tag { tag: VTag::new(name), children: Vec::new(), places: 0 }
}

/// What an event asks for.
pub enum Does {
    Click(Msg),
    Submit(Msg),
    /// Of details: when they are opened, or closed.
    Toggle(Msg),
    /// Of a text field: its new text.
    Type(fn(String) -> Edit),
    /// Of a field of several lines: what is written there of this question.
    Write(QuestionId),
    /// Of a box: when it is ticked, and when it is cleared.
    Tick(Edit, Edit),
    /// Of a radio button.
    Choose(Msg),
    /// Of a list: the place of the new choice.
    Pick(fn(usize) -> Option<Edit>),
}

impl Tag {
    #[inline(never)]
    fn set(mut self, name: &'static str, value: AttrValue) -> Tag {
        self.tag.add_attribute(name, value);
        self
    }

    pub fn attr(self, name: &'static str, value: impl Into<AttrValue>) -> Tag {
        self.set(name, value.into())
    }

    pub fn class(self, class: &'static str) -> Tag {
        self.set("class", AttrValue::Static(class))
    }

    /// An attribute that is there or not.
    pub fn when(self, holds: bool, name: &'static str) -> Tag {
        if holds { self.set(name, AttrValue::Static("")) } else { self }
    }

    /// What is in it are the bank's words, in its language, whichever the interface around it has. Where its author does not say which, it is
    /// that of an English interface, and beside others nobody knows.
    #[inline(never)]
    pub fn lang(self, bank: &Bank) -> Tag {
        if bank.lang().is_empty() && code() == "en" {
            return self;
        }
        let own = self.set("lang", bank.lang().to_owned().into());
        // Lists and tables run as their words do.
        if is_rtl() { own.set("dir", AttrValue::Static("auto")) } else { own }
    }

    /// In place of its place among its siblings: an element that is another one when its key is.
    #[inline(never)]
    pub fn key(mut self, key: impl Into<Key>) -> Tag {
        self.tag.key = Some(key.into());
        self
    }

    /// Where the focus goes when the shell is asked for this name.
    pub fn focus(self, name: &'static str) -> Tag {
        self.set("tabindex", AttrValue::Static("-1")).set("data-focus", AttrValue::Static(name))
    }

    #[inline(never)]
    pub fn value(mut self, value: &str) -> Tag {
        self.tag.set_value(value.to_owned());
        self
    }

    #[inline(never)]
    pub fn checked(mut self, checked: bool) -> Tag {
        self.tag.set_checked(checked);
        self
    }

    #[inline(never)]
    pub fn on(mut self, emit: &Callback<Msg>, does: Does) -> Tag {
        self.tag.add_listener(Rc::new(On { emit: emit.clone(), on: does.on(), does: Cell::new(Some(does)) }));
        self
    }

    #[inline(never)]
    fn push(mut self, words: AttrValue) -> Tag {
        let text = VNode::from(VText::new(words));
        self.children.push(VNode::from(VList::with_children(vec![text], Some(Key::from(self.places)))));
        self.places += 1;
        self
    }

    pub fn text(self, words: impl Into<AttrValue>) -> Tag {
        self.push(words.into())
    }

    #[inline(never)]
    pub fn child(mut self, mut child: Tag) -> Tag {
        child.tag.key.get_or_insert_with(|| Key::from(self.places));
        self.children.push(child.html());
        self.places += 1;
        self
    }

    /// A missing child still has its place.
    #[inline(never)]
    pub fn maybe(mut self, child: Option<Tag>) -> Tag {
        match child {
            Some(child) => self.child(child),
            None => {
                self.places += 1;
                self
            }
        }
    }

    #[inline(never)]
    pub fn children(self, children: Vec<Tag>) -> Tag {
        children.into_iter().fold(self, Tag::child)
    }

    #[inline(never)]
    pub fn html(mut self) -> Html {
        self.tag.add_children(self.children);
        VNode::from(self.tag)
    }
}

/// The name of a topic: the bank's own word, or ours for what has none.
#[inline(never)]
pub fn topic(tag: Tag, slug: &str, bank: &Bank) -> Tag {
    if slug.is_empty() { tag } else { tag.lang(bank) }.text(words::topic(slug))
}

/// A paragraph of plain words.
pub fn p(class: &'static str, words: impl Into<AttrValue>) -> Tag {
    tag("p").class(class).text(words)
}

pub fn button(class: &'static str, emit: &Callback<Msg>, msg: Msg, words: impl Into<AttrValue>) -> Tag {
    bare_button(class, emit, msg).text(words)
}

#[inline(never)]
pub fn bare_button(class: &'static str, emit: &Callback<Msg>, msg: Msg) -> Tag {
    tag("button").attr("type", "button").attr("part", "button").class(class).on(emit, Does::Click(msg))
}

/// The key that does the same.
pub fn keycap(name: impl Into<AttrValue>) -> Tag {
    tag("kbd").attr("aria-hidden", "true").text(name)
}

/// Words that only a screen reader tells.
pub fn unseen(words: impl Into<AttrValue>) -> Tag {
    tag("span").class("unseen").text(words)
}

/// What is listened to.
#[derive(Clone, Copy, PartialEq)]
enum When {
    Click,
    Submit,
    Toggle,
    Input,
    Change,
}

impl Does {
    fn on(&self) -> When {
        match self {
            Does::Click(_) => When::Click,
            Does::Submit(_) => When::Submit,
            Does::Toggle(_) => When::Toggle,
            Does::Type(_) | Does::Write(_) => When::Input,
            Does::Tick(..) | Does::Choose(_) | Does::Pick(_) => When::Change,
        }
    }
}

/// Whatever is asked for, the widget is rendered anew, and with it come new listeners. So a message is given away, not copied: the code that
/// copies any message is 2 KB of what comes before the first question. A second click before that was aimed at what is there no more.
struct On {
    emit: Callback<Msg>,
    on: When,
    does: Cell<Option<Does>>,
}

impl Listener for On {
    fn kind(&self) -> ListenerKind {
        match self.on {
            When::Click => ListenerKind::onclick,
            When::Submit => ListenerKind::onsubmit,
            When::Toggle => ListenerKind::ontoggle,
            When::Input => ListenerKind::oninput,
            When::Change => ListenerKind::onchange,
        }
    }

    fn handle(&self, event: Event) {
        if let Some(msg) = self.asked(&event) {
            self.emit.emit(msg);
        }
    }

    fn passive(&self) -> bool {
        false
    }
}

impl On {
    fn asked(&self, event: &Event) -> Option<Msg> {
        let input = || event.target_dyn_into::<HtmlInputElement>();
        if self.on == When::Submit {
            event.prevent_default();
        }
        Some(match self.does.take()? {
            Does::Click(msg) | Does::Choose(msg) | Does::Toggle(msg) | Does::Submit(msg) => msg,
            Does::Type(edit) => {
                self.does.set(Some(Does::Type(edit)));
                Msg::Edit(edit(input()?.value()))
            }
            Does::Write(question) => {
                let text = event.target_dyn_into::<HtmlTextAreaElement>()?.value();
                self.does.set(Some(Does::Write(question.clone())));
                Msg::Typed { question, text }
            }
            Does::Tick(on, off) => Msg::Edit(if input()?.checked() { on } else { off }),
            Does::Pick(edit) => {
                self.does.set(Some(Does::Pick(edit)));
                let place = event.target_dyn_into::<HtmlSelectElement>()?.selected_index();
                Msg::Edit(edit(usize::try_from(place).ok()?)?)
            }
        })
    }
}
