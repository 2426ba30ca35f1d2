"""Sentences about formulas: where the fault is, what it is, what to do."""

SENTENCES: dict[str, str] = {
    "formulas.argument_count": (
        "Line {line}, column {column}: “{name}” takes {least} to {most} values and was given {found}. Add or"
        " remove some."
    ),
    "formulas.comparison_chained": (
        "Line {line}, column {column}: two comparisons stand in a row. Write “a < b and b < c”."
    ),
    "formulas.division_by_zero": (
        "Line {line}, column {column}: the divisor is zero here. Ask for it first: if(a = 0, …, b / a)."
    ),
    "formulas.empty": "There is no formula. Write one, such as list_price * (1 - 15 %).",
    "formulas.ends_too_early": (
        "Line {line}, column {column}: the formula ends where a value or a parenthesis is still missing."
        " Complete it."
    ),
    "formulas.lookup_missed": (
        "The lookup table “{table}” has no row for {keys}. Add the row, or ask for it under a condition."
    ),
    "formulas.number_too_long": (
        "Line {line}, column {column}: this number is longer than {longest} characters. Write a shorter one."
    ),
    "formulas.percent_wanted": (
        "Line {line}, column {column}: a percentage belongs here. Write 15 % instead of 15."
    ),
    "formulas.table_not_named": (
        "Line {line}, column {column}: a lookup begins with the code of its table between quotation marks."
        ' Write lookup("FREIGHT", …).'
    ),
    "formulas.text_not_closed": (
        "Line {line}, column {column}: this text has no second quotation mark. Add it."
    ),
    "formulas.too_deep": (
        "Line {line}, column {column}: more than {deepest} parentheses, functions or operators are nested"
        " here. Take a part out, into a condition or a lookup table."
    ),
    "formulas.unexpected": (
        "Line {line}, column {column}: “{found}” does not belong here. Is an operator, a comma or a"
        " parenthesis missing before it?"
    ),
    "formulas.units_differ": (
        "Line {line}, column {column}: {left} and {right} cannot be put together. Give both the same unit."
    ),
    "formulas.unknown_character": (
        "Line {line}, column {column}: “{character}” belongs to no formula. Remove it, or write it as a text"
        " between quotation marks."
    ),
    "formulas.unknown_field": (
        "Line {line}, column {column}: there is no field “{name}”. Check the spelling, or choose one from the"
        " list."
    ),
    "formulas.unknown_function": (
        "Line {line}, column {column}: there is no function “{name}”. Use min, max, abs, if, known, lookup,"
        " round_currency or round_price."
    ),
    "formulas.unknown_table": (
        "Line {line}, column {column}: there is no lookup table “{table}”. Check the spelling, or add the"
        " table."
    ),
    "formulas.value_missing": (
        "“{name}” is not known here, and the formula needs it. Add the value, or ask for it first:"
        " known({name})."
    ),
    "formulas.wrong_kind": (
        "Line {line}, column {column}: {expected} belongs here, and this is {found}. Change the formula."
    ),
}
