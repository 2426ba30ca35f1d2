import socket
import sys

import display
import pytest

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")


@linux
class TestHasDisplay:
    def test_says_no_when_nothing_names_one(self):
        assert not display.has_display({})

    def test_says_no_when_qt_is_told_to_draw_into_memory(self):
        assert not display.has_display(
            {"WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "offscreen:size=1"}
        )

    def test_says_no_when_the_server_named_is_gone(self, monkeypatch, tmp_path):
        monkeypatch.setattr(display, "X_SOCKETS", tmp_path)

        assert not display.has_display({"DISPLAY": ":7"})

    @pytest.mark.parametrize("name", [":7", ":7.0"])
    def test_says_yes_when_a_server_answers(self, monkeypatch, tmp_path, name):
        monkeypatch.setattr(display, "X_SOCKETS", tmp_path)
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(str(tmp_path / "X7"))
            server.listen()

            assert display.has_display({"DISPLAY": name})

    @pytest.mark.parametrize("env", [{"WAYLAND_DISPLAY": "wayland-0"}, {"DISPLAY": "office:0"}])
    def test_believes_what_it_cannot_ask(self, env):
        assert display.has_display(env)
