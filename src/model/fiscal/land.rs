use serde::{Deserialize, Serialize};

/// A Land of Germany by its two letters (Bundesland), in the order of the official municipality keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Land {
    /// Schleswig-Holstein.
    Sh,
    /// Hamburg.
    Hh,
    /// Lower Saxony (Niedersachsen).
    Ni,
    /// Bremen.
    Hb,
    /// North Rhine-Westphalia (Nordrhein-Westfalen).
    Nw,
    /// Hesse (Hessen).
    He,
    /// Rhineland-Palatinate (Rheinland-Pfalz).
    Rp,
    /// Baden-Württemberg.
    Bw,
    /// Bavaria (Bayern).
    By,
    /// Saarland.
    Sl,
    /// Berlin.
    Be,
    /// Brandenburg.
    Bb,
    /// Mecklenburg-Western Pomerania (Mecklenburg-Vorpommern).
    Mv,
    /// Saxony (Sachsen).
    Sn,
    /// Saxony-Anhalt (Sachsen-Anhalt).
    St,
    /// Thuringia (Thüringen).
    Th,
}

impl Land {
    /// The first two digits of the keys of its municipalities.
    pub fn digits(self) -> String {
        format!("{:02}", self as u8 + 1)
    }
}

/// The rules that a pack may name (Regelwerk), by the Land whose law they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LawProfile {
    /// North Rhine-Westphalia.
    Nrw,
    /// Baden-Württemberg.
    Bw,
}

/// Who supervises a town's budget (Aufsicht).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Authority {
    /// The district government (Bezirksregierung), § 120 (2) GO NRW: of a town in North Rhine-Westphalia without a Kreis.
    District,
    /// The supervisory authority of the municipality, whichever that is (Kommunalaufsicht).
    Supervision,
}

impl Authority {
    /// The authority of a town by its Land and whether it belongs to a Kreis.
    pub fn of(land: Land, is_in_district: bool) -> Self {
        if land == Land::Nw && !is_in_district { Self::District } else { Self::Supervision }
    }
}
