use super::Share;

/// The English words.
pub const SHARE: Share = Share {
    title: "Your draft as a link",
    note: "The whole draft is in this link and lies on no server. Whoever opens it sees the draft and loses none of their own.",
    left_out: "Only the changes travel. Name, note, reasons and locks stay with you; a file holds them too.",
    nothing: "There is nothing to share yet.",
    nothing_note: "Your draft is the adopted plan. As soon as you change something, a link to it stands here.",
    start: "Choose a goal",
    link: "Link to your draft",
    copy: "Copy link",
    copied: "The link is copied.",
    not_copied: "This browser does not copy by itself. Select the link and copy it by hand.",
    send: "Share with an app",
    print: "Print",
    square: |link| format!("QR code with this link: {link}"),
    reach: |metres| {
        format!(
            "At this size it can be read from up to about {metres}\u{a0}m. A larger code can be read from further away: about ten times its width."
        )
    },
    too_long: "This draft does not fit into a link.",
    too_long_note: "It changes a great many things one by one. Its link would be too long for phones to read its QR code. It travels whole as a file, which is opened under “Save”.",
    ways: "Pass it on",
    sent_nothing: "There is nothing to send yet.",
    sent_nothing_note: "Your draft is the adopted plan. As soon as you change something, you can send it.",
    sent_note: |receiver| {
        format!("You can send this draft without a name and without signing in. It goes to: {receiver}.")
    },
    sent_terms: ["Receiver", "Kept", "Privacy"],
    sent_privacy: "What the receiver says",
    sent_where: "Where to",
    sent_what: "This is sent",
    sent_facts: ["Budget", "Day", "Number, random", "Version of data and model"],
    sent_changes: "Changes per year, rounded",
    sent_crises: "Crises switched on",
    sent_exact: "Exactly this text goes out",
    sent_not: "Not in it",
    sent_not_note: "Name, note, reasons, locks, time of day and anything of your device. As with every page on the web, the server sees your internet address when you send; it does not stand in the draft.",
    sent_ask: "Do you want to send this draft?",
    sent_number: "You cannot take it back here. If the receiver is to delete it later, they need the number; note it down for that.",
    sent_now: "Send now",
    sent_again: "Try again",
    sent_under_way: "The draft is being sent.",
    sent_arrived: |receiver| format!("It arrived. Your draft now lies with: {receiver}."),
    sent_there: |receiver| format!("It was there already. Your draft lies once with: {receiver}."),
    sent_refused: |receiver, status| {
        format!(
            "It was not accepted, with the answer {status}. Nothing of yours is lost. For questions ask: {receiver}."
        )
    },
    sent_unreached: "It did not arrive, and nothing is lost. Your draft is still here; another try does not send it twice.",
    shared_for: |town| format!("Shared draft for {town}"),
    shared_note: "Somebody sent you this draft as a link. Looking at it here changes nothing in your own.",
    empty: "This draft changes nothing in the adopted plan.",
    only_crises: "This draft changes nothing in the plan. It only shows what a crisis would do to it.",
    take: "Take over",
    take_note: |has_own| {
        if has_own {
            "Taken over, it stands in the place of your draft. “Undo” brings yours back."
        } else {
            "Taken over, it becomes your draft, which you can go on changing."
        }
    },
    taken: |had_own| {
        if had_own {
            "The shared draft is taken over. “Undo” brings your own back."
        } else {
            "The shared draft is taken over."
        }
    },
    compare: "Compare",
    leave: "Back to my draft",
    leave_start: "To the beginning",
    unknown: |count| match count {
        1 => "This budget no longer knows one of the changes; it is left out.".to_owned(),
        _ => format!("This budget no longer knows {count} of the changes; they are left out."),
    },
    unfit: "Not everything still fits:",
    otherwise: |town, is_other_model, is_other_pack| {
        let what = match (is_other_model, is_other_pack) {
            (true, true) => format!("Since it was shared, the model and the data of {town} have been changed"),
            (true, false) => "Since it was shared, the model has been changed".to_owned(),
            _ => format!("Since it was shared, data of {town} have been changed"),
        };
        format!("{what}. What stands here is computed as of today.")
    },
    same_balance: "The balance of the changes is the same as when it was shared; effects may differ.",
    other_balance: |then, now| {
        format!(
            "The balance of the changes was {then} a year when it was shared, today it is {now}; effects may differ as well."
        )
    },
    unread: "This link cannot be opened.",
    damaged: "It did not arrive as it was sent: something is missing, was added or was changed. Open it as a whole, or have it sent once more. Your own draft is unchanged.",
    newer: "It comes from a newer version of this page. Load the page again; your own draft is kept.",
    other_town: |town| format!("It belongs to another budget: {town}. Your own draft is unchanged."),
    strange_town: "It belongs to a budget that this page does not know. Your own draft is unchanged.",
    go_there: |town| format!("Open it there: {town}"),
};
