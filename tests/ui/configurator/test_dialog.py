from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.performance.configurator import a_machine
from tests.support.configurator import configured
from ui.configurator.rows import Kind
from ui.configurator.solved import Value
from ui.kit.theme import Mode
from ui.widgets.amount_edit import AmountEdit

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LARGE, FAN, QUIET = ("Processor", "CPU-L"), ("Extras", "FAN"), ("Extras", "QUIET")


class TestByKeyboard:
    def test_a_computer_is_put_together_and_taken(self, configure, qtbot):
        dialog = configure()
        taken = []
        dialog.taken.connect(taken.append)
        options = dialog.options
        options.setFocus()
        dialog.presenter.tell("region", "EU")
        qtbot.waitUntil(lambda: not dialog.presenter.is_waiting)

        qtbot.keyClick(options, Key.Key_Down)
        qtbot.keyClick(options, Key.Key_Space)
        qtbot.keyClick(options, Key.Key_Down)
        qtbot.keyClick(options, Key.Key_5)
        field = options.findChild(AmountEdit)
        qtbot.keyClick(field, Key.Key_Return)
        qtbot.waitUntil(lambda: dialog.presenter.configuration.at(("Memory", "RAM")).quantity == 5)
        options.go_to(FAN)
        qtbot.keyClick(options, Key.Key_Space)
        qtbot.waitUntil(lambda: not dialog.presenter.is_waiting)
        qtbot.keyClick(options, Key.Key_Return, CTRL)

        assert {LARGE, FAN} < taken[0].places
        assert dialog.total.text() == "€580.00"

    def test_arrows_pass_over_headings(self, configure, qtbot):
        dialog = configure()
        options = dialog.options
        options.setFocus()

        seen = []
        for _ in range(4):
            seen.append(options.row.text)
            qtbot.keyClick(options, Key.Key_Down)

        assert seen == ["CPU-S", "CPU-L", "RAM", "DISK"]

    def test_control_and_arrows_go_from_card_to_card(self, configure, qtbot):
        dialog = configure()
        options = dialog.options
        options.setFocus()

        qtbot.keyClick(options, Key.Key_Down, CTRL)
        qtbot.keyClick(options, Key.Key_Down, CTRL)

        assert options.row.text == "FAN"

    def test_a_closed_option_is_reached_and_says_why(self, configure, qtbot):
        dialog = configure()
        dialog.presenter.toggle(FAN)
        qtbot.waitUntil(lambda: not dialog.presenter.is_waiting)

        dialog.options.go_to(QUIET)
        qtbot.waitUntil(lambda: "NOISE" in dialog.why.text())

        index = dialog.options.currentIndex()
        assert "NOISE" in index.data(Qt.ItemDataRole.ToolTipRole)
        assert "not open" in index.data(Qt.ItemDataRole.AccessibleTextRole)

    def test_a_step_is_undone_and_made_again(self, configure):
        dialog = configure()
        dialog.presenter.toggle(FAN)
        undo, redo, _take = dialog.actions()

        undo.trigger()
        after_undo = dialog.presenter.configuration.places
        redo.trigger()

        assert FAN not in after_undo
        assert FAN in dialog.presenter.configuration.places


class TestStates:
    def test_an_invalid_one_is_marked_and_cannot_be_taken(self, configure, qtbot):
        dialog = configure(configuration=configured(LARGE, region="US"))

        with qtbot.assertNotEmitted(dialog.taken):
            dialog.take.click()
            dialog.actions()[2].trigger()

        assert "Mend it first" in dialog.marked.text()
        assert not dialog.take.isEnabled()

    def test_mend_it_makes_it_valid(self, configure, qtbot):
        dialog = configure(configuration=configured(LARGE, region="US"))

        dialog.side.mend.click()
        qtbot.waitUntil(lambda: not dialog.presenter.is_waiting)

        assert dialog.presenter.solved.is_valid
        assert not dialog.side.mend.isVisible()
        assert dialog.side.state.text() == "Everything fits together."

    def test_a_finding_leads_to_its_place(self, configure):
        dialog = configure()

        dialog.side.jump_wanted.emit("Extras")
        at_card = dialog.options.row.text
        dialog.side.jump_wanted.emit("users")

        assert at_card == "FAN"
        assert dialog.focusWidget() is dialog.asked.fields["users"]

    def test_nothing_chosen_says_what_to_do(self, configure):
        dialog = configure(configuration=configured())

        assert dialog.side._nothing.isVisible()
        assert dialog.total.text() == "€0.00"

    def test_a_value_that_is_closed_is_not_taken_and_says_why(self, configure, qtbot):
        dialog = configure(configuration=configured(("Processor", "CPU-S"), QUIET))
        region = dialog.asked.fields["region"]
        index = region.findText("US – not open")

        region.setCurrentIndex(index)
        region.activated.emit(index)
        qtbot.waitUntil(lambda: "SMALL" in dialog.presenter.reason(Value("region", "US")))

        assert dialog.presenter.configuration.values.get("region") is None
        assert "SMALL" in dialog.why.text()


class TestTwoHundredOptions:
    def test_paints_and_explains_only_what_is_in_sight(self, configure, qtbot):
        dialog = configure(a_machine())
        presenter = dialog.presenter
        closed = [row for row in presenter.rows if row.closed]
        asked = []
        explain = presenter.explain
        presenter.explain = lambda wanted: (asked.extend(wanted := list(wanted)), explain(wanted))

        dialog.options._explain_shown()

        rows = [row for row in presenter.rows if row.kind is Kind.OPTION]
        assert len(rows) > 150
        assert len(asked) <= min(len(closed), 30)

    def test_every_focusable_widget_has_a_name(self, configure):
        dialog = configure()
        QApplication.processEvents()

        named = [dialog.options, dialog.side.priced, *dialog.asked.fields.values()]

        assert all(widget.accessibleName() for widget in named)

    def test_is_as_good_in_the_dark(self, configure, theme):
        dialog = configure()
        theme.choose(Mode.DARK)

        assert not dialog.grab().isNull()
