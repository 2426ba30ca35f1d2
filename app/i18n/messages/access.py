"""Sentences about permissions: what, why, what to do."""

SENTENCES: dict[str, str] = {
    "access.not_permitted": (
        "You may not do this: it needs the right “{permission}”. Ask somebody with the role of an"
        " administrator, or to have that right added to your roles."
    ),
    "access.unknown_person": "Nobody here is called “{name}”. Check the spelling, or add the person.",
}
