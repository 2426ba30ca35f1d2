from ui.kit.theme import Mode
from ui.kit.tokens import Tone
from ui.quotes.notice import Notice, Way


def test_says_why_and_offers_the_ways(qtbot):
    notice = Notice()
    qtbot.add_widget(notice)
    gone: list[str] = []

    notice.show_notice("It was sent.", (Way("Revise", lambda: gone.append("revised")),))
    notice.ways["Revise"].click()

    assert (notice.text, notice.accessibleName(), gone) == ("It was sent.", "It was sent.", ["revised"])


def test_a_newer_sentence_takes_the_place_of_the_old(qtbot):
    notice = Notice()
    qtbot.add_widget(notice)
    notice.show_notice("one", (Way("a", int),))

    notice.show_notice("two", (Way("b", int), Way("c", int)), Tone.BAD, "circle-alert")

    assert (notice.text, list(notice.ways)) == ("two", ["b", "c"])


def test_is_drawn_in_both_themes(qtbot, theme):
    notice = Notice()
    qtbot.add_widget(notice)
    notice.show_notice("It was sent.")
    light = notice.grab().toImage()

    theme.choose(Mode.DARK)

    assert notice.grab().toImage() != light
