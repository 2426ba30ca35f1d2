"""Price rules: a naive reading of the same rules agrees, and what is remembered changes no answer."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from app.catalog.price_rule import Match, Summary, Target
from app.catalog.selector import Selector
from app.kernel.canonical import canonical_json
from app.kernel.json_text import parse_json
from app.pricing.plain import price_rules_from_plain, price_rules_to_plain
from app.pricing.price_rule_checks import check_price_rules
from app.pricing.price_rule_debugger import try_rule
from app.pricing.price_rules import apply_price_rules
from tests.support.price_rules import ATTRIBUTES, a_rule, a_sum, compiled_rules, document_facts, line_facts

# A formula beside what it means, over a dictionary of fractions; None where a field is not known.
CONDITIONS = {
    "quantity >= 3": lambda line: line["quantity"] >= 3,
    'sku = "A-1"': lambda line: line["sku"] == "A-1",
    "total > 6": lambda line: line["total"] > 6,
    "known(cost)": lambda line: line["cost"] is not None,
    "list_price < 50 or quantity = 1": lambda line: line["list_price"] < 50 or line["quantity"] == 1,
}
PRICES = {
    "list_price * (1 - 10 %)": lambda line: line["list_price"] * Fraction(9, 10),
    "list_price / 3": lambda line: line["list_price"] / 3,
    "if(known(cost), cost * 2, list_price)": lambda line: (
        line["list_price"] if line["cost"] is None else line["cost"] * 2
    ),
    "list_price * quantity / total": lambda line: line["list_price"] * line["quantity"] / line["total"],
}
TOTAL = (a_sum("total", Summary.SUM, "quantity"),)
PRICED = ("cost", "list_price", "special_price")

rule_shapes = st.tuples(
    st.lists(st.sampled_from(sorted(CONDITIONS)), max_size=2, unique=True),
    st.dictionaries(st.sampled_from(PRICED), st.sampled_from(sorted(PRICES)), min_size=1),
    st.sampled_from(Match),
    st.sampled_from([Selector(), Selector.of(skus=["A-1"]), Selector.of(categories=["X"])]),
)
rule_sets = st.lists(rule_shapes, max_size=5).map(
    lambda shapes: tuple(
        a_rule(f"R{at}", at, *conditions, match=match, selector=selector, variables=TOTAL, **prices)
        for at, (conditions, prices, match, selector) in enumerate(shapes)
    )
)
documents = st.lists(
    st.tuples(
        st.integers(1, 5), st.integers(1, 90), st.sampled_from(["A-1", "B-2"]),
        st.sampled_from(["", "X", "X/Y"]), st.none() | st.integers(1, 40),
    ),
    min_size=1, max_size=4,
).map(
    lambda rows: document_facts(
        *(
            line_facts(str(quantity), str(price), sku, key=str(at), category=category,
                       cost=None if cost is None else str(cost))
            for at, (quantity, price, sku, category, cost) in enumerate(rows)
        )
    )
)  # fmt: skip


def naive(rules, facts):
    """Read the rules one after the other on each line, without index, functions or memory."""
    total = sum(Fraction(*line.quantity) for line in facts.lines)
    return [naive_line(rules, line, total) for line in facts.lines]


def naive_line(rules, line, total):
    now = {
        "sku": line.sku,
        "quantity": Fraction(*line.quantity),
        "total": total,
        "list_price": Fraction(*line.list_price),
        "cost": None if line.cost is None else Fraction(*line.cost),
    }
    found = {}
    for rule in rules:
        if not rule.selector.takes_product(line.sku, line.category):
            continue
        answers = [CONDITIONS[condition](now) for condition in rule.conditions]
        if answers and not (all(answers) if rule.match is Match.ALL else any(answers)):
            continue
        values = {action.target: PRICES[action.formula](now) for action in rule.actions}
        for target, value in values.items():
            if target not in found:
                found[target] = now[target.value] = value
    return found


def computed(rules, facts, known=None):
    result = apply_price_rules(facts, known or compiled_rules(*rules))
    assert not result.findings
    return [{target: Fraction(*step.value) for target, step in line.set.items()} for line in result.lines]


class TestPriceRules:
    @given(rule_sets, documents)
    def test_agree_with_a_naive_reading(self, rules, facts):
        assert computed(rules, facts) == naive(rules, facts)

    @given(rule_sets, documents, documents)
    def test_remember_nothing_wrong(self, rules, facts, others):
        known = compiled_rules(*rules)
        mixed = replace(facts, lines=(facts.lines[0], *others.lines[1:]))
        for each in (facts, mixed, others, facts):
            assert computed(rules, each, known) == naive(rules, each)

    @given(rule_sets, documents)
    def test_come_out_the_same_when_tried_alone(self, rules, facts):
        for rule in rules:
            alone = naive([rule], facts)
            trials = try_rule(rule, facts, compiled_rules())
            assert [
                {target: Fraction(*answer.value) for target, answer in trial.sets} for trial in trials
            ] == alone

    @settings(max_examples=50)
    @given(rule_sets)
    def test_are_checked_without_a_crash_and_come_back_from_a_file(self, rules):
        check_price_rules(rules, (), ATTRIBUTES)
        written = parse_json(canonical_json(price_rules_to_plain(rules)))
        again, _tables = price_rules_from_plain(written)
        assert price_rules_to_plain(again) == written

    @given(rule_sets, documents)
    def test_name_the_shadowed_so_that_nothing_changes_without_them(self, rules, facts):
        findings = check_price_rules(rules, (), ATTRIBUTES)
        shadowed = {
            finding.params["rule"] for finding in findings if finding.code == "catalog.price_rule_shadowed"
        }
        rest = tuple(rule for rule in rules if rule.code not in shadowed)
        assert naive(rest, facts) == naive(rules, facts)


def test_every_priced_field_is_a_target():
    assert {Target(name) for name in PRICED} <= set(Target)
