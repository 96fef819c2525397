use super::{Chapter, Explained, Formula, Method};

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
    formula,
    own: "Eigene Festlegung, hier begründet",
    ground: "Festlegung dieses Datensatzes",
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

/// Menschen eines Alters, oder alle.
fn people(from: u8, to: u8, some: &str, all: &str) -> String {
    match (from, to) {
        (0, 100..) => format!("{all} Menschen"),
        (from, 100..) => format!("{some} ab {from} Jahren"),
        (from, to) => format!("{some} von {from} bis {to} Jahren"),
    }
}

fn formula(it: Formula) -> Explained {
    match it {
        Formula::OwnMoney => [
            "Was die Stadt selbst zahlt",
            "Verschoben werden Euro des beschlossenen Haushalts, immer in Preisen des Startjahres. Erstatten Bund, Land oder Gebühren einen Teil, belastet nur der Rest die Stadt.",
            "n Belastung der Stadt, Δ verschobener Betrag, ρ erstatteter Anteil",
        ],
        Formula::Tax => [
            "Was ein anderer Hebesatz bringt",
            "Der Ertrag ändert sich im selben Verhältnis wie der Hebesatz. Dass Betriebe ausweichen oder Zuweisungen des Landes sinken, ist nicht gerechnet.",
            "ΔE Änderung des Ertrags, E geplanter Ertrag, h neuer, g geplanter Hebesatz",
        ],
        Formula::Output => [
            "Leistung",
            "Der Betrag geteilt durch die Kosten einer Einheit, zum Beispiel eines Kitaplatzes. Das ist ein Durchschnitt: Doppelt so viel Geld ergibt in der Rechnung doppelt so viel Leistung.",
            "m Menge, Δ verschobener Betrag, k Kosten je Einheit",
        ],
        Formula::Scale => [
            "Eine Skala für alle Kennzahlen",
            "Jede Kennzahl hat ein denkbar schlechtes und ein denkbar gutes Ende. Dazwischen rechnet das Modell in Punkten, die zu den Enden hin immer weniger bewirken: Das letzte Stück ist das schwerste.",
            "x Wert, w schlechtes Ende, b gutes Ende, s Stelle dazwischen, z Punkte",
        ],
        Formula::Reference => [
            "Wie es ohne Ihre Änderungen weiterginge",
            "Der Trend der Messwerte läuft weiter und wird jedes Jahr schwächer. Aus weniger als fünf Messwerten liest das Modell keinen Trend.",
            "z Punkte, t Jahr, m Trend (mittlere Steigung zwischen allen Paaren von Messwerten), δ Dämpfung",
        ],
        Formula::Effort => [
            "Wie viel Geld bei einer Kennzahl ankommt",
            "Von jedem Euro einer Stellschraube zählt ein Anteil für die Kennzahl; er steht in der Belegzeile. Gerechnet wird je Einwohner, weil mehr Menschen mehr brauchen.",
            "x Mittel je Einwohner, a Anteil, A Ausgaben einer Stellschraube, N Einwohner",
        ],
        Formula::Delay => [
            "Wirkung braucht Zeit",
            "Jedes Jahr kommt ein fester Teil dessen an, was noch aussteht. Nach drei Verzögerungszeiten sind 95 Prozent angekommen.",
            "y angekommene Mittel, x Mittel, τ Verzögerung in Jahren",
        ],
        Formula::Response => [
            "Erhalten kostet, und mehr hilft immer weniger",
            "Mit dem heutigen Geld bleibt eine Kennzahl auf ihrem Weg, ganz ohne Geld verfällt sie. Mehr Geld hebt sie, aber jeder weitere Euro etwas weniger.",
            "u Antrieb im Jahr, v Verfall ohne Geld, r und q Mittel mit und ohne Ihre Änderungen im Verhältnis zu heute, h deren Wirkung, f Spielraum nach oben",
        ],
        Formula::Deviation => [
            "Was bleibt und was weiterwirkt",
            "Ein Vorsprung schwindet mit der Zeit, neuer Antrieb kommt dazu. Eine Kennzahl, die sich bewegt, kann andere mitbewegen.",
            "d Abweichung in Punkten, φ Schwund, u Antrieb, g Mitwirkung einer anderen Kennzahl, d′ deren Abweichung",
        ],
        Formula::Projection => [
            "Zurück in Prozent, Tonnen oder Plätze",
            "Am Ende werden die Punkte wieder in die Einheit der Kennzahl umgerechnet. Die Enden der Skala werden nie überschritten.",
            "x Wert, w und b Enden der Skala, z Punkte ohne, d Abweichung durch Ihre Änderungen",
        ],
        Formula::Uncertainty => [
            "Wie sicher ist eine Wirkung?",
            "Das Modell rechnet 1.000-mal. Jedes Mal nimmt es für Wirkung, Verfall, Spielraum, Schwund, Verzögerung und Mitwirkung einen anderen, ebenso glaubwürdigen Wert: um den mittleren herum, bei schwachen Belegen weiter entfernt. Plan und Änderung teilen jede Ziehung. Gezeigt wird, worin 8 von 10 Rechenläufen liegen.",
            "v gezogener Wert, V mittlerer Wert, n Zufallszahl aus der Normalverteilung, s Streuung: 0,2 beim Beleggrad A, 0,4 bei B, 0,7 bei C, 1,4 bei D; für den Schritt vom Euro zur Menge meist C",
        ],
        Formula::Noise => [
            "Wie sicher ist der Weg wie bisher?",
            "Auch ohne Änderung weiß niemand, wie eine Kennzahl sich entwickelt. Der Weg schwankt deshalb von Jahr zu Jahr so stark, wie ihre bisherigen Werte es taten. Hat sie weniger als drei, gilt die mittlere Schwankung der anderen (Annahme).",
            "z Punkte, m Trend, δ Abschwächung, σ Schwankung von einem Jahr zum nächsten, n Zufallszahl aus der Normalverteilung",
        ],
        Formula::Slope => [
            "Woher kommt der Trend?",
            "Zwischen je zwei Messwerten liegt eine Steigung. Der Trend ist die mittlere von allen: So verbiegt ihn ein einzelnes ungewöhnliches Jahr nicht (Verfahren nach Theil und Sen). Nötig sind fünf Messwerte.",
            "m Trend in Punkten je Jahr, Median mittlerer Wert der geordneten Reihe, z Punkte, i und j Jahre zweier Messwerte",
        ],
        Formula::Fluctuation => [
            "Wie stark schwankt eine Kennzahl?",
            "Gemessen wird, wie weit jeder Wert von dem entfernt liegt, was der vorige Wert und der Trend erwarten ließen. Ein Abstand von vier Jahren darf doppelt so weit abweichen wie einer von einem Jahr.",
            "σ Schwankung in Punkten, z Punkte, m Trend, i und j Jahre zweier benachbarter Messwerte, n Zahl der Abstände",
        ],
        Formula::BackTest => [
            "Rückschau: Hätte das Modell recht gehabt?",
            "Die letzten drei Messwerte werden verdeckt und aus den früheren vorhergesagt. Gezählt wird, wie viele in die Spanne fallen, in der 8 von 10 liegen müssten, und um wie viel die Vorhersage danebenliegt. Zum Vergleich: alles bleibt gleich, oder der Trend läuft ungebremst weiter. Nötig sind acht Messwerte.",
            "z gemessene, z′ vorhergesagte Punkte, σ Schwankung, c = 1,28 (dazwischen liegen 8 von 10), j Jahre seit dem letzten sichtbaren Wert, e mittlerer Fehler, x gemessener, x′ vorhergesagter Wert",
        ],
        Formula::Quantile => [
            "Von 1.000 Rechnungen zur Spanne",
            "Die Ergebnisse werden der Größe nach geordnet. Unter dem unteren Ende der Spanne liegt ein Zehntel, über dem oberen ein Zehntel, in der Mitte der mittlere Wert. Fällt ein Ende zwischen zwei Rechnungen, wird zwischen beiden geteilt.",
            "Q Wert, unter dem der Anteil p liegt, x geordnete Ergebnisse, n ihre Zahl, g Platz in der Reihe (der erste ist 0), k der ganze Platz darunter",
        ],
        Formula::Faint => [
            "Wann heißt es „kaum verändert“?",
            "Wenn beide Enden der Spanne näher am Plan liegen als das, was die Kennzahl ohnehin von einem Jahr zum nächsten schwankt. Im nächsten Messwert wäre die Änderung dann nicht zu erkennen.",
            "Q Enden der Spanne der Änderung, σ Schwankung in Punkten, x′ so viel ändert ein Punkt den Wert am Ende der Rechnung",
        ],
        Formula::SpillStrength => [
            "Wie stark eine Kennzahl andere mitbewegt",
            "Jeder Zusammenhang hat eine Stufe von −3 (hebt auf) bis +3 (untrennbar). Sie wird in Punkte je Jahr umgerechnet. Gemessen sind solche Zusammenhänge kaum, die Stärke ist deshalb klein gesetzt (Annahme).",
            "g Mitwirkung in Punkten je Jahr und Punkt, S Stärke bei Stufe 3, p Stufe",
        ],
        Formula::Explanation => [
            "Warum hat sich etwas bewegt?",
            "Jede Änderung lässt sich genau zerlegen: in das Geld jeder Stellschraube, in das, was über andere Kennzahlen kommt, und in das, was noch nicht eingetreten ist. Die Teile ergeben zusammen die Änderung.",
            "d Abweichung am Ende, l Beiträge der Stellschrauben, j Beiträge anderer Kennzahlen, p noch nicht Eingetretenes (negativ)",
        ],
        Formula::Depreciation => [
            "Abschreibung",
            "Was gebaut wird, belastet das Ergebnis nicht auf einmal. Es verteilt sich zu gleichen Teilen auf die Jahre der Nutzung, vom Jahr nach der Zahlung an (§\u{a0}36 KomHVO NRW).",
            "D Abschreibung, I Investitionen, s Jahr der Zahlung, n Nutzungsdauer in Jahren",
        ],
        Formula::Result => [
            "Jahresergebnis",
            "Mehr Ertrag verbessert das Ergebnis, mehr Aufwand verschlechtert es. Eine Investition zählt als Abschreibung, verteilt auf die Jahre, in denen sie dient. Auf zusätzliche Schulden fallen Zinsen an.",
            "ΔJ Änderung des Jahresergebnisses, ΔE Erträge, ΔA laufende Aufwendungen, D Abschreibungen, i Realzins, S zusätzliche Schulden",
        ],
        Formula::Debt => [
            "Schulden",
            "Was fehlt, wird geliehen; was übrig ist, tilgt Schulden.",
            "S zusätzliche Schulden, ΔA laufende Ausgaben, ΔI Investitionen, ΔE Erträge, i Realzins",
        ],
        Formula::Reserves => [
            "Rücklagen",
            "Ein Überschuss füllt die Ausgleichsrücklage. Ein Fehlbetrag leert zuerst sie und danach die allgemeine Rücklage.",
            "R Ausgleichsrücklage, G allgemeine Rücklage, J Jahresergebnis",
        ],
        Formula::Law => [
            "Haushaltsrecht in Nordrhein-Westfalen",
            "Ein Haushaltssicherungskonzept ist nötig, wenn die allgemeine Rücklage in einem Jahr um mehr als ein Viertel sinkt, zwei Jahre in Folge um mehr als ein Zwanzigstel oder ganz aufgebraucht ist (§\u{a0}76 GO NRW).",
            "q Anteil, um den die allgemeine Rücklage G in einem Jahr sinkt",
        ],
        Formula::CarryForward => [
            "Haushaltsrecht in Baden-Württemberg",
            "Ein Fehlbetrag, den die Rücklage aus Überschüssen nicht deckt, wird vorgetragen. Spätere Überschüsse decken zuerst den ältesten. Was nach drei Jahren noch offen ist, wird mit dem Basiskapital verrechnet, und das darf nicht unter null sinken (§\u{a0}80 GemO, §§\u{a0}24 und 25 GemHVO).",
            "V vorgetragene Fehlbeträge, F neuer Fehlbetrag nach Abzug der Rücklage, U gedeckt aus Überschüssen, W nach drei Jahren verrechnet, K Basiskapital",
        ],
        Formula::KeyFigures => [
            "Kennzahlen zum Haushalt",
            "Fünf Verhältnisse: Decken die Erträge die Aufwendungen? Wie viel der Rücklagen verbraucht der Fehlbetrag? Ersetzen die Investitionen, was sich abnutzt? Wie viel kosten die Zinsen? Wie viel des Vermögens sind Straßen, Kanäle und Brücken? Gerechnet wird ohne Krisen.",
            "c Aufwandsdeckungsgrad, E ordentliche Erträge, A ordentliche Aufwendungen, f Fehlbetragsquote, F Fehlbetrag, R und G beide Rücklagen zu Jahresbeginn, q Investitionsquote, I Auszahlungen für Sachanlagen, D Abschreibungen, z Zinslastquote, Z Zinsen, k Infrastrukturquote, B Infrastruktur, V gesamtes Vermögen",
        ],
        Formula::Shock => [
            "Krisentest",
            "Eine Krise senkt Steuern oder erhöht Kosten, Zinsen oder Schäden. Sie steigt an, hält eine Zeit und klingt ab. Gerechnet werden der Plan und Ihr Szenario, einmal ohne und einmal mit jeder Krise.",
            "L Last in einem Jahr, B was getroffen wird (Ertrag, Kredite, Aufwand oder Einwohner), a Anteil davon, h Höhe der Krise, f Stärke zwischen 0 und 1",
        ],
        Formula::Recovery => [
            "Wann hat sich der Haushalt erholt?",
            "Im ersten Jahr nach der größten Last, in dem höchstens ein Zehntel von ihr übrig ist. Zinsen auf die Schulden der Krise zählen mit.",
            "L Last in einem Jahr",
        ],
        Formula::Ledger => [
            "Bilanz je Geburtsjahrgang",
            "Jeder Euro zählt bei den Altersgruppen, die ihn nutzen, jede Steuer bei denen, die sie tragen. Eine Investition zählt in den Jahren, in denen sie dient. Spätere Jahre zählen gleich viel, solange kein Zins gewählt ist.",
            "b Bilanz je Person eines Jahrgangs, K genutztes Geld, w und u Gewichte nach Alter, N Menschen, ΔE Steueränderung, r gewählter Zins",
        ],
        Formula::Closing => [
            "Geht die Rechnung auf?",
            "Was alle Menschen zusammen gewinnen, was ihnen bleibt, was sie schulden und was sie an Zinsen zahlen, hebt sich auf. Die Buchführung erzeugt kein Geld.",
            "b Bilanzen, V hinterlassenes Vermögen, S hinterlassene Schulden, Z gezahlte Zinsen",
        ],
        Formula::OwnMeans => [
            "Leben wir vom eigenen Geld?",
            "Ordentliche Erträge geteilt durch ordentliche Aufwendungen. Unter 100 Prozent lebt die Stadt von ihren Rücklagen.",
            "c Aufwandsdeckungsgrad, E Erträge, A Aufwendungen",
        ],
        Formula::Upkeep => [
            "Erhalten wir, was wir haben?",
            "Investitionen geteilt durch das, was sich abnutzt, zu heutigen Preisen. Unter 100 Prozent lebt die Stadt von der Substanz. Der Plan trennt Neues nicht von Ersatz, der Wert ist deshalb eine Obergrenze.",
            "q Substanzerhalt, I Investitionen, D Abschreibungen, ω Preisaufschlag für Ersatz",
        ],
        Formula::Backlog => [
            "Sanierungsstau",
            "Gerechnet wird nur, was Ihre Änderungen am heutigen Stau ändern: Jeder Euro weniger Unterhalt vergrößert ihn, jeder Euro mehr verkleinert ihn, unter null sinkt er nicht. Wie er sich von selbst entwickelt, lässt sich nicht sagen, weil der Plan Ersatz und Neubau nicht trennt; angenommen ist, dass er genau ersetzt, was sich abnutzt.",
            "ΔB Änderung des Staus, B Stau mit, B′ ohne Ihre Änderungen, π Baupreise über der Inflation, X Unterhalt mehr (oder weniger) als im Plan",
        ],
        Formula::Inheritance => [
            "Erbe je Kind",
            "Kredite, Pensionslasten und Sanierungsstau, abzüglich der liquiden Mittel, geteilt durch alle unter 18 Jahren.",
            "e Erbe je Kind, S Kredite, P Pensionsrückstellungen, B Sanierungsstau, L liquide Mittel, N Menschen unter 18",
        ],
        Formula::CarbonAccount => [
            "CO2-Konto",
            "Was die Stadt nach ihrem Anteil noch ausstoßen darf, abzüglich dessen, was sie Jahr für Jahr ausstößt. Eine Tonne bleibt eine Tonne, auch später.",
            "K Kontostand, b Budget je Einwohner, N Einwohner, C Ausstoß eines Jahres",
        ],
        Formula::Damage => [
            "Klimaschaden",
            "Zusätzliche Tonnen mal Schaden je Tonne. Das Umweltbundesamt nennt zwei Werte, deshalb steht hier eine Spanne. Sie wird nie mit Euro des Haushalts verrechnet.",
            "H Schaden, ΔC zusätzliche Tonnen, p Schaden je Tonne",
        ],
        Formula::Floors => [
            "Untergrenzen der Natur",
            "Jede Untergrenze bekommt einen Stand zwischen 0 (verletzt) und 1 (sicher). Es gilt die schlechteste: Was an einer Stelle verloren geht, gleicht nichts anderes aus.",
            "s Stand, x Wert, k kritischer, u sicherer Wert",
        ],
        Formula::FutureShare => [
            "Zukunftsquote",
            "Der Teil der Aufwendungen, der Späteren dient. Welches Geld dazu zählt, ist eine Annahme mit Begründung.",
            "z Zukunftsquote, A Aufwendungen einer Stellschraube, f Anteil für die Zukunft",
        ],
        Formula::WeakLens => [
            "Zum Vergleich: alles in Euro",
            "Diese Sicht lässt zu, dass Geld Naturverlust ausgleicht. Sie steht nur zum Vergleich da und ersetzt die Untergrenzen nicht.",
            "W Nettoersparnis, I Investitionen, D Abschreibungen, Q Bildung, S neue Schulden, C Ausstoß, p Schaden je Tonne",
        ],
    }
}
