import os
import socket
from pathlib import Path

import platformdirs
import pytest


class TestNetwork:
    def test_refuses_a_connection(self):
        with socket.socket() as sock, pytest.raises(AssertionError, match="mark the test `server`"):
            sock.connect(("127.0.0.1", 9))

    def test_lets_processes_of_this_machine_talk(self, tmp_path):
        path = str(tmp_path / "s")
        with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
            server.bind(path)
            server.listen()
            client.connect(path)


class TestHome:
    def test_keeps_data_out_of_the_home_folder(self):
        assert Path.home() not in Path(platformdirs.user_data_dir("quotewright")).parents

    def test_needs_no_screen(self):
        assert os.environ["QT_QPA_PLATFORM"]
