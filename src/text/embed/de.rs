use super::{Around, Embed};

/// The German words.
pub const EMBED: Embed = Embed {
    title: "In Ihre Seite einbetten",
    note: "Für Redaktionen: Text kopieren, in die eigene Seite einfügen, fertig. Der Zukunftshaushalt läuft im Browser der Leserinnen und Leser.",
    begin: "Womit soll es beginnen?",
    begins: ["Auftakt mit Karofeld", "Kurzweg in fünf Minuten", "Werkbank", "Leichte Sprache", "Mein Entwurf"],
    way: "Wie soll es erscheinen?",
    ways: [
        "Rahmen, der sich in der Höhe anpasst",
        "Rahmen mit 760 Pixeln Höhe, ohne Skript",
        "Link mit QR-Code, ohne Rahmen",
    ],
    colours: "Farben",
    themes: ["wie das Gerät", "hell", "dunkel"],
    accent: "Eigene Akzentfarbe, sechs Ziffern",
    accent_note: "Etwa 8a1538. Hat sie zu wenig Kontrast, wird sie heller oder dunkler gezeigt.",
    accent_wrong: "Das ist keine Farbe: Erwartet werden sechs Ziffern von 0 bis 9 und a bis f. Sie bleibt weg.",
    language: "Sprache",
    code: "Diesen Text einfügen",
    copy: "Text kopieren",
    copied: "Der Text ist kopiert.",
    not_copied: "Dieser Browser kopiert nicht von selbst. Markieren Sie den Text und kopieren Sie ihn von Hand.",
    preview: "So sieht es aus",
    preview_note: "Der Rahmen lädt nur von dieser Adresse, setzt keine Cookies und speichert nichts ungefragt.",
    refused: "Diese Adresse lässt sich in keinem Rahmen zeigen, auch nicht in dem auf Ihrer Seite. Wer sie betreibt, muss Ihre Website freigeben (frame-ancestors).",
    link_only: "Ein Link braucht keine Freigabe und kein Skript. Der QR-Code ist für Plakate und Vorlagen.",
    rules: "Was beide Seiten erlauben müssen",
    rules_note: |origin| {
        format!(
            "Ihre Website muss den Rahmen zulassen, falls sie eigene Regeln hat: frame-src {origin}, für die passende Höhe auch script-src {origin}. Wer diese Seite betreibt, muss Ihre Website als Rahmen freigeben (frame-ancestors)."
        )
    },
    privacy: "Für Ihre Datenschutzerklärung",
    privacy_note: |address| {
        format!(
            "Auf dieser Seite ist der Zukunftshaushalt von {address} eingebunden. Er setzt keine Cookies. Entwürfe werden erst auf Wunsch gespeichert und nur in Ihrem Browser; übertragen wird nur, was Sie dort selbst senden. Wie bei jedem Abruf einer Seite erhält deren Server Ihre IP-Adresse."
        )
    },
    more: "Alle Parameter der Adresse und die Nachrichten zwischen den Seiten stehen in der Anleitung (README).",
    frame_title: |town| format!("Zukunftshaushalt {town}"),
    skip: |town| format!("Zukunftshaushalt {town} überspringen"),
    open: |town| format!("Zukunftshaushalt {town} in einem eigenen Fenster öffnen"),
    square: |town| format!("QR-Code: Zukunftshaushalt {town}"),
    hand_over: |host| format!("An {host} übergeben"),
    hand_over_note: |host| {
        format!(
            "Die Seite, in der Sie gerade sind ({host}), kann Ihren Entwurf übernehmen. Übergeben wird nur, was in diesem Link steht: kein Name, keine Notiz."
        )
    },
    handed_over: |host| format!("Der Entwurf ist an {host} übergeben."),
};

/// The German words at the end of the page.
pub const AROUND: Around =
    Around { own_window: "In neuem Fenster öffnen", imprint: "Impressum", data_protection: "Datenschutz" };
