import os
import stat

import pytest

from app.exchange.tables.atomic import FileExists, FileNotWritten, write_atomically


def writing(content: bytes):
    return lambda stream: stream.write(content)


class TestWriteAtomically:
    def test_writes_the_whole_file_and_leaves_nothing_else(self, tmp_path):
        write_atomically(tmp_path / "a.csv", writing(b"x"))
        assert (tmp_path / "a.csv").read_bytes() == b"x"
        assert os.listdir(tmp_path) == ["a.csv"]  # noqa: PTH208 - names are what is asked

    def test_replaces_only_when_told(self, tmp_path):
        (tmp_path / "a.csv").write_bytes(b"old")
        with pytest.raises(FileExists):
            write_atomically(tmp_path / "a.csv", writing(b"new"))
        assert (tmp_path / "a.csv").read_bytes() == b"old"
        write_atomically(tmp_path / "a.csv", writing(b"new"), overwrite=True)
        assert (tmp_path / "a.csv").read_bytes() == b"new"

    def test_does_not_follow_a_link_that_leads_nowhere(self, tmp_path):
        (tmp_path / "a.csv").symlink_to(tmp_path / "elsewhere")
        with pytest.raises(FileExists):
            write_atomically(tmp_path / "a.csv", writing(b"x"))

    def test_does_not_replace_a_file_that_appears_while_it_writes(self, tmp_path):
        def write(stream):
            (tmp_path / "a.csv").write_bytes(b"theirs")
            stream.write(b"ours")

        with pytest.raises(FileExists):
            write_atomically(tmp_path / "a.csv", write)
        assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a.csv", b"theirs")]

    def test_keeps_the_old_file_when_the_disk_is_full(self, tmp_path):
        (tmp_path / "a.csv").write_bytes(b"old")

        def write(stream):
            stream.write(b"half")
            raise OSError(28, "No space left on device")

        with pytest.raises(FileNotWritten) as refusal:
            write_atomically(tmp_path / "a.csv", write, overwrite=True)
        assert refusal.value.params == {"file": "a.csv", "reason": "No space left on device"}
        assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a.csv", b"old")]

    def test_leaves_nothing_when_the_writer_breaks(self, tmp_path):
        def write(stream):
            raise ValueError("bug")

        with pytest.raises(ValueError, match="bug"):
            write_atomically(tmp_path / "a.csv", write)
        assert list(tmp_path.iterdir()) == []

    def test_says_when_there_is_no_folder(self, tmp_path):
        with pytest.raises(FileNotWritten):
            write_atomically(tmp_path / "no" / "a.csv", writing(b"x"))

    def test_works_where_files_cannot_be_linked(self, tmp_path, monkeypatch):
        def refuse(*_):
            raise OSError(1, "Operation not permitted")

        monkeypatch.setattr(os, "link", refuse)
        write_atomically(tmp_path / "a.csv", writing(b"x"))
        assert (tmp_path / "a.csv").read_bytes() == b"x"
        with pytest.raises(FileExists):
            write_atomically(tmp_path / "a.csv", writing(b"y"))

    def test_gives_the_rights_of_an_ordinary_file(self, tmp_path):
        (tmp_path / "plain").write_bytes(b"")
        write_atomically(tmp_path / "a.csv", writing(b"x"))
        assert stat.S_IMODE((tmp_path / "a.csv").stat().st_mode) == stat.S_IMODE(
            (tmp_path / "plain").stat().st_mode
        )
