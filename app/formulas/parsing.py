"""From the text of a formula to its tree; nothing is looked up and nothing is computed yet."""

from __future__ import annotations

from decimal import Decimal

from app.formulas.faults import ComparisonChained, EndsTooEarly, FormulaFault, TooDeep, Unexpected
from app.formulas.tokens import Token, TokenKind, tokens_of
from app.formulas.tree import (
    COMPARISONS,
    MINUS_STRENGTH,
    NOT_STRENGTH,
    RESERVED,
    STRENGTH,
    Binary,
    Call,
    Field,
    Node,
    Number,
    Suffix,
    Text,
    Truth,
    Unary,
)

DEEPEST = 60
"""Levels of parentheses and functions, and operators one above the other."""

_TRUTHS = {"yes": True, "no": False}
_SUFFIXES = {suffix.value: suffix for suffix in Suffix if suffix.value}


def parse(text: str) -> Node:
    """Return the tree a formula says.

    Raises:
        FormulaFault: It cannot be read; the fault has the place and the reason.
        AppError: The text is too long or holds characters that cannot be printed.
    """
    return _Parser(tokens_of(text)).whole()


class _Parser:
    """Reads tokens from left to right; operators bind by their strength."""

    __slots__ = ("_at", "_level", "_tokens")

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._tokens = tokens
        self._at = 0
        self._level = 0

    def whole(self) -> Node:
        node = self._expression(0)
        if self._next.kind is not TokenKind.END:
            raise self._unexpected()
        return node

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        token = self._next
        self._at += 1
        return token

    def _operator(self) -> str:
        """Return the binary operator that comes next; empty where there is none."""
        token = self._next
        return token.text if token.kind in {TokenKind.SIGN, TokenKind.NAME} and token.text in STRENGTH else ""

    def _sign(self, sign: str) -> bool:
        """Take this sign if it comes next."""
        found = self._next.kind is TokenKind.SIGN and self._next.text == sign
        self._at += found
        return found

    def _expression(self, least: int) -> Node:
        """Return the longest value whose operators are at least so strong."""
        self._level += 1
        if self._level > DEEPEST:
            raise TooDeep(**self._next.place.facts, deepest=DEEPEST)
        left = self._operand()
        while (operator := self._operator()) and STRENGTH[operator] >= least:
            token = self._take()
            right = self._expression(STRENGTH[operator] + 1)
            left = Binary(operator, left, right, token.place, _above(token, left, right))
            if operator in COMPARISONS and self._operator() in COMPARISONS:
                raise ComparisonChained(**self._next.place.facts)
        self._level -= 1
        return left

    def _operand(self) -> Node:
        token = self._take()
        if token.kind is TokenKind.NUMBER:
            return Number(Decimal(token.text), self._suffix(), token.place)
        if token.kind is TokenKind.TEXT:
            return Text(token.text, token.place)
        if token.kind is TokenKind.NAME:
            return self._word(token)
        if token.kind is TokenKind.SIGN and token.text == "(":
            inside = self._expression(0)
            self._close()
            return inside
        if token.kind is TokenKind.SIGN and token.text == "-":
            operand = self._expression(MINUS_STRENGTH)
            return Unary("-", operand, token.place, _above(token, operand))
        self._at -= 1
        raise self._unexpected()

    def _suffix(self) -> Suffix:
        suffix = _SUFFIXES.get(self._next.text, Suffix.BARE)
        if self._next.kind not in {TokenKind.SIGN, TokenKind.NAME} or suffix is Suffix.BARE:
            return Suffix.BARE
        self._at += 1
        return suffix

    def _word(self, token: Token) -> Node:
        if token.text in _TRUTHS:
            return Truth(_TRUTHS[token.text], token.place)
        if token.text == "not":
            operand = self._expression(NOT_STRENGTH)
            return Unary("not", operand, token.place, _above(token, operand))
        if token.text in RESERVED:
            self._at -= 1
            raise self._unexpected()
        if self._sign("("):
            arguments = self._arguments()
            return Call(token.text, arguments, token.place, _above(token, *arguments))
        return Field(token.text, token.place)

    def _arguments(self) -> tuple[Node, ...]:
        if self._sign(")"):
            return ()
        found = [self._expression(0)]
        while self._sign(","):
            found.append(self._expression(0))
        self._close()
        return tuple(found)

    def _close(self) -> None:
        if not self._sign(")"):
            raise self._unexpected()

    def _unexpected(self) -> FormulaFault:
        token = self._next
        if token.kind is TokenKind.END:
            return EndsTooEarly(**token.place.facts)
        return Unexpected(**token.place.facts, found=token.text[:40])


def _above(token: Token, *nodes: Node) -> int:
    """Return the depth of a node with these inside.

    Raises:
        TooDeep: Nobody could read it, and a program would run out of stack.
    """
    depth = 1 + max((node.depth for node in nodes), default=0)
    if depth > DEEPEST:
        raise TooDeep(**token.place.facts, deepest=DEEPEST)
    return depth
