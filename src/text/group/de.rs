use super::{Going, GroupWords};

/// "ein Entwurf" or "12 Entwürfe".
fn drafts(count: usize, told: &str) -> String {
    if count == 1 { "Ein Entwurf".to_owned() } else { format!("{told} Entwürfe") }
}

/// "a, b und c".
fn listed(names: &[String]) -> String {
    match names.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} und {last}", before.join(", ")),
        _ => names.concat(),
    }
}

fn people(count: usize) -> String {
    if count == 1 { "eine Person".to_owned() } else { format!("{count} Personen") }
}

/// The German words.
pub const GROUP: GroupWords = GroupWords {
    label: "Gruppe",
    places: ["Raum", "Sammeln", "Übersicht", "Konsens", "Mitverantwortung"],
    count: |count, told| [told.to_owned(), if count == 1 { "Entwurf" } else { "Entwürfe" }.to_owned()],
    loading: "Der Raum wird geladen.",

    intro: "Alle machen am eigenen Gerät einen Entwurf. Dieses Gerät sammelt sie ein, ohne Server: mit der Kamera, als Datei oder als Text. Danach zeigt die Seite, worin Sie sich einig sind und worin nicht, und hilft, den Vorschlag mit dem geringsten Widerstand zu finden.",
    begin_title: "Einen Raum beginnen",
    number: "Nummer des Raums",
    number_note: "Frei gewählt, zum Wiedererkennen. Sie steht in den Links der Entwürfe.",
    begin: "Raum beginnen",
    stores: "Von da an speichert dieser Browser die gesammelten Entwürfe, was aufgedeckt ist und was die Gruppe sagt, damit nichts beim Neuladen verloren geht. Gespeichert werden keine Namen und keine Geräte, und von der Zeit nur der Tag. Alles steht unter „Meine gespeicherten Daten“ und lässt sich dort löschen, oder hier mit „Raum beenden“.",
    stores_not: "Dieser Browser hat nicht alles gespeichert: Sein Speicher ist voll oder gesperrt. Der Raum bleibt offen, solange Sie die Seite nicht verlassen. Sichern Sie die Sammlung als Datei.",
    began: |room| {
        if room.is_empty() { "Der Raum ist offen.".to_owned() } else { format!("Raum {room} ist offen.") }
    },
    steps_title: "Fünf Schritte",
    steps: [
        ["Verstehen", "Was leistet der Haushalt, was kostet es, und wie wird gerechnet?"],
        ["Verschieben", "Alle am eigenen Gerät: ein Ziel wählen, etwas dafür tun, Geld dafür finden."],
        ["Begründen", "Zu jeder Änderung ein Satz. Begründungen bleiben auf dem eigenen Gerät."],
        ["Vergleichen", "Entwürfe sammeln, dann gemeinsam aufdecken."],
        ["Konsensieren", "Den Vorschlag suchen, gegen den es am wenigsten Widerstand gibt."],
    ],
    join: |room| if room.is_empty() { "Mitmachen".to_owned() } else { format!("Mitmachen: Raum {room}") },
    join_note: "Wer den Code mit dem Telefon liest, kann einen Entwurf machen. Fertig ist er unter „Teilen“ als Code zu zeigen.",
    timer: "Uhr",
    timer_note: "Sie läuft mit und beendet nichts.",
    minutes: |minutes| format!("{minutes} Minuten"),
    timer_left: |minutes, seconds| format!("{minutes}:{seconds:02}"),
    timer_stop: "Anhalten",
    timer_go: "Weiter",
    timer_over: "Die Zeit ist um. Sie können ruhig zu Ende sprechen.",
    end: "Raum beenden",
    end_ask: |count, told| {
        format!(
            "{} und alles, was die Gruppe gesagt hat, werden gelöscht. Das lässt sich nicht rückgängig machen.",
            drafts(count, told)
        )
    },
    end_go: "Endgültig löschen",
    end_stay: "Raum behalten",
    ended: "Der Raum ist beendet, nichts davon ist mehr gespeichert.",
    end_failed: "Nicht alles ließ sich löschen. Unter „Meine gespeicherten Daten“ sehen Sie, was noch da ist.",
    not_begun: "Noch ist kein Raum offen.",

    gather: "Entwürfe sammeln",
    gather_note: "Gesammelt werden nur die Änderungen, keine Namen. Jeder Entwurf zählt einmal, auch wenn er zweimal kommt.",
    camera: "Kamera",
    camera_on: "Kamera einschalten",
    camera_off: "Kamera ausschalten",
    camera_says: "Halten Sie den Code eines Entwurfs vor die Kamera. Das Bild bleibt auf diesem Gerät und wird nicht gespeichert.",
    camera_missing: "Die Kamera ist nicht zu haben: Es gibt keine, sie ist belegt, oder der Browser erlaubt sie dieser Seite nicht. Ein Foto, eine Datei oder ein Text geht genauso.",
    camera_coming: "Die Kamera wird vorbereitet.",
    photo: "Foto eines Codes",
    photo_none: "Auf diesem Bild ist kein Code zu erkennen. Näher heran oder mehr Licht hilft.",
    files: "Dateien",
    files_note: "Viele auf einmal: hierher ziehen oder auswählen. Es gehen Entwürfe, eingereichte Entwürfe und Sammlungen.",
    files_unread: |count| match count {
        1 => "Eine Datei ließ sich nicht lesen oder ist zu groß.".to_owned(),
        _ => format!("{count} Dateien ließen sich nicht lesen oder sind zu groß."),
    },
    paste: "Links oder Codes als Text",
    paste_note: "Beliebig viele, untereinander oder durch Leerzeichen getrennt.",
    paste_go: "Übernehmen",
    progress: |done, all| format!("{done} von {all} gelesen"),
    cancel: "Abbrechen",
    cancelled: |left| format!("Abgebrochen. {left} wurden nicht gelesen; was schon dabei war, bleibt."),
    undo: |deed| format!("Zurücknehmen: {deed}"),
    undone: |deed| format!("Zurückgenommen: {deed}."),
    deed_gathered: |count, told| {
        if count == 1 { "ein Entwurf gesammelt".to_owned() } else { format!("{told} Entwürfe gesammelt") }
    },
    deed_revealed: "aufgedeckt",
    deed_covered: "verdeckt",
    deed_few: "trotz weniger Entwürfe gezeigt",
    deed_asking: "Befragung begonnen",
    deed_answered: "Antwort abgegeben",
    deed_closed: "Befragung vorzeitig beendet",
    deed_again: "neue Runde begonnen",
    deed_anew: "neue Auswahl begonnen",
    deed_stance: "Haltung eines Dezernats eingetragen",
    no_draft: "Das ist kein Entwurf, der hierher passt. Warum, steht unten.",
    taken: |new, told| {
        if new == 1 {
            format!("Ein Entwurf ist neu dabei. Zusammen: {told}.")
        } else {
            format!("{new} Entwürfe sind neu dabei. Zusammen: {told}.")
        }
    },
    nothing_new: "Kein neuer Entwurf.",
    report: "Was nicht einfach gezählt wurde",
    again: |count, told| {
        if count == 1 {
            "Einmal kam ein Entwurf, der schon dabei war. Er zählt einmal.".to_owned()
        } else {
            format!("{told}-mal kam ein Entwurf, der schon dabei war. Jeder zählt einmal.")
        }
    },
    unmarked: |count, told| format!("{} ohne eigene Kennung: Gleiche davon zählen als einer.", drafts(count, told)),
    adjusted: |count, told| {
        format!("{} angepasst: Etwas passte nicht mehr und ist begrenzt oder weggelassen.", drafts(count, told))
    },
    unreadable: |count, told| {
        if count == 1 {
            "Ein Text war kein Entwurf oder kam beschädigt an.".to_owned()
        } else {
            format!("{told} Texte waren keine Entwürfe oder kamen beschädigt an.")
        }
    },
    newer: |count, told| {
        format!("{} aus einer neueren Fassung dieser Seite. Laden Sie die Seite neu.", drafts(count, told))
    },
    older: |count, told| {
        format!("{} aus einer älteren Fassung, in der Verschiebungen etwas anderes bedeuteten.", drafts(count, told))
    },
    other_town: |count, told, town, own| {
        format!("{} für einen anderen Haushalt: {town}. Gezählt wird nur {own}.", drafts(count, told))
    },
    strange_town: |count, told, own| {
        format!("{} für einen Haushalt, den diese Seite nicht kennt. Gezählt wird nur {own}.", drafts(count, told))
    },
    other_version: |count, told, town, model, pack| {
        let what = match (model, pack) {
            (true, true) => format!("einem anderen Stand des Rechenmodells und der Angaben zu {town}"),
            (true, false) => "einem anderen Stand des Rechenmodells".to_owned(),
            _ => format!("einem anderen Stand der Angaben zu {town}"),
        };
        format!("{} nach {what}. Verschiedene Stände werden nicht zusammengezählt.", drafts(count, told))
    },
    full: |count, told| format!("{} mehr, als ein Raum fasst.", drafts(count, told)),
    take_away: "Zum Mitnehmen und Nachzählen",
    take_away_note: "Ohne Namen, in zufälliger Reihenfolge. Wer damit nachzählt, braucht diese Seite nicht.",
    as_csv: "Alle Änderungen als Tabelle (CSV)",
    as_pb: "Für Auszählprogramme (.pb)",
    as_file: "Sammlung als Datei",

    covered: |count, told| format!("{} gesammelt, noch verdeckt", drafts(count, told)),
    covered_note: "Was die anderen wollen, sehen alle gleichzeitig, sobald Sie aufdecken.",
    reveal: "Aufdecken",
    cover: "Wieder verdecken",
    none_yet: "Noch ist kein Entwurf gesammelt.",
    few: |count| {
        if count == 1 {
            "Ein Entwurf allein bleibt verdeckt".to_owned()
        } else {
            format!("Nur {count} Entwürfe bleiben verdeckt")
        }
    },
    few_note: |least| {
        format!(
            "Unter {least} Entwürfen ließe sich leicht erraten, wer was will. Gezeigt wird das Ergebnis nur, wenn alle einverstanden sind, von denen ein Entwurf stammt."
        )
    },
    few_agreed: "Alle sind einverstanden: trotzdem zeigen",
    agreed: |agreed, apart| format!("Einig {agreed}, gespalten {apart}"),
    at: |names| format!("bei {}", listed(names)),
    agreed_all: |agreed| format!("Einig {agreed}"),
    agreed_none: |apart| format!("Bei keinem Ziel einig, am weitesten auseinander {apart}"),
    all_same: "Alle Entwürfe lassen die Ziele, wie der Plan sie vorsieht",
    each_dot: |per, is_own| {
        let dot = if per == "1" {
            "Jeder Punkt ist ein Entwurf.".to_owned()
        } else {
            format!("Jeder Punkt steht für bis zu {per} Entwürfe.")
        };
        if is_own { format!("{dot} Der Ring zeigt den Entwurf auf diesem Gerät.") } else { dot }
    },
    counted_as: "Gezählt wird der Jahresbetrag jeder Änderung, wie er auch unter „Vergleichen“ steht: laufende Ausgaben und Investitionen zusammen, ohne Abzug von Zuschüssen, gleich in welchen Jahren er gilt. Was unverändert bleibt, steht auf der Linie.",
    scale: |end, is_more| {
        let more = if is_more { " und mehr" } else { "" };
        format!("Der Rand steht für {end} im Jahr{more}.")
    },
    agree_here: "Hier sind Sie sich einig",
    apart_here: "Hier gehen die Meinungen auseinander",
    axis: ["weniger", "Plan", "mehr"],
    going: |going, all, way| {
        let many = if going == "1" {
            ("gibt mehr", "gibt weniger", "lässt es so")
        } else {
            ("geben mehr", "geben weniger", "lassen es so")
        };
        let said = match way {
            Going::More => many.0,
            Going::Less => many.1,
            Going::Same => many.2,
        };
        [format!("{going} von {all}"), said.to_owned()]
    },
    both: |more, less, same| [format!("{more} mehr, {less} weniger,"), format!("{same} unverändert")],
    untouched: |count, names| {
        if count == 1 {
            format!("Ein weiteres Ziel haben alle unverändert gelassen: {names}.")
        } else {
            format!("{count} weitere Ziele haben alle unverändert gelassen: {names}.")
        }
    },
    things: "Auch je Maßnahme und Abgabe",
    things_note: "Bei Abgaben zählt, was sie im Jahr mehr oder weniger einbringen.",
    most_chosen: "Am häufigsten gewählt",
    most_cut: "Am häufigsten gekürzt",
    nobody: "Niemand.",
    table: "Alle Zahlen als Tabelle",
    table_head: [
        "Was",
        "mehr",
        "weniger",
        "unverändert",
        "Mittelwert",
        "Median",
        "mittlere Hälfte",
        "angeglichener Median",
        "dieses Gerät",
    ],
    table_note: "Euro im Jahr gegenüber dem Plan. Der Median steht in der Mitte: Die eine Hälfte gibt mehr, die andere weniger. Mediane gehen zusammen meist nicht auf. Der angeglichene Median ist nachträglich gerechnet: für alle Ziele dieselbe Stelle der Reihe statt der Mitte, so gewählt, dass ihre Summe die der Mittelwerte ist.",
    range: |low, high| if low == high { low.to_owned() } else { format!("{low} bis {high}") },
    mean: "So geht der Mittelwert auf",
    mean_note: "Der Mittelwert ist so gut gedeckt wie die Entwürfe im Mittel.",
    mean_head: ["Mittelwert aller Entwürfe", "Euro im Jahr"],
    mean_rows: [
        "Abgaben",
        "Geld für alle Ziele und die Verwaltung",
        "davon Investitionen, die nicht im Saldo zählen",
        "davon zahlen andere",
        "Saldo der Änderungen",
    ],
    mean_cover: |balance, missing| match missing {
        None => "Im Mittel sind die Änderungen gedeckt.".to_owned(),
        Some(true) => format!("Im Mittel fehlen {balance} im Jahr."),
        Some(false) => format!("Im Mittel bleiben {balance} im Jahr übrig."),
    },

    consensus: "Den geringsten Widerstand finden",
    consensus_note: "Alle sagen zu jedem Vorschlag, wie viel in ihnen dagegen spricht: 0 heißt kein Widerstand, 10 unannehmbar. Auch dazu, dass alles bleibt, wie es ist. Am weitesten trägt, wogegen am wenigsten spricht.",
    stays: "Alles bleibt, wie es ist",
    choose: "Welche Entwürfe stehen zur Wahl?",
    choose_note: |least, most| format!("Wählen Sie {least} bis {most}. „Alles bleibt, wie es ist“ ist immer dabei."),
    choose_more: |shown, all| format!("Aufgeführt sind die ersten {shown} von {all}."),
    own_draft: "Entwurf auf diesem Gerät",
    draft_number: |number, what| format!("Entwurf {number} ({what})"),
    as_planned: "wie Plan",
    more_of: |name| format!("mehr: {name}"),
    less_of: |name| format!("weniger: {name}"),
    people: "Wie viele Personen antworten?",
    begin_asking: "Fragen beginnen",
    not_enough: |least, most| format!("Dafür braucht es {least} bis {most} Entwürfe und mindestens eine Person."),
    person: |at, all| format!("Person {at} von {all}"),
    ask: "Wie viel Widerstand haben Sie?",
    ends: ["kein Widerstand", "unannehmbar"],
    resistance: |value, option| format!("Widerstand {value} gegen: {option}"),
    hand_in: "Abgeben",
    hand_in_missing: |count| {
        if count == 1 {
            "Zu einem Vorschlag fehlt noch eine Zahl.".to_owned()
        } else {
            format!("Zu {count} Vorschlägen fehlt noch eine Zahl.")
        }
    },
    handed_in: "Danke, Ihre Antwort ist dabei. Geben Sie das Gerät bitte weiter.",
    next_person: "Ich bin die nächste Person",
    secret: |count, told| {
        if count == 1 {
            "Eine Antwort ist da. Zu sehen ist erst etwas, wenn alle da sind.".to_owned()
        } else {
            format!("{told} Antworten sind da. Zu sehen ist erst etwas, wenn alle da sind.")
        }
    },
    close_early: |told| format!("Es kommt niemand mehr: mit {told} auswerten"),
    least: |names| match names {
        [one] => format!("Geringster Widerstand: {one}"),
        _ => format!("Geringster Widerstand, gleichauf: {}", listed(names)),
    },
    least_stays: "Am wenigsten spricht dagegen, dass alles bleibt, wie es ist",
    least_tie_stays: |names| {
        format!("Gleich wenig spricht gegen {} und dagegen, dass alles bleibt, wie es ist", listed(names))
    },
    high: |most, name| {
        format!("Jemand hat {most} gegen „{name}“. Fragen Sie: Was bräuchte es, damit dieser Widerstand sinkt?")
    },
    closing: "Fragen Sie zum Schluss: Gibt es jemanden, der damit nicht leben kann?",
    round: |round, count| format!("Runde {round}, {}", people(count)),
    result_head: ["Rang", "Vorschlag", "Widerstand zusammen", "je Person", "Streuung", "von … bis"],
    rank: |rank, is_tied| if is_tied { format!("{rank} (gleichauf)") } else { rank.to_string() },
    from_to: |low, high| if low == high { low.to_string() } else { format!("{low} bis {high}") },
    second_round: "Noch eine Runde fragen",
    open_draft: |name| format!("„{name}“ als Entwurf öffnen"),
    opened: |name| format!("„{name}“ ist geöffnet. Ihr eigener Entwurf kommt mit „Rückgängig“ zurück."),
    new_question: "Andere Entwürfe wählen",

    responsibility: "Mitverantwortung",
    responsibility_note: "Kein Ziel gehört einem Dezernat allein. Die Tabelle zeigt, welcher Anteil des Geldes für ein Ziel in welchem Dezernat liegt. Jedes Dezernat sagt, ob es das Ziel mitträgt.",
    no_departments: |town| {
        format!(
            "Die Daten zu {town} sagen nicht, welches Dezernat welches Geld ausgibt. Deshalb gibt es hier keine Tabelle; das heißt nicht, dass niemand verantwortlich ist."
        )
    },
    stances: ["offen", "trägt mit", "mit Bedingung", "trägt nicht mit"],
    share: |percent| format!("{percent} %"),
    no_share: "kein Geld",
    stance_of: |department, goal| format!("{department}, {goal}"),
    stances_said: |carries, condition, not| {
        format!("Bisher: {carries}-mal trägt mit, {condition}-mal mit Bedingung, {not}-mal trägt nicht mit.")
    },
    goal: "Ziel",

    paper: "Was die Gruppe dazu sagt",
    paper_round: |round, count, least| {
        let have = if count == 1 { "hat" } else { "haben" };
        format!("In Runde {round} {have} {} Widerstand von 0 bis 10 angegeben. {least}.", people(count))
    },
    paper_is: |name| format!("Dieser Entwurf ist der Vorschlag „{name}“."),
    paper_is_none: "Dieser Entwurf stand dabei nicht zur Wahl.",
    paper_note: "Wer gefragt wurde, hat die Gruppe selbst bestimmt; das Ergebnis steht für sie und für niemanden sonst. Es ist keine Abstimmung des Rates.",
    to_paper: "Zur Ratsanlage, die das Ergebnis enthält",
    stored_drafts: |count, town| format!("Gesammelte Entwürfe eines Raums ({count}), {town}"),
    stored_talk: "Was in einem Raum aufgedeckt, gefragt und geantwortet wurde",

    room_link: |room| {
        format!(
            "Dieser Code trägt die Nummer des Raums {room} und eine Zufallskennung, damit Ihr Entwurf dort einmal zählt. Derselbe Entwurf behält sie, solange diese Seite offen ist, auch wenn sie neu geladen wird."
        )
    },
    to_group: "Entwürfe vieler sammeln",
};
