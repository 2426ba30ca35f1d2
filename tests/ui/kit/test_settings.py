from PySide6.QtCore import QByteArray

from ui.kit.settings import MOST_STATE_BYTES, WindowSettings


class TestWindowSettings:
    def test_remembers_over_a_restart(self, tmp_path):
        first = WindowSettings(tmp_path / "window.ini")
        first.remember("look/mode", "dark")
        first.remember("look/points", 12)
        first.remember("list/columns", ("number", "total"))
        first.remember("list/one", ("number",))
        first.remember("window/state", QByteArray(b"\x00\x01"))
        first.write()

        again = WindowSettings(tmp_path / "window.ini")

        assert again.text("look/mode") == "dark"
        assert again.number("look/points", 10) == 12
        assert again.texts("list/columns") == ("number", "total")
        assert again.texts("list/one") == ("number",)
        assert again.state("window/state") == QByteArray(b"\x00\x01")

    def test_a_damaged_file_counts_as_nothing_remembered(self, tmp_path):
        (tmp_path / "window.ini").write_bytes(b"[look]\npoints=1e9\nmode\x00\xff[[")

        settings = WindowSettings(tmp_path / "window.ini")

        assert settings.number("look/points", 10) == 10
        assert settings.state("window/state").isEmpty()

    def test_refuses_absurdly_large_states(self, tmp_path):
        settings = WindowSettings(tmp_path / "window.ini")
        settings.remember("window/state", QByteArray(b"x" * (MOST_STATE_BYTES + 1)))

        assert settings.state("window/state").isEmpty()

    def test_forgets(self, tmp_path):
        settings = WindowSettings(tmp_path / "window.ini")
        settings.remember("list/columns", ("a",))
        settings.forget("list")

        assert settings.texts("list/columns") == ()
