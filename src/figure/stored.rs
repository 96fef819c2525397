use crate::group::Chunk;
use crate::scenario::{Saved, Store, Stored, StoredKind, short_id};
use crate::text::{self, Lang};

/// A stored thing in plain words: what it is, and where it lies, how large it is and of which day (gespeicherte Angabe).
pub fn stored_row(it: &Stored, town_name: &dyn Fn(&str) -> String, lang: Lang) -> [String; 2] {
    let words = lang.aside();
    let (what, day) = match it.kind() {
        StoredKind::Saved(Saved { draft: Some(draft), .. }) => {
            ((words.saved_draft)(draft.name(), &town_name(&draft.pack)), draft.saved)
        }
        StoredKind::Saved(saved) => ((words.saved_unreadable)(&short_id(&saved.id)), String::new()),
        StoredKind::Present(draft) => {
            let town = draft.map_or_else(|| it.key.clone(), |draft| town_name(&draft.pack));
            ((words.present_draft)(&town), it.day.clone())
        }
        StoredKind::Room => Chunk::read(&it.text).map_or_else(
            || (lang.group().stored_talk.to_owned(), String::new()),
            |chunk| {
                let count = text::whole(chunk.drafts.len() as f64, lang);
                ((lang.group().stored_drafts)(&count, &town_name(&chunk.town)), chunk.day)
            },
        ),
        StoredKind::Index => (words.old_list.to_owned(), String::new()),
        StoredKind::Other => ((words.other_entry)(&it.key), String::new()),
    };
    let place = match it.store {
        Store::Browser => words.in_browser,
        Store::Tab => words.in_tab,
        Store::History => words.in_history,
    };
    let size = it.size() as f64;
    let size = if size < 1000.0 {
        (words.bytes)(&text::whole(size, lang))
    } else {
        (words.kilobytes)(&text::number(size / 1000.0, 1, lang))
    };
    let day = if day.is_empty() { words.no_day.to_owned() } else { lang.date(&day) };
    [what, format!("{place} · {size} · {day}")]
}
