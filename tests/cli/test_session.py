from app.cli.session import REFUSED, Session, refuse
from app.kernel.errors import RuleViolation


class Odd(RuleViolation):
    code = "odd.nobody_knows"


class TestSession:
    def test_works_on_the_named_file(self):
        assert Session(db="x.db").place == "x.db"

    def test_else_on_the_one_of_the_environment(self, monkeypatch):
        monkeypatch.setenv("QUOTEWRIGHT_DB", "env.db")

        assert Session().place == "env.db"


class TestRefuse:
    def test_says_why_on_the_error_stream(self, capsys):
        assert refuse(Odd(), as_json=False) == REFUSED

        out, err = capsys.readouterr()
        assert (out, err.startswith("quotewright: ")) == ("", True)
