//! What a town makes of the catalogue of measures, told for whoever makes a pack.

use zukunftshaushalt::model::{OwnNumber, OwnNumberOf, Town};

/// What the town uses of the catalogue, which numbers are its own, and which are still those of another town.
pub fn summary(town: &Town) -> String {
    let chain = &town.chain;
    let with_number = chain.effects.iter().filter(|it| it.has_number()).count();
    let mut told = vec![
        format!(
            "measures: {} of the catalogue, {} left out; effects: {}, with a number {with_number}; links: {}",
            chain.measures.len(),
            chain.left_out.len(),
            chain.effects.len(),
            chain.links.len()
        ),
        format!(
            "units that the town has today: of {} measures; of the others nobody counted them",
            chain.measures.iter().filter(|it| it.stock.is_some()).count()
        ),
        format!("numbers of the town: {}; every other is the catalogue’s", chain.own.len()),
    ];
    told.extend(chain.own.iter().map(own_number));
    told.extend(
        town.price_index.as_ref().map(|it| {
            format!("prices of the catalogue of {}: times {} in euros of {}", it.year, it.value, town.year.0)
        }),
    );
    // A few numbers for each measure, and one for each effect and link, that the town has not replaced.
    for (of, count) in [
        (OwnNumberOf::UnitCost, chain.measures.len()),
        (OwnNumberOf::Life, chain.measures.len()),
        (OwnNumberOf::StartsAfter, chain.measures.len()),
        (OwnNumberOf::MostPerYear, chain.measures.iter().filter(|it| it.most_per_year.is_some()).count()),
        (OwnNumberOf::PerUnit, chain.effects.iter().filter(|it| it.per_unit != 0.0).count()),
        (OwnNumberOf::CountBase, chain.counts.iter().flatten().count()),
    ] {
        let own = chain.own.iter().filter(|it| it.of == of).count();
        let default = if of == OwnNumberOf::CountBase { "of the page or the catalogue" } else { "of the catalogue" };
        told.push(format!("{}: {own} of the town, {} {default}", name(of), count.saturating_sub(own)));
    }
    let borrowed = chain.effects.iter().filter(|it| it.is_borrowed).map(|it| it.id.as_str());
    let ids: Vec<&str> = borrowed.collect();
    let links = chain.links.iter().filter(|it| it.is_borrowed).count();
    if !ids.is_empty() || links > 0 {
        let ids = ids.join(", ");
        told.push(format!("note: computed from counts of another town: per_unit of {ids}; links: {links}"));
    }
    let without = town.levers.pairs().filter(|(at, _)| chain.usual(*at).is_none()).map(|(_, it)| it.id.as_str());
    told.push(format!("levers without a usual measure: {}", without.collect::<Vec<_>>().join(", ")));
    told.extend(town.levers.pairs().filter_map(|(at, lever)| {
        let bought = chain.measures.iter().filter(|it| it.lever == at);
        let named: Vec<String> =
            bought.map(|it| if it.is_usual { format!("{} (usual)", it.id) } else { it.id.clone() }).collect();
        (!named.is_empty()).then(|| format!("bought by {}: {}", lever.id, named.join(", ")))
    }));
    told.extend(chain.left_out.iter().map(|it| format!("left out: {} ({})", it.id, it.reason.en)));
    told.join("\n")
}

fn own_number(it: &OwnNumber) -> String {
    let default = it.default.map_or("no fixed number".to_owned(), |number| number.to_string());
    let range = it.range.map_or(String::new(), |(low, high)| format!(" ({low} to {high})"));
    format!("  {} of {}: {}{range} instead of {default}; {}", name(it.of), it.key, it.value, it.source.en)
}

/// The word in `chain/numbers.csv`.
fn name(of: OwnNumberOf) -> &'static str {
    match of {
        OwnNumberOf::UnitCost => "unit_cost",
        OwnNumberOf::Life => "life",
        OwnNumberOf::StartsAfter => "starts_after",
        OwnNumberOf::MostPerYear => "most_per_year",
        OwnNumberOf::PerUnit => "per_unit",
        OwnNumberOf::CountBase => "count_base",
    }
}
