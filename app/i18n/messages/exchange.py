"""Sentences about files in and out: what, why, what to do."""

SENTENCES: dict[str, str] = {
    "exchange.file_unreadable": (
        "“{file}” cannot be read: {reason}. Check that it is there and not open in another program, "
        "then try again."
    ),
    "exchange.file_empty": (
        "“{file}” is empty. Choose a file with a row of column names and at least one row below it."
    ),
    "exchange.file_too_large": (
        "“{file}” has {megabytes} MB; {largest} MB are read in one piece. Split it into several files."
    ),
    "exchange.not_a_spreadsheet": (
        "“{file}” is not a table that can be read ({found}), or it is damaged. Open it in a "
        "spreadsheet program and save it as xlsx or csv."
    ),
    "exchange.file_encrypted": "“{file}” is protected by a password. Save it without one and try again.",
    "exchange.spreadsheet_too_heavy": (
        "“{file}” was not opened: unpacked it would be far larger than it looks ({what} {found}, "
        "{limit} allowed). If you trust it, save the rows you need as csv."
    ),
    "exchange.sheet_missing": "“{file}” has no sheet “{sheet}”. It has: {sheets}.",
    "exchange.broken_text": (
        "Line {line} of “{file}” holds bytes that are no {encoding} text. Save the file again as UTF-8."
    ),
    "exchange.unknown_encoding": "The letters of “{file}” cannot be read. Save the file again as UTF-8.",
    "exchange.broken_quotes": (
        "The quotes in line {line} of “{file}” do not fit: a field that begins with a quote must end "
        "with one. Mend the line, or save the file again from a spreadsheet program."
    ),
    "exchange.encoding_guessed": (
        "The file does not say how its letters are written; {encoding} was assumed. Check the names "
        "with accents."
    ),
    "exchange.delimiter_guessed": (
        "More than one sign could part the columns; “{sign}” was assumed. Check the columns, or "
        "choose the sign."
    ),
    "exchange.file_exists": (
        "“{file}” is already there. Choose another name, or say that it may be replaced."
    ),
    "exchange.file_not_written": (
        "“{file}” could not be written: {reason}. Nothing was changed; free some space or choose "
        "another folder."
    ),
    "exchange.outside_folder": (
        "“{file}” is not the name of a file in the same folder. Put the files side by side and give "
        "the plain name."
    ),
    "exchange.sheet_full": (
        "This does not fit into a workbook: {rows} rows and {longest} characters a cell at most. Save"
        " it as csv."
    ),
    "exchange.unknown_ending": (
        "“{file}” does not say how to write it. Let its name end in one of: {endings}."
    ),
    "exchange.cell_empty": "“{column}” is empty. Fill the cell, or leave the row out.",
    "exchange.too_many_cells": (
        "The row has more cells than there are columns. Put quotes around a text that holds the sign "
        "between the columns."
    ),
    "exchange.row_repeated": "Line {first} is about the same record. Keep one of the two.",
    "exchange.column_missing": (
        "“{file}” has no column for “{column}”. Say which column holds it, or give one value for all rows."
    ),
    "exchange.decimal_sign_unclear": (
        "In the column “{column}” nothing proves what “{text}” means: thousands, or decimals? Say "
        "which sign stands before the decimals."
    ),
    "exchange.decimal_sign_mixed": (
        "In the column “{column}” both “{point}” and “{comma}” stand for decimals. Write them all in one way."
    ),
    "exchange.date_order_unclear": (
        "In the column “{column}” nothing proves whether “{text}” begins with the day or with the "
        "month. Say which."
    ),
    "exchange.blanks_left_out": (
        "In the column “{column}” blanks around values were left out, as in “{text}”."
    ),
    "exchange.time_left_out": "In the column “{column}” a time of day was left out, as in “{text}”.",
    "exchange.not_a_date": "“{text}” is not a date. Write it as year-month-day, such as 2026-01-31.",
    "exchange.date_is_a_number": (
        "{text} is a number where a date belongs. Format the column as dates in the spreadsheet."
    ),
    "exchange.not_yes_or_no": "“{text}” says neither yes nor no.",
    "exchange.unknown_tax": (
        "“{text}” is neither a tax rate in percent nor one of standard, reduced, zero, exempt."
    ),
    "exchange.percent_unclear": (
        "“{text}” can be read in two ways: write {points} for {points} percent, or {text}% if you mean it."
    ),
    "exchange.list_unreadable": (
        "The quotes in the list “{text}” do not fit. Part the entries by semicolons."
    ),
    "exchange.unknown_choice": "“{text}” is none of these: {choices}.",
    "exchange.not_whole": "“{text}” must be a whole number.",
    "exchange.price_missing": "{sku} has neither a price nor a cost. Fill one of them.",
    "exchange.reduction_unclear": (
        "The offer {code} must take off either a percentage or an amount. Fill one of them."
    ),
    "exchange.offer_for_nothing": (
        "The offer {code} is for no product. Fill skus or categories, or write * under categories if it is "
        "for every product."
    ),
    "exchange.quantities_reversed": (
        "The largest quantity {high} lies below the smallest {low}. Exchange the two."
    ),
    "exchange.amount_without_currency": (
        "The offer {code} takes off an amount and does not say in which currency."
    ),
    "exchange.mapping_unreadable": "The mapping “{file}” is no TOML: {reason}.",
    "exchange.mapping_mistaken": (
        "In the mapping “{file}” the key “{key}” is missing, unknown or holds something else than {wanted}."
    ),
    "exchange.column_not_there": "“{file}” has no column “{column}”. It has: {columns}.",
    "exchange.join_ambiguous": (
        "“{file}” has a second row for “{key}” in line {line}. Say first = true where the first one "
        "is meant, or look up by one more column."
    ),
    "exchange.nothing_to_join": "“{file}” has no row that belongs to this one.",
    "exchange.rows_filtered": "Rows left out by the condition {condition}: {rows}.",
    "exchange.rows_without_match": (
        "Rows that found nothing in “{file}”: {rows}. What comes from there stays empty."
    ),
    "exchange.rows_dropped": "Rows left out because “{file}” has nothing for them: {rows}.",
    "exchange.conversion_unreadable": (
        "“{text}” does not say how many of one unit another is. Write it as XBX = 12 C62."
    ),
    "exchange.price_book_new": "The price book {code} in {currency} is made for these prices.",
    "exchange.sku_unknown": "There is no product {sku}. Import the products first, or mend the SKU.",
    "exchange.book_of_another_currency": (
        "The price book {code} holds prices in {currency}. Name a book of this currency."
    ),
    "exchange.price_book_unknown": (
        "There is no price book {code}. Leave the cell empty, or name one that is there."
    ),
    "exchange.mapping_of_another_noun": (
        "The mapping is for {noun}, but {wanted} are to be imported. Choose the mapping made for them."
    ),
    "exchange.import_refused": (
        "“{file}” was not imported; nothing was changed. Mend what is named here and import it again."
    ),
}
