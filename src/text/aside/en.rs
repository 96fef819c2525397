use super::AsideWords;

fn entries(count: usize) -> String {
    if count == 1 { "one entry".to_owned() } else { format!("{count} entries") }
}

/// The English words.
pub const ASIDE: AsideWords = AsideWords {
    stored: "My stored data",
    stored_note: "This page keeps drafts only when you save or begin a room for a group, and only in this browser. What you are working on stands in the history of this tab, so that it survives reloading. Only what you send yourself is transmitted. The page uses no cookies and no databases.",
    stored_none: "Nothing is stored here.",
    stored_refused: "This browser does not give access to one of its stores. What lies in it can neither be shown nor deleted here.",
    saved_draft: |name, town| format!("Saved draft “{name}”, {town}"),
    saved_unreadable: |id| format!("Saved draft that cannot be read ({id})"),
    present_draft: |town| format!("The draft you are working on, {town}"),
    old_list: "List of drafts of an earlier version of this page",
    other_entry: |key| format!("Entry of this page that this version does not know ({key})"),
    in_browser: "Store of the browser",
    in_tab: "Store of this tab",
    in_history: "History of this tab",
    bytes: |size| format!("{size} bytes"),
    kilobytes: |size| format!("{size} kB"),
    no_day: "no date",
    beside_stored: [
        "Language, town and colours stand in the address of the page and nowhere else.",
        "Earlier steps in the history of this tab may hold earlier drafts. They are gone once you close the tab.",
        "So that the page runs without a network too, the browser keeps its program files. Nothing of yours is in them. In a frame on another website that does not happen.",
    ],
    forget_files: "Delete program files",
    files_forgotten: "The program files are deleted. They are kept again at the next visit.",
    delete_all: "Delete everything",
    delete_ask: "Delete everything?",
    delete_means: |count| {
        let are = if count == 1 { "will be deleted" } else { "will all be deleted" };
        format!(
            "What is stored, {}, {are}. The draft you are working on and its steps back are lost as well. This cannot be undone.",
            entries(count)
        )
    },
    delete_first: "What you want to keep you can save as a file first. This page opens such files again.",
    save_all: |count| {
        if count == 1 { "Save the draft as a file".to_owned() } else { format!("Save {count} drafts as files") }
    },
    saved_all: |count| if count == 1 { "One file saved.".to_owned() } else { format!("{count} files saved.") },
    not_saved: "The browser did not take all files. Nothing has been deleted yet.",
    delete_go: "Delete for good",
    delete_stay: "Keep",
    deleted: |count| format!("Deleted: {}. You are back at the beginning, the adopted plan.", entries(count)),
    not_deleted: |count| format!("Not everything could be deleted. Left: {}.", entries(count)),

    statement: "Accessibility",
    unpublished: [
        "This copy of the page has not been published by a public body. So there is no official accessibility statement for it.",
        "Nor is there a body to which you could report barriers, or an enforcement procedure.",
    ],
    duty: "Public bodies must publish an accessibility statement: Article 7 of Directive (EU) 2016/2102, as of November 2026, and the law of their state.",
    not_loaded: "The statement could not be loaded.",
    again: "Load again",
    loading: "The statement is loading …",
    published: |body, land| format!("This page is published by {body} ({land}). The statement is for this page only."),
    land: crate::text::en::land,
    conforms: [
        "The page meets the accessibility requirements fully.",
        "The page meets the accessibility requirements partly.",
        "The page does not meet the accessibility requirements.",
    ],
    by_body: |date| format!("As of {date}. The body assessed this itself."),
    by_others: |date, by| format!("As of {date}. Checked by: {by}."),
    is_old: "This statement is more than a year old. It must be reviewed every year.",
    gaps: "What is not accessible yet",
    tell: "Report a barrier",
    tell_note: "This is how you reach the body that publishes this page:",
    mail: "Email",
    phone: "Phone",
    form: "Contact form",
    enforcement: "If that does not help",
    enforcement_note: "If you get no satisfactory answer, you can turn to this body:",
    checked: "What has been checked",
    checks: [
        "Two checking programs, axe-core and that of IBM, find no fault under WCAG 2.2 AA on the views that were checked.",
        "Everything can be done with the keyboard alone, and everything with mouse or finger alone.",
        "At a width of 320 pixels, that is at 400% zoom, nobody has to scroll sideways.",
        "What a picture shows also stands there as a text or a table.",
        "Light and dark colours and high contrast follow the system.",
    ],
    unchecked: "What is missing or has not been checked",
    missing: [
        "Nobody has checked the page with a real screen reader yet.",
        "No group of its readers has reviewed the easy German yet.",
        "The page has been checked in Chromium only, not in Firefox and Safari.",
        "There is no video in sign language.",
    ],
};
