use super::{Chapter, Explained, Formula, Method};

/// German.
pub const METHOD: Method = Method {
    title: "Wie wird gerechnet?",
    intro: "Hier steht jeder Rechenschritt vom verschobenen Euro bis zu den Generationen, und jeder Beleg. Es ist eine Modellrechnung, keine Prognose: Sie zeigt, was aus den genannten Annahmen folgt.",
    chapter: |it| match it {
        Chapter::Money => "1. Das Geld",
        Chapter::Output => "2. Was das Geld kauft",
        Chapter::Indicators => "3. Was sich an den Kennzahlen ändert",
        Chapter::Budget => "4. Ergebnis, Schulden, Rücklagen und Recht",
        Chapter::Generations => "5. Generationen und Natur",
    },
    formula,
    constants: "Feste Werte der Rechnung",
    constant_names: [
        "Realzins im Jahr",
        "Dämpfung des Trends je Jahr",
        "Stärke der Mitwirkung bei Stufe 3, Punkte je Jahr",
    ],
    reactions: "Wie jede Kennzahl reagiert",
    reactions_note: "Enden der Skala und die vier Werte, mit denen eine Kennzahl auf Geld antwortet. Wo keine Wirkung belegt ist, wird die Kennzahl nur beobachtet.",
    reaction: |it| {
        format!(
            "Skala von {} bis {}. Verzögerung τ {} Jahre, Verfall v {} Punkte je Jahr, Spielraum f {}, Schwund φ {} im Jahr.",
            it.worst, it.best, it.delay, it.decay, it.headroom, it.fade
        )
    },
    reaction_none: |worst, best| format!("Skala von {worst} bis {best}. Wird nur beobachtet."),
    evidence: "Alle Belege",
    evidence_note: "Jede Zeile sagt, was über eine Wirkung, einen Zusammenhang oder einen Preis bekannt ist und wie gut. Auch „kein Effekt“ ist ein Ergebnis.",
    order: "Ordnen nach",
    orders: ["Ziel", "Beleggrad", "Stellschraube"],
    show: "Zeigen",
    spillovers: "Mitwirkung",
    costs: "Kosten je Leistung",
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
    score: |score| format!("Stufe {score} auf einer Skala von −3 bis +3."),
    cost_of: |lever, output| format!("{lever}: {output}"),
    row: |id| format!("Zeile {id} unter „Wie wird gerechnet?“"),
};

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
        Formula::Explanation => [
            "Warum hat sich etwas bewegt?",
            "Jede Änderung lässt sich genau zerlegen: in das Geld jeder Stellschraube, in das, was über andere Kennzahlen kommt, und in das, was noch nicht eingetreten ist. Die Teile ergeben zusammen die Änderung.",
            "d Abweichung am Ende, l Beiträge der Stellschrauben, j Beiträge anderer Kennzahlen, p noch nicht Eingetretenes (negativ)",
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
            "Haushaltsrecht",
            "In Nordrhein-Westfalen ist ein Haushaltssicherungskonzept nötig, wenn die allgemeine Rücklage in einem Jahr um mehr als ein Viertel sinkt, zwei Jahre in Folge um mehr als ein Zwanzigstel oder ganz aufgebraucht ist (§ 76 GO NRW).",
            "q Anteil, um den die allgemeine Rücklage G in einem Jahr sinkt",
        ],
        Formula::Shock => [
            "Krisentest",
            "Eine Krise senkt Steuern oder erhöht Kosten, Zinsen oder Schäden. Sie steigt an, hält eine Zeit und klingt ab. Gerechnet werden der Plan und Ihr Szenario, einmal ohne und einmal mit jeder Krise.",
            "L Last in einem Jahr, K Last bei voller Stärke, f Stärke zwischen 0 und 1",
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
