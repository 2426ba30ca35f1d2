from decimal import Decimal

import pytest

from app.catalog.discount_schedule import (
    Measure,
    ScheduleWithoutTiers,
    Scope,
    SlabScopeRefused,
    TermScheduleRefused,
    TierBoundsUnsorted,
    TierKind,
)
from tests.support.catalog import a_schedule


class TestWhatIsRefusedAtSave:
    def test_a_schedule_without_tiers(self):
        with pytest.raises(ScheduleWithoutTiers):
            a_schedule()

    @pytest.mark.parametrize("bounds", [("10", "10"), ("10", "5"), ("-1", "5")])
    def test_bounds_that_do_not_rise(self, bounds):
        with pytest.raises(TierBoundsUnsorted):
            a_schedule(*((bound, "5") for bound in bounds))

    def test_a_negative_step(self):
        with pytest.raises(TierBoundsUnsorted):
            a_schedule(("1", "5"), step=Decimal(-1))

    @pytest.mark.parametrize("scope", [Scope.GROUP, Scope.QUOTE])
    def test_a_slab_that_counts_more_than_its_line(self, scope):
        with pytest.raises(SlabScopeRefused):
            a_schedule(("1", "5"), kind=TierKind.SLAB, scope=scope)

    @pytest.mark.parametrize(
        "change", [{"kind": TierKind.SLAB}, {"scope": Scope.QUOTE}, {"counts_owned": True}]
    )
    def test_a_term_schedule_that_is_more_than_a_range_over_its_line(self, change):
        with pytest.raises(TermScheduleRefused):
            a_schedule(("12", "5"), measure=Measure.TERM, **change)
