//! A pretended browser: two tabs with a widget each, one store, and the lock that only one of them can hold. It
//! carries out effects in the order in which the shell does.

use super::script::{BEGIN, bank};
use mock_interview::app::extra::Task;
use mock_interview::app::keep::Trouble;
use mock_interview::app::options::Options;
use mock_interview::app::update::update;
use mock_interview::app::{Effect, Model, Msg, Stored};
use mock_interview::journal::checkpoint::{mark, write_checkpoint};
use mock_interview::journal::key::later;
use mock_interview::journal::load::{Broken, Loaded, load};
use mock_interview::journal::mirror::compare;
use mock_interview::round::clock::{Millis, Span};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

type Texts = BTreeMap<String, String>;

#[derive(Clone)]
pub struct World {
    pub now: Millis,
    pub tabs: Vec<Model>,
    /// What the browser keeps, and what it refused: that stays in the memory of the tab's page.
    kept: Texts,
    memory: Vec<Texts>,
    /// The second copy.
    copied: Texts,
    /// What of all that is on the disk.
    on_disk: Texts,
    /// Whoever asks for the second copy does not get it in time.
    pub is_late: bool,
    /// Without them everyone who asks is granted.
    locks: bool,
    /// Every so many writes fail.
    fail_every: Option<u32>,
    writes: u32,
    mounts: u32,
    /// The first holds the lock.
    queue: VecDeque<usize>,
    news: VecDeque<(usize, News)>,
}

#[derive(Clone)]
enum News {
    Granted,
    Refused,
    Lost,
}

impl World {
    pub fn new(tabs: usize) -> World {
        World::of(tabs, true, None)
    }

    pub fn without_locks(tabs: usize) -> World {
        World::of(tabs, false, None)
    }

    pub fn failing(every: u32) -> World {
        World::of(1, true, Some(every))
    }

    fn of(tabs: usize, locks: bool, fail_every: Option<u32>) -> World {
        let mut world = World {
            locks,
            now: BEGIN,
            tabs: Vec::new(),
            kept: Texts::new(),
            copied: Texts::new(),
            on_disk: Texts::new(),
            is_late: false,
            memory: vec![Texts::new(); tabs],
            fail_every,
            writes: 0,
            mounts: 0,
            queue: VecDeque::new(),
            news: VecDeque::new(),
        };
        for tab in 0..tabs {
            let model = world.model();
            world.tabs.push(model);
            world.mount(tab);
        }
        world
    }

    pub fn pass(&mut self, span: Span) {
        self.now = self.now.after(span);
    }

    /// Gives the message to the tab's widget and carries out all that comes of it.
    pub fn send(&mut self, tab: usize, msg: Msg) {
        self.act(tab, msg);
        while let Some((tab, news)) = self.news.pop_front() {
            let msg = match news {
                News::Granted => Msg::Granted(self.stored(tab)),
                News::Refused => Msg::Refused,
                News::Lost => Msg::Lost,
            };
            self.act(tab, msg);
        }
    }

    /// The page is loaded anew: its memory is gone.
    pub fn reload(&mut self, tab: usize) {
        self.memory[tab].clear();
        self.remount(tab);
    }

    /// The browser writes what it keeps to the disk.
    pub fn flush(&mut self) {
        self.on_disk = self.kept.clone();
    }

    /// The browser is killed, and started again with no page open.
    pub fn crash(&mut self) {
        self.kept = self.on_disk.clone();
        self.memory.iter_mut().for_each(Texts::clear);
        self.queue.clear();
        self.news.clear();
    }

    /// Brings back what only the second copy has; whether there was something.
    pub fn restore(&mut self) -> bool {
        let stored: Vec<(String, String)> = self.kept.clone().into_iter().collect();
        let difference = compare(&stored, self.copied.clone().into_iter().collect());
        self.copied.extend(difference.new);
        let restored = !difference.lost.is_empty();
        self.kept.extend(difference.lost);
        restored
    }

    /// The second copy has come to that tab, later than the widget could wait for it.
    pub fn copy_comes(&mut self, tab: usize) {
        if self.restore() {
            self.send(tab, Msg::Restored(self.stored(tab)));
        }
    }

    /// The widget is replaced by a new one on the same page.
    pub fn remount(&mut self, tab: usize) {
        self.let_go(tab);
        self.tabs[tab] = self.model();
        self.mount(tab);
    }

    /// What the tab would find in the store.
    pub fn loaded(&self, tab: usize) -> Loaded {
        load(bank().id(), &self.all(tab).into_iter().collect::<Vec<_>>(), self.now)
    }

    /// What the browser keeps.
    pub fn texts(&self) -> impl Iterator<Item = (&String, &String)> {
        self.kept.iter()
    }

    pub fn holder(&self) -> Option<usize> {
        self.queue.front().copied()
    }

    fn model(&mut self) -> Model {
        self.mounts += 1;
        // Names in no order, as random ones are.
        Model::new(Rc::new(bank().clone()), Options::default(), format!("{}w{}", self.mounts * 7 % 10, self.mounts))
    }

    fn mount(&mut self, tab: usize) {
        let stored = self.stored(tab);
        self.send(tab, Msg::Opened { stored, focused: false, start: None });
    }

    fn act(&mut self, tab: usize, msg: Msg) {
        let mut messages = vec![msg];
        while let Some(msg) = messages.pop() {
            for effect in update(&mut self.tabs[tab], msg, self.now) {
                if effect == Effect::LoadRest {
                    messages.push(Msg::PartCame(true));
                    messages.extend((!self.is_late && self.restore()).then(|| Msg::Restored(self.stored(tab))));
                }
                messages.extend(self.run(tab, effect));
            }
            if messages.is_empty() && self.tabs[tab].is_behind() {
                messages.push(self.read_on(tab));
            }
        }
        self.now = self.now.max(self.tabs[tab].seen);
    }

    fn run(&mut self, tab: usize, effect: Effect) -> Option<Msg> {
        match effect {
            Effect::Ask { steal } => self.ask(tab, steal),
            Effect::LetGo => self.let_go(tab),
            Effect::Write { name, text } => {
                self.copied.insert(name.clone(), text.clone());
                let outcome = self.write(tab, name.clone(), text);
                return Some(Msg::Kept { name, outcome });
            }
            Effect::Note { name, text } => drop(self.write(tab, name, text)),
            Effect::Checkpoint { name, checkpoint, remove } => {
                remove.iter().for_each(|name| self.remove(tab, name));
                let (names, _) = later(self.all(tab).into_keys().collect());
                let _ = self.write(tab, name, write_checkpoint(mark(bank(), &names), &checkpoint));
            }
            Effect::Remove(names) => names.iter().for_each(|name| self.remove(tab, name)),
            Effect::Fold { name, text, remove } => {
                self.copied.insert(name.clone(), text.clone());
                let outcome = self.write(tab, name.clone(), text);
                if outcome.is_ok() {
                    remove.iter().for_each(|name| self.remove(tab, name));
                }
                return Some(Msg::Kept { name, outcome });
            }
            Effect::TakeIn { texts, reports } => {
                for (name, text) in texts {
                    self.copied.insert(name.clone(), text.clone());
                    self.kept.insert(name, text);
                }
                return Some(Msg::Extra(Task::TakenIn { reports, outcome: Ok(()) }));
            }
            Effect::PutAside(Broken { name, text, aside, good }) => {
                if self.write(tab, aside, text).is_ok() {
                    match good {
                        Some(good) => {
                            self.copied.insert(name.clone(), good.clone());
                            let _ = self.write(tab, name, good);
                        }
                        None => self.remove(tab, &name),
                    }
                }
            }
            Effect::Copy(_) | Effect::Focus(_) | Effect::OpenDialog(_) | Effect::Download { .. } | Effect::Print => {}
            Effect::LoadExtra => return Some(Msg::ExtraCame(true)),
            // It comes with the answers, and those never do here.
            Effect::LoadGrader | Effect::Grade { .. } => unreachable!(),
            Effect::Data(_) | Effect::LoadRest | Effect::Tell { .. } | Effect::Voice { .. } => {}
        }
        None
    }

    fn ask(&mut self, tab: usize, steal: bool) {
        self.let_go(tab);
        if !self.locks {
            self.news.push_back((tab, News::Granted));
            return;
        }
        if steal {
            let before = self.queue.pop_front().map(|loser| (loser, News::Lost));
            self.news.extend(before);
            self.queue.push_front(tab);
        } else {
            self.queue.push_back(tab);
        }
        let news = if self.holder() == Some(tab) { News::Granted } else { News::Refused };
        self.news.push_back((tab, news));
    }

    fn let_go(&mut self, tab: usize) {
        let held = self.holder() == Some(tab);
        self.queue.retain(|other| *other != tab);
        self.news.retain(|(other, _)| *other != tab);
        if held {
            let next = self.holder().map(|next| (next, News::Granted));
            self.news.extend(next);
        }
    }

    fn all(&self, tab: usize) -> Texts {
        let mut texts = self.kept.clone();
        texts.extend(self.memory[tab].clone());
        texts
    }

    fn stored(&self, tab: usize) -> Stored {
        let mut texts = self.all(tab);
        let (to_read, _) = later(texts.keys().cloned().collect());
        to_read.iter().for_each(|name| drop(texts.remove(name)));
        Stored { texts: texts.into_iter().collect(), to_read, ..Stored::default() }
    }

    /// The next of what is to be read, one at a time.
    fn read_on(&self, tab: usize) -> Msg {
        let next = self.tabs[tab].to_read.first();
        let text = next.and_then(|name| Some((name.clone(), self.all(tab).remove(name)?)));
        Msg::ReadOn(1, text.into_iter().collect())
    }

    fn write(&mut self, tab: usize, name: String, text: String) -> Result<(), Trouble> {
        self.writes += 1;
        if self.fail_every.is_some_and(|every| self.writes.is_multiple_of(every)) {
            self.memory[tab].insert(name, text);
            return Err(Trouble::Full);
        }
        self.memory[tab].remove(&name);
        self.kept.insert(name, text);
        Ok(())
    }

    fn remove(&mut self, tab: usize, name: &str) {
        self.memory[tab].remove(name);
        self.kept.remove(name);
        self.copied.remove(name);
    }
}
