"""Formulas: any text is a tree or a refusal, the canonical form is read back, numbers are exact."""

import unicodedata
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from app.formulas.checking import check
from app.formulas.evaluating import evaluate
from app.formulas.faults import DivisionByZero, FormulaFault
from app.formulas.kinds import MONEY, QUANTITY, RATIO, TEXT, TRUTH
from app.formulas.parsing import parse
from app.formulas.tree import (
    Binary,
    Call,
    Field,
    Number,
    Suffix,
    Text,
    Truth,
    Unary,
)
from app.formulas.writing import write
from app.kernel.errors import AppError

FIELDS = {"a": QUANTITY, "b": MONEY, "c": RATIO, "d": TEXT, "e": TRUTH}
PIECES = [
    *'abcde()"%,.+-*/=<>! \n',
    "and",
    "or",
    "not ",
    "if(",
    "min(",
    "lookup(",
    "yes",
    "1",
    "0.5",
    "months",
    "é",
    "\0",
]

numbers = st.integers(0, 10**9).map(lambda units: Decimal(units).scaleb(-4))
leaves = st.one_of(
    st.builds(Number, numbers, st.sampled_from(Suffix)),
    st.builds(Text, st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=5)),
    st.builds(Truth, st.booleans()),
    st.builds(Field, st.sampled_from(["a", "b.c", "größe"])),
)


def grown(inside):
    return st.one_of(
        st.builds(Unary, st.sampled_from(["-", "not"]), inside),
        st.builds(
            Binary, st.sampled_from(["+", "-", "*", "/", "=", "!=", "<", ">=", "and", "or"]), inside, inside
        ),
        st.builds(Call, st.sampled_from(["min", "if", "f"]), st.lists(inside, max_size=3).map(tuple)),
    )


trees = st.recursive(leaves, grown, max_leaves=12)


def normal(text):

    return unicodedata.is_normalized("NFC", text)


class TestReading:
    @settings(max_examples=400)
    @given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=40).map("".join)))
    def test_any_text_is_a_tree_or_a_refusal_and_so_is_its_value(self, text):
        try:
            tree = parse(text)
        except AppError:
            return
        assert parse(write(tree)) == tree
        try:
            formula = check(tree, FIELDS)
            evaluate(formula, {"a": (1, 1), "b": (5, 2), "c": (-1, 3), "d": "x", "e": False})
        except FormulaFault:
            return

    @given(trees.filter(lambda tree: normal(write(tree))))
    def test_what_is_written_is_read_back(self, tree):
        assert parse(write(tree)) == tree


arithmetic = st.recursive(
    st.one_of(st.builds(Number, numbers, st.just(Suffix.BARE)), st.builds(Field, st.sampled_from("xy"))),
    lambda inside: st.one_of(
        st.builds(Unary, st.just("-"), inside), st.builds(Binary, st.sampled_from("+-*/"), inside, inside)
    ),
    max_leaves=10,
)


def naive(node, values):
    match node:
        case Number(value=value):
            return Fraction(value)
        case Field(name=name):
            return values[name]
        case Unary(operand=operand):
            return -naive(operand, values)
    left, right = naive(node.left, values), naive(node.right, values)
    match node.operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
    return left / right


class TestComputing:
    @given(arithmetic, st.fractions(max_denominator=1000), st.fractions(max_denominator=1000))
    def test_agrees_with_plain_fractions(self, tree, x, y):
        # Fields are percentages, so that products and sums go together whatever comes.
        try:
            formula = check(tree, {"x": RATIO, "y": RATIO})
            found = evaluate(formula, {"x": x.as_integer_ratio(), "y": y.as_integer_ratio()})
        except DivisionByZero:
            found = None
        try:
            expected = naive(tree, {"x": x, "y": y}).as_integer_ratio()
        except ZeroDivisionError:
            expected = None
        assert found == expected
