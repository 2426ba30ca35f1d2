from app.pricing.reasons import Operation, Reason, StepKind
from app.pricing.running import Running

SOURCE = ("RULE", 3, Reason.TIER_REACHED)


class TestRunning:
    def test_each_operation_writes_what_came_in_and_what_came_out(self):
        running = Running((100, 1), [])

        running.percent(StepKind.VOLUME, (1, 10), SOURCE, (), (("lower", (1, 1)),))
        running.times(StepKind.PRORATION, (1, 2), SOURCE)
        running.amount(StepKind.ADDITIONAL, (5, 1), SOURCE)
        running.percent_of(StepKind.PARTNER, (1, 10), (50, 1), SOURCE)

        assert [(step.operation, step.value, step.before, step.after) for step in running.steps] == [
            (Operation.PERCENT, (1, 10), (100, 1), (90, 1)),
            (Operation.TIMES, (1, 2), (90, 1), (45, 1)),
            (Operation.AMOUNT, (5, 1), (45, 1), (40, 1)),
            (Operation.PERCENT_OF_LIST, (1, 10), (40, 1), (35, 1)),
        ]
        assert {(step.rule, step.version, step.reason) for step in running.steps} == {SOURCE}

    def test_a_copy_goes_its_own_way(self):
        running = Running((100, 1), [])
        other = running.copy()

        other.percent(StepKind.VOLUME, (1, 2), SOURCE)

        assert (running.price, running.steps) == ((100, 1), [])
        assert other.price == (50, 1)
