//! Modal dialogs.

use web_sys::HtmlDialogElement;

/// Opens or closes a modal dialog.
pub fn show(dialog: &HtmlDialogElement, open: bool) {
    if open && !dialog.open() {
        let _ = dialog.show_modal();
        // One that is read before it is used takes the focus itself: its first link may lie far below its beginning.
        if dialog.has_attribute("tabindex") {
            let _ = dialog.focus();
            dialog.set_scroll_top(0);
        }
    } else if !open && dialog.open() {
        dialog.close();
    }
}
