from uuid import UUID

from app.kernel.changes import Changes, Ref

QUOTE = Ref("quote", UUID(int=1))
INVOICE = Ref("invoice", UUID(int=2))


class TestChanges:
    def test_touch_the_kinds_they_hold(self):
        changes = Changes(frozenset({QUOTE}))

        assert changes.touches("quote")
        assert not changes.touches("invoice")

    def test_touch_nothing_when_nothing_was_written(self):
        assert not Changes().touches("quote")

    def test_add_up(self):
        both = Changes(frozenset({QUOTE})) | Changes(frozenset({INVOICE}))

        assert both.refs == {QUOTE, INVOICE}
