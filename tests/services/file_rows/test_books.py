from app.services.file_rows.books import make_books, missing_books, noticed
from app.services.file_rows.setting import setting_of
from tests.support.stores import TODAY, an_act


class TestMakeBooks:
    def test_makes_what_is_missing_once(self, store):
        with store.writing(an_act()) as uow:
            setting = setting_of(uow, TODAY)
            missing = missing_books(setting, [("LIST", "EUR"), ("LIST-USD", "USD"), ("LIST-USD", "USD")])
            assert missing == {"LIST-USD": "USD"}
            make_books(uow, setting, missing)
            assert uow.price_books.by_code("LIST-USD").currency.code == "USD"

    def test_takes_a_book_out_of_the_bin(self, store):
        with store.writing(an_act()) as uow:
            uow.price_books.put_in_bin(uow.price_books.by_code("LIST").id)
            setting = setting_of(uow, TODAY)
            make_books(uow, setting, missing_books(setting, [("LIST", "EUR")]))
            assert [book.code for book in uow.price_books.all()] == ["LIST"]

    def test_says_which_books_it_makes(self):
        (finding,) = noticed({"LIST-USD": "USD"})
        assert (finding.code, finding.params) == (
            "exchange.price_book_new",
            {"code": "LIST-USD", "currency": "USD"},
        )
