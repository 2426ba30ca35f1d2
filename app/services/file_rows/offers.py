"""Offers of a file: promotions with their products, days and limits."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from app.catalog.promotion import Promotion
from app.catalog.reduction import AmountOff, PercentOff, Reduction, percent_off
from app.catalog.selector import Selector
from app.catalog.texts import Texts
from app.catalog.validity import Validity
from app.exchange.records.comparing import Comparison
from app.exchange.records.fields import Noun
from app.exchange.records.offers import ALL_PRODUCTS, OFFERS, OfferForNothing, OfferRow
from app.exchange.records.parsing import Parsed
from app.exchange.records.problems import RowProblem
from app.services.file_rows.keeper import Keeper, Settled, SkuUnknown, problem
from app.services.file_rows.pieces import Progress, in_pieces
from app.services.file_rows.setting import Setting

if TYPE_CHECKING:
    from app.store.nouns import Nouns
    from app.store.unit_of_work import UnitOfWork


class OfferKeeper(Keeper[OfferRow]):
    """Promotions by code."""

    @property
    def noun(self) -> Noun[OfferRow]:
        """Return what the rows are."""
        return OFFERS

    def settled(
        self, unit: Nouns, setting: Setting, parsed: Parsed[OfferRow], progress: Progress
    ) -> Settled[OfferRow]:
        """Return the offers whose products are all there; the others, and those for none, are problems."""
        known = unit.products.by_skus({sku for row in parsed.rows for sku in row.skus})
        there = self.existing(unit, setting, parsed.rows, progress)
        kept: list[OfferRow] = []
        problems: list[RowProblem] = []
        for row in parsed.rows:
            unknown = tuple(sku for sku in row.skus if sku not in known)
            if not _is_for_something(row, there.get(row.code), parsed.columns):
                problems.append(problem(row.line, "categories", OfferForNothing(code=row.code)))
            elif unknown:
                problems.append(problem(row.line, "skus", SkuUnknown(sku=unknown)))
            else:
                kept.append(row)
        return Settled(tuple(kept), tuple(problems))

    def existing(
        self, unit: Nouns, setting: Setting, rows: Sequence[OfferRow], progress: Progress
    ) -> dict[Hashable, OfferRow]:
        """Return the promotions by code."""
        wanted = {row.code for row in rows}
        return {row.code: row for row in self.everything(unit, setting) if row.code in wanted}

    def write(
        self, uow: UnitOfWork, setting: Setting, comparison: Comparison[OfferRow], progress: Progress
    ) -> None:
        """Write new and changed promotions; one of this code in the bin comes out of it."""
        listed = {promotion.code for promotion in uow.promotions.all()}
        rows = (*comparison.new, *(change.after for change in comparison.changed))
        for row in chain.from_iterable(in_pieces(rows, progress)):
            before = uow.promotions.find(row.code)
            if before is not None and row.code not in listed:
                uow.promotions.put_in_bin(before.id, binned=False)
                before = uow.promotions.by_code(row.code)
            uow.promotions.save(_promotion(uow, row, before, setting.language))

    def everything(self, unit: Nouns, setting: Setting) -> Iterator[OfferRow]:
        """Yield every promotion."""
        return (_row(promotion, setting.language) for promotion in unit.promotions.all())


def _is_for_something(row: OfferRow, before: OfferRow | None, columns: tuple[str, ...]) -> bool:
    """Test whether an offer names products, or says that it means all; a column left out stays as it was."""
    skus = row.skus if before is None or "skus" in columns else before.skus
    categories = row.categories if before is None or "categories" in columns else before.categories
    return bool(skus or categories)


def _promotion(uow: UnitOfWork, row: OfferRow, before: Promotion | None, language: str) -> Promotion:
    """What a table of offers has no column for (coupon, limit, order over) stays as it was."""
    is_for_all = ALL_PRODUCTS in row.categories
    read = Promotion(
        id=before.id if before else uow.new_id(),
        code=row.code,
        names=Texts.of({**dict(row.names), language: row.name}),
        reduction=_reduction(row),
        selector=Selector.of(
            skus=() if is_for_all else row.skus,
            categories=() if is_for_all else row.categories,
            books=row.price_books,
            customers=row.customers,
        ),
        validity=Validity(row.valid_from, row.valid_to),
        minimum=row.min_quantity,
        maximum=row.max_quantity,
        order=row.order,
        version=before.version if before else 1,
    )
    if before is None:
        return read
    return replace(
        read,
        coupon=before.coupon,
        limit=before.limit,
        used=before.used,
        order_over=before.order_over,
        free_goods=before.free_goods if read.reduction == percent_off(0) else None,
    )


def _reduction(row: OfferRow) -> Reduction:
    return AmountOff(row.amounts) if row.percent is None else percent_off(row.percent)


def _row(promotion: Promotion, language: str) -> OfferRow:
    names = dict(promotion.names.by_language)
    reduction, selector = promotion.reduction, promotion.selector
    return OfferRow(
        line=0,
        code=promotion.code,
        name=names.pop(language, promotion.code),
        percent=reduction.percent.points if isinstance(reduction, PercentOff) else None,
        amounts=reduction.amounts if isinstance(reduction, AmountOff) else (),
        valid_from=promotion.validity.first,
        valid_to=promotion.validity.last,
        min_quantity=promotion.minimum,
        max_quantity=promotion.maximum,
        skus=tuple(sorted(selector.skus)),
        categories=(ALL_PRODUCTS,) if selector.takes_every_product else tuple(sorted(selector.categories)),
        price_books=tuple(sorted(selector.books)),
        customers=tuple(sorted(selector.customers)),
        order=promotion.order,
        names=tuple(sorted(names.items())),
    )
