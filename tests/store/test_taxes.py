from hypothesis import given
from hypothesis import strategies as st

from app.kernel.percent import Percent
from app.pricing.result import TaxGroup
from app.store.taxes import line_tax_of, line_tax_text, tax_groups_of, tax_groups_text
from app.taxes.category import TaxCategory
from app.taxes.determination import LineTax

texts = st.text(st.characters(codec="ascii", exclude_categories=("Cc",)), max_size=20)
rates = st.decimals(0, 100, places=4).map(Percent.of_points)
amounts = st.integers(-(10**12), 10**12)
categories = st.sampled_from(TaxCategory)
taxes = st.builds(LineTax, categories, rates, texts, texts, texts)
groups = st.builds(
    TaxGroup,
    categories,
    rates,
    amounts,
    amounts,
    amounts,
    amounts,
    st.none() | amounts,
    st.lists(texts, max_size=2).map(tuple),
    st.lists(texts, max_size=2).map(tuple),
)


@given(taxes)
def test_the_tax_of_a_line_comes_back(tax):
    assert line_tax_of(line_tax_text(tax)) == tax


@given(st.lists(groups, max_size=4))
def test_the_tax_groups_of_a_document_come_back(found):
    assert tax_groups_of(tax_groups_text(found)) == tuple(found)
