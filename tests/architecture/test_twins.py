"""Every module that decides something has a test of its name, or a test that imports it."""

from pathlib import Path

import pytest

from tests.architecture.house import Module, modules
from tests.architecture.twins import dotted, has_a_twin, needs_a_twin, tried_by_import

DECIDES = "def net():\n    return 1"


def test_every_module_has_a_twin():
    tried = tried_by_import(modules("tests"))
    untried = (m for m in modules("app", "ui") if needs_a_twin(m) and dotted(m) not in tried)
    alone = [str(module.path) for module in untried if not has_a_twin(module)]
    assert not alone, "no test of their name, and none imports them:\n" + "\n".join(alone)


class TestNeedsATwin:
    def test_what_decides_does(self):
        assert needs_a_twin(Module(Path("app/quotes/quote.py"), DECIDES))

    @pytest.mark.parametrize(
        "text", ["RATES = {}", "class Kind(StrEnum):\n    A = 'a'", "def f():\n    '''Say.'''"]
    )
    def test_what_only_names_things_does_not(self, text):
        assert not needs_a_twin(Module(Path("app/quotes/quote.py"), text))

    def test_a_nouns_screen_is_tried_by_its_pages_and_the_ground_by_itself(self):
        assert not needs_a_twin(Module(Path("ui/quotes/editor_view.py"), DECIDES))
        assert needs_a_twin(Module(Path("ui/widgets/lookup.py"), DECIDES))

    @pytest.mark.parametrize(
        "path", ["app/quotes/__init__.py", "app/store/migrations/versions/0001_first.py"]
    )
    def test_packages_and_migrations_do_not(self, path):
        assert not needs_a_twin(Module(Path(path), DECIDES))


class TestHasATwin:
    @pytest.mark.parametrize(
        ("module", "test"),
        [
            ("app/quotes/quote.py", "unit/quotes/test_quote.py"),
            ("app/assets.py", "unit/test_assets.py"),
            ("app/store/repositories/quotes.py", "store/test_quotes_round_trip.py"),
            ("app/store/repositories/quotes.py", "store/repositories/test_quotes.py"),
            ("app/i18n/messages/sentences.py", "unit/i18n/test_messages.py"),
            ("app/documents/pdf/invoices.py", "documents/pdf/test_invoices.py"),
            ("ui/quotes/editor_view.py", "ui/quotes/test_editor_view.py"),
        ],
    )
    def test_finds_it_in_its_folder_or_above(self, tmp_path, module, test):
        (tmp_path / test).parent.mkdir(parents=True)
        (tmp_path / test).touch()

        assert has_a_twin(Module(Path(module), DECIDES), tmp_path)

    @pytest.mark.parametrize(
        "test", ["unit/contracts/test_quote.py", "unit/test_quote.py", "unit/quotes/test_quotes.py"]
    )
    def test_a_test_elsewhere_or_of_another_name_is_none(self, tmp_path, test):
        (tmp_path / test).parent.mkdir(parents=True)
        (tmp_path / test).touch()

        assert not has_a_twin(Module(Path("app/quotes/quote.py"), DECIDES), tmp_path)


class TestTriedByImport:
    def test_names_what_a_test_imports(self):
        text = "from app.pricing.units import convert\nfrom app.services import quotes"
        test = Module(Path("tests/unit/pricing/test_x.py"), text)

        assert {"app.pricing.units", "app.services.quotes"} <= tried_by_import([test])

    def test_a_builder_tries_nothing(self):
        assert tried_by_import([Module(Path("tests/support/deals.py"), "import app.quotes.quote")]) == set()
