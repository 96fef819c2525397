use super::AsideWords;

fn entries(count: usize) -> String {
    if count == 1 { "ein Eintrag".to_owned() } else { format!("{count} Einträge") }
}

/// The German words.
pub const ASIDE: AsideWords = AsideWords {
    stored: "Meine gespeicherten Daten",
    stored_note: "Diese Seite legt Entwürfe nur ab, wenn Sie sichern oder einen Raum für eine Gruppe beginnen, und nur in diesem Browser. Woran Sie gerade arbeiten, steht im Verlauf dieses Tabs, damit es ein Neuladen übersteht. Übertragen wird davon nur, was Sie selbst senden. Cookies und Datenbanken benutzt die Seite nicht.",
    stored_none: "Hier ist nichts gespeichert.",
    stored_refused: "Dieser Browser gibt einen seiner Speicher nicht heraus. Was darin liegt, lässt sich hier weder zeigen noch löschen.",
    saved_draft: |name, town| format!("Gesicherter Entwurf „{name}“, {town}"),
    saved_unreadable: |id| format!("Gesicherter Entwurf, der sich nicht lesen lässt ({id})"),
    present_draft: |town| format!("Der Entwurf, an dem Sie arbeiten, {town}"),
    old_list: "Liste der Entwürfe aus einer früheren Fassung dieser Seite",
    other_entry: |key| format!("Eintrag dieser Seite, den diese Fassung nicht kennt ({key})"),
    in_browser: "Speicher des Browsers",
    in_tab: "Speicher dieses Tabs",
    in_history: "Verlauf dieses Tabs",
    bytes: |size| format!("{size} Byte"),
    kilobytes: |size| format!("{size} kB"),
    no_day: "ohne Datum",
    beside_stored: [
        "Sprache, Stadt und Farben stehen in der Adresse der Seite, sonst nirgends.",
        "Ältere Schritte im Verlauf dieses Tabs können ältere Entwürfe enthalten. Sie verschwinden, wenn Sie den Tab schließen.",
        "Damit die Seite auch ohne Netz läuft, hält der Browser ihre Programmdateien bereit. Von Ihnen steht nichts darin. In einem Rahmen auf einer anderen Website geschieht das nicht.",
    ],
    forget_files: "Programmdateien löschen",
    files_forgotten: "Die Programmdateien sind gelöscht. Beim nächsten Besuch werden sie wieder bereitgehalten.",
    delete_all: "Alles löschen",
    delete_ask: "Alles löschen?",
    delete_means: |count| {
        let are = if count == 1 { "Gelöscht wird" } else { "Gelöscht werden" };
        format!(
            "{are} {}. Auch der Entwurf, an dem Sie arbeiten, und seine Schritte zurück gehen verloren. Das lässt sich nicht rückgängig machen.",
            entries(count)
        )
    },
    delete_first: "Was Sie behalten wollen, können Sie vorher als Datei sichern. Diese Seite öffnet solche Dateien wieder.",
    save_all: |count| {
        if count == 1 {
            "Entwurf als Datei sichern".to_owned()
        } else {
            format!("{count} Entwürfe als Dateien sichern")
        }
    },
    saved_all: |count| {
        if count == 1 { "Eine Datei gesichert.".to_owned() } else { format!("{count} Dateien gesichert.") }
    },
    not_saved: "Der Browser hat nicht alle Dateien angenommen. Es ist noch nichts gelöscht.",
    delete_go: "Endgültig löschen",
    delete_stay: "Behalten",
    deleted: |count| {
        let is = if count == 1 { "ist" } else { "sind" };
        format!("Gelöscht {is} {}. Sie stehen wieder am Anfang, beim beschlossenen Plan.", entries(count))
    },
    not_deleted: |count| format!("Nicht alles ließ sich löschen. Übrig: {}.", entries(count)),

    statement: "Barrierefreiheit",
    unpublished: [
        "Diese Kopie der Seite hat keine öffentliche Stelle veröffentlicht. Deshalb gibt es zu ihr keine amtliche Erklärung zur Barrierefreiheit.",
        "Es gibt auch keine Stelle, der Sie Barrieren melden können, und kein Durchsetzungsverfahren.",
    ],
    duty: "Öffentliche Stellen müssen eine Erklärung zur Barrierefreiheit veröffentlichen: Artikel 7 der Richtlinie (EU) 2016/2102, Stand November 2026, und das Recht ihres Landes.",
    not_loaded: "Die Erklärung konnte nicht geladen werden.",
    again: "Erneut laden",
    loading: "Die Erklärung wird geladen …",
    published: |body, land| {
        format!("Diese Seite veröffentlicht: {body} ({land}). Die Erklärung gilt nur für diese Seite.")
    },
    land: crate::text::de::land,
    conforms: [
        "Die Seite erfüllt die Anforderungen an die Barrierefreiheit vollständig.",
        "Die Seite erfüllt die Anforderungen an die Barrierefreiheit teilweise.",
        "Die Seite erfüllt die Anforderungen an die Barrierefreiheit nicht.",
    ],
    by_body: |date| format!("Stand: {date}. Die Stelle hat das selbst bewertet."),
    by_others: |date, by| format!("Stand: {date}. Geprüft hat: {by}."),
    is_old: "Diese Erklärung ist älter als ein Jahr. Sie muss jedes Jahr überprüft werden.",
    gaps: "Was noch nicht barrierefrei ist",
    tell: "Eine Barriere melden",
    tell_note: "Hier erreichen Sie die Stelle, die diese Seite veröffentlicht:",
    mail: "E-Mail",
    phone: "Telefon",
    form: "Kontaktformular",
    enforcement: "Wenn das nicht hilft",
    enforcement_note: "Bekommen Sie keine zufriedenstellende Antwort, können Sie sich an diese Stelle wenden:",
    checked: "Was geprüft ist",
    checks: [
        "Zwei Prüfprogramme, axe-core und das von IBM, finden auf den geprüften Ansichten keinen Fehler nach WCAG 2.2 AA.",
        "Alles lässt sich allein mit der Tastatur bedienen, und alles allein mit Maus oder Finger.",
        "Auf 320 Pixel Breite, also bei 400\u{a0}% Vergrößerung, muss niemand seitwärts rollen.",
        "Was ein Bild zeigt, steht auch als Text oder als Tabelle da.",
        "Helle und dunkle Farben und hoher Kontrast folgen dem System.",
    ],
    unchecked: "Was fehlt oder nicht geprüft ist",
    missing: [
        "Mit einem echten Bildschirmleser hat noch niemand die Seite geprüft.",
        "Die Leichte Sprache hat noch keine Prüfgruppe gelesen.",
        "Geprüft ist die Seite nur in Chromium, nicht in Firefox und Safari.",
        "Ein Video in Gebärdensprache gibt es nicht.",
    ],
};
