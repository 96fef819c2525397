//! Laws of drafts: what a session holds goes out by keys and comes back as it was.

use proptest::prelude::*;
use zukunftshaushalt::scenario::{Action, Draft, Session, Warning, fit, open};

use crate::cases;
use crate::towns::any_town;
use crate::wishes::{draft, session, unchecked, wishes};

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn what_is_saved_opens_as_it_was(town in any_town(), wishes in wishes()) {
        let session = session(&town, &wishes);
        let draft = session.draft(&town, "Mehr Radwege", "2026-11-22");
        let text = draft.to_json();
        prop_assert_eq!(&Draft::read(&text).unwrap(), &draft);
        let opened = open(&town, &text).unwrap();
        prop_assert_eq!(&opened.warnings, &[]);
        prop_assert_eq!(opened.fitted.scenario(), session.scenario());
        prop_assert_eq!(opened.fitted.locks(), session.locks());
        let mut other = Session::default();
        other.apply(&town, Action::Load(opened.fitted));
        prop_assert_eq!(other.draft(&town, draft.name(), &draft.saved), draft);
    }

    /// What was fitted once fits, word for word; locks are part of it, and go with the step that brought them.
    #[test]
    fn what_fits_needs_no_fitting(town in any_town(), wishes in wishes(), moves in unchecked()) {
        let opened = fit(&town, &draft(&town, &moves)).unwrap();
        prop_assert!(opened.warnings.contains(&Warning::Unknown("space".to_owned())));
        let mut session = session(&town, &wishes);
        let before = (session.shared_scenario(), session.locks().to_vec());
        session.apply(&town, Action::Load(opened.fitted.clone()));
        prop_assert_eq!(session.scenario(), opened.fitted.scenario());
        prop_assert_eq!(session.locks(), opened.fitted.locks());
        let again = fit(&town, &session.draft(&town, "", "")).unwrap();
        prop_assert_eq!(again.fitted, opened.fitted);
        prop_assert_eq!(again.warnings, []);
        if before != (session.shared_scenario(), session.locks().to_vec()) {
            session.apply(&town, Action::Undo);
            prop_assert_eq!((session.shared_scenario(), session.locks().to_vec()), before);
        }
    }
}
