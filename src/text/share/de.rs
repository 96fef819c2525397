use super::Share;

/// The German words.
pub const SHARE: Share = Share {
    title: "Ihr Entwurf als Link",
    note: "Der ganze Entwurf steckt in diesem Link und liegt auf keinem Server. Wer ihn öffnet, sieht den Entwurf, ohne dass ein eigener verloren geht.",
    left_out: "Nur die Änderungen reisen mit. Name, Notiz, Begründungen und Sperren bleiben bei Ihnen; in einer Datei sind sie dabei.",
    nothing: "Noch gibt es nichts zu teilen.",
    nothing_note: "Ihr Entwurf ist der beschlossene Plan. Sobald Sie etwas ändern, steht hier ein Link dafür.",
    start: "Ein Ziel wählen",
    link: "Link zu Ihrem Entwurf",
    copy: "Link kopieren",
    copied: "Der Link ist kopiert.",
    not_copied: "Dieser Browser kopiert nicht von selbst. Markieren Sie den Link und kopieren Sie ihn von Hand.",
    send: "Mit einer App teilen",
    print: "Drucken",
    square: |link| format!("QR-Code mit diesem Link: {link}"),
    reach: |metres| {
        format!(
            "In dieser Größe lesbar bis ca. {metres}\u{a0}m. Ein größerer Code ist von weiter weg lesbar: etwa aus dem Zehnfachen seiner Breite."
        )
    },
    too_long: "Dieser Entwurf passt in keinen Link.",
    too_long_note: "Er ändert sehr vieles einzeln. Ein Link dafür wäre zu lang, als dass Telefone seinen QR-Code lesen. Als Datei geht er vollständig auf die Reise; geöffnet wird sie unter „Sichern“.",
    ways: "Weitergeben",
    shared_for: |town| format!("Geteilter Entwurf für {town}"),
    shared_note: "Jemand hat Ihnen diesen Entwurf als Link geschickt. Hier ansehen ändert nichts an Ihrem eigenen.",
    empty: "Dieser Entwurf ändert nichts am beschlossenen Plan.",
    only_crises: "Dieser Entwurf ändert nichts am Plan. Er zeigt nur, was eine Krise mit ihm machen würde.",
    take: "Übernehmen",
    take_note: |has_own| {
        if has_own {
            "Übernommen tritt er an die Stelle Ihres Entwurfs. Mit „Rückgängig“ kommt Ihrer zurück."
        } else {
            "Übernommen wird er Ihr Entwurf, den Sie weiter ändern können."
        }
    },
    taken: |had_own| {
        if had_own {
            "Der geteilte Entwurf ist übernommen. Ihr eigener kommt mit „Rückgängig“ zurück."
        } else {
            "Der geteilte Entwurf ist übernommen."
        }
    },
    compare: "Vergleichen",
    leave: "Zurück zu meinem Entwurf",
    leave_start: "Zum Anfang",
    unknown: |count| match count {
        1 => "Eine Änderung kennt dieser Haushalt nicht mehr; sie ist weggelassen.".to_owned(),
        _ => format!("{count} Änderungen kennt dieser Haushalt nicht mehr; sie sind weggelassen."),
    },
    unfit: "Nicht alles passt mehr:",
    otherwise: |town, is_other_model, is_other_pack| {
        let what = match (is_other_model, is_other_pack) {
            (true, true) => format!("Seit dem Teilen sind das Rechenmodell und die Angaben zu {town} geändert worden"),
            (true, false) => "Seit dem Teilen ist das Rechenmodell geändert worden".to_owned(),
            _ => format!("Seit dem Teilen sind Angaben zu {town} geändert worden"),
        };
        format!("{what}. Was hier steht, ist mit dem heutigen Stand gerechnet.")
    },
    same_balance: "Der Saldo der Änderungen ist derselbe wie beim Teilen; Wirkungen können anders ausfallen.",
    other_balance: |then, now| {
        format!(
            "Der Saldo der Änderungen war beim Teilen {then} im Jahr, heute ist er {now}; auch Wirkungen können anders ausfallen."
        )
    },
    unread: "Dieser Link lässt sich nicht öffnen.",
    damaged: "Er ist nicht so angekommen, wie er abgeschickt wurde: Etwas fehlt, kam hinzu oder wurde verändert. Öffnen Sie ihn vollständig, oder lassen Sie ihn sich noch einmal schicken. Ihr eigener Entwurf ist unverändert.",
    newer: "Er stammt aus einer neueren Fassung dieser Seite. Laden Sie die Seite neu; Ihr eigener Entwurf bleibt erhalten.",
    other_town: |town| format!("Er gehört zu einem anderen Haushalt: {town}. Ihr eigener Entwurf ist unverändert."),
    strange_town: "Er gehört zu einem Haushalt, den diese Seite nicht kennt. Ihr eigener Entwurf ist unverändert.",
    go_there: |town| format!("Dort öffnen: {town}"),
};
