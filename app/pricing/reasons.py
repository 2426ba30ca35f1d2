"""Why a price moved or a rule did not: codes whose sentences live with the translations."""

from __future__ import annotations

from enum import StrEnum


class StepKind(StrEnum):
    """The steps of the waterfall in their fixed order (domain.md section 4)."""

    LIST = "list"
    SPECIAL = "special"
    PROMOTION = "promotion"
    VOLUME = "volume"
    TERM = "term"
    PRORATION = "proration"
    ADDITIONAL = "additional"
    PARTNER = "partner"
    DISTRIBUTOR = "distributor"


class Operation(StrEnum):
    """What a step does to the price before it.

    `PERCENT_OF_LIST` takes its share of the prorated list price; `KEEP` leaves the price alone.
    """

    SET = "set"
    PERCENT = "percent"
    PERCENT_OF_LIST = "percent_of_list"
    AMOUNT = "amount"
    TIMES = "times"
    KEEP = "keep"


class Reason(StrEnum):
    """Why a step did what it did."""

    PRICE_BOOK = "price_book"
    BLOCK = "block"
    PACKAGES = "packages"
    USAGE_TIER = "usage_tier"
    PERCENT_OF_TOTAL = "percent_of_total"
    PERCENT_OF_TOTAL_AT_LEAST = "percent_of_total_at_least"
    PERCENT_OF_TOTAL_AT_MOST = "percent_of_total_at_most"
    LIST_IS_CONTRACTED = "list_is_contracted"
    LIST_IS_MANUAL = "list_is_manual"
    MANUAL_PRICE = "manual_price"
    COST_PLUS = "cost_plus"
    FREE_QUANTITY = "free_quantity"
    MINIMUM_QUANTITY = "minimum_quantity"
    RAMP_UPLIFT = "ramp_uplift"
    CONTRACTED_FOR_PRODUCT = "contracted_for_product"
    CONTRACTED_FOR_CATEGORY = "contracted_for_category"
    BEST_PROMOTION = "best_promotion"
    STACKED_PROMOTION = "stacked_promotion"
    BUY_AND_GET = "buy_and_get"
    FREE_GOODS = "free_goods"
    TIER_REACHED = "tier_reached"
    SLAB_BAND = "slab_band"
    BELOW_FIRST_TIER = "below_first_tier"
    NO_RULE_APPLIES = "no_rule_applies"
    PRORATED = "prorated"
    ONE_PRICE_TERM = "one_price_term"
    TARGET = "target"
    LINE_DISCOUNT = "line_discount"
    GROUP_DISCOUNT = "group_discount"
    QUOTE_DISCOUNT = "quote_discount"
    PARTNER_DISCOUNT = "partner_discount"
    DISTRIBUTOR_DISCOUNT = "distributor_discount"


class Refused(StrEnum):
    """Why a rule that names the product was not used."""

    NOT_VALID_ON_DATE = "not_valid_on_date"
    OTHER_BOOK = "other_book"
    OTHER_CURRENCY = "other_currency"
    LESS_SPECIFIC = "less_specific"
    OLDER = "older"
    TIED_HIGHER_CODE = "tied_higher_code"
    QUANTITY_BELOW = "quantity_below"
    QUANTITY_ABOVE = "quantity_above"
    WORSE_PRICE = "worse_price"
    MANUAL_PRICE = "manual_price"
    UNIT_NOT_CONVERTIBLE = "unit_not_convertible"
    NO_SPAN = "no_span"
    PRICED_BY_QUANTITY = "priced_by_quantity"
    COUPON_NOT_NAMED = "coupon_not_named"
    COUPON_USED_UP = "coupon_used_up"
    ORDER_BELOW = "order_below"
    TOO_FEW_FOR_FREE = "too_few_for_free"
    FREE_ELSEWHERE = "free_elsewhere"
    NEARER_DISCOUNT = "nearer_discount"
