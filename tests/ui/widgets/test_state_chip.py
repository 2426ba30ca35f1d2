import pytest

from ui.kit.theme import tokens
from ui.kit.tokens import Tone
from ui.widgets.state_chip import Chip, StateChip

PAID = Chip("Paid", Tone.GOOD, "circle-check")


@pytest.fixture
def chip(qtbot) -> StateChip:
    chip = StateChip(PAID)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    return chip


class TestU27Chip:
    def test_has_text_icon_and_colour(self, chip):
        image = chip.grab().toImage()
        colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}

        assert {tokens().good, tokens().good_fill} <= colours
        assert chip.accessibleName() == "Paid"

    def test_is_never_cut_off(self, chip):
        longer = StateChip(Chip("In approval", Tone.WARN, "hourglass"))

        assert longer.minimumSizeHint().width() > chip.minimumSizeHint().width()

    def test_without_a_state_it_takes_no_room(self, qtbot):
        empty = StateChip(None)
        qtbot.addWidget(empty)

        assert empty.sizeHint().width() == 0
        assert empty.accessibleName() == ""

    def test_made_without_a_parent_it_opens_no_window_of_its_own(self, qtbot):
        free = StateChip(PAID)
        qtbot.addWidget(free)
        free.show_chip(PAID)

        assert not free.isVisible()
