import pytest

from app.exchange.tables.ole import OleDamaged, stream_named
from tests.support.spreadsheets import an_ole

LONG = bytes(range(256)) * 20
SHORT = bytes(range(200))
FILE = an_ole("Workbook", LONG)


def scratched(at: int, number: int) -> bytes:
    return FILE[:at] + number.to_bytes(4, "little") + FILE[at + 4 :]


class TestStreamNamed:
    @pytest.mark.parametrize("stream", [LONG, SHORT, b"x"], ids=["long", "short", "tiny"])
    def test_returns_a_stream_whatever_its_case(self, stream):
        assert stream_named(an_ole("WorkBook", stream), ["WORKBOOK", "BOOK"]) == stream

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            FILE[:100],
            FILE[:1600],
            an_ole("Document", LONG),
            scratched(30, 0),
            scratched(48, 900),
            scratched(68, 1),
            scratched(512 + 8, 2),
            scratched(512 + 8, 900),
        ],
    )
    def test_refuses_chains_that_end_nowhere_or_go_in_circles(self, content):
        with pytest.raises(OleDamaged):
            stream_named(content, ["WORKBOOK"])
