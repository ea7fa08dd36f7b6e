//! The built page in a real browser, from the outside: what a candidate sees, clicks and types, and what a hostile
//! place does to it. Needs Chromium, chromedriver and a built page (`dist`, or the folder in DIST); script/test has all.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod e2e {
    mod driver;
    mod engine;
    mod harm;
    mod history;
    mod hooks;
    mod host;
    mod page;
    mod play;
    mod post;
    mod server;

    mod api;
    mod attacks;
    mod axe;
    mod bank;
    mod blocked;
    mod broken;
    mod builder;
    mod card;
    mod changes;
    mod crash;
    mod custom;
    mod data;
    mod debrief;
    mod element;
    mod embedded;
    mod events;
    mod faults;
    mod focus;
    mod forged;
    mod frames;
    mod full;
    mod guest;
    mod hostile;
    mod hostile_bank;
    mod hotkeys;
    mod illustrated;
    mod integrity;
    mod interview;
    mod keyboard;
    mod killed;
    mod layout;
    mod listings;
    mod load;
    mod mouse;
    mod nested;
    mod offline;
    mod one_file;
    mod options;
    mod output;
    mod paper;
    mod plain;
    mod presets;
    mod progress;
    mod reload;
    mod renewed;
    mod schemes;
    mod shifts;
    mod site;
    mod strict;
    mod tabs;
    mod time;
    mod typed;
    mod unusual;
    mod voice;
    mod voice_stand_ins;
    mod wanted;
    mod wrong;
}
