//! A model as it begins, and what it says of itself.

use super::keep::Keep;
use super::lobby::Lobby;
use super::options::Options;
use super::preset;
use super::{Extra, Grader, Load, Model, Part, Start, Tab};
use crate::bank::Bank;
use crate::progress::History;
use crate::progress::glance::Glance;
use crate::progress::schedule::agenda::Aim;
use crate::progress::schedule::day::Zone;
use crate::round::Round;
use crate::round::clock::Millis;
use crate::round::event::RoundId;
use crate::round::plan::Plan;
use std::rc::Rc;

impl Model {
    /// `writer` names this widget's own keys in the store; it is new at every mount.
    pub fn new(bank: Rc<Bank>, options: Options, writer: String) -> Model {
        let lobby = Lobby::new(&bank, String::new());
        Model {
            bank,
            answers: Load::Loading,
            part: Part::Coming,
            waiting: Vec::new(),
            extra: Extra::Absent,
            tasks: Vec::new(),
            opening: true,
            round: Rc::new(Round::Lobby),
            seen: Millis(0),
            typed: None,
            grader: Grader::Absent,
            unread: Vec::new(),
            voice: None,
            tab: Tab::Free,
            options,
            lobby,
            history: Rc::new(History::default()),
            zone: Zone::default(),
            to_read: Vec::new(),
            glance: None,
            read: Vec::new(),
            today: None,
            aim: Aim::default(),
            figures: None,
            tables: 0,
            keep: Keep::new(writer),
            data: None,
            focus_owed: false,
            begun: 0,
            clock_hidden: false,
            problems: Vec::new(),
            printing: false,
            link: None,
            said: (0, String::new()),
            alert: false,
            held: None,
            told: Millis(0),
        }
    }

    /// None where the bank has nothing for it.
    pub fn plan(&self, start: Start) -> Option<Plan> {
        let (bank, pace) = (&self.bank, self.lobby.pace);
        // What a bank says of its presets is read by the second part.
        if bank.presets().next().is_some() && self.part != Part::Here {
            return None;
        }
        let is_open = start != Start::Page || self.options.seed.is_none();
        self.fitting(is_open, |seed| {
            let terms = match start {
                Start::Page => self.options.terms(bank, seed, pace)?,
                Start::Preset(place) => preset::terms(preset::offered(bank).get(place)?, bank, seed, pace),
                // Drills are planned by the third part.
                Start::Drill(_) => return None,
            };
            Plan::new(bank, &terms)
        })
    }

    pub fn glance(&self) -> Glance {
        self.glance.unwrap_or_else(|| Glance::of(&self.bank, &self.history))
    }

    /// Whether there is history to be taken in now.
    pub fn is_behind(&self) -> bool {
        let is_free = !matches!(*self.round, Round::Running(_));
        let follows = || is_free && self.today.as_ref().is_some_and(|today| today.schedule.is_behind);
        self.part == Part::Here && (!self.to_read.is_empty() || follows())
    }

    /// The next round's name: this widget's own, and a count.
    pub fn fresh_round(&mut self) -> RoundId {
        self.begun += 1;
        RoundId(format!("{}-{}", self.keep.writer, self.begun))
    }

    pub fn say(&mut self, words: impl Into<String>) {
        self.alert = false;
        self.said = (self.said.0.wrapping_add(1), words.into());
    }
}
