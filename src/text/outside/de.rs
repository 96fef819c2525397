use super::Outside;

/// The German words.
pub const OUTSIDE: Outside = Outside {
    idle: "Sind Sie noch da?",
    idle_note: "Sonst wird dieses Gerät für die nächste Person geleert. Ihr Entwurf ist dann weg.",
    left: "Noch {} Sekunden",
    stay: "Ja, weitermachen",
    newer: "Eine neue Fassung dieser Seite liegt bereit. Ihr Entwurf bleibt.",
    reload: "Neu laden",
    later: "Später",
};
