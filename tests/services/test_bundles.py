from dataclasses import replace
from decimal import Decimal

import pytest

from app.access.permissions import NotPermittedHere
from app.access.roles import Role
from app.catalog.bundle import Option
from app.catalog.contracted_price import FixedPrice
from app.catalog.reduction import percent_off
from app.configurator.conditions import Chosen
from app.configurator.constraints import Excludes, Requires
from app.configurator.laying_out import network_of
from app.configurator.parts import parts
from app.kernel.findings import Severity
from app.services.bundles import BundleNeverWorks, configurable, keep, lines_of, products_of
from app.store.repositories.bundles import NotABundle
from app.store.repositories.products import UnknownSku
from tests.support.access import an_actor
from tests.support.catalog import EUR, a_bundle, a_feature
from tests.support.configurator import a_model, configured
from tests.support.quotes import a_quote
from tests.support.stores import an_act

SIMPLE = a_model(a_bundle("A-1", a_feature("Parts", "B-2", "S-3")))


@pytest.fixture
def uow(store):
    with store.writing(an_act()) as opened:
        yield opened


def test_a_model_comes_back_as_it_was_kept(uow):
    assert keep(uow, an_act(), model=SIMPLE) == ()

    assert uow.bundles.get("A-1") == SIMPLE
    assert uow.bundles.among(["A-1", "B-2"]) == {"A-1"}


def test_a_second_one_replaces_it_and_it_may_be_taken_away(uow):
    keep(uow, an_act(), model=SIMPLE)
    other = a_model(a_bundle("A-1", a_feature("Parts", "B-2")))
    keep(uow, an_act(), model=other)
    assert uow.bundles.get("A-1") == other

    uow.bundles.remove("A-1")
    with pytest.raises(NotABundle):
        uow.bundles.get("A-1")


def test_every_option_is_a_product(uow):
    with pytest.raises(UnknownSku):
        keep(uow, an_act(), model=a_model(a_bundle("A-1", a_feature("Parts", "NOBODY"))))


def test_what_can_never_be_valid_is_refused_with_its_faults(uow):
    feature = replace(a_feature("Parts", "B-2", "S-3"), minimum=2)
    model = a_model(a_bundle("A-1", feature), laws=[Excludes("never", "A-1", Chosen("B-2"), Chosen("S-3"))])

    with pytest.raises(BundleNeverWorks) as refusal:
        keep(uow, an_act(), model=model)

    assert [finding.code for finding in refusal.value.findings] == ["configurator.never_valid"]


def test_only_who_may_edit_the_catalog_keeps_one(uow):
    with pytest.raises(NotPermittedHere):
        keep(uow, replace(an_act(), actor=an_actor(Role.REP)), model=SIMPLE)


def test_what_was_chosen_becomes_lines_at_their_price_in_the_bundle(uow):
    own = Option("B-2", own_prices=(FixedPrice(Decimal("1"), EUR, Decimal(3)),))
    cheaper = Option("S-3", discount=percent_off(10))
    feature = replace(a_feature("Parts", "B-2", "S-3"), options=(own, cheaper))
    model = a_model(a_bundle("A-1", feature))
    found = parts(network_of(model), configured("B-2", "S-3", sku="A-1"), Decimal(4))
    ids = iter([uow.new_id(), uow.new_id()])

    lines = lines_of(a_quote(), found, products_of(uow, model), lambda: next(ids))

    assert [(line.sku, line.quantity) for line in lines] == [("B-2", 4), ("S-3", 4)]
    assert (lines[0].unit_price, lines[1].unit_price) == (Decimal("0.333333"), None)
    assert lines[1].discount == percent_off(10)


def test_comes_with_everything_its_options_are_priced_by(uow):
    keep(uow, an_act(), model=SIMPLE)
    quote = replace(a_quote(), customer_id=None, lines=(), price_book="LIST")

    found = configurable(uow, quote, sku="A-1")
    chosen = parts(network_of(found.model), configured("B-2", sku="A-1"), Decimal(3))
    lines = lines_of(quote, chosen, found.products, uow.new_id)

    assert found.pricer.price(replace(quote, lines=tuple(lines))).totals.net == 1_00


def test_a_warning_is_told_and_kept(uow):
    laws = [Requires("idle", "A-1", Chosen("B-2"), Chosen("B-2"))]
    model = a_model(a_bundle("A-1", a_feature("Parts", "B-2")), laws=laws)

    assert [finding.severity for finding in keep(uow, an_act(), model=model)] == [Severity.WARNING]
    assert uow.bundles.get("A-1") == model
