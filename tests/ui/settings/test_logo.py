from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPixmap

from ui.settings.logo import LogoBox


def a_picture() -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixmap = QPixmap(400, 40)
    pixmap.fill()
    pixmap.save(buffer, "PNG")
    return bytes(buffer.data())


def test_shows_the_picture_in_its_proportions(qtbot):
    box = LogoBox()
    qtbot.add_widget(box)

    box.show_picture(a_picture())

    assert box.picture.pixmap().width() == 10 * box.picture.pixmap().height()
    assert box.remove.isVisibleTo(box)


def test_without_a_picture_there_is_nothing_to_remove(qtbot):
    box = LogoBox()
    qtbot.add_widget(box)

    box.show_picture(b"")

    assert not box.remove.isVisibleTo(box)
    assert not box.picture.isVisibleTo(box)
