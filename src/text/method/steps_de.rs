use super::{Explained, Formula};
use crate::model::fiscal::{BudgetLaw, Rules};

/// German.
pub fn formula(it: Formula, law: &BudgetLaw) -> Explained {
    match it {
        Formula::OwnMoney => [
            "Was die Stadt selbst zahlt",
            "Verschoben werden Euro des beschlossenen Haushalts, immer in Preisen des Startjahres. Erstatten Bund, Land oder Gebühren einen Teil, belastet nur der Rest die Stadt.",
            "n Belastung der Stadt, Δ verschobener Betrag, ρ erstatteter Anteil",
        ],
        Formula::Tax => [
            "Was ein anderer Hebesatz bringt",
            "Der Ertrag ändert sich im selben Verhältnis wie der Hebesatz. Zuweisungen und Umlagen ändern sich dadurch nicht: Der Finanzausgleich rechnet mit einheitlichen, fiktiven Hebesätzen. Dass Betriebe ausweichen, ist nicht gerechnet.",
            "ΔE Änderung des Ertrags, E geplanter Ertrag, h neuer, g geplanter Hebesatz",
        ],
        Formula::Output => [
            "Leistung",
            "Der Betrag geteilt durch die Kosten einer Einheit, zum Beispiel eines Kitaplatzes. Das ist ein Durchschnitt: Doppelt so viel Geld ergibt in der Rechnung doppelt so viel Leistung.",
            "m Menge, Δ verschobener Betrag, k Kosten je Einheit",
        ],
        Formula::Scale => [
            "Eine Skala für alle Kennzahlen",
            "Jede Kennzahl hat ein denkbar schlechtes und ein denkbar gutes Ende. Dazwischen rechnet das Modell in Punkten, die zu den Enden hin immer weniger bewirken: Das letzte Stück ist das schwerste. Ein Messwert im letzten Hundertstel zählt wie einer an dessen Rand.",
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
            "Jedes Jahr kommt ein fester Teil dessen an, was noch aussteht. Nach drei Verzögerungszeiten sind 95 Prozent angekommen. Was der Plan im ersten Jahr ausgibt, gilt als angekommen.",
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
            "Das Modell rechnet 1.000-mal. Jedes Mal nimmt es für Wirkung, Verfall, Spielraum, Schwund, Verzögerung und Mitwirkung einen anderen, ebenso glaubwürdigen Wert: um den mittleren herum, bei schwachen Belegen weiter entfernt. Plan und Änderung teilen jede Ziehung. Wo Geld gegen eine Kennzahl wirkt, bleibt in jeder Ziehung mindestens ein Zehntel dessen übrig, was für sie wirkt. Gezeigt wird, worin 8 von 10 Rechenläufen liegen.",
            "v gezogener Wert, V mittlerer Wert, n Zufallszahl aus der Normalverteilung, s Streuung: 0,2 beim Beleggrad A, 0,4 bei B, 0,7 bei C, 1,4 bei D; für den Schritt vom Euro zur Menge meist C",
        ],
        Formula::Noise => [
            "Wie sicher ist der Weg wie bisher?",
            "Auch ohne Änderung weiß niemand, wie eine Kennzahl sich entwickelt. Der Weg schwankt deshalb von Jahr zu Jahr so stark, wie ihre bisherigen Werte es taten. Hat sie weniger als drei, gilt die mittlere Schwankung der anderen (Annahme); hat keine der Stadt so viele, nennt ihr Datenpaket einen üblichen Wert.",
            "z Punkte, m Trend, δ Abschwächung, σ Schwankung von einem Jahr zum nächsten, n Zufallszahl aus der Normalverteilung, in einem Rechenlauf dieselbe für alle Kennzahlen",
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
        Formula::Chances => [
            "Wie oft wird es besser, wie oft ein Ziel erreicht?",
            "Gezählt wird, in wie vielen der 1.000 Rechenläufe die Kennzahl am Ende besser steht als nach Plan und in wie vielen sie im Zieljahr das Ziel erreicht. Das Ziel wird mit und ohne Ihre Änderungen geprüft. Gesagt wird es in Zwanzigsteln.",
            "p Anteil der Läufe, in denen es besser wird, d Abweichung eines Laufs am Ende, M Zahl der Läufe, q Anteil der Läufe, die das Ziel erreichen, z Punkte eines Laufs im Zieljahr mit seiner Schwankung, a Ziel in Punkten; die Klammer [ ] zählt 1, wenn zutrifft, was in ihr steht, sonst 0",
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
            "Was gebaut wird, belastet das Ergebnis nicht auf einmal. Es verteilt sich zu gleichen Teilen auf die Jahre der Nutzung. Vereinfacht: ab dem Folgejahr.",
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
        Formula::Law => {
            let [title, said] = match law.statute {
                Some(_) => [
                    "Haushaltsrecht in Nordrhein-Westfalen",
                    "Ein Haushaltssicherungskonzept ist Pflicht, wenn die allgemeine Rücklage in einem Jahr um mehr als ein Viertel sinkt, wenn sie zwei Jahre in Folge um mehr als ein Zwanzigstel sinkt oder wenn die Stadt kein Eigenkapital mehr hat (§\u{a0}76 Abs. 1 GO NRW). Was ein Jahr aus der allgemeinen Rücklage nimmt, braucht eine Genehmigung, und der Haushalt ist dann nicht ausgeglichen (§\u{a0}75 GO NRW).",
                ],
                None => [
                    "Grenzen der Rechnung",
                    "Das Haushaltsrecht dieses Landes ist hier nicht hinterlegt. Eine Grenze ist überschritten, wenn die allgemeine Rücklage in einem Jahr um mehr als ein Viertel sinkt, wenn sie zwei Jahre in Folge um mehr als ein Zwanzigstel sinkt oder wenn die Stadt kein Eigenkapital mehr hat.",
                ],
            };
            [title, said, "q Anteil, um den die allgemeine Rücklage G in einem Jahr sinkt, R Ausgleichsrücklage"]
        }
        Formula::Surpluses => [
            "Rücklage aus Überschüssen",
            "Ein Überschuss deckt zuerst Fehlbeträge, die noch vorgetragen sind; was danach übrig ist, füllt die Ergebnisrücklage. Ein Fehlbetrag leert sie, und was sie nicht deckt, wird vorgetragen.",
            "R Ergebnisrücklage, J Jahresergebnis, U gedeckte frühere Fehlbeträge, D Entnahme für den Fehlbetrag des Jahres",
        ],
        Formula::CarryForward => {
            let [title, said] = match law.statute {
                Some(_) => [
                    "Haushaltsrecht in Baden-Württemberg",
                    "Ein Fehlbetrag, den die Rücklage aus Überschüssen nicht deckt, wird vorgetragen. Spätere Überschüsse decken zuerst den ältesten. Was nach drei Jahren noch offen ist, wird mit dem Basiskapital verrechnet, und das darf nicht unter null sinken (§\u{a0}80 GemO, §§\u{a0}24 und 25 GemHVO). Vortragen überschreitet keine Grenze, erst ein Basiskapital unter null.",
                ],
                None => [
                    "Grenzen der Rechnung",
                    "Das Haushaltsrecht dieses Landes ist hier nicht hinterlegt. Ein Fehlbetrag, den die Rücklage aus Überschüssen nicht deckt, wird vorgetragen. Spätere Überschüsse decken zuerst den ältesten. Was nach drei Jahren noch offen ist, wird mit dem Basiskapital verrechnet, und das darf nicht unter null sinken. Vortragen überschreitet keine Grenze, erst ein Basiskapital unter null.",
                ],
            };
            [
                title,
                said,
                "V vorgetragene Fehlbeträge, F neuer Fehlbetrag nach Abzug der Rücklage, U gedeckt aus Überschüssen, W nach drei Jahren verrechnet, K Basiskapital",
            ]
        }
        Formula::KeyFigures => [
            "Kennzahlen zum Haushalt",
            "Fünf Verhältnisse: Decken die Erträge die Aufwendungen? Wie viel der Rücklagen verbraucht der Fehlbetrag? Ersetzen die Investitionen, was sich abnutzt? Wie viel kosten die Zinsen? Wie viel des Vermögens sind Straßen, Kanäle und Brücken? Gerechnet wird ohne Krisen.",
            "c Aufwandsdeckungsgrad, E ordentliche Erträge, A ordentliche Aufwendungen, f Fehlbetragsquote, F Fehlbetrag, R und G beide Rücklagen zu Jahresbeginn, q Investitionsquote, I Auszahlungen für Sachanlagen, D Abschreibungen, z Zinslastquote, Z Zinsen, k Infrastrukturquote, B Infrastruktur, V gesamtes Vermögen",
        ],
        Formula::Shock => [
            "Krisentest",
            "Eine Krise senkt Steuern oder erhöht Kosten, Zinsen oder Schäden. Was das kostet, wird geliehen und verzinst. Gerechnet werden der Plan und Ihr Szenario, einmal ohne und einmal mit jeder Krise. Sinkt eine Steuer nur in dieser Stadt, ersetzt der Finanzausgleich später einen Teil.",
            "L Last in einem Jahr, B was getroffen wird (Ertrag, Kredite, Aufwand oder Einwohner), a Anteil davon, h Höhe der Krise, f Stärke zwischen 0 und 1, c Teil, der zurückkommt, v Jahre bis dahin, J Jahresergebnis ohne und J′ mit Krise, i Realzins (steigen die Zinsen, der höhere), S bis dahin für die Krise geliehenes Geld",
        ],
        Formula::ShockCourse => [
            "Wie verläuft eine Krise?",
            "Sie steigt gleichmäßig an, hält eine Zeit und klingt dann von Jahr zu Jahr um denselben Anteil ab. Vor ihrem Beginn ist ihre Stärke null. Nur der höhere Zins gilt für neue Schulden vom ersten Jahr an ganz.",
            "f Stärke, s Jahre seit dem Beginn b, r Jahre bis zur vollen Stärke, d Dauer in Jahren, q Anteil, der danach von Jahr zu Jahr bleibt",
        ],
        Formula::Recovery => [
            "Wann hat sich der Haushalt erholt?",
            "Im ersten Jahr nach der größten Last, in dem höchstens ein Zehntel von ihr übrig ist. Zinsen auf die Schulden der Krise zählen mit.",
            "L Last in einem Jahr mit den Zinsen darauf: Ergebnis ohne weniger Ergebnis mit Krise",
        ],
        Formula::Ledger => [
            "Bilanz je Geburtsjahrgang",
            "Jeder Euro zählt bei den Altersgruppen, die ihn nutzen, jede Steuer bei denen, die sie tragen. Eine Investition zählt in den Jahren, in denen sie dient. Spätere Jahre zählen gleich viel, solange kein Zins gewählt ist. Eine Gruppe von Jahrgängen zeigt deren Mittel, gewichtet nach Menschen.",
            "b Bilanz je Person eines Jahrgangs, K genutztes Geld, w und u Gewichte nach Alter, N Menschen, ΔE Steueränderung, r gewählter Zins",
        ],
        Formula::Closing => [
            "Geht die Rechnung auf?",
            "Was alle Menschen zusammen gewinnen, was ihnen bleibt, was sie schulden und was sie an Zinsen zahlen, hebt sich auf. Die Buchführung erzeugt kein Geld.",
            "b Bilanz jedes Menschen ohne Abschlag, V hinterlassenes Vermögen, S hinterlassene Schulden, Z gezahlte Zinsen",
        ],
        Formula::LeftBehind => [
            "Was bleibt nach dem letzten Jahr?",
            "Drei Dinge reichen über die Rechnung hinaus: der Wert dessen, was gebaut und noch nicht abgeschrieben ist, die Schulden und der Sanierungsstau. Vermögen und Schulden stehen so auch in der Bilanz der Jahrgänge. An Pensionslasten und flüssigen Mitteln ändern Ihre Änderungen nichts: Was fehlt, wird geliehen, was übrig ist, tilgt.",
            "V hinterlassenes Vermögen, I zusätzliche Investitionen, D deren Abschreibungen, h hinterlassene Last, S zusätzliche Schulden, ΔB Änderung des Sanierungsstaus, T letztes Jahr der Rechnung",
        ],
        Formula::OwnMeans => [
            "Leben wir vom eigenen Geld?",
            "Ordentliche Erträge geteilt durch ordentliche Aufwendungen. Unter 100 Prozent lebt die Stadt von ihren Rücklagen.",
            "c Aufwandsdeckungsgrad, E Erträge, A Aufwendungen",
        ],
        Formula::ResultPerHead => [
            "Jahresergebnis je Kopf",
            "Das Ergebnis des Haushaltsjahres geteilt durch die Einwohner. Ihre Änderungen zählen so weit, wie sie das Ergebnis schon in diesem Jahr verändern.",
            "e Ergebnis je Kopf, J Jahresergebnis nach Plan, N Einwohner, Δe und ΔJ Änderungen durch Sie",
        ],
        Formula::Reach => [
            "Wie weit reichen die Rücklagen?",
            "Gesucht ist das erste Jahr, in dem eine Grenze des Haushaltsrechts überschritten wird. Gesucht wird nur in den Jahren, für die der Plan Ergebnisse nennt. Bleibt dieses Jahr mit Ihren Änderungen gleich, wird gezeigt, was sie am letzten Stand ändern.",
            match law.rules {
                Rules::FallOfReserve { .. } => {
                    "r erstes Jahr mit überschrittener Grenze, n Zahl der überschrittenen Grenzen eines Jahres, b erstes Jahr, das ohne Ausgleichsrücklage R endet, G allgemeine Rücklage am Ende eines Jahres mit und G′ ohne Ihre Änderungen, T letztes Jahr des Plans"
                }
                Rules::CarryForward { .. } => {
                    "r erstes Jahr mit überschrittener Grenze, n Zahl der überschrittenen Grenzen eines Jahres, b erstes Jahr, das ohne Ergebnisrücklage R endet, G Basiskapital am Ende eines Jahres mit und G′ ohne Ihre Änderungen, T letztes Jahr des Plans"
                }
            },
        ],
        Formula::Upkeep => [
            "Erhalten wir, was wir haben?",
            "Sachinvestitionen aller Planjahre geteilt durch das, was sich in ihnen abnutzt, zu heutigen Preisen. Unter 100 Prozent lebt die Stadt von der Substanz. Der Plan trennt Neues nicht von Ersatz, der Wert ist deshalb eine Obergrenze.",
            "q Substanzerhalt, I Investitionen eines Jahres, D Abschreibungen eines Jahres, ω Preisaufschlag für Ersatz, k schwächstes Jahr",
        ],
        Formula::Backlog => [
            "Sanierungsstau",
            "Gerechnet wird nur, was Ihre Änderungen am heutigen Stau ändern: Jeder Euro weniger Unterhalt vergrößert ihn, jeder Euro mehr verkleinert ihn, unter null sinkt er nicht. Wie er sich von selbst entwickelt, lässt sich nicht sagen, weil der Plan Ersatz und Neubau nicht trennt; angenommen ist, dass er genau ersetzt, was sich abnutzt.",
            "ΔB Änderung des Staus, B Stau mit, B′ ohne Ihre Änderungen, π Baupreise über der Inflation, X Unterhalt mehr (oder weniger) als im Plan",
        ],
        Formula::Inheritance => [
            "Erbe je Kind",
            "Kredite, Pensionslasten und Sanierungsstau von heute, abzüglich der liquiden Mittel, geteilt durch alle unter 18 Jahren.",
            "e Erbe je Kind, S Kredite, P Pensionsrückstellungen, B Sanierungsstau, L liquide Mittel, N Menschen unter 18",
        ],
        Formula::InheritanceChange => [
            "Was Ihre Änderungen am Erbe ändern",
            "Was im letzten Jahr an zusätzlichen Schulden und Sanierungsstau bleibt, abzüglich dessen, was dafür gebaut und noch nicht abgeschrieben ist, geteilt durch alle, die dann unter 18 sind.",
            "Δe Änderung des Erbes je Kind, S zusätzliche Schulden, ΔB Änderung des Sanierungsstaus, V hinterlassenes Vermögen, N Menschen unter 18, T letztes Jahr der Rechnung",
        ],
        Formula::CarbonAccount => [
            "CO2-Konto",
            "Was die Stadt nach ihrem Anteil noch ausstoßen darf, abzüglich dessen, was sie Jahr für Jahr ausstößt. Zwischen dem Beginn des Budgets und dem Haushaltsjahr gilt der letzte gemessene Ausstoß. Eine Tonne bleibt eine Tonne, auch später.",
            "K Kontostand, b Budget je Einwohner, N Einwohner, A Ausstoß vor dem Haushaltsjahr, C Ausstoß eines Jahres, a Jahr, in dem das Konto leer ist",
        ],
        Formula::Damage => [
            "Klimaschaden",
            "Tonnen mal Schaden je Tonne: heute die eines Jahres, als Änderung alle zusätzlichen bis zum letzten Jahr der Rechnung. Das Umweltbundesamt nennt zwei Werte, deshalb steht hier eine Spanne. Sie wird nie mit Euro des Haushalts verrechnet.",
            "H Schaden eines Jahres, C Ausstoß eines Jahres, ΔH zusätzlicher Schaden, ΔC zusätzliche Tonnen eines Jahres, p Schaden je Tonne",
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
            "Diese Sicht lässt zu, dass Geld Naturverlust ausgleicht. Sie steht nur zum Vergleich da und ersetzt die Untergrenzen nicht. Gezeigt wird sie je Kopf, als Änderung im Mittel aller Jahre.",
            "W Nettoersparnis, I Investitionen, D Abschreibungen, Q Bildung, S neue Schulden, C Ausstoß, p Schaden je Tonne, N Einwohner; ΔW Änderung je Jahr, V hinterlassenes Vermögen, ΔQ, ΔS und ΔC was Ihre Änderungen bis zum letzten Jahr hinzufügen, T Zahl der Jahre",
        ],
    }
}
