import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.kit.undo import EditedDocument

Words = tuple[str, ...]


def a_document(shown: list[Words] | None = None) -> EditedDocument[Words]:
    return EditedDocument((), (shown if shown is not None else []).append)


def adding(word: str):
    return lambda words: (*words, word)


def replacing_last(word: str):
    return lambda words: (*words[:-1], word)


class TestU22Undo:
    def test_shows_the_document_before_and_after(self, qapp):
        shown: list[Words] = []
        document = a_document(shown)

        document.apply("add", adding("a"))
        document.undo()
        document.redo()

        assert shown == [("a",), (), ("a",)]

    def test_names_the_step_for_the_menu(self, qapp):
        document = a_document()

        document.apply("Change quantity", adding("a"))

        assert document.stack.undoText() == "Change quantity"

    def test_keeps_at_least_100_steps(self, qapp):
        document = a_document()
        for number in range(150):
            document.apply("add", adding(str(number)))

        for _ in range(150):
            document.undo()

        assert document.current == ()

    def test_typing_in_one_cell_is_one_step_until_the_focus_leaves(self, qapp):
        document = a_document()
        document.apply("add", adding(""))

        for typed in ("1", "15", "150"):
            document.apply("type", replacing_last(typed), key=("row", "quantity"))
        document.seal()
        document.apply("type", replacing_last("7"), key=("row", "quantity"))

        assert document.stack.count() == 3
        document.undo()
        assert document.current == ("150",)
        document.undo()
        assert document.current == ("",)

    def test_typing_back_to_the_start_leaves_no_step(self, qapp):
        document = a_document()
        document.apply("add", adding("1"))

        document.apply("type", replacing_last("12"), key="cell")
        document.apply("type", replacing_last("1"), key="cell")

        assert document.stack.count() == 1

    def test_an_edit_that_changes_nothing_is_no_step(self, qapp):
        document = a_document()

        document.apply("nothing", lambda words: words)
        document.undo()
        document.redo()

        assert document.stack.count() == 0

    def test_an_edit_that_refuses_leaves_document_and_stack_alone(self, qapp):
        document = a_document()

        with pytest.raises(ZeroDivisionError):
            document.apply("bad", lambda words: words[: 1 // 0])

        assert document.current == ()
        assert document.stack.count() == 0


class TestSaving:
    def test_knows_whether_the_state_shown_is_stored(self, qapp):
        document = a_document()
        document.apply("add", adding("a"))

        document.mark_saved()
        assert document.is_saved

        document.apply("add", adding("b"))
        assert not document.is_saved
        document.undo()
        assert document.is_saved

    def test_an_edit_after_undo_forgets_the_stored_state_beyond_it(self, qapp):
        document = a_document()
        document.apply("add", adding("a"))
        document.mark_saved()
        document.undo()

        document.apply("add", adding("b"))

        assert not document.is_saved
        assert document.stack.redoText() == ""

    def test_carries_what_an_undo_must_not_bring_back(self, qapp):
        document = EditedDocument(
            ("rev0", "a"), lambda _document: None, carry=lambda now, restored: (now[0], restored[1])
        )
        document.apply("change", lambda quote: (quote[0], "b"))
        document.replace_current(("rev1", "b"))

        document.undo()

        assert document.current == ("rev1", "a")


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from([None, "k", "m"])), max_size=25))
def test_undoing_everything_restores_the_first_and_redoing_the_last(edits):
    document = a_document()
    for word, key in edits:
        document.apply("edit", adding(word), key=key)
    last = document.current

    document.go_to(0)
    assert document.current == ()

    document.go_to(document.stack.count())
    assert document.current == last
