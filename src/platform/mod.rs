//! The edge to the browser (Browserschicht): the only place that touches web-sys, one subject a file.

pub mod address;
pub mod camera;
pub mod canvas;
pub mod chance;
pub mod clock;
pub mod dialog;
pub mod document;
pub mod file;
pub mod focus;
pub mod frame;
pub mod hold;
pub mod input;
pub mod keeper;
pub mod keys;
pub mod outside;
pub mod paper;
pub mod room;
pub mod sending;
pub mod share;
pub mod storage;
pub mod stored;
pub mod theme;
pub mod towns;
pub mod visible;
