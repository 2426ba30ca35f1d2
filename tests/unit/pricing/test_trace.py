from app.pricing.exact import as_text
from app.pricing.reasons import Operation, Reason, Refused, StepKind
from app.pricing.trace import Move, Refusal, kept, prorated_list, run, steps_of


def a_move(kind, operation, value):
    return Move(kind, operation, value, "RULE", 3, Reason.TIER_REACHED)


MOVES = [
    a_move(StepKind.LIST, Operation.SET, (100, 1)),
    a_move(StepKind.VOLUME, Operation.PERCENT, (1, 10)),
    kept(StepKind.TERM, (Refusal("OLD", 1, Refused.OLDER, "RULE"),)),
    a_move(StepKind.PRORATION, Operation.TIMES, (1, 2)),
    a_move(StepKind.ADDITIONAL, Operation.AMOUNT, (5, 1)),
    a_move(StepKind.PARTNER, Operation.PERCENT_OF_LIST, (1, 10)),
]


class TestRun:
    def test_each_operation_says_what_came_in_and_what_came_out(self):
        steps = steps_of(MOVES, run(MOVES))

        assert [as_text(step.after) for step in steps] == ["100", "90", "90", "45", "40", "35"]
        assert [step.before for step in steps] == [(0, 1), *(step.after for step in steps[:-1])]

    def test_a_step_speaks_for_its_move(self):
        step = steps_of(MOVES, run(MOVES))[1]

        assert (step.kind, step.operation, step.value) == (StepKind.VOLUME, Operation.PERCENT, (1, 10))
        assert (step.rule, step.version, step.reason, step.facts, step.refused) == MOVES[1][3:]

    def test_prices_stay_in_lowest_terms(self):
        thirds = a_move(StepKind.PRORATION, Operation.TIMES, (2, 6))

        assert run([MOVES[0], thirds]) == (100, 1, 100, 3)


def test_partner_percents_may_be_off_the_prorated_list_price():
    assert prorated_list(MOVES) == (50, 1)


def test_a_step_at_which_no_rule_was_used_keeps_the_price_and_names_the_rules():
    move = MOVES[2]

    assert (move.operation, move.reason) == (Operation.KEEP, Reason.NO_RULE_APPLIES)
    assert [refusal.rule for refusal in move.refused] == ["OLD"]
