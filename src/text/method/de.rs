use super::{Chapter, Method};
use crate::model::Basis;

/// German.
pub const METHOD: Method = Method {
    title: "Wie wird gerechnet?",
    intro: "Hier steht jeder Rechenschritt vom verschobenen Euro bis zu den Generationen, jeder Beleg und jede Annahme. Es ist eine Modellrechnung, keine Prognose: Sie zeigt, was aus den genannten Annahmen folgt.",
    chapter: |it| match it {
        Chapter::Money => "1. Das Geld",
        Chapter::Output => "2. Was das Geld kauft",
        Chapter::Indicators => "3. Was sich an den Kennzahlen ändert",
        Chapter::Budget => "4. Ergebnis, Schulden, Rücklagen und Recht",
        Chapter::Generations => "5. Generationen und Natur",
    },
    formula: super::steps_de::formula,
    known: "Was die Zahlen tragen",
    known_said: |it| {
        [
            [
                match it.trend {
                    0 => format!(
                        "Keine der {} Kennzahlen hat genug Messwerte für einen eigenen Trend; ohne Ihre Änderungen bleiben alle auf ihrem letzten Wert.",
                        it.all
                    ),
                    some => format!(
                        "Von {} Kennzahlen {} {} einen eigenen Trend; die übrigen bleiben ohne Ihre Änderungen auf ihrem letzten Wert.",
                        it.all,
                        if some == 1 { "hat" } else { "haben" },
                        if some == 1 { "eine".to_owned() } else { some.to_string() }
                    ),
                },
                match it.noise {
                    0 => "Ein eigenes Maß für die Schwankung von Jahr zu Jahr hat keine; für alle ist ein üblicher Wert angenommen.".to_owned(),
                    some if it.is_usual_given => format!(
                        "Bei {} ist die Schwankung an den eigenen Werten gemessen; für die übrigen ist ein üblicher Wert angenommen.",
                        counted(some)
                    ),
                    some => format!(
                        "Bei {} ist die Schwankung an den eigenen Werten gemessen; für die übrigen gilt die mittlere davon (Annahme).",
                        counted(some)
                    ),
                },
                format!("Eine Rückschau war bei {} möglich.", counted(it.back_test)),
            ]
            .join(" "),
            "In einem Rechenlauf schwanken alle Kennzahlen mit denselben Zufallszahlen, jede so stark, wie es ihr entspricht. Das schadet nicht: Jede Spanne und jeder Anteil gilt einer Kennzahl allein, nirgends werden die Schwankungen zweier Kennzahlen verglichen oder zusammengezählt.".to_owned(),
            format!(
                "Die große Zahl einer Kennzahl stammt aus der mittleren Rechnung: Jede Wirkung hat dort ihren mittleren Wert, und nichts schwankt. Die Tabelle der Spanne nennt die Mitte der {} Rechenläufe (Median). Beide können sich unterscheiden, weil die Ausgänge schief verteilt sind: Eine Wirkung kann ein Vielfaches der erwarteten sein, aber nicht weniger als gar keine.",
                it.members
            ),
        ]
    },
    own: "Eigene Festlegung, hier begründet",
    ground: |basis| match basis {
        Basis::Official => "Amtliche Angabe",
        Basis::Estimate => "Schätzung dieses Datensatzes",
        Basis::Assumption => "Festlegung dieses Datensatzes",
    },
    value: |value, year| format!("Gerechnet wird mit {value} (Stand {year})."),
    value_names: [
        "Realzins im Jahr",
        "Dämpfung des Trends je Jahr",
        "Auf und Ab einer Kennzahl, wo zu wenige Werte es zeigen, Punkte im Jahr",
        "Stärke der Mitwirkung bei Stufe 3, Punkte je Jahr",
        "Einwohner für Angaben je Kopf",
        "Investitionskredite",
        "Liquiditätskredite",
        "Pensionsrückstellungen",
        "Liquide Mittel",
        "Sanierungsstau je Einwohner",
        "Bilanzsumme",
        "Infrastrukturvermögen",
        "Was Ersatz kostet, als Vielfaches der Abschreibung",
        "Baupreise über der Inflation, im Jahr",
        "Neue Schulden abzüglich Tilgung im Haushaltsjahr",
        "CO2-Budget je Einwohner in Tonnen",
        "Schaden je Tonne CO2, wenn Spätere weniger zählen",
        "Schaden je Tonne CO2, wenn alle gleich zählen",
    ],
    tax: |yields, multiplier, low, high| {
        format!("Geplant sind {yields} bei einem Hebesatz von {multiplier}. Der Regler reicht von {low} bis {high}.")
    },
    borne: |from, to| format!("Getragen {}.", people(from, to, "von Menschen", "von allen")),
    line_bounds: |low, high| format!("Spielraum {low} bis {high}."),
    line_ages: |from, to| format!("Kommt {} zugute.", people(from, to, "Menschen", "allen")),
    line_goals: |goals| format!("Dient: {goals}."),
    line_reimbursed: |percent| format!("{percent} erstatten andere."),
    line_life: |years| format!("Nutzungsdauer {years} Jahre."),
    future_of: |lever| format!("Für die Zukunft: {lever}"),
    future: |future, education, upkeep| {
        format!(
            "Als Ausgabe für die Zukunft zählen {future}, als Bildung {education}; eine Änderung trifft den Unterhalt zu {upkeep}."
        )
    },
    shock_of: |name| format!("Krisentest: {name}"),
    settings: |[members, trend, noise, back_test, held_back], [a, b, c, d], [zero, recovered, rates]| {
        [
            (
                "Zahl der Rechenläufe",
                format!(
                    "Jede Spanne entsteht aus {members} Rechenläufen mit denselben Zufallszahlen für Plan und Änderung."
                ),
            ),
            (
                "Streuung nach Beleggrad",
                format!(
                    "Je schwächer der Beleg, desto weiter liegen die gezogenen Werte auseinander: {a} bei A, {b} bei B, {c} bei C, {d} bei D (Standardabweichung des Logarithmus)."
                ),
            ),
            ("Wirkungen vom Grad D", format!("In {zero} der Rechenläufe wirkt eine Zeile vom Grad D gar nicht.")),
            (
                "Mitwirkung zwischen Kennzahlen",
                "Zusammenhänge zwischen Kennzahlen zählen als Einschätzung, Grad C.".to_owned(),
            ),
            (
                "Nötige Messwerte",
                format!(
                    "Ein Trend braucht {trend} Messwerte, ein eigenes Maß der Schwankung {noise}, eine Rückschau {back_test}; davon werden {held_back} verdeckt."
                ),
            ),
            (
                "Erholt von einer Krise",
                format!("Als erholt gilt der Haushalt, wenn höchstens {recovered} der größten Last übrig sind."),
            ),
            (
                "Abschlag für spätere Jahre",
                format!(
                    "Zur Wahl stehen {rates} im Jahr. Voreingestellt ist der erste Wert: Alle Jahre zählen gleich."
                ),
            ),
        ]
    },
    reaction_of: |name| format!("Wie „{name}“ auf Geld antwortet"),
    fitted: |rows| format!("Eigene Rechnung aus den Zeilen {rows}"),
    grades: |[effect, euros]| {
        format!("Beleg der Wirkung: {effect}. Beleg für den Schritt vom Euro zur Menge: {euros}.")
    },
    reaction: |it| {
        format!(
            "Skala von {} bis {}. Verzögerung τ {} Jahre, Verfall v {} Punkte je Jahr, Spielraum f {}, Schwund φ {} im Jahr.",
            it.worst, it.best, it.delay, it.decay, it.headroom, it.fade
        )
    },
    reaction_none: |worst, best| format!("Skala von {worst} bis {best}. Wird nur beobachtet."),
    evidence: "Alle Belege, Werte und Annahmen",
    evidence_note: "Jede Zeile sagt, was über eine Wirkung, einen Zusammenhang oder einen Preis bekannt ist und wie gut. Auch „kein Effekt“ ist ein Ergebnis. Danach steht, wie jede Kennzahl auf Geld antwortet (Enden der Skala und vier Werte; ihr Grad ist der schwächste der Zeilen dahinter), und womit sonst gerechnet wird.",
    order: "Ordnen nach",
    orders: ["Ziel", "Beleggrad", "Stellschraube"],
    show: "Zeigen",
    spillovers: "Mitwirkung",
    costs: "Kosten je Leistung",
    value_kinds: ["Amtliche Werte", "Schätzungen", "Annahmen"],
    count: |shown, all| format!("{shown} von {all} Zeilen"),
    nothing_shown: "Keine Zeile ausgewählt.",
    acts_on: |lever, indicator| format!("{lever}: Wirkung auf „{indicator}“"),
    acts_on_nothing: |lever| format!("{lever}: Wirkung, die keine Kennzahl dieser Seite misst"),
    share: |cents, is_harmful| {
        if is_harmful {
            format!("Von jedem Euro zählen {cents} Cent gegen diese Kennzahl.")
        } else {
            format!("Von jedem Euro zählen {cents} Cent für diese Kennzahl.")
        }
    },
    no_effect: "Kein belegter Effekt.",
    no_number: "Im Modell ohne Zahl.",
    score: |score| format!("Stufe {score} auf einer Skala von −3 bis +3."),
    cost_of: |lever, output| format!("{lever}: {output}"),
    row: |id| format!("Zeile {id} unter „Wie wird gerechnet?“"),
};

/// So viele von ihnen, im Dativ.
fn counted(count: usize) -> String {
    match count {
        0 => "keiner".to_owned(),
        1 => "einer".to_owned(),
        some => some.to_string(),
    }
}

/// Menschen eines Alters, oder alle.
fn people(from: u8, to: u8, some: &str, all: &str) -> String {
    match (from, to) {
        (0, 100..) => format!("{all} Menschen"),
        (from, 100..) => format!("{some} ab {from} Jahren"),
        (from, to) => format!("{some} von {from} bis {to} Jahren"),
    }
}
