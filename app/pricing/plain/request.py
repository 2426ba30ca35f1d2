"""A pricing request to plain JSON values and back (resources/schemas/pricing-request.schema.json)."""

from __future__ import annotations

from app.catalog.plain import reduction_of, reduction_plain
from app.catalog.product import SupplyKind, TaxClass
from app.catalog.reduction import Reduction
from app.company.policies import Policies
from app.customers.tax_status import BuyerKind
from app.kernel.exact import plain
from app.kernel.money import Currency
from app.kernel.percent import NO_PERCENT
from app.kernel.ratio import Ratio
from app.pricing.exact import as_text
from app.pricing.plain.values import (
    Fields,
    PlainUnreadable,
    fraction,
    number_text,
    percent_text,
    period_of,
    period_plain,
    reduced,
)
from app.pricing.request import (
    DEFAULT_POLICIES,
    NOTHING,
    ExchangeRate,
    PricingRequest,
    RequestGroup,
    RequestLine,
    Segment,
)
from app.taxes.situation import TaxSituation


def request_to_plain(request: PricingRequest) -> dict[str, object]:
    """Return the request; fields at their default are left out."""
    return reduced(
        {
            "on": request.on.isoformat(),
            "currency": request.currency.code,
            "book": request.book,
            "customer": request.customer,
            "taxes": _situation_plain(request.taxes),
            "lines": [_line_plain(line) for line in request.lines],
            "groups": [_group_plain(group) for group in request.groups],
            "policies": _policies_plain(request.policies),
            "discount": None if request.discount is None else percent_text(request.discount),
            "document_discount": number_text(request.document_discount)
            if request.document_discount
            else None,
            "partner": percent_text(request.partner) if request.partner.fraction else None,
            "distributor": percent_text(request.distributor) if request.distributor.fraction else None,
            "period": period_plain(request.period),
            "tax_date": request.tax_date.isoformat() if request.tax_date else None,
            "exchange": _exchange_plain(request.exchange),
            "allow_returns": request.allow_returns,
            "codes": list(request.codes),
        }
    )


def request_from_plain(value: object) -> PricingRequest:
    """Return the request a JSON object says.

    Raises:
        PlainUnreadable: A field is missing or holds what it cannot mean; `where` names it.
    """
    fields = Fields(value)
    request = fields.build(lambda: _request(fields))
    keys: set[str] = set()
    for line in request.lines:
        if line.key in keys:
            raise PlainUnreadable(where="lines", value=line.key[:40], expected="unique key")
        keys.add(line.key)
    return request


def _request(fields: Fields) -> PricingRequest:
    return PricingRequest(
        on=fields.day("on"),
        currency=Currency.of(fields.text("currency")),
        book=fields.text("book"),
        taxes=_situation(fields.within("taxes")),
        lines=tuple(_line(line) for line in fields.objects("lines")),
        customer=fields.text("customer", ""),
        groups=tuple(RequestGroup(group.text("key"), _discount(group)) for group in fields.objects("groups")),
        policies=Policies.of_mapping(fields.within("policies").as_texts()),
        discount=fields.percent("discount") if "discount" in fields else None,
        document_discount=fields.number("document_discount", NOTHING),
        partner=fields.percent("partner", NO_PERCENT),
        distributor=fields.percent("distributor", NO_PERCENT),
        period=period_of(fields, "period"),
        tax_date=fields.day("tax_date") if "tax_date" in fields else None,
        exchange=_exchange(fields.within("exchange")) if "exchange" in fields else None,
        allow_returns=fields.flag("allow_returns", False),
        codes=fields.texts("codes"),
    )


def _line_plain(line: RequestLine) -> dict[str, object]:
    return reduced(
        {
            "key": line.key,
            "sku": line.sku,
            "quantity": number_text(line.quantity),
            "unit": line.unit,
            "group": line.group,
            "optional": not line.in_total,
            "manual_price": None if line.manual_price is None else number_text(line.manual_price),
            "discount": None if line.discount is None else reduction_plain(line.discount),
            "period": period_plain(line.period),
            "segments": [_segment_plain(segment) for segment in line.segments],
            "owned": number_text(line.owned) if line.owned else None,
            "tax_class": line.tax_class.value if line.tax_class else None,
            "supply": None if line.supply is SupplyKind.GOODS else line.supply.value,
            "cost": None if line.cost is None else number_text(line.cost),
            "factor": None
            if line.factor is None
            else as_text((line.factor.numerator, line.factor.denominator)),
            "adjustment": line.is_adjustment,
        }
    )


def _line(fields: Fields) -> RequestLine:
    return RequestLine(
        key=fields.text("key"),
        sku=fields.text("sku", ""),
        quantity=fields.number("quantity"),
        unit=fields.text("unit", ""),
        group=fields.text("group", ""),
        in_total=not fields.flag("optional", False),
        manual_price=fields.number("manual_price") if "manual_price" in fields else None,
        discount=_discount(fields),
        period=period_of(fields, "period"),
        owned=fields.number("owned", NOTHING),
        tax_class=fields.choice("tax_class", TaxClass) if "tax_class" in fields else None,
        supply=fields.choice("supply", SupplyKind, SupplyKind.GOODS),
        cost=fields.number("cost") if "cost" in fields else None,
        segments=tuple(_segment(segment) for segment in fields.objects("segments")),
        factor=Ratio(*fields.required("factor", fraction)) if "factor" in fields else None,
        is_adjustment=fields.flag("adjustment", False),
    )


def _segment_plain(segment: Segment) -> dict[str, object]:
    return reduced(
        {
            "period": period_plain(segment.period),
            "quantity": None if segment.quantity is None else number_text(segment.quantity),
            "price": None if segment.price is None else number_text(segment.price),
            "uplift": number_text(segment.uplift) if segment.uplift else None,
        }
    )


def _segment(fields: Fields) -> Segment:
    period = period_of(fields, "period")
    if period is None:
        raise PlainUnreadable(where=fields.where, value="", expected="period")
    return Segment(
        period,
        fields.number("quantity") if "quantity" in fields else None,
        fields.number("price") if "price" in fields else None,
        fields.number("uplift", NOTHING),
    )


def _group_plain(group: RequestGroup) -> dict[str, object]:
    return reduced(
        {"key": group.key, "discount": None if group.discount is None else reduction_plain(group.discount)}
    )


def _discount(fields: Fields) -> Reduction | None:
    return reduction_of(fields.within("discount")) if "discount" in fields else None


def _policies_plain(policies: Policies) -> dict[str, str]:
    """A policy left out means its default, which never changes."""
    defaults = DEFAULT_POLICIES.to_mapping()
    return {name: text for name, text in policies.to_mapping().items() if text != defaults[name]}


def _situation_plain(situation: TaxSituation) -> dict[str, object]:
    return reduced(
        {
            "seller_country": situation.seller_country,
            "seller_region": situation.seller_region,
            "seller_exempt": situation.seller_exempt,
            "buyer_country": situation.buyer_country,
            "buyer_region": situation.buyer_region,
            "buyer_tax_id": situation.buyer_tax_id,
            "buyer_kind": situation.buyer_kind.value,
            "buyer_exemption": situation.buyer_exemption,
            "ship_to_country": situation.ship_to_country,
            "ship_to_region": situation.ship_to_region,
            "registrations": sorted(situation.registrations),
            "one_stop_shop": situation.one_stop_shop,
        }
    )


def _situation(fields: Fields) -> TaxSituation:
    return TaxSituation(
        seller_country=fields.text("seller_country"),
        buyer_country=fields.text("buyer_country"),
        seller_region=fields.text("seller_region", ""),
        seller_exempt=fields.flag("seller_exempt", False),
        buyer_region=fields.text("buyer_region", ""),
        buyer_tax_id=fields.text("buyer_tax_id", ""),
        buyer_kind=fields.choice("buyer_kind", BuyerKind, BuyerKind.BUSINESS),
        buyer_exemption=fields.text("buyer_exemption", ""),
        ship_to_country=fields.text("ship_to_country", ""),
        ship_to_region=fields.text("ship_to_region", ""),
        registrations=frozenset(fields.texts("registrations")),
        one_stop_shop=fields.flag("one_stop_shop", False),
    )


def _exchange_plain(exchange: ExchangeRate | None) -> dict[str, str] | None:
    if exchange is None:
        return None
    return {
        "company_currency": exchange.company_currency.code,
        "rate": plain(exchange.rate),
        "on": exchange.on.isoformat(),
        "source": exchange.source,
    }


def _exchange(fields: Fields) -> ExchangeRate:
    return fields.build(
        lambda: ExchangeRate(
            Currency.of(fields.text("company_currency")),
            fields.number("rate"),
            fields.day("on"),
            fields.text("source", ""),
        )
    )
