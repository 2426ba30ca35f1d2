import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from app.assets import asset
from ui.kit.icons import icon, pixmap, refresh_icons, set_icon
from ui.kit.theme import Mode


def inks(picture) -> set[str]:
    image = picture.toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


class TestIcons:
    def test_are_drawn_in_the_colour_asked_for(self, qapp):
        assert inks(pixmap("check", "#ff0000", 48)) == {"#ff0000"}

    def test_are_drawn_once_per_colour_and_size(self, qapp):
        assert pixmap("plus", "#112233", 18) is pixmap("plus", "#112233", 18)

    def test_one_that_is_not_shipped_is_a_bug(self, qapp):
        with pytest.raises(FileNotFoundError):
            icon("no-such-icon")

    def test_every_icon_shipped_can_be_tinted(self, qapp):
        for file in asset("icons").glob("*.svg"):
            assert "currentColor" in file.read_text(encoding="utf-8"), file.name

    def test_follow_the_theme(self, qtbot, theme):
        button, action = QPushButton(), QAction()
        qtbot.addWidget(button)
        button.addAction(action)
        set_icon(button, "plus")
        set_icon(action, "plus")
        light = button.icon().cacheKey(), action.icon().cacheKey()

        theme.choose(Mode.DARK)
        refresh_icons()

        assert button.icon().cacheKey() != light[0]
        assert action.icon().cacheKey() != light[1]
