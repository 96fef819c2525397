use super::{Around, Embed};

/// The English words.
pub const EMBED: Embed = Embed {
    title: "Embed in your site",
    note: "For web editors: copy the text, paste it into your own page, done. Zukunftshaushalt runs in the reader’s browser.",
    begin: "Where shall it begin?",
    begins: ["Opening with squares", "Short path, five minutes", "Workbench", "Easy German", "My draft"],
    way: "How shall it appear?",
    ways: ["Frame that adapts its height", "Frame 760 pixels high, no script", "Link with QR code, no frame"],
    colours: "Colours",
    themes: ["as the device", "light", "dark"],
    accent: "Accent colour of your own, six digits",
    accent_note: "For example 8a1538. With too little contrast it is shown lighter or darker.",
    accent_wrong: "This is no colour: six digits from 0 to 9 and a to f are expected. It is left out.",
    language: "Language",
    code: "Paste this text",
    copy: "Copy text",
    copied: "The text is copied.",
    not_copied: "This browser does not copy by itself. Mark the text and copy it by hand.",
    preview: "What it looks like",
    preview_note: "The frame loads only from this address, sets no cookies and stores nothing unasked.",
    refused: "This address cannot be shown in a frame, nor in one on your page. Whoever runs it must allow your site (frame-ancestors).",
    link_only: "A link needs no permission and no script. The QR code is for posters and papers.",
    rules: "What both sides must allow",
    rules_note: |origin| {
        format!(
            "Your site must allow the frame if it has rules of its own: frame-src {origin}, and script-src {origin} for the fitting height. Whoever runs this page must allow your site to frame it (frame-ancestors)."
        )
    },
    privacy: "For your privacy notice",
    privacy_note: |address| {
        format!(
            "This page embeds Zukunftshaushalt from {address}. It sets no cookies. Drafts are stored only when you ask for it and only in your browser; only what you send there yourself is transmitted. As with every page, its server receives your IP address."
        )
    },
    more: "All parameters of the address and the messages between the pages are in the README.",
    frame_title: |town| format!("Zukunftshaushalt {town}"),
    skip: |town| format!("Skip Zukunftshaushalt {town}"),
    open: |town| format!("Open Zukunftshaushalt {town} in a window of its own"),
    square: |town| format!("QR code: Zukunftshaushalt {town}"),
    hand_over: |host| format!("Hand over to {host}"),
    hand_over_note: |host| {
        format!(
            "The page around this one ({host}) can take your draft over. Only what is in this link is handed over: no name, no note."
        )
    },
    handed_over: |host| format!("The draft is handed over to {host}."),
};

/// The English words at the end of the page.
pub const AROUND: Around =
    Around { own_window: "Open in a new window", imprint: "Imprint", data_protection: "Privacy" };
