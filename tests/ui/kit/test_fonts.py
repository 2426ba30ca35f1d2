import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QTableWidget,
    QWidget,
)

from ui.kit.fonts import (
    HEAVY_WEIGHT,
    LARGEST,
    LIGHT_WEIGHT,
    SMALLEST,
    Type,
    font,
    load_family,
    set_type,
    use_size,
)
from ui.kit.theme import Mode


@pytest.mark.usefixtures("theme")
class TestTypeScale:
    def test_only_two_weights_are_used(self):
        assert {role.value[1] for role in Type} == {LIGHT_WEIGHT, HEAVY_WEIGHT}

    def test_numbers_have_tabular_figures(self, qapp):
        use_size(load_family(), 10)
        metrics_font = font(Type.NUMBER)

        assert QFont.Tag("tnum") in metrics_font.featureTags()

    def test_titles_are_larger_than_text(self, qapp):
        assert font(Type.TITLE).pointSizeF() > font(Type.HEADING).pointSizeF() > font(Type.BODY).pointSizeF()

    def test_u40_the_size_can_be_8_to_20_points_and_reaches_widgets_that_stand(self, qtbot):
        label = QLabel("Total")
        qtbot.addWidget(label)
        set_type(label, Type.HEADING)

        use_size("", 20)
        large = label.font().pointSizeF()
        use_size("", 8)

        assert large > label.font().pointSizeF()

    @pytest.mark.parametrize("kind", [QLabel, QPushButton, QLineEdit, QTabBar, QPlainTextEdit, QTableWidget])
    def test_u40_what_stands_without_a_role_follows_too_also_under_the_style_sheet(self, qtbot, theme, kind):
        theme.choose(Mode.LIGHT)
        window = QWidget()
        qtbot.addWidget(window)
        child = kind(window)
        window.show()

        use_size("", 20)

        assert child.font().pointSize() == 20

    @pytest.mark.parametrize(("asked", "got"), [(1, SMALLEST), (99, LARGEST)])
    def test_absurd_sizes_are_clamped(self, qapp, asked, got):
        use_size("", asked)

        assert QApplication.font().pointSize() == got
