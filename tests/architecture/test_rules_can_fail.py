"""A rule that cannot fail holds nothing: each meets something bad here, and its like that is good."""

from pathlib import Path

import pytest

from tests.architecture import rules
from tests.architecture.house import Module

LONG = "def f():\n" + "    x = 1\n" * 40
SAYS_A_LOT = 'def f():\n    """Say.\n\n' + "    More.\n" * 50 + '    """\n'
LABEL = "def f(name):\n    label = QLabel(name)\n"
PLAIN = "    label.setTextFormat(Qt.TextFormat.PlainText)\n"
BY_TURNS = "def f(x, y):\n    a, b = QLabel(x), QLabel(y)\n    for label in (a, b):\n    " + PLAIN
HOME = "/".join(["", "home", "ann", "prices.csv"])


def module(text: str, path: str = "app/quotes/quote.py") -> Module:
    return Module(Path(path), text)


@pytest.mark.parametrize(
    ("rule", "bad"),
    [
        (rules.opens_with_a_docstring, module("x = 1")),
        (rules.is_small, module("x = 1\n" * 401)),
        (rules.is_small, module(LONG)),
        (rules.is_the_same_everywhere, module("import os.path")),
        (rules.is_the_same_everywhere, module("def f():\n    from pathlib import Path")),
        (rules.is_the_same_everywhere, module("today = datetime.date.today()")),
        (rules.is_the_same_everywhere, module("from uuid import uuid4\nquote_id = uuid4()")),
        (rules.is_the_same_everywhere, module("text = open('rates')")),
        (
            rules.presenter_draws_nothing,
            module("from PySide6.QtWidgets import QLabel", "ui/quotes/presenter.py"),
        ),
        (rules.window_asks_services, module("from app import store", "ui/quotes/list_view.py")),
        (
            rules.window_asks_services,
            module("def f():\n    import app.store.engine", "ui/quotes/list_view.py"),
        ),
        (rules.database_stays_in_the_store, module("import sqlite3", "app/services/quotes.py")),
        (
            rules.database_stays_in_the_store,
            module("from sqlalchemy.orm import Session", "app/store/engine.py"),
        ),
        (rules.data_is_plain_text, module(LABEL, "ui/quotes/list_view.py")),
        (
            rules.data_is_plain_text,
            module("def f():\n    label = QLabel()\n    label.setText(name)", "ui/kit/errors.py"),
        ),
        (
            rules.data_is_plain_text,
            module("def f():\n    return QLabel(_('{n}').format(n=n))", "ui/kit/errors.py"),
        ),
        (rules.data_is_plain_text, module("class Name(QLabel):\n    pass", "ui/widgets/name.py")),
        (rules.data_is_plain_text, module("QMessageBox.warning(None, 'x', name)", "ui/kit/errors.py")),
        (rules.data_is_plain_text, module("view.setHtml(name)", "ui/kit/errors.py")),
        (rules.data_is_plain_text, module("label.setTextFormat(Qt.TextFormat.RichText)", "ui/kit/errors.py")),
        (
            rules.tool_tips_are_plain_text,
            module("button.setToolTip(customer.name)", "ui/quotes/list_view.py"),
        ),
        (
            rules.tool_tips_are_plain_text,
            module("button.setToolTip(_('{n}').format(n=n))", "ui/quotes/list_view.py"),
        ),
        (
            rules.tool_tips_are_plain_text,
            module("role = Qt.ItemDataRole.ToolTipRole", "ui/quotes/list_view.py"),
        ),
        (rules.paper_is_plain_text, module("pdf.write_html(name)")),
        (rules.paper_is_plain_text, module("pdf.cell(text=name, markdown=True)")),
        (rules.counts_exactly, module("x = float(amount)")),
        (rules.silences_with_a_reason, module("x = 1  # type: ignore")),
        (rules.silences_with_a_reason, module("x = 1  # type: ignore[arg-type]")),
        (rules.silences_with_a_reason, module("x = 1  # noqa")),
        (rules.silences_with_a_reason, module("x = 1  # noqa: E501")),
        (rules.silences_with_a_reason, module("x = 1  # " + "TO" + "DO later")),
        (rules.names_no_machine, module(f"x = '{HOME}'")),
    ],
    ids=lambda value: value.text[:40] if isinstance(value, Module) else value.__name__,
)
def test_finds_what_is_bad(rule, bad):
    assert list(rule(bad))


@pytest.mark.parametrize(
    ("rule", "good"),
    [
        (rules.opens_with_a_docstring, module('"""Quotes."""')),
        (rules.is_small, module("x = 1\n" * 400)),
        (rules.is_small, module(SAYS_A_LOT)),
        (rules.is_the_same_everywhere, module("import os", "app/store/engine.py")),
        (rules.is_the_same_everywhere, module("from uuid import UUID\nfrom datetime import date")),
        (
            rules.presenter_draws_nothing,
            module("from PySide6.QtCore import Signal", "ui/quotes/presenter.py"),
        ),
        (rules.window_asks_services, module("from app.services import quotes", "ui/quotes/list_view.py")),
        (rules.database_stays_in_the_store, module("from sqlalchemy import select", "app/store/engine.py")),
        (
            rules.data_is_plain_text,
            module("def f():\n    return QLabel(_('Sent'), self)", "ui/quotes/list_view.py"),
        ),
        (rules.data_is_plain_text, module(BY_TURNS, "ui/quotes/list_view.py")),
        (rules.data_is_plain_text, module(LABEL + PLAIN, "ui/quotes/list_view.py")),
        (
            rules.data_is_plain_text,
            module("def f(p):\n    a = QLabel()\n    a.setPixmap(p)", "ui/kit/errors.py"),
        ),
        (rules.tool_tips_are_plain_text, module("button.setToolTip(_('Send'))", "ui/quotes/list_view.py")),
        (
            rules.tool_tips_are_plain_text,
            module("button.setToolTip(plain_tip(name))", "ui/quotes/list_view.py"),
        ),
        (rules.paper_is_plain_text, module("pdf.cell(text=name, markdown=False)")),
        (rules.counts_exactly, module("x = float(width)", "ui/widgets/chart.py")),
        (rules.silences_with_a_reason, module("x = 1  # type: ignore[misc]  # Qt's stub is wrong")),
        (rules.silences_with_a_reason, module("x = 1  # noqa: E501 a table reads better whole")),
        (rules.names_no_machine, module("x = '/usr/share/fonts'")),
    ],
    ids=lambda value: value.text[:40] if isinstance(value, Module) else value.__name__,
)
def test_lets_the_good_pass(rule, good):
    assert list(rule(good)) == []
