"""Sentences about printed papers: what, why, what to do."""

SENTENCES: dict[str, str] = {
    "documents.glyph_missing": (
        "“{text}” cannot be printed: no installed font has the characters {characters}. Install a"
        " font for this script ({install}), or write the text in other letters."
    ),
    "documents.font_unavailable": (
        "The fonts for printing could not be prepared in {folder}: {reason}. Free some disk space"
        " or make the folder writable, then try again."
    ),
    "documents.logo_unreadable": (
        "The logo cannot be read as a picture. Choose a PNG or JPEG file in the company settings."
    ),
    "documents.no_such_number": (
        "There is no quote, contract, invoice or credit note {number}. Check the number."
    ),
    "documents.page_unreadable": (
        "This PDF cannot be shown: it is damaged or not a PDF. Open the document again or restore"
        " the file from a backup."
    ),
}
