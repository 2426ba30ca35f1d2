"""The deal in the README is played as it stands there."""

import re
import subprocess
import sys
from datetime import datetime
from zoneinfo import ZoneInfo

from tests.architecture.house import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def deal() -> str:
    """Return the commands under the heading, run from this source and in this year."""
    _, _, section = README.partition("## A deal on the command line")
    script = re.search(r"```sh\n(.*?)```", section, re.DOTALL)[1]
    here = script.replace(".venv/bin/quotewright", f'env PYTHONPATH="{ROOT}" "{sys.executable}" -m app')
    today = datetime.now(ZoneInfo("Europe/Berlin")).date()  # the day in the company's own time zone
    return here.replace("2026", str(today.year))


def test_the_deal_of_the_readme_is_played_to_the_end(tmp_path):
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", deal()], cwd=tmp_path, capture_output=True, text=True
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "invoice.pdf").read_bytes().startswith(b"%PDF")
    assert "1199.91" in done.stdout


def test_it_is_ten_lines():
    assert len(deal().strip().splitlines()) <= 10
