from app.billing.chain import link


def a_link(**changes):
    said = {"position": 2, "previous": "h1", "number": "INV-2", "content": "c2"} | changes
    return link(**said).hash


class TestLink:
    def test_the_same_document_has_the_same_link_everywhere(self):
        assert a_link() == a_link()

    def test_anything_said_differently_breaks_it(self):
        others = [a_link(position=3), a_link(previous="h0"), a_link(number="INV-3"), a_link(content="c3")]

        assert len({a_link(), *others}) == 5
