//! The edge to the browser (Browserschicht): the only place that touches web-sys.

pub mod canvas;
pub mod file;
pub mod frame;
pub mod page;
pub mod rescue;
pub mod storage;
pub mod theme;
pub mod visible;
