from app.formulas.parsing import parse
from app.formulas.tree import Field, every_node


class TestTrees:
    def test_are_equal_wherever_their_parts_stand(self):
        assert parse("a+b") == parse(" a  +\nb")

    def test_yield_every_node(self):
        names = [node.name for node in every_node(parse("if(not a, -b, c + 1)")) if isinstance(node, Field)]
        assert names == ["a", "b", "c"]
