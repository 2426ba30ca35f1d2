from app.kernel.changes import Changes
from ui.shell.page import Heading, Page, Rooms, Section


class TestPage:
    def test_needs_to_say_nothing(self, qtbot):
        page = Page(None)
        qtbot.addWidget(page)

        page.entered()
        page.refresh(Changes())
        page.left()
        assert page.heading() == Heading("")
        assert page.page_actions() == page.key_hints() == ()
        assert page.undo_stack() is None
        assert page.ready_to_close()

    def test_two_pages_of_one_kind_have_two_scopes(self, qtbot):
        pages = Page(None), Page(None)
        for page in pages:
            qtbot.addWidget(page)

        assert pages[0].scope != pages[1].scope


def test_rooms_have_no_actions_and_no_search_unless_they_say_so():
    rooms = Rooms((Section("home", lambda: "&Home", "house", Page),), {})

    assert rooms.actions(None) == ()
    assert rooms.find is None
