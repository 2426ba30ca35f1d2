import re

import pytest

from ui.kit.theme import Mode, is_dark, style_sheet, tokens
from ui.kit.tokens import DARK, LIGHT


class TestTheme:
    def test_switches_without_a_restart(self, qtbot, qapp, theme):
        theme.choose(Mode.LIGHT)

        with qtbot.waitSignal(theme.changed):
            theme.choose(Mode.DARK)

        assert is_dark()
        assert qapp.palette().window().color().name() == DARK.canvas
        assert DARK.canvas in qapp.styleSheet()

    def test_toggling_goes_there_and_back(self, theme):
        theme.choose(Mode.LIGHT)
        theme.toggle()
        assert tokens() is DARK
        theme.toggle()
        assert tokens() is LIGHT

    def test_follows_the_system_only_in_that_mode(self, theme, monkeypatch):
        theme.choose(Mode.DARK)
        theme._follow()
        assert is_dark()

        monkeypatch.setattr("ui.kit.theme._system_tokens", lambda: LIGHT)
        theme.choose(Mode.SYSTEM)
        assert not is_dark()

    def test_the_font_size_is_a_setting(self, qapp, theme):
        theme.set_points(14)

        assert qapp.font().pointSize() == 14


class TestStyleSheet:
    @pytest.mark.parametrize("chosen", [LIGHT, DARK], ids=["light", "dark"])
    def test_every_name_is_filled_in(self, chosen):
        assert not re.findall(r"@[a-z_]+", style_sheet(chosen))

    def test_uses_no_colour_that_is_not_a_token(self):
        allowed = {*LIGHT}
        used = set(re.findall(r"#[0-9a-f]{6}\b", style_sheet(LIGHT)))

        assert used <= allowed

    def test_sets_no_font(self):
        assert "font" not in re.sub(r"/\*.*?\*/", "", style_sheet(LIGHT))
