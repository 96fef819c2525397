use super::{BaseSaid, ChangeSaid, Chapter, Method, begun};
use crate::model::forecast::NoiseFrom;
use crate::model::{Basis, MeasureKind, OwnNumberOf};

/// German.
pub const METHOD: Method = Method {
    way: super::way_de::WAY,
    intro: "Hier steht jeder Rechenschritt vom verschobenen Euro bis zu den Generationen, jeder Beleg und jede Annahme. Die Kette ist immer dieselbe: Geld geteilt durch Kosten je Einheit ergibt Dinge, Dinge mal Wirkung je Einheit ergeben die Änderung einer Kennzahl. Es ist eine Modellrechnung, keine Prognose: Sie zeigt, was aus den genannten Annahmen folgt.",
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
            "In einem Rechenlauf schwankt jede Kennzahl für sich, so stark, wie es ihr entspricht. In Wirklichkeit schwanken manche zusammen. Das schadet nicht: Jede Spanne und jeder Anteil gilt einer Kennzahl allein, nirgends werden die Schwankungen zweier Kennzahlen verglichen oder zusammengezählt. Die Rechenläufe verteilen sich gleichmäßig über die Spanne jeder Zahl, nur welche Werte zusammentreffen, entscheidet der Zufall.".to_owned(),
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
        "Faktor von den Preisen des Maßnahmenkatalogs auf die des Haushaltsjahrs",
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
    settings: |it| {
        let [a, b, c, d] = &it.spreads;
        let [trend, noise, back_test, held_back] = &it.needs;
        [
            (
                "Zahl der Rechenläufe",
                format!(
                    "Jede Spanne entsteht aus {} Rechenläufen mit denselben Zufallszahlen für Plan und Änderung.",
                    it.members
                ),
            ),
            (
                "Streuung nach Beleggrad",
                format!(
                    "Hat eine Wirkung oder Verbindung keine Spanne, gilt ihr Beleggrad. Je schwächer er ist, desto weiter liegen die gezogenen Werte auseinander: {a} bei A, {b} bei B, {c} bei C, {d} bei D (Standardabweichung des Logarithmus)."
                ),
            ),
            (
                "Spanne und Streuung",
                format!(
                    "In einer Spanne liegen 8 von 10 Rechenläufen. Ihre Enden sind {} Standardabweichungen von der Mitte entfernt.",
                    it.tenth
                ),
            ),
            (
                "Wirkungen vom Grad D",
                format!("In {} der Rechenläufe bewirkt eine Zeile vom Grad D gar nichts.", it.vanishing),
            ),
            (
                "Nutzungsdauer und Verzögerung",
                format!(
                    "Beide sind in jedem Rechenlauf etwas anders, mit einer Streuung von {} (Standardabweichung des Logarithmus).",
                    it.times
                ),
            ),
            (
                "Kreise aus Verbindungen",
                format!(
                    "Läuft eine Änderung im Kreis, muss sie von Jahr zu Jahr auf weniger als das {}-Fache schrumpfen.",
                    it.radius
                ),
            ),
            (
                "Nötige Messwerte",
                format!(
                    "Ein Trend braucht {trend} Messwerte, ein eigenes Maß der Schwankung {noise}, eine Rückschau {back_test}; davon werden {held_back} verdeckt."
                ),
            ),
            (
                "Erholt von einer Krise",
                format!("Als erholt gilt der Haushalt, wenn höchstens {} der größten Last übrig sind.", it.recovered),
            ),
            (
                "Abschlag für spätere Jahre",
                format!(
                    "Zur Wahl stehen {} im Jahr. Voreingestellt ist der erste Wert: Alle Jahre zählen gleich.",
                    it.rates
                ),
            ),
        ]
    },
    scale_of: |name| format!("Die Skala von „{name}“"),
    scale: |it| {
        let noise = match it.noise_from {
            NoiseFrom::Own => {
                format!(
                    "Von Jahr zu Jahr schwankt die Kennzahl um {} Punkte, gemessen an ihren eigenen Werten.",
                    it.noise
                )
            }
            NoiseFrom::Others => format!(
                "Für die Schwankung von Jahr zu Jahr gilt der mittlere Wert der anderen Kennzahlen: {} Punkte.",
                it.noise
            ),
            NoiseFrom::Pack => format!(
                "Für die Schwankung von Jahr zu Jahr gilt der übliche Wert aus den Daten der Stadt: {} Punkte.",
                it.noise
            ),
        };
        let moved = if it.is_moved {
            ""
        } else {
            " Wird nur beobachtet: Für nichts, was darauf wirken könnte, gibt es eine Zahl."
        };
        format!("Von {} (schlecht) bis {} (gut). {noise}{moved}", it.worst, it.best)
    },
    count_of: |name| format!("Was „{name}“ zählt"),
    counts: |noun, per, base| {
        let over = if per == "1" { String::new() } else { format!(", geteilt durch {per}") };
        let noun = begun(noun);
        match base {
            BaseSaid::Itself => format!("{noun}: der Wert selbst."),
            BaseSaid::Ages(from, to, persons) => format!(
                "{noun}: der Wert mal {} im selben Jahr (im Startjahr {persons}){over}.",
                people(*from, *to, "Menschen", "alle")
            ),
            BaseSaid::Fixed(base) => format!("{noun}: der Wert mal {base}{over}."),
        }
    },
    catalogue: "Maßnahmenkatalog dieser Seite",
    left_out: |measure| format!("Nicht verwendet: {measure}"),
    evidence: "Alle Belege, Werte und Annahmen",
    evidence_note: "Jede Zeile sagt, was über eine Wirkung, eine Verbindung oder einen Preis bekannt ist und wie gut. „Keine Wirkung gefunden“ ist ein Ergebnis, „nichts Brauchbares gefunden“ ist keins. Danach steht, was jede Kennzahl zählt, welche Enden ihre Skala hat und womit sonst gerechnet wird.",
    evidence_said: |it| {
        format!(
            "Bei {} von {} Wirkungen steht eine Zahl; zu {} davon hat diese Stadt die Kennzahl. Bei {} wurde gesucht oder überlegt und keine Wirkung gefunden, bei {} fand sich nichts Brauchbares. Im Original gelesen ist die Quelle bei {} dieser Wirkungen und bei {} von {} Kosten je Einheit. Alle anderen stützen sich auf Zusammenfassungen, auf eigene Rechnungen oder auf das Gedächtnis. Es sind Vorgaben, die sich ersetzen lassen, und keine gesicherten Ergebnisse.",
            counted(it.numbered),
            it.effects,
            counted(it.counted),
            counted(it.nothing),
            counted(it.unknown),
            counted(it.read),
            counted(it.costs_read),
            it.costs
        )
    },
    order: "Ordnen nach",
    orders: ["Ziel", "Beleggrad", "Stellschraube"],
    show: "Zeigen",
    links: "Verbindungen",
    costs: "Kosten je Einheit",
    value_kinds: ["Amtliche Werte", "Schätzungen", "Annahmen"],
    count: |shown, all| format!("{shown} von {all} Zeilen"),
    nothing_shown: "Keine Zeile ausgewählt.",
    acts_on: |cause, indicator| format!("{cause}: Wirkung auf „{indicator}“"),
    acts_on_nothing: |cause| format!("{cause}: Wirkung, die keine Kennzahl dieser Seite misst"),
    per_unit: |things, noun, change| format!("{things} {noun}: {}.", changed(change)),
    per_count: |things, noun, change| format!("{things} {noun} mehr: ein Jahr später {}.", changed(change)),
    found_nothing: "Gesucht oder überlegt und keine Wirkung auf diese Kennzahl gefunden. Das heißt nicht, dass sich hier ohne Schaden kürzen lässt.",
    found_unknown: "Nichts Brauchbares gefunden: Ob und wie stark es wirkt, ist nicht bekannt.",
    not_counted: |number| {
        format!("Die Zahl dazu ({number} je Einheit) rechnet nicht mit: Diese Stadt hat keine Kennzahl, die das zählt.")
    },
    arrives: |it| match it {
        None => "Die Wirkung ist sofort da.".to_owned(),
        Some([all, most]) => format!(
            "Nach etwa {} ist fast alles angekommen (63 Prozent nach {}).",
            years(&all, "Jahren"),
            years(&most, "Jahren")
        ),
    },
    per_euro: "Die Quelle sagt, was ein Euro bewirkt: Wird die Einheit teurer, steigt ihre Wirkung mit.",
    borrowed: |town| {
        format!("Die Zahl ist mit Werten einer anderen Stadt gerechnet und noch nicht mit denen von {town}.")
    },
    no_range: "Eine Spanne ist nicht bekannt; wie weit die Zahl streut, folgt aus dem Beleggrad.",
    may_vanish: |percent| {
        format!(
            "Beleggrad D: Ob es überhaupt etwas bewirkt, ist unbekannt; in {percent} der Rechenläufe ist die Zahl null."
        )
    },
    arithmetic: "So gerechnet",
    further: "Weitere Fundstellen",
    own_number: |it| {
        let what = match it.of {
            OwnNumberOf::UnitCost => "die Kosten je Einheit",
            OwnNumberOf::Life => "die Nutzungsdauer in Jahren",
            OwnNumberOf::StartsAfter => "die Jahre bis zur fertigen Einheit",
            OwnNumberOf::MostPerYear => "die Obergrenze im Jahr",
            OwnNumberOf::PerUnit => "die Wirkung je Einheit",
            OwnNumberOf::CountBase => "die Bezugsgröße",
        };
        let said = match &it.default {
            Some(default) => format!("{} statt {default} im Katalog (Stand {}, {}).", it.value, it.year, it.basis),
            None => format!("{} (Stand {}, {}); der Katalog nennt keine feste Zahl.", it.value, it.year, it.basis),
        };
        format!("Eigene Zahl der Stadt für {what}: {said} {}", it.reason).trim_end().to_owned()
    },
    cost_of: |measure| format!("{measure}: Kosten je Einheit"),
    bought_by: |lever, is_usual| {
        if is_usual {
            format!("Das kauft das gewöhnliche Geld von „{lever}“.")
        } else {
            format!("Eine eigene Maßnahme von „{lever}“, neben dem gewöhnlichen Geld.")
        }
    },
    price: |it| {
        let basis = match it.basis {
            Basis::Official => "amtlich",
            Basis::Estimate => "eine Schätzung",
            Basis::Assumption => "eine Annahme",
        };
        format!(
            "1 {}: {} ({} bis {}), in Preisen von {}, vor Erstattung und Förderung. Die Zahl ist {basis}.",
            it.one, it.cost, it.low, it.high, it.year
        )
    },
    lives: |life, kind| match (kind, life) {
        (MeasureKind::Service, "1") => "Laufender Aufwand: Eine Einheit gilt für ein Jahr.".to_owned(),
        (MeasureKind::Service, life) => format!("Laufender Aufwand: Eine Einheit hält {}.", years(life, "Jahre")),
        (MeasureKind::Investment, life) => {
            format!("Investition: Eine Einheit hält {} und wird so lange abgeschrieben.", years(life, "Jahre"))
        }
    },
    starts_after: |it| format!("Vom Geld bis zur fertigen Einheit: {}.", years(it, "Jahre")),
    granted: |percent| format!("{percent} zahlen andere als Förderung."),
    reimbursed: |percent| format!("{percent} erstatten andere."),
    follow_cost: |amount| format!("Im Betrieb kostet eine Einheit die Stadt {amount} im Jahr."),
    saving: |amount| format!("Im Betrieb erspart eine Einheit der Stadt {amount} im Jahr."),
    most_per_year: |number| format!("Obergrenze: {number} zusätzlich im Jahr."),
    no_most: "Eine Obergrenze im Jahr ist nicht bekannt.",
    indexed: |from, factor, plan, basis| {
        format!(
            "Die Preise des Katalogs sind von {from}; mit dem Faktor {factor} ({basis}) stehen sie hier in Euro von {plan}."
        )
    },
    other_prices: |plan| format!("Der Plan rechnet in Euro von {plan}; die Kosten sind darauf nicht umgerechnet."),
};

/// Wie viel mehr oder weniger, mit der Spanne.
fn changed(it: &ChangeSaid) -> String {
    let range = it.range.as_ref().map_or_else(String::new, |(near, far)| format!(" ({near} bis {far})"));
    format!("{} {} {}{range}", it.count, it.noun, if it.is_more { "mehr" } else { "weniger" })
}

/// Jahre mit ihrer Zahl, in der Mehrzahl so gebeugt wie hier genannt.
fn years(count: &str, many: &str) -> String {
    format!("{count} {}", if count == "1" { "Jahr" } else { many })
}

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
