import pytest

from app.i18n.formats import formats
from app.kernel.errors import AppError
from ui.settings.percents import as_kept, in_percents

ENGLISH, GERMAN, FRENCH = formats("en"), formats("de"), formats("fr")
NARROW = "\N{NARROW NO-BREAK SPACE}"
WIDE = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("kept", "english", "german"),
    [("0.15", "15%", f"15{WIDE}%"), ("0.1255", "12.55%", f"12,55{WIDE}%"), ("1", "100%", f"100{WIDE}%")],
)
def test_a_share_is_shown_as_the_reader_writes_percents(kept, english, german):
    texts = {"margin.floor": kept, "margin.target": "", "city": "0.15"}

    assert in_percents(texts, ENGLISH) == texts | {"margin.floor": english}
    assert in_percents(texts, GERMAN)["margin.floor"] == german


@pytest.mark.parametrize("form", [ENGLISH, GERMAN, FRENCH])
def test_what_is_shown_reads_back_as_it_was(form):
    texts = {"margin.floor": "0.1255", "margin.target": "0.3"}

    shown = in_percents(texts, form)

    assert {name: as_kept(name, text, form) for name, text in shown.items()} == texts


@pytest.mark.parametrize(
    ("text", "form", "kept"),
    [
        ("15", ENGLISH, "0.15"),
        (" 15 % ", ENGLISH, "0.15"),
        ("12,5 %", GERMAN, "0.125"),
        ("12.5", ENGLISH, "0.125"),
        (f"12,5{NARROW}%", FRENCH, "0.125"),
        ("0", GERMAN, "0"),
        ("100", GERMAN, "1"),
        ("", GERMAN, ""),
        ("%", GERMAN, ""),
    ],
)
def test_percents_are_read_with_and_without_their_sign(text, form, kept):
    assert as_kept("margin.floor", text, form) == kept


@pytest.mark.parametrize("text", ["much", "101", "-1", "1.234", "15 %%", "1,5,5"])
def test_what_is_no_percentage_is_refused(text):
    with pytest.raises(AppError):
        as_kept("margin.target", text, ENGLISH)


def test_other_settings_are_left_alone():
    assert as_kept("city", "15 %", ENGLISH) == "15 %"
