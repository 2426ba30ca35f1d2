from app.billing.taxation import TaxBasis, tax_groups
from app.company.policies import Policies, TaxRounding
from app.kernel.percent import Percent
from app.quotes.exchange_rate import SAME_CURRENCY
from tests.support.billing import DE_7, DE_19, EUR, a_contract, a_one_off, an_invoice, euros


def groups(*items, gross=False, policies=None):
    lines = an_invoice(a_contract(*items)).lines
    basis = TaxBasis(policies or Policies(), gross, EUR, SAME_CURRENCY)
    return [(group.rate.points, group.net, group.tax) for group in tax_groups(lines, basis)]


class TestTaxGroups:
    def test_net_documents_round_the_tax_once_per_group(self):
        assert groups(a_one_off(1, "0.03"), a_one_off(2, "0.03")) == [(19, 6, 1)]

    def test_or_per_line_where_the_policy_says_so(self):
        by_line = Policies(tax_rounding=TaxRounding.LINE)

        assert groups(a_one_off(1, "0.03"), a_one_off(2, "0.03"), policies=by_line) == [(19, 6, 2)]

    def test_gross_documents_take_the_tax_out(self):
        """domain.md section 13: 3 x 4.99 at 19 %: group 12.58."""
        assert groups(a_one_off(1, "14.97"), gross=True) == [(19, 1258, 239)]

    def test_124_40_including_8_percent(self):
        """domain.md section 13: 115.19 + 9.21."""
        eight = DE_7._replace(rate=Percent.of_points(8))

        assert groups(a_one_off(1, "124.40", tax=eight), gross=True) == [(8, 11519, 921)]

    def test_the_higher_rate_stands_first(self):
        assert [rate for rate, *_ in groups(a_one_off(1, "1", tax=DE_7), a_one_off(2, "1", tax=DE_19))] == [
            19,
            7,
        ]

    def test_the_document_discount_lowers_the_base(self):
        assert groups(a_one_off(1, "100", document_discount=euros("10"))) == [(19, 9000, 1710)]
