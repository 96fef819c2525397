use super::{Going, GroupWords};

/// "One draft" or "12 drafts".
fn drafts(count: usize, told: &str) -> String {
    if count == 1 { "One draft".to_owned() } else { format!("{told} drafts") }
}

/// "a, b and c".
fn listed(names: &[String]) -> String {
    match names.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => names.concat(),
    }
}

fn people(count: usize) -> String {
    if count == 1 { "one person".to_owned() } else { format!("{count} people") }
}

/// The English words.
pub const GROUP: GroupWords = GroupWords {
    label: "Group",
    places: ["Room", "Gather", "Overview", "Consensus", "Shared responsibility"],
    count: |count, told| [told.to_owned(), if count == 1 { "draft" } else { "drafts" }.to_owned()],
    loading: "The room is being loaded.",

    intro: "Everybody makes a draft on a device of their own. This device gathers them without a server: by camera, as files or as text. Then the page shows where you agree and where not, and helps to find the proposal with the least resistance.",
    begin_title: "Begin a room",
    number: "Number of the room",
    number_note: "Freely chosen, to recognise it. It stands in the links of the drafts.",
    begin: "Begin the room",
    stores: "From then on this browser stores the gathered drafts, what has been revealed and what the group says, so that nothing is lost on a reload. No names and no devices are stored, and of the time only the day. All of it stands under “My stored data” and can be deleted there, or here with “End the room”.",
    stores_not: "This browser has not stored everything: its storage is full or locked. The room stays open as long as you do not leave the page. Save what was gathered as a file.",
    began: |room| {
        if room.is_empty() { "The room is open.".to_owned() } else { format!("Room {room} is open.") }
    },
    steps_title: "Five steps",
    steps: [
        ["Understand", "What does the budget do, what does that cost, and how is it computed?"],
        ["Move", "Everybody on their own device: choose a goal, do something for it, find the money."],
        ["Give reasons", "A sentence for each change. Reasons stay on one's own device."],
        ["Compare", "Gather the drafts, then reveal them together."],
        ["Find consensus", "Look for the proposal that meets the least resistance."],
    ],
    join: |room| if room.is_empty() { "Join in".to_owned() } else { format!("Join in: room {room}") },
    join_note: "Whoever reads the code with a phone can make a draft. When it is done, “Share” shows it as a code.",
    timer: "Clock",
    timer_note: "It runs along and ends nothing.",
    minutes: |minutes| format!("{minutes} minutes"),
    timer_left: |minutes, seconds| format!("{minutes}:{seconds:02}"),
    timer_stop: "Pause",
    timer_go: "Go on",
    timer_over: "The time is over. Do finish what you are saying.",
    end: "End the room",
    end_ask: |count, told| {
        let are = if count == 1 { "is" } else { "are" };
        format!("{} and all that the group has said {are} deleted. This cannot be undone.", drafts(count, told))
    },
    end_go: "Delete for good",
    end_stay: "Keep the room",
    ended: "The room is ended, nothing of it is stored any more.",
    end_failed: "Not everything could be deleted. “My stored data” shows what is still there.",
    not_begun: "No room is open yet.",

    gather: "Gather drafts",
    gather_note: "Only the changes are gathered, no names. Each draft counts once, even if it comes twice.",
    camera: "Camera",
    camera_on: "Switch the camera on",
    camera_off: "Switch the camera off",
    camera_says: "Hold the code of a draft in front of the camera. The picture stays on this device and is not stored.",
    camera_missing: "The camera cannot be had: there is none, it is in use, or the browser does not allow it to this page. A photo, a file or a text does as well.",
    camera_coming: "The camera is being prepared.",
    photo: "Photo of a code",
    photo_none: "No code can be made out in this picture. Closer or with more light may help.",
    files: "Files",
    files_note: "Many at once: drag them here or choose them. Drafts, submitted drafts and collections will do.",
    files_unread: |count| match count {
        1 => "One file could not be read or is too large.".to_owned(),
        _ => format!("{count} files could not be read or are too large."),
    },
    paste: "Links or codes as text",
    paste_note: "As many as you like, one below the other or parted by blanks.",
    paste_go: "Take over",
    progress: |done, all| format!("{done} of {all} read"),
    cancel: "Cancel",
    cancelled: |left| format!("Cancelled. {left} were not read; what was there already stays."),
    undo: |deed| format!("Take back: {deed}"),
    undone: |deed| format!("Taken back: {deed}."),
    deed_gathered: |count, told| {
        if count == 1 { "one draft gathered".to_owned() } else { format!("{told} drafts gathered") }
    },
    deed_revealed: "revealed",
    deed_covered: "covered",
    deed_few: "shown although there are few drafts",
    deed_asking: "asking begun",
    deed_answered: "answer handed in",
    deed_closed: "asking ended early",
    deed_again: "new round begun",
    deed_anew: "new choice begun",
    deed_stance: "position of a department entered",
    no_draft: "This is no draft that fits in here. Below it says why.",
    taken: |new, told| {
        if new == 1 {
            format!("One draft is new. Together: {told}.")
        } else {
            format!("{new} drafts are new. Together: {told}.")
        }
    },
    nothing_new: "No new draft.",
    report: "What was not simply counted",
    again: |count, told| {
        if count == 1 {
            "Once a draft came that was there already. It counts once.".to_owned()
        } else {
            format!("{told} times a draft came that was there already. Each counts once.")
        }
    },
    unmarked: |count, told| {
        format!("{} without a mark of its own: equal ones of these count as one.", drafts(count, told))
    },
    adjusted: |count, told| {
        format!("{} adjusted: something did not fit any more and was limited or left out.", drafts(count, told))
    },
    unreadable: |count, told| {
        if count == 1 {
            "One text was no draft or arrived damaged.".to_owned()
        } else {
            format!("{told} texts were no drafts or arrived damaged.")
        }
    },
    newer: |count, told| format!("{} of a newer version of this page. Load the page again.", drafts(count, told)),
    older: |count, told| format!("{} of an older version, in which moves meant something else.", drafts(count, told)),
    other_town: |count, told, town, own| {
        format!("{} for another budget: {town}. Only {own} is counted.", drafts(count, told))
    },
    strange_town: |count, told, own| {
        format!("{} for a budget that this page does not know. Only {own} is counted.", drafts(count, told))
    },
    other_version: |count, told, town, model, pack| {
        let what = match (model, pack) {
            (true, true) => format!("another version of the model and of the data of {town}"),
            (true, false) => "another version of the model".to_owned(),
            _ => format!("another version of the data of {town}"),
        };
        format!("{} by {what}. Different versions are not added up.", drafts(count, told))
    },
    full: |count, told| format!("{} more than a room holds.", drafts(count, told)),
    take_away: "To take away and count again",
    take_away_note: "Without names, in a random order. Whoever counts with it does not need this page.",
    as_csv: "All changes as a table (CSV)",
    as_pb: "For counting programs (.pb)",
    as_file: "The collection as a file",

    covered: |count, told| format!("{} gathered, still covered", drafts(count, told)),
    covered_note: "What the others want everybody sees at the same time, as soon as you reveal it.",
    reveal: "Reveal",
    cover: "Cover again",
    none_yet: "No draft is gathered yet.",
    few: |count| {
        if count == 1 {
            "One draft alone stays covered".to_owned()
        } else {
            format!("Only {count} drafts stay covered")
        }
    },
    few_note: |least| {
        format!(
            "With fewer than {least} drafts one could easily guess who wants what. The result is shown only if everybody agrees who made one of them."
        )
    },
    few_agreed: "Everybody agrees: show it all the same",
    agreed: |agreed, apart| format!("Agreed {agreed}, divided {apart}"),
    at: |names| format!("on {}", listed(names)),
    agreed_all: |agreed| format!("Agreed {agreed}"),
    agreed_none: |apart| format!("Agreed on no goal, furthest apart {apart}"),
    all_same: "All drafts leave the goals as the plan has them",
    each_dot: |per, is_own| {
        let dot = if per == "1" {
            "Each dot is a draft.".to_owned()
        } else {
            format!("Each dot stands for up to {per} drafts.")
        };
        if is_own { format!("{dot} The ring shows the draft on this device.") } else { dot }
    },
    counted_as: "What counts is the yearly amount of each change, as it stands under “Compare”: everyday money and investment together, grants not taken off, whatever years it holds for. What stays unchanged stands on the line.",
    scale: |end, is_more| {
        let more = if is_more { " and more" } else { "" };
        format!("The edge stands for {end} a year{more}.")
    },
    agree_here: "Here you agree",
    apart_here: "Here opinions differ",
    axis: ["less", "plan", "more"],
    going: |going, all, way| {
        let many = if going == "1" {
            ("gives more", "gives less", "leaves it so")
        } else {
            ("give more", "give less", "leave it so")
        };
        let said = match way {
            Going::More => many.0,
            Going::Less => many.1,
            Going::Same => many.2,
        };
        [format!("{going} of {all}"), said.to_owned()]
    },
    both: |more, less, same| [format!("{more} more, {less} less,"), format!("{same} unchanged")],
    untouched: |count, names| {
        if count == 1 {
            format!("One further goal all have left unchanged: {names}.")
        } else {
            format!("{count} further goals all have left unchanged: {names}.")
        }
    },
    things: "By measure, tax and fee as well",
    things_note: "Of taxes and fees counts what they bring in more or less a year.",
    most_chosen: "Chosen most often",
    most_cut: "Cut most often",
    nobody: "Nobody.",
    table: "All numbers as a table",
    table_head: [
        "What",
        "more",
        "less",
        "unchanged",
        "mean",
        "median",
        "middle half",
        "levelled median",
        "this device",
    ],
    table_note: "Euros a year against the plan. The median stands in the middle: one half gives more, the other less. Medians mostly do not add up. The levelled median is computed afterwards: for all goals the same place of the row instead of the middle, chosen so that their sum is that of the means.",
    range: |low, high| if low == high { low.to_owned() } else { format!("{low} to {high}") },
    mean: "How the mean adds up",
    mean_note: "The mean is covered as well as the drafts are on average.",
    mean_head: ["Mean of all drafts", "euros a year"],
    mean_rows: [
        "Taxes and fees",
        "Money for all goals and the administration",
        "of it investment, which is no part of the balance",
        "of it paid by others",
        "Balance of the changes",
    ],
    mean_cover: |balance, missing| match missing {
        None => "On average the changes are covered.".to_owned(),
        Some(true) => format!("On average {balance} a year are missing."),
        Some(false) => format!("On average {balance} a year are left over."),
    },

    consensus: "Find the least resistance",
    consensus_note: "Everybody says of each proposal how much in them speaks against it: 0 is no resistance, 10 unacceptable. Of everything staying as it is as well. What carries furthest is what least speaks against.",
    stays: "Everything stays as it is",
    choose: "Which drafts are to be weighed?",
    choose_note: |least, most| format!("Choose {least} to {most}. “Everything stays as it is” is always among them."),
    choose_more: |shown, all| format!("The first {shown} of {all} are listed."),
    own_draft: "Draft on this device",
    draft_number: |number, what| format!("Draft {number} ({what})"),
    as_planned: "as planned",
    more_of: |name| format!("more: {name}"),
    less_of: |name| format!("less: {name}"),
    people: "How many people answer?",
    begin_asking: "Begin to ask",
    not_enough: |least, most| format!("This takes {least} to {most} drafts and at least one person."),
    person: |at, all| format!("Person {at} of {all}"),
    ask: "How much resistance do you feel?",
    ends: ["no resistance", "unacceptable"],
    resistance: |value, option| format!("Resistance {value} to: {option}"),
    hand_in: "Hand in",
    hand_in_missing: |count| {
        if count == 1 {
            "One proposal still lacks a number.".to_owned()
        } else {
            format!("{count} proposals still lack a number.")
        }
    },
    handed_in: "Thank you, your answer is in. Please hand the device on.",
    next_person: "I am the next person",
    secret: |count, told| {
        if count == 1 {
            "One answer is in. Nothing is seen before all are in.".to_owned()
        } else {
            format!("{told} answers are in. Nothing is seen before all are in.")
        }
    },
    close_early: |told| format!("Nobody else will come: go on with {told}"),
    least: |names| match names {
        [one] => format!("Least resistance: {one}"),
        _ => format!("Least resistance, level: {}", listed(names)),
    },
    least_stays: "Least speaks against everything staying as it is",
    least_tie_stays: |names| {
        format!("Equally little speaks against {} and against everything staying as it is", listed(names))
    },
    high: |most, name| {
        format!("Somebody has {most} against “{name}”. Ask: what would it need for this resistance to fall?")
    },
    closing: "Ask at the end: is there anybody who cannot live with it?",
    round: |round, count| format!("Round {round}, {}", people(count)),
    result_head: ["Rank", "Proposal", "resistance in total", "per person", "deviation", "from … to"],
    rank: |rank, is_tied| if is_tied { format!("{rank} (level)") } else { rank.to_string() },
    from_to: |low, high| if low == high { low.to_string() } else { format!("{low} to {high}") },
    second_round: "Ask another round",
    open_draft: |name| format!("Open “{name}” as a draft"),
    opened: |name| format!("“{name}” is open. “Undo” brings your own draft back."),
    new_question: "Choose other drafts",

    responsibility: "Shared responsibility",
    responsibility_note: "No goal belongs to one department alone. The table shows which share of the money for a goal lies in which department. Each department says whether it carries the goal.",
    no_departments: |town| {
        format!(
            "The data of {town} do not say which department spends which money. That is why there is no table here; it does not mean that nobody is responsible."
        )
    },
    stances: ["open", "carries it", "on a condition", "does not carry it"],
    share: |percent| format!("{percent}%"),
    no_share: "no money",
    stance_of: |department, goal| format!("{department}, {goal}"),
    stances_said: |carries, condition, not| {
        format!("So far: carries it {carries} times, on a condition {condition} times, does not carry it {not} times.")
    },
    goal: "Goal",

    paper: "What the group says of it",
    paper_round: |round, count, least| {
        let have = if count == 1 { "has" } else { "have" };
        format!("In round {round}, {} {have} told their resistance from 0 to 10. {least}.", people(count))
    },
    paper_is: |name| format!("This draft is the proposal “{name}”."),
    paper_is_none: "This draft was not among the proposals.",
    paper_note: "The group itself decided who was asked; the result stands for the group and for nobody else. It is no vote of the council.",
    to_paper: "To the paper for the council, which holds the result",
    stored_drafts: |count, town| format!("Gathered drafts of a room ({count}), {town}"),
    stored_talk: "What was revealed, asked and answered in a room",

    room_link: |room| {
        format!(
            "This code carries the number of room {room} and a random mark, so that your draft counts there once. The same draft keeps it as long as this page is open, also when it is loaded anew."
        )
    },
    to_group: "Gather the drafts of many",
};
