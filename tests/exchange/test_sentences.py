"""Every problem a row or a file can have is said in words."""

import re

from app.i18n.messages import codes
from tests.architecture.house import modules

CODE = re.compile(r'"(exchange\.[a-z_]+)"')


def test_every_code_has_a_sentence_and_every_sentence_a_code():
    source = "\n".join(module.text for module in modules("app/exchange", "app/services"))
    said = {code for code in codes() if code.startswith("exchange.")}
    assert set(CODE.findall(source)) == said
