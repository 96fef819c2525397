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
    sent_nothing: "Noch gibt es nichts zu senden.",
    sent_nothing_note: "Ihr Entwurf ist der beschlossene Plan. Sobald Sie etwas ändern, können Sie ihn senden.",
    sent_note: |receiver| {
        format!("Sie können diesen Entwurf senden, ohne Namen und ohne Anmeldung. Er geht an: {receiver}.")
    },
    sent_terms: ["Empfänger", "Aufbewahrt", "Datenschutz"],
    sent_privacy: "Hinweise des Empfängers",
    sent_where: "Wohin",
    sent_what: "Das wird gesendet",
    sent_facts: ["Haushalt", "Tag", "Nummer, zufällig", "Fassung der Daten und des Modells"],
    sent_changes: "Änderungen im Jahr, gerundet",
    sent_crises: "Eingeschaltete Krisen",
    sent_exact: "Genau dieser Text geht hinaus",
    sent_not: "Nicht dabei",
    sent_not_note: "Name, Notiz, Begründungen, Sperren, Uhrzeit und Angaben zu Ihrem Gerät. Wie bei jeder Seite im Netz sieht der Server beim Senden Ihre Internetadresse; im Entwurf steht sie nicht.",
    sent_ask: "Möchten Sie diesen Entwurf senden?",
    sent_number: "Zurückholen können Sie ihn hier nicht. Wenn der Empfänger ihn später löschen soll, braucht er die Nummer; notieren Sie sie dafür.",
    sent_now: "Jetzt senden",
    sent_again: "Erneut versuchen",
    sent_under_way: "Der Entwurf wird gesendet.",
    sent_arrived: |receiver| format!("Angekommen. Ihr Entwurf liegt jetzt bei: {receiver}."),
    sent_there: |receiver| format!("War schon da. Ihr Entwurf liegt einmal bei: {receiver}."),
    sent_refused: |receiver, status| {
        format!(
            "Nicht angenommen, mit der Antwort {status}. Bei Ihnen ist nichts verloren. Fragen dazu beantwortet: {receiver}."
        )
    },
    sent_unreached: "Nicht angekommen, nichts verloren. Ihr Entwurf ist noch hier; ein neuer Versuch sendet ihn kein zweites Mal.",
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
