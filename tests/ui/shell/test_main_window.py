import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from app.kernel.changes import Changes
from app.kernel.errors import RuleViolation
from tests.support.ui_shell import QUOTE, SECTIONS, ADocument, AList, a_session, some_rooms
from ui.kit.errors import MessageDialog
from ui.kit.language import speak
from ui.kit.progress import LongJob
from ui.kit.settings import WindowSettings
from ui.shell.main_window import SMALLEST, MainWindow
from ui.shell.status_line import SaveState

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Refused(RuleViolation):
    code = "tests.refused"


def press(window, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.focusWidget() or window, key, modifiers)


class TestGoingPlaces:
    @pytest.mark.parametrize("at", range(8))
    def test_ctrl_and_a_number_show_a_section(self, window, at):
        press(window, Qt.Key(Qt.Key.Key_1 + at), CTRL)

        assert window.page.name == SECTIONS[at][0]
        assert window.sidebar.buttons[SECTIONS[at][0]].isChecked()

    def test_alt_left_goes_back(self, window):
        window.open_section("quotes")
        window.open(QUOTE)

        press(window, Qt.Key.Key_Left, ALT)
        assert window.page.name == "quotes"
        press(window, Qt.Key.Key_Left, ALT)
        assert window.page.name == "home"
        press(window, Qt.Key.Key_Left, ALT)
        assert window.page.name == "home"

    def test_a_document_is_opened_once_and_kept(self, window):
        window.open(QUOTE)
        first = window.page
        window.open_section("home")
        window.open(QUOTE)

        assert window.page is first

    def test_the_section_of_an_open_document_stays_marked(self, window):
        window.open(QUOTE)

        assert window.sidebar.buttons["quotes"].isChecked()

    def test_the_trail_leads_up(self, window):
        window.open(QUOTE)
        step = next(b for b in window.header.findChildren(QAbstractButton) if b.text() == "Quotes")
        QTest.mouseClick(step, Qt.MouseButton.LeftButton)

        assert window.page.name == "quotes"

    def test_ctrl_w_closes_a_document_but_no_section(self, window):
        window.open(QUOTE)
        press(window, Qt.Key.Key_W, CTRL)
        assert window.page.name == "home"

        press(window, Qt.Key.Key_W, CTRL)
        assert window.page.name == "home"

    def test_before_a_file_is_open_there_is_nothing_to_show(self, qtbot, theme, settings):
        window = MainWindow(some_rooms(), theme, settings)
        qtbot.addWidget(window)
        window.open_section("quotes")

        assert window.page is None


class TestFocus:
    def test_comes_to_the_first_field_of_a_page_that_puts_it_nowhere_itself(self, window):
        window.sidebar.buttons["home"].setFocus()
        window.open(QUOTE)

        assert window.focusWidget() is window.page.field

    def test_stays_where_a_page_put_it(self, window):
        window.open_section("quotes")

        assert window.focusWidget() is window.page.field


class TestHeader:
    def test_shows_title_state_and_the_one_primary_action(self, window):
        window.open(QUOTE)
        assert window.header.title.text() == "Q-2026-0007"
        assert window.header.chip.chip.text == "Draft"
        assert window.header.primary_button is None

        window.open_section("quotes")
        assert window.header.primary_button.accessibleName() == "New"

    def test_the_primary_button_runs_the_pages_action(self, window):
        window.open_section("quotes")
        QTest.mouseClick(window.header.primary_button, Qt.MouseButton.LeftButton)

        assert window.page.done == ["new"]

    def test_each_page_has_its_own_ctrl_n(self, window):
        window.open_section("quotes")
        window.open_section("invoices")
        press(window, Qt.Key.Key_N, CTRL)

        assert window.page.done == ["new"]
        assert window.navigation.pages[1].done == []

    def test_the_title_of_the_window_names_document_and_company(self, window):
        window.open(QUOTE)

        assert window.windowTitle().startswith("Q-2026-0007 – Acme Tools")


class TestU22Undo:
    def test_the_menu_names_the_step_and_ctrl_z_takes_it_back(self, window):
        window.open(QUOTE)
        document = window.page.document
        assert not window.actions_of_window.action("edit.undo").isEnabled()

        document.apply("Change quantity", lambda text: text + "x")
        assert window.actions_of_window.action("edit.undo").text() == "&Undo Change quantity"

        window.page.setFocus()
        QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
        assert document.current == ""
        QTest.keyClick(window, Qt.Key.Key_Z, CTRL | SHIFT)
        assert document.current == "x"


class TestMessages:
    def test_a_toast_offers_undo(self, qtbot, window):
        undone = []
        window.notify("Moved to the bin", lambda: undone.append(1))
        assert window._toasts.text == "Moved to the bin"

        QTest.mouseClick(window._toasts.undo_button, Qt.MouseButton.LeftButton)
        assert undone == [1]
        assert window._toasts.text == ""

    def test_a_refused_command_says_why_and_the_page_stays(self, qtbot, window):
        def refuse(_uow, _act):
            raise Refused

        window.session.run(refuse)

        qtbot.waitUntil(lambda: bool(window.findChildren(MessageDialog)))
        window.findChildren(MessageDialog)[0].close()
        assert window.page.name == "home"

    def test_pages_hear_what_was_written(self, window):
        window.session.touched(Changes(frozenset({QUOTE})))

        assert window.page.done == ["refreshed"]

    def test_u35_long_work_shows_in_the_status_line(self, qtbot, window):
        job = LongJob("Import", lambda _report, _cancelled: None)
        with qtbot.waitSignal(job.ended):
            window.session.run_long(job)

        assert window.status.progress is not None


class TestClosing:
    def test_waits_for_a_page_that_is_saving(self, qtbot, window):
        window.open(QUOTE)
        window.page.saved = False

        window.close()
        assert window.isVisible()

        window.page.saved = True
        with qtbot.waitSignal(window.closed):
            window.session.save_state.emit(SaveState.SAVED)
        assert not window.isVisible()

    def test_remembers_where_it_was(self, qtbot, theme, settings, window):
        window.resize(1000, 700)  # the screen of the tests is 800 wide, which the width is cut to
        window.close()

        again = MainWindow(some_rooms(), theme, WindowSettings(settings._file))
        qtbot.addWidget(again)
        assert again.height() == 700


class TestLooks:
    def test_ctrl_shift_l_switches_light_and_dark_and_is_remembered(self, window, settings):
        before = window.theme.mode
        press(window, Qt.Key.Key_L, CTRL | SHIFT)

        assert window.theme.mode is not before
        assert settings.text("look/mode") == window.theme.mode.value

    def test_the_status_line_switches_too(self, window):
        before = window.theme.mode
        QTest.mouseClick(window.status._look, Qt.MouseButton.LeftButton)

        assert window.theme.mode is not before

    def test_u40_it_can_be_made_as_small_as_960_by_600(self, window):
        window.resize(*SMALLEST)

        assert (window.width(), window.height()) == SMALLEST

    def test_text_grows_and_shrinks(self, qapp, window):
        before = qapp.font().pointSize()
        window.actions_of_window.action("window.larger").trigger()
        assert qapp.font().pointSize() == before + 1
        window.actions_of_window.action("window.smaller").trigger()
        assert qapp.font().pointSize() == before


class TestU38Accessibility:
    def test_everything_that_takes_the_focus_has_a_name(self, window):
        window.open(QUOTE)
        nameless = [
            widget
            for widget in window.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isVisible()
            and not widget.accessibleName()
            and not (isinstance(widget, QAbstractButton) and widget.text())
        ]

        assert nameless == []

    def test_labels_show_plain_text(self, window):
        window.open(QUOTE)

        formats = {label.textFormat() for label in window.findChildren(QLabel) if label.text()}
        assert formats == {Qt.TextFormat.PlainText}

    def test_tab_reaches_the_page(self, window):
        window.sidebar.buttons["home"].setFocus()
        for _ in range(30):
            press(window, Qt.Key.Key_Tab)
            if isinstance(window.focusWidget(), QLineEdit):
                break

        assert window.focusWidget() is window.page.field


class TestU32Shortcuts:
    def test_what_the_user_changed_is_remembered(self, qtbot, theme, settings, window):
        window.actions_of_window.change_shortcut("window.palette", "Ctrl+P")
        window.close()

        again = MainWindow(some_rooms(), theme, WindowSettings(settings._file))
        qtbot.addWidget(again)
        assert again.actions_of_window.action("window.palette").shortcut().toString() == "Ctrl+P"


def test_a_page_opened_under_a_key_is_found_again(window):
    window.open_page("wizard", lambda frame: AList(frame, "wizard"))
    first = window.page
    window.open_section("home")
    window.open_page("wizard", lambda frame: AList(frame, "other"))

    assert window.page is first


def test_two_windows_share_a_session(qtbot, theme, settings):
    session = a_session()
    windows = [MainWindow(some_rooms(), theme, settings) for _ in range(2)]
    for window in windows:
        qtbot.addWidget(window)
        window.attach(session)
        window.open(QUOTE)

    assert isinstance(windows[0].page, ADocument)
    assert windows[0].page is not windows[1].page


class TestU41Language:
    @pytest.fixture(autouse=True)
    def _english_afterwards(self):
        yield
        speak("en")

    def test_open_pages_are_made_again_and_the_way_back_stays(self, window):
        window.open_section("quotes")
        window.open(QUOTE)
        before = window.page
        speak("xx")

        assert window.page is not before
        assert window.navigation.current_key == QUOTE
        window.back()
        assert window.page.name == "quotes"

    def test_a_page_with_unsaved_work_is_kept(self, window):
        window.open(QUOTE)
        before = window.page
        before.unsaved = True
        speak("xx")

        assert window.page is before

    def test_a_page_opened_under_a_key_of_its_own_is_kept(self, window):
        window.open_page("wizard", lambda frame: AList(frame, "wizard"))
        before = window.page
        speak("xx")

        assert window.page is before
