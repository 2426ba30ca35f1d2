"""From the code of an error or a finding to a sentence: what, why, what to do.

One table per noun, in English, keyed by the code; gettext translates the sentence. ``{fields}`` name the
parameters of the error; amounts, dates and numbers are written in the reader's way. A new code needs one
line in the table of its noun (the part before the dot) and nothing else.
"""

from app.i18n.messages.sentences import codes, fields, sentence

__all__ = ["codes", "fields", "sentence"]
