"""Sentences about the database file: what, why, what to do."""

SENTENCES: dict[str, str] = {
    "store.backup_broken": (
        "The backup {file} is damaged ({reason}) and was not used. Choose another backup, and have the"
        " disk checked."
    ),
    "store.backup_newer": (
        "The backup {file} was written by a newer version of this program and was not restored: this version"
        " could read it, but not change it. Install the newer version, then restore it."
    ),
    "store.file_faulty": (
        "No backup was made: the file {file} itself does not pass the check. Have the whole file verified to"
        " see what is wrong, and restore the last backup that passes."
    ),
    "store.code_taken": (
        "“{code}” is taken already, perhaps by something in the bin. Choose another, or take that one"
        " out of the bin."
    ),
    "store.damaged": "The file {file} is damaged and was not changed. Restore the last backup.",
    "store.disk_fault": (
        "The disk or network drive with {file} cannot be read or written just now. Check the"
        " connection, then try again; what you typed is still here."
    ),
    "store.disk_full": (
        "There is no room left where {file} lies, so nothing was saved. Free some space and save"
        " again; what you typed is still here."
    ),
    "store.exists": "There is a file {file} already, and it is not overwritten. Choose another name.",
    "store.in_use": (
        "The file {file} is open in another window or program. Go on there, or close it and try again."
    ),
    "store.key_used_elsewhere": (
        "This command was sent with the key of another one ({key}). Send it again with a key of its own."
    ),
    "store.locked": "Another program is writing to {file} and takes its time. Try again in a moment.",
    "store.missing": "There is no file {file}. Check the name and the folder.",
    "store.newer": (
        "The file {file} was written by a newer version of this program, so it can be read but not"
        " changed. Install the newer version to go on working with it."
    ),
    "store.not_a_database": "The file {file} is not a company file. Choose another one.",
    "store.not_allowed": (
        "You may not open {file}. Ask whoever looks after this computer for the right to read and write it."
    ),
    "store.not_ours": "The file {file} belongs to another program. Choose a company file.",
    "store.older": (
        "The file {file} was written by an older version and must be upgraded first. Open it in the"
        " window, or run the upgrade; a backup is made before."
    ),
    "store.read_only": (
        "The file {file} or its folder may only be read, so nothing was saved. Allow writing, or copy"
        " it to another folder."
    ),
    "store.record_changed": (
        "Somebody else has saved this in the meantime. Open it again to see what changed, then repeat"
        " your change."
    ),
    "store.record_frozen": (
        "An issued document is never changed ({record}). Correct it by a credit note or a new revision."
    ),
    "store.record_gone": (
        "Something this refers to was deleted in the meantime, so nothing was saved. Choose another, then"
        " save again."
    ),
    "store.record_in_use": ("Other documents point at this, so it cannot go. It can be archived instead."),
    "store.replaced": "The file {file} was restored or upgraded while it was open here. Open it again.",
    "store.server_unreachable": (
        "The database server {server} does not answer. Check the network and the address, then try again."
    ),
    "store.upgrade_failed": (
        "The upgrade of {file} did not pass its checks ({reason}), so the file was left as it was. A"
        " backup was made; send the report to support."
    ),
    "verify.cancelled": "The check was stopped. What was checked until then is in order.",
    "verify.chain_broken": (
        "{number} no longer fits the document issued before it (place {row} in the chain). One of the"
        " two was changed; restore the last backup that passes this check."
    ),
    "verify.content_changed": (
        "{number} was changed after it was issued. Restore the last backup that passes this check."
    ),
    "verify.content_unreadable": (
        "The document after {after} cannot be read: {reason}. Restore the last backup."
    ),
    "verify.counter_broken": (
        "The counter of the series “{series}” for {year} does not match its documents. Restore the"
        " last backup that passes this check."
    ),
    "verify.date_order": (
        "{number} is dated {date}, before the document numbered before it ({last}). Restore the last"
        " backup that passes this check."
    ),
    "verify.definition_changed": (
        "“{name}” in the database is not as this version made it. Restore a backup from before the change."
    ),
    "verify.definition_missing": "“{name}” is missing in the database. Restore the last backup.",
    "verify.file_changed": (
        "The stored PDF {file} of a {kind} is not the one that left. Restore the last backup."
    ),
    "verify.rule_strays": (
        "The rule “{rule}” is filed under other products than it names, so it prices the wrong ones."
        " Open it and save it again."
    ),
    "verify.sum_differs": (
        "{number} does not add up ({check}): it says {kept}, its parts make {computed}."
        " Restore the last backup."
    ),
    "verify.index_strange": ("Row {row} of the search index belongs to nothing. Rebuild the search index."),
    "verify.journal_format_unknown": (
        "Entry {row} of the journal has a form this version does not know. Open the file with the"
        " version that wrote it."
    ),
    "verify.journal_row_changed": (
        "Entry {row} of the journal was changed. Restore the last backup that passes this check."
    ),
    "verify.journal_row_missing": (
        "Entry {row} of the journal is missing. Restore the last backup that passes this check."
    ),
    "verify.not_findable": "{label} cannot be found by search. Rebuild the search index.",
    "verify.numbers_missing": (
        "The series “{series}” has a gap or a number twice. Restore the last backup that passes this check."
    ),
    "verify.page_damaged": "The file is damaged: {reason}. Restore the last backup.",
    "verify.reference_broken": (
        "A row of {table} points at something that is not there. Restore the last backup."
    ),
    "verify.table_differs": (
        "The table “{table}” is not as this version made it. Restore a backup from before the change."
    ),
    "verify.trigger_strange": (
        "“{name}” in the database was not made by this program. Restore a backup from before it came."
    ),
}
