from app.pricing.compiled import ladder
from app.pricing.reasons import Refused
from app.pricing.selection import choose
from app.pricing.trace import Refusal
from tests.support.catalog import a_schedule, valid


def a_ladder(code, first=""):
    return ladder(a_schedule(("1", "1"), code=code, validity=valid(first)))


class TestChoose:
    def test_the_first_of_the_best_place_wins_and_each_loser_says_why(self):
        newest, older, tied = (
            a_ladder("A", "2026-01-01"),
            a_ladder("B", "2025-01-01"),
            a_ladder("C", "2026-01-01"),
        )
        farther = a_ladder("D", "2026-06-01")

        winner, refused = choose([(0, newest), (0, tied), (0, older), (1, farther)], [])

        assert winner is newest
        assert refused == (
            Refusal("C", 1, Refused.TIED_HIGHER_CODE, "A"),
            Refusal("B", 1, Refused.OLDER, "A"),
            Refusal("D", 1, Refused.LESS_SPECIFIC, "A"),
        )

    def test_refusals_there_already_stay_in_front(self):
        before = Refusal("X", 1, Refused.NOT_VALID_ON_DATE)

        assert choose([], [before]) == (None, (before,))
        assert choose([(0, a_ladder("A")), (1, a_ladder("B"))], [before])[1][0] == before
