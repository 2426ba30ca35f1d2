"""Sentences about the window: what, why, what to do."""

SENTENCES: dict[str, str] = {
    "ui.sum_unreadable": "“{text}” is neither a number nor a sum. Type a number, or a sum such as 3*49.90+5.",
    "ui.date_unreadable": "“{text}” is no date. Type a date, or 15.4, or +30 for in thirty days.",
    "ui.print_failed": (
        "{printer} did not take the pages: {reason}. Check that it is switched on and connected, or save the"
        " PDF and print it elsewhere."
    ),
}
