from app.cli.explanation import explained, explained_text
from tests.support.pricing import a_line as a_priced_line
from tests.support.pricing import a_request, an_article, priced
from tests.support.quotes import a_line, a_quote, an_id

PRICED = priced(a_request(a_priced_line("2", key=str(an_id(1)))), *an_article("50"))


class TestExplained:
    def test_names_each_step_of_each_line(self):
        quote = a_quote(a_line(1))

        (line,) = explained(quote, PRICED)
        assert [(step["step"], step["after"]) for step in line["steps"]][:1] == [("list", "50")]
        assert "SKU-1" in explained_text(quote, PRICED)
