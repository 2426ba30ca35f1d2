"""The demo is a program of its own: it is run as one, and has to end cleanly."""

import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest

PLUGIN_NOTE = "This plugin does not support propagateSizeHints()\n"
ROOT = Path(__file__).parents[2]
PAPERS = ("quote.pdf", "contract.pdf", "invoice.pdf")
PICTURES = ("home.png", "quote.png", "quote-sent.png", "contract.png", "invoice.png", "quote-dark.png")


@pytest.fixture(scope="module")
def played(tmp_path_factory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    folder = tmp_path_factory.mktemp("demo") / "out"
    command = [sys.executable, "-m", "ui.demo", "--out", str(folder)]
    env = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    done = subprocess.run(
        command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=180, check=False
    )
    return folder, done


def size_of(picture: bytes) -> tuple[int, int]:
    """Return width and height as the head of a PNG says them."""
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", picture[16:24])


def test_it_ends_cleanly_and_says_what_it_wrote(played):
    folder, done = played

    assert (done.returncode, done.stderr.replace(PLUGIN_NOTE, "")) == (0, "")
    assert sorted(path.name for path in folder.iterdir()) == sorted((*PAPERS, *PICTURES))
    for name in (*PAPERS, *PICTURES):
        assert f"Wrote {folder / name}\n" in done.stdout
    assert "everything is in order\n" in done.stdout


@pytest.mark.parametrize("name", PAPERS)
def test_papers_are_whole(played, name):
    paper = (played[0] / name).read_bytes()

    assert paper.startswith(b"%PDF-")
    assert paper.rstrip().endswith(b"%%EOF")


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_have_the_size_of_the_readme(played, name):
    assert size_of((played[0] / name).read_bytes()) == (1280, 720)


def test_the_dark_picture_is_another_one(played):
    assert (played[0] / "quote.png").read_bytes() != (played[0] / "quote-dark.png").read_bytes()
