use leptos::prelude::*;

/// Outline of an icon on a grid of 24 (Symbol).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A goal by its number, 1 to 9.
    Goal(u8),
    /// Administration.
    Overhead,
    /// Less.
    Minus,
    /// More.
    Plus,
    /// One step back.
    Undo,
    /// One step forward.
    Redo,
    /// A padlock.
    Lock,
    /// Voluntary.
    Circle,
    /// By law.
    Paragraph,
    /// On behalf of Bund or Land.
    House,
    /// By contract.
    Handshake,
    /// Paid by fees.
    Euro,
    /// From cause to effect.
    Arrow,
    /// The way back.
    Back,
    /// More of the page behind a button.
    Menu,
    /// Keeping a draft.
    Save,
    /// Away with it.
    Close,
    /// A warning by weight.
    Alert,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Goal(1) => {
                "M12 7.8a4.2 4.2 0 1 0 0 8.4a4.2 4.2 0 1 0 0-8.4M12 2.8v2.2M12 19v2.2M2.8 12H5M19 12h2.2M5.5 5.5l1.6 1.6M16.9 16.9l1.6 1.6M18.5 5.5l-1.6 1.6M7.1 16.9l-1.6 1.6"
            }
            Self::Goal(2) => {
                "M12 3.2c3.8 4.6 5.9 7.8 5.9 10.9a5.9 5.9 0 0 1-11.8 0c0-3.1 2.1-6.3 5.9-10.9zM9.3 14.6a2.8 2.8 0 0 0 2.4 2.7"
            }
            Self::Goal(3) => {
                "M5.8 12.4a3.6 3.6 0 1 0 0 7.2a3.6 3.6 0 1 0 0-7.2M18.2 12.4a3.6 3.6 0 1 0 0 7.2a3.6 3.6 0 1 0 0-7.2M5.8 16l3.6-7.2h5.2l3.6 7.2M9.4 8.8l3.2 7.2l3.2-5M7.8 8.8h2.8M14 6.2h2.4"
            }
            Self::Goal(4) => {
                "M12 6.6c-2-1.5-4.8-2.1-8.2-2.1v13.6c3.4 0 6.2.6 8.2 2.1c2-1.5 4.8-2.1 8.2-2.1V4.5c-3.4 0-6.2.6-8.2 2.1zV20"
            }
            Self::Goal(5) => {
                "M9 4.8a3.2 3.2 0 1 0 0 6.4a3.2 3.2 0 1 0 0-6.4M3.2 19.5c0-3.6 2.5-5.7 5.8-5.7s5.8 2.1 5.8 5.7M15.3 5.3a3 3 0 0 1 0 5.6M17.2 14.3c2.2.6 3.6 2.4 3.6 5.2"
            }
            Self::Goal(6) => "M3.5 11.5L12 4l8.5 7.5M5.8 9.8V20h12.4V9.8M10 20v-5.6h4V20",
            Self::Goal(7) => "M3.5 8h17v11.5h-17zM9 8V5.2h6V8M3.5 13.2h17M12 12v2.5",
            Self::Goal(8) => {
                "M12 20.2S3.8 15.2 3.8 9.4A4.3 4.3 0 0 1 12 7.5a4.3 4.3 0 0 1 8.2 1.9C20.2 15.2 12 20.2 12 20.2z"
            }
            Self::Goal(_) => {
                "M12 3.3a8.7 8.7 0 1 0 0 17.4a8.7 8.7 0 1 0 0-17.4M3.3 12h17.4M12 3.3c3.3 3.3 3.3 14.1 0 17.4M12 3.3c-3.3 3.3-3.3 14.1 0 17.4"
            }
            Self::Overhead => "M4.5 20V4.5h10V20M14.5 9.5h5V20M3 20h18M7.5 8h4M7.5 11.5h4M7.5 15h4",
            Self::Minus => "M6 12h12",
            Self::Plus => "M6 12h12M12 6v12",
            Self::Undo => "M8.5 5L4 9.5L8.5 14M4 9.5h10a6 6 0 0 1 0 12h-3",
            Self::Redo => "M15.5 5L20 9.5L15.5 14M20 9.5H10a6 6 0 0 0 0 12h3",
            Self::Lock => "M5.5 10.5h13V20h-13zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5",
            Self::Circle => "M12 5.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13",
            Self::Paragraph => {
                "M15.2 7.2c-.4-1.7-1.6-2.7-3.2-2.7c-1.8 0-3.2 1-3.2 2.6c0 3.6 6.6 3.4 6.6 7c0 1.3-1 2.3-2.4 2.3M8.8 16.8c.4 1.7 1.6 2.7 3.2 2.7c1.8 0 3.2-1 3.2-2.6c0-3.6-6.6-3.4-6.6-7c0-1.3 1-2.3 2.4-2.3"
            }
            Self::House => "M5 19V9l7-4.5L19 9v10M5 19h14M9 19v-6M12 19v-6M15 19v-6",
            Self::Handshake => "M6 3.5h9l3.5 3.5v13.5H6zM9 12h6.5M9 15.5h4M14.5 3.5V7.5h4",
            Self::Euro => "M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16M15.5 8.8a4.2 4.2 0 1 0 0 6.4M6.8 11h6M6.8 13.2h6",
            Self::Arrow => "M5 12h14M13 6l6 6l-6 6",
            Self::Back => "M19 12H5M11 6l-6 6l6 6",
            Self::Menu => "M4 7h16M4 12h16M4 17h16",
            Self::Save => "M5 4.5h11.5l3 3V19.5H5zM8 4.5v5h7v-5M8 19.5v-6h8v6",
            Self::Close => "M6 6l12 12M18 6L6 18",
            Self::Alert => "M12 4L21 19.5H3zM12 10v4.5M12 16.8v.4",
        }
    }
}

/// Draws an icon; it is decoration, its meaning stands beside it in words.
pub fn symbol(icon: Icon) -> AnyView {
    view! { <svg class="ico" viewBox="0 0 24 24" aria-hidden="true"><path d=icon.path() /></svg> }.into_any()
}
