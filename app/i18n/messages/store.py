"""Sentences about the database file: what, why, what to do."""

SENTENCES: dict[str, str] = {
    "store.code_taken": (
        "“{code}” is taken already, perhaps by something in the bin. Choose another, or take that one out of"
        " the bin."
    ),
}
