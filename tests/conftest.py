"""What every test lives in: no screen, no network, no home folder of the person who runs it."""

from __future__ import annotations

import os
import socket

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A shared machine is slow at times: a deadline would fail the code for the machine's fault. In CI the
# examples are the same each run, so that a red run can be run again.
settings.register_profile("house", deadline=None, derandomize="CI" in os.environ, print_blob=True)
settings.load_profile("house")


class NetworkUsed(AssertionError):
    """A test opened a connection without the mark `server`."""


@pytest.fixture(autouse=True)
def _no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.node.get_closest_marker("server"):
        return
    connect = socket.socket.connect

    def only_on_this_machine(sock: socket.socket, address: object) -> None:
        if not isinstance(address, str):  # text is the path of a local socket
            raise NetworkUsed(f"a connection to {address!r}: mark the test `server` if it is meant")
        connect(sock, address)

    monkeypatch.setattr(socket.socket, "connect", only_on_this_machine)


@pytest.fixture(autouse=True, scope="session")
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep data and settings out of the home folder; the cache stays, its fonts are dear to make."""
    os.environ.pop("QUOTEWRIGHT_DB", None)
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR"):
        os.environ[name] = str(home / name.lower())
