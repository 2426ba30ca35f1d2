from decimal import Decimal

import pytest

from app.company.policies import (
    CashRounding,
    EarlyPaymentTax,
    Policies,
    PolicyValueRefused,
    PriceBasis,
    PromotionMode,
    ProrationMode,
    RoundingPolicy,
    TaxRounding,
    UnknownPolicy,
)
from app.kernel.money import CashStepNotPositive
from tests.support.money import EUR, JPY, KWD

DEFAULTS = {
    "rounding": "line",
    "price_scale_offset": "2",
    "proration": "months_and_days",
    "additional_last": "no",
    "partner_off_list": "no",
    "prorate_amount_discounts": "no",
    "promotions": "best",
    "price_basis": "net",
    "tax_rounding": "group",
    "cash_step": "none",
    "cash_rounding": "total",
    "early_payment_tax": "on_payment",
}
ALL_CHANGED = Policies(
    rounding=RoundingPolicy.UNIT,
    price_scale_offset=0,
    proration=ProrationMode.THIRTY_360,
    additional_last=True,
    partner_off_list=True,
    prorate_amount_discounts=True,
    promotions=PromotionMode.STACKED,
    price_basis=PriceBasis.GROSS,
    tax_rounding=TaxRounding.LINE,
    cash_step=Decimal("0.05"),
    cash_rounding=CashRounding.INSTALMENT,
    early_payment_tax=EarlyPaymentTax.NEVER,
)


class TestDefaults:
    def test_are_those_of_the_law(self):
        assert Policies().to_mapping() == DEFAULTS

    def test_fill_what_an_old_document_did_not_store(self):
        assert Policies.of_mapping({"rounding": "unit"}) == Policies(rounding=RoundingPolicy.UNIT)


class TestStoring:
    @pytest.mark.parametrize("policies", [Policies(), ALL_CHANGED])
    def test_comes_back_as_it_was(self, policies):
        assert Policies.of_mapping(policies.to_mapping()) == policies

    def test_refuses_a_policy_a_newer_program_wrote(self):
        with pytest.raises(UnknownPolicy):
            Policies.of_mapping({"rounding": "line", "telepathy": "yes"})


class TestWithValue:
    @pytest.mark.parametrize("name", DEFAULTS)
    def test_sets_every_choice_of_every_policy(self, name):
        for text in Policies.choices(name):
            assert Policies().with_value(name, text).to_mapping()[name] == text

    def test_takes_any_coin(self):
        assert Policies().with_value("cash_step", "0.10").cash_step == Decimal("0.1")

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            ("rounding", "sometimes"),
            ("price_scale_offset", "7"),
            ("price_scale_offset", "-1"),
            ("additional_last", "maybe"),
        ],
    )
    def test_refuses_what_is_no_choice_and_names_them(self, name, text):
        with pytest.raises(PolicyValueRefused) as refusal:
            Policies().with_value(name, text)

        assert refusal.value.params["choices"] == ", ".join(Policies.choices(name))

    def test_refuses_an_unknown_name(self):
        with pytest.raises(UnknownPolicy):
            Policies().with_value("telepathy", "yes")
        with pytest.raises(UnknownPolicy):
            Policies.choices("telepathy")


class TestPolicies:
    @pytest.mark.parametrize(("offset", "scales"), [(0, [0, 2, 3]), (2, [2, 4, 5]), (6, [6, 6, 6])])
    def test_give_prices_the_currencys_decimals_and_some_more_up_to_six(self, offset, scales):
        policies = Policies(price_scale_offset=offset)

        assert [policies.price_scale(currency) for currency in (JPY, EUR, KWD)] == scales

    @pytest.mark.parametrize("offset", [-1, 7])
    def test_refuse_an_offset_out_of_range(self, offset):
        with pytest.raises(PolicyValueRefused):
            Policies(price_scale_offset=offset)

    @pytest.mark.parametrize("step", ["0", "-0.05", "NaN", "Infinity"])
    def test_refuse_a_coin_worth_nothing(self, step):
        with pytest.raises(CashStepNotPositive):
            Policies(cash_step=Decimal(step))
