import pytest

from app.formulas.writing import canonical


class TestCanonicalForm:
    @pytest.mark.parametrize(
        ("typed", "stored"),
        [
            ("list_price*(1-15.50%)", "list_price * (1 - 15.5 %)"),
            ("((a))", "a"),
            ("(a+b)+c", "a + b + c"),
            ("a+(b+c)", "a + (b + c)"),
            ("a-(b-c)", "a - (b - c)"),
            ("-(a+b)", "-(a + b)"),
            ("--a", "--a"),
            ("not(a=b)", "not a = b"),
            ("(not a)=b", "(not a) = b"),
            ("(a<b)=c", "(a < b) = c"),
            ('if( sku="A""1" ,01.0,2 )', 'if(sku = "A""1", 1, 2)'),
            ("term>=12months", "term >= 12 months"),
            ("yes or(no and yes)", "yes or no and yes"),
        ],
    )
    def test_is_the_one_spelling(self, typed, stored):
        assert canonical(typed) == stored
        assert canonical(stored) == stored
