use super::{Explained, Formula};
use crate::model::fiscal::{BudgetLaw, Rules};

/// German.
pub fn formula(it: Formula, law: &BudgetLaw) -> Explained {
    match it {
        Formula::OwnMoney => [
            "Was die Stadt selbst zahlt",
            "Verschoben werden Euro des beschlossenen Haushalts, immer in Preisen des Startjahres. Erstatten Bund, Land oder Gebühren einen Teil oder fördern andere eine Investition, belastet nur der Rest die Stadt.",
            "n Belastung der Stadt, Δ verschobener Betrag, ρ erstatteter Anteil bei laufendem Geld, γ Förderanteil bei einer Investition",
        ],
        Formula::Tax => [
            "Was ein anderer Hebesatz bringt",
            "Der Ertrag ändert sich im selben Verhältnis wie der Hebesatz. Zuweisungen und Umlagen ändern sich dadurch nicht: Der Finanzausgleich rechnet mit einheitlichen, fiktiven Hebesätzen. Dass Betriebe ausweichen, ist nicht gerechnet.",
            "ΔE Änderung des Ertrags, E geplanter Ertrag, h neuer, g geplanter Hebesatz",
        ],
        Formula::Bought => [
            "Wie viel wird gekauft?",
            "Der Betrag geteilt durch die Kosten einer Einheit, zum Beispiel eines Kita-Platzes für ein Jahr. Das ist ein Durchschnitt: Doppelt so viel Geld kauft in der Rechnung doppelt so viel, und eine Kürzung nimmt ebenso viel weg.",
            "q gekaufte Einheiten, Δ verschobener Betrag im Jahr, c Kosten je Einheit",
        ],
        Formula::Working => [
            "Wie viel davon arbeitet?",
            "Bis eine Einheit fertig ist, können Jahre vergehen. Dann arbeitet sie, solange sie hält, und ist danach weg; ein angebrochenes letztes Jahr zählt zum Teil. Was für ein Jahr bezahlt ist, arbeitet in diesem Jahr.",
            "W arbeitende Einheiten, q gekaufte Einheiten, s Jahr der Zahlung, b Jahre bis zur fertigen Einheit, w Teil, der nach a Jahren noch arbeitet, L Nutzungsdauer in Jahren",
        ],
        Formula::Building => [
            "Was ist noch im Bau?",
            "Was bezahlt, aber noch nicht fertig ist, wirkt noch nicht. Es zählt zu dem, was noch nicht angekommen ist.",
            "B Einheiten im Bau, q gekaufte Einheiten, s Jahr der Zahlung, b Jahre bis zur fertigen Einheit",
        ],
        Formula::Arrived => [
            "Wirkung braucht Zeit",
            "Jedes Jahr kommt ein fester Teil dessen an, was noch aussteht: Nach der Verzögerung sind 63 Prozent angekommen, nach dem Dreifachen 95 Prozent. Ohne Verzögerung ist alles sofort da. Arbeiten Einheiten nicht mehr, klingt ihre Wirkung ebenso langsam ab.",
            "e Einheiten, deren Wirkung angekommen ist, W arbeitende Einheiten, τ Verzögerung in Jahren (bei null ist e = W)",
        ],
        Formula::Count => [
            "Was sich ändert, als Zahl",
            "Dinge mal Wirkung je Ding: So viele Menschen, Tonnen oder Wege sind es mehr oder weniger. Eine Kennzahl, die sich bewegt, kann ein Jahr später andere mitbewegen. Bleibt die eine Änderung gleich, bleibt es auch die andere.",
            "D Änderung der Zahl, κ Wirkung je Einheit, e angekommene Einheiten, λ was ein Stück einer anderen Kennzahl hier ändert, D′ Änderung der Zahl jener Kennzahl",
        ],
        Formula::InUnit => [
            "Von der Zahl zur Kennzahl",
            "Viele Kennzahlen sagen, wie viele auf 100 oder 1.000 kommen. Die Änderung der Zahl wird deshalb durch die Bezugsgröße desselben Jahres geteilt, zum Beispiel durch alle Kinder unter drei. Eine Kennzahl, die nichts zählt, etwa eine Miete, ändert sich um die Zahl selbst.",
            "δ Änderung in der Einheit der Kennzahl, D Änderung der Zahl, p auf wie viele sich die Kennzahl bezieht (100 bei Prozent), N Bezugsgröße",
        ],
        Formula::Scale => [
            "Eine Skala für jede Kennzahl",
            "Jede Kennzahl hat ein denkbar schlechtes und ein denkbar gutes Ende. Ihren Weg ohne Ihre Änderungen rechnet das Modell dazwischen in Punkten, damit ein Trend nie über ein Ende hinausläuft. Ein Messwert im letzten Hundertstel zählt wie einer an dessen Rand.",
            "x Wert, w schlechtes Ende, b gutes Ende, s Stelle dazwischen, z Punkte",
        ],
        Formula::Reference => [
            "Wie es ohne Ihre Änderungen weiterginge",
            "Der Trend der Messwerte läuft weiter und wird jedes Jahr schwächer. Aus weniger als fünf Messwerten liest das Modell keinen Trend.",
            "z Punkte, t Jahr, m Trend (mittlere Steigung zwischen allen Paaren von Messwerten), k Dämpfung, x₀ Wert ohne Ihre Änderungen, w schlechtes und b gutes Ende der Skala",
        ],
        Formula::Shown => [
            "Was die Seite zeigt",
            "Die Änderung kommt zum Wert ohne Ihre Änderungen hinzu. Nahe am Ende der Skala zeigt die Seite etwas weniger, als die Zahl allein ergäbe: 1,5 Prozent weniger, wenn die Hälfte des Raums bis zum Ende gefüllt ist, und nie über das Ende hinaus. Mehr Geld heißt trotzdem immer mehr.",
            "d gezeigte Änderung, δ Änderung in der Einheit der Kennzahl, r Raum bis zu dem Ende der Skala, auf das sie zeigt, x gezeigter Wert, x₀ Wert ohne Ihre Änderungen, b gutes und w schlechtes Ende der Skala",
        ],
        Formula::Explanation => [
            "Warum hat sich etwas bewegt?",
            "Jede Änderung lässt sich genau zerlegen: in das, was die Einheiten jeder Maßnahme selbst bewirken, und in das, was über eine andere Kennzahl kommt. Auch das wird bis zu der Maßnahme verfolgt, deren Geld es war. Die Teile ergeben zusammen die Änderung.",
            "D Änderung der Zahl, y Teil einer Maßnahme, κ Wirkung je Einheit, e angekommene Einheiten, v Teil einer Maßnahme über eine andere Kennzahl, λ was ein Stück jener Kennzahl hier ändert, D′ Änderung ihrer Zahl durch diese Maßnahme allein, d gezeigte Änderung",
        ],
        Formula::NotYet => [
            "Was ist noch nicht angekommen?",
            "Neben der Summe steht, was schon bezahlt ist und noch wirken wird, auch was gerade gebaut wird. Arbeiten die Einheiten nicht mehr, hat es das andere Vorzeichen: Dann klingt noch etwas nach.",
            "o noch nicht angekommene Änderung der Zahl, κ Wirkung je Einheit, W arbeitende Einheiten, B Einheiten im Bau, e angekommene Einheiten",
        ],
        Formula::Uncertainty => [
            "Wie sicher ist eine Zahl?",
            "Das Modell rechnet 1.000-mal. Jedes Mal nimmt es für Kosten, Wirkungen und Verbindungen einen anderen, ebenso glaubwürdigen Wert, bei schwachen Belegen weiter vom mittleren entfernt. In einem Rechenlauf gilt jede gezogene Zahl überall, wo sie vorkommt, und für Plan und Änderung gleich. Gezeigt wird, worin 8 von 10 Rechenläufen liegen. Haushalt und Generationen rechnen nur mit den mittleren Werten.",
            "v gezogener Wert, V mittlerer Wert, n Zufallszahl aus der Normalverteilung, s Streuung: aus der Spanne der Zeile, ohne Spanne aus ihrem Beleggrad (unten bei den Annahmen)",
        ],
        Formula::Spread => [
            "Von der Spanne zur Streuung",
            "Unter dem unteren Ende einer Spanne liegt ein Zehntel der Rechenläufe, über dem oberen ein Zehntel, und der Wert selbst liegt in der Mitte, auch wenn die Spanne schief ist.",
            "s Streuung, V mittlerer Wert, f das Ende der Spanne, das weiter von null entfernt ist, u das andere, n Zufallszahl aus der Normalverteilung, h Abstand eines Zehntels von der Mitte (unten bei den Annahmen)",
        ],
        Formula::Vanishing => [
            "Wirkt es überhaupt?",
            "Bei Wirkungen und Verbindungen vom Grad D ist unbekannt, ob sie überhaupt etwas bewirken. In einem Teil der Rechenläufe sind sie deshalb genau null.",
            "v gezogener Wert, g Zufallszahl zwischen 0 und 1, y Teil der Rechenläufe ohne Wirkung (unten bei den Annahmen)",
        ],
        Formula::PerEuro => [
            "Wenn die Quelle von Euro spricht",
            "Manche Quelle sagt, was ein Euro bewirkt. Wird die Einheit in einem Rechenlauf teurer, steigt dann auch ihre Wirkung; sonst zählte die Unsicherheit der Kosten doppelt.",
            "κ′ Wirkung und c′ Kosten je Einheit in einem Rechenlauf, κ gezogene Wirkung einer Einheit mit den mittleren Kosten c",
        ],
        Formula::Times => [
            "Wie lange hält es, wie lange dauert es?",
            "Auch Nutzungsdauer und Verzögerung sind in jedem Rechenlauf etwas anders. Was für ein Jahr gilt, bleibt bei einem Jahr, und was sofort wirkt, wirkt sofort.",
            "L′ gezogene, L mittlere Nutzungsdauer, τ′ gezogene, τ mittlere Verzögerung, s Streuung (unten bei den Annahmen), n Zufallszahl aus der Normalverteilung",
        ],
        Formula::Loops => [
            "Nichts schaukelt sich auf",
            "Bewegt eine Kennzahl eine andere und diese wieder die erste, muss die Änderung bei jedem Umlauf kleiner werden. Wo sie in einem Rechenlauf zu groß bliebe, werden alle Verbindungen gleich viel schwächer. Bliebe sie es schon mit den mittleren Werten, nähme diese Seite die Daten der Stadt nicht an.",
            "λ′ verwendete, λ gezogene Verbindung, R was im Jahr von einer umlaufenden Änderung bleibt (Spektralradius aller Verbindungen), g wie viel davon höchstens bleiben darf (unten bei den Annahmen)",
        ],
        Formula::Noise => [
            "Wie sicher ist der Weg wie bisher?",
            "Auch ohne Änderung weiß niemand, wie eine Kennzahl sich entwickelt. Der Weg schwankt deshalb von Jahr zu Jahr so stark, wie ihre bisherigen Werte es taten, und die Schwankungen summieren sich. Hat sie weniger als drei Werte, gilt die mittlere Schwankung der anderen (Annahme); hat keine der Stadt so viele, nennen ihre Daten einen üblichen Wert.",
            "z Punkte, m Trend, k Dämpfung, σ Schwankung von einem Jahr zum nächsten, n Zufallszahl aus der Normalverteilung, für jede Kennzahl, jeden Rechenlauf und jedes Jahr eine eigene",
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
            "p Anteil der Läufe, in denen es besser wird, d gezeigte Änderung eines Laufs am Ende, b gutes und w schlechtes Ende der Skala, M Zahl der Läufe, q Anteil der Läufe, die das Ziel erreichen, x Wert eines Laufs im Zieljahr mit seiner Schwankung, a Ziel; die Klammer [ ] zählt 1, wenn zutrifft, was in ihr steht, sonst 0",
        ],
        Formula::Operating => [
            "Laufender Aufwand",
            "Von verschobenem laufendem Geld zählt, was die Stadt selbst zahlt. Dazu kommt, was arbeitende Einheiten sie Jahr für Jahr kosten, und ab geht, was sie ihr ersparen.",
            "ΔA Änderung des laufenden Aufwands, Δ verschobenes laufendes Geld, ρ erstatteter Anteil, f Folgekosten und g Einsparung je arbeitender Einheit und Jahr, W arbeitende Einheiten",
        ],
        Formula::Payment => [
            "Investitionen",
            "Was gebaut oder angeschafft wird, ist eine Auszahlung. Was andere als Förderung geben, geht ab; nur den Rest muss die Stadt aufbringen.",
            "ΔI eigener Teil der Investitionen, Δ verschobenes Geld für Investitionen, γ Förderanteil",
        ],
        Formula::Depreciation => [
            "Abschreibung",
            "Was gebaut wird, belastet das Ergebnis nicht auf einmal, sondern zu gleichen Teilen über die Jahre seiner Nutzung, und nur mit dem eigenen Teil der Stadt. Vereinfacht: ab dem Jahr nach der Fertigstellung. Abgeschrieben wird, was arbeitet, also können Dinge und Bücher nicht auseinanderlaufen.",
            "D Abschreibungen, γ Förderanteil, c Kosten je Einheit, L Nutzungsdauer in Jahren, W arbeitende Einheiten",
        ],
        Formula::Result => [
            "Jahresergebnis",
            "Mehr Ertrag verbessert das Ergebnis, mehr Aufwand verschlechtert es. Eine Investition zählt als Abschreibung, verteilt auf die Jahre, in denen sie dient. Auf zusätzliche Schulden fallen Zinsen an.",
            "ΔJ Änderung des Jahresergebnisses, ΔE Erträge, ΔA laufender Aufwand, D Abschreibungen, i Realzins, S zusätzliche Schulden",
        ],
        Formula::Debt => [
            "Schulden",
            "Was fehlt, wird geliehen; was übrig ist, tilgt Schulden.",
            "S zusätzliche Schulden, ΔA laufender Aufwand, ΔI eigener Teil der Investitionen, ΔE Erträge, i Realzins",
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
            "Jeder Euro zählt bei den Altersgruppen, die ihn nutzen, jede Steuer bei denen, die sie tragen. Eine Investition zählt in den Jahren, in denen sie dient. Was arbeitende Einheiten ersparen, ist für niemanden weniger Nutzen und zählt hier nicht mit. Spätere Jahre zählen gleich viel, solange kein Zins gewählt ist. Eine Gruppe von Jahrgängen zeigt deren Mittel, gewichtet nach Menschen.",
            "b Bilanz je Person eines Jahrgangs, K genutztes Geld (laufender Aufwand ohne Einsparungen, und Abschreibungen), w und u Gewichte nach Alter, N Menschen, ΔE Steueränderung, r gewählter Zins",
        ],
        Formula::Closing => [
            "Geht die Rechnung auf?",
            "Was alle Menschen zusammen gewinnen, was ihnen bleibt, was sie schulden und was sie an Zinsen zahlen, hebt sich auf bis auf das, was arbeitende Einheiten der Stadt ersparen. Die Buchführung selbst erzeugt kein Geld.",
            "b Bilanz jedes Menschen ohne Abschlag, V hinterlassenes Vermögen, S hinterlassene Schulden, Z gezahlte Zinsen, Y was alle Einheiten ersparen, g Einsparung je arbeitender Einheit und Jahr, W arbeitende Einheiten",
        ],
        Formula::LeftBehind => [
            "Was bleibt nach dem letzten Jahr?",
            "Drei Dinge reichen über die Rechnung hinaus: der Wert dessen, was gebaut und noch nicht abgeschrieben ist, die Schulden und der Sanierungsstau. Vermögen und Schulden stehen so auch in der Bilanz der Jahrgänge. An Pensionslasten und flüssigen Mitteln ändern Ihre Änderungen nichts: Was fehlt, wird geliehen, was übrig ist, tilgt.",
            "V hinterlassenes Vermögen, ΔI eigener Teil der zusätzlichen Investitionen, D deren Abschreibungen, h hinterlassene Last, S zusätzliche Schulden, ΔB Änderung des Sanierungsstaus, T letztes Jahr der Rechnung",
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
