"""What would surprise somebody about price rules, found when they are saved (domain.md section 7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from app.catalog.lookup_table import LookupTable, gaps
from app.catalog.price_rule import Match, PriceRule, Target
from app.catalog.product import categories_of
from app.catalog.selector import Selector
from app.formulas.decidable import can_be_met
from app.formulas.kinds import Kind
from app.formulas.writing import canonical
from app.kernel.findings import Finding, Severity
from app.pricing.price_rule_cases import failing_cases
from app.pricing.price_rule_compiled import NO_ATTRIBUTES, ReadyRule, Tables, faults, ready
from app.pricing.price_rules import declared, places


def check_price_rules(
    rules: Iterable[PriceRule],
    tables: Iterable[LookupTable] = (),
    attributes: Mapping[str, Kind] = NO_ATTRIBUTES,
) -> tuple[Finding, ...]:
    """Return everything that is wrong or suspicious about rules and tables together.

    Blockers: two rules of one place in the order or one code, faults of formulas, rules that feed each other,
    cases that come out otherwise. Warnings: rules that can never match or are shadowed, amounts in whatever
    currency a document has, tables nobody asks, gaps between bands.
    """
    ordered, known = sorted(rules, key=declared), tuple(tables)
    asked = Tables(known)
    found = [finding for rule in ordered for finding in faults(rule, asked, attributes)]
    broken = {finding.where.partition("]")[0].removeprefix("rules[") for finding in found}
    sound = [ready(rule, asked, attributes) for rule in ordered if rule.code not in broken]
    return (
        *_same_place(ordered),
        *found,
        *_never_matching(sound),
        *_amounts(sound),
        *_shadowed(sound),
        *_loops(sound),
        *(finding for one in sound for finding in failing_cases(one, attributes)),
        *_unused(known, sound),
        *(finding for table in known for finding in gaps(table)),
    )


def _same_place(ordered: list[PriceRule]) -> Iterator[Finding]:
    for rule, other in pairwise(ordered):
        if rule.order == other.order:
            params = {"rule": rule.code, "other": other.code, "order": rule.order}
            yield _blocker("catalog.price_rule_order_taken", other, params)
    seen: set[str] = set()
    for rule in ordered:
        if rule.code in seen:
            yield _blocker("catalog.price_rule_code_taken", rule, {"rule": rule.code})
        seen.add(rule.code)


def _never_matching(sound: list[ReadyRule]) -> Iterator[Finding]:
    for one in sound:
        conditions = [condition.formula.root for condition in one.conditions]
        sets = [conditions] if one.needs_all or not conditions else [[each] for each in conditions]
        if not any(map(can_be_met, sets)):
            yield _warning("catalog.price_rule_never_matches", one.rule, {"rule": one.rule.code})


def _amounts(sound: list[ReadyRule]) -> Iterator[Finding]:
    """A bare 99 is 99 of any currency; a rule that says its currency, or books, which have one, may."""
    for one in sound:
        if one.rule.currency or one.rule.selector.books:
            continue
        for formula in one.formulas:
            if formula.formula.amounts:
                params = {"rule": one.rule.code, "formula": formula.text}
                where = f"rules[{one.rule.code}].{formula.where}"
                yield Finding("catalog.price_rule_any_currency", Severity.WARNING, where, params)
                break


def _shadowed(sound: list[ReadyRule]) -> Iterator[Finding]:
    """Rules are found by one place of the shadowed one: what covers it covers that place too."""
    by_place: dict[tuple[str, str, str], list[PriceRule]] = {}
    spelled = {one.rule.code: frozenset(map(canonical, one.rule.conditions)) for one in sound}
    steady = {one.rule.code for one in sound if _is_steady(one)}
    for rule in (one.rule for one in sound):
        candidates = (
            earlier for place in _covering_places(rule.selector) for earlier in by_place.get(place, ())
        )
        for earlier in candidates:
            if _shadows(earlier, rule, spelled):
                params = {"rule": rule.code, "other": earlier.code}
                yield _warning("catalog.price_rule_shadowed", rule, params)
                break
        for place in places(rule.selector) if rule.code in steady else ():
            by_place.setdefault(place, []).append(rule)


def _is_steady(one: ReadyRule) -> bool:
    """Test whether what the conditions read is the same for every rule, since no rule can set it."""
    return all(set(Target).isdisjoint(condition.reads) for condition in one.conditions)


def _covering_places(selector: Selector) -> list[tuple[str, str, str]]:
    sku, category = min(selector.skus, default=""), min(selector.categories, default="")
    targets = [("", "")]
    if sku:
        targets.append((sku, ""))
    elif category:
        targets += [("", above) for above in categories_of(category)]
    customer = min(selector.customers, default="")
    return [(who, *target) for who in {customer, ""} for target in targets]


def _shadows(earlier: PriceRule, rule: PriceRule, spelled: Mapping[str, frozenset[str]]) -> bool:
    """Test whether the earlier rule takes every field of this one wherever this one matches."""
    return (
        rule.targets <= earlier.targets
        and _is_wider(earlier.selector, rule.selector)
        and earlier.currency in {"", rule.currency}
        and (earlier.validity.first is None or _from(rule) >= earlier.validity.first.toordinal())
        and (earlier.validity.last is None or _until(rule) <= earlier.validity.last.toordinal())
        and _holds_whenever(earlier, rule, spelled)
    )


def _from(rule: PriceRule) -> int:
    return 0 if rule.validity.first is None else rule.validity.first.toordinal()


def _until(rule: PriceRule) -> int:
    return 10**7 if rule.validity.last is None else rule.validity.last.toordinal()


def _holds_whenever(earlier: PriceRule, rule: PriceRule, spelled: Mapping[str, frozenset[str]]) -> bool:
    own, others = spelled[rule.code], spelled[earlier.code]
    if not others:
        return True
    if earlier.variables or rule.variables:
        return False
    if earlier.match is Match.ANY or len(others) == 1:
        is_every_case = rule.match is Match.ALL or len(own) == 1
        return bool(own & others) if is_every_case else bool(own) and own <= others
    return others <= own and rule.match is Match.ALL


def _is_wider(outer: Selector, inner: Selector) -> bool:
    """Test whether a selector reaches all the other reaches, as far as can be told without products."""
    for wide, narrow in ((outer.books, inner.books), (outer.customers, inner.customers)):
        if wide and not (narrow and narrow <= wide):
            return False
    if outer.takes_every_product:
        return True
    under = all(not outer.categories.isdisjoint(categories_of(each)) for each in inner.categories)
    return not inner.takes_every_product and inner.skus <= outer.skus and under


def _loops(sound: list[ReadyRule]) -> Iterator[Finding]:
    """Rules that may meet on a line and each read what the next one sets, in a ring."""
    ringed = _targets_in_a_ring(sound)
    feeds = {one.rule.code: _fed_targets(one) & ringed for one in sound}
    by_target: dict[Target, list[ReadyRule]] = {}
    for one in sound:
        if feeds[one.rule.code]:
            for target in one.rule.targets & ringed:
                by_target.setdefault(target, []).append(one)
    named: set[frozenset[str]] = set()
    for one in sound:
        ring = _ring(one, [one], feeds, by_target)
        codes = frozenset(member.rule.code for member in ring)
        if ring and codes not in named:
            named.add(codes)
            way = " → ".join(member.rule.code for member in (*ring, one))
            yield _blocker("catalog.price_rules_loop", one.rule, {"rules": way})


def _fed_targets(one: ReadyRule) -> frozenset[Target]:
    """Return the fields of others a rule reads; its own it reads as they are before it."""
    reads = {name for formula in one.formulas for name in formula.reads}
    return frozenset(target for target in Target if target.value in reads) - one.rule.targets


def _targets_in_a_ring(sound: list[ReadyRule]) -> frozenset[Target]:
    """Return the fields that feed themselves by way of others; mostly none, and nothing else is looked at."""
    reached: dict[Target, set[Target]] = {target: set() for target in Target}
    for one in sound:
        for target in one.rule.targets:
            reached[target] |= _fed_targets(one)
    for middle in Target:
        for found in reached.values():
            if middle in found:
                found |= reached[middle]
    return frozenset(target for target, found in reached.items() if target in found)


def _ring(
    start: ReadyRule,
    path: list[ReadyRule],
    feeds: Mapping[str, frozenset[Target]],
    by_target: Mapping[Target, list[ReadyRule]],
) -> list[ReadyRule]:
    """Return the rules of a ring from `start` on, each reading what the next sets; none where it is open."""
    last = path[-1]
    for target in sorted(feeds[last.rule.code]):
        for setter in by_target.get(target, ()):
            if setter is start and len(path) > 1:
                return path
            is_new = all(setter is not member for member in path) and _goes_on(start, path, setter)
            if is_new and all(_may_meet(setter.rule.selector, member.rule.selector) for member in path):
                found = _ring(start, [*path, setter], feeds, by_target)
                if found:
                    return found
    return []


def _goes_on(start: ReadyRule, path: Sequence[ReadyRule], setter: ReadyRule) -> bool:
    """A ring begins with its first rule, and is not longer than there are fields to hand on."""
    return declared(setter.rule) > declared(start.rule) and len(path) < len(Target)


def _may_meet(left: Selector, right: Selector) -> bool:
    """Test whether two rules may reach the same line; a product may lie in any category."""
    for one, other in ((left.books, right.books), (left.customers, right.customers)):
        if one and other and one.isdisjoint(other):
            return False
    if left.takes_every_product or right.takes_every_product:
        return True
    if (left.skus and right.categories) or (left.categories and right.skus):
        return True
    above = {up for each in left.categories for up in categories_of(each)}
    others = {up for each in right.categories for up in categories_of(each)}
    related = not left.categories.isdisjoint(others) or not right.categories.isdisjoint(above)
    return bool(left.skus & right.skus) or related


def _unused(tables: Sequence[LookupTable], sound: list[ReadyRule]) -> Iterator[Finding]:
    used = {code for one in sound for formula in one.formulas for code in formula.formula.tables}
    for table in tables:
        if table.code not in used:
            where = f"tables[{table.code}]"
            yield Finding("catalog.lookup_table_unused", Severity.WARNING, where, {"table": table.code})


def _blocker(code: str, rule: PriceRule, params: Mapping[str, object]) -> Finding:
    return Finding(code, Severity.BLOCKER, f"rules[{rule.code}]", params)


def _warning(code: str, rule: PriceRule, params: Mapping[str, object]) -> Finding:
    return Finding(code, Severity.WARNING, f"rules[{rule.code}]", params)
