import shutil

import pytest
import system_libraries
from system_libraries import CannotInstall, missing_packages

pytestmark = pytest.mark.skipif(shutil.which("ldd") is None, reason="not a Linux system")


class TestMissingPackages:
    def test_names_the_package_of_each_library_not_found(self):
        wanted = {"libEGL.so.1": "libegl1", "libGL.so.1": "libgl1"}

        assert missing_packages(wanted, found=lambda soname: soname == "libGL.so.1") == ["libegl1"]

    def test_asks_the_systems_own_loader(self):
        assert missing_packages({"libc.so.6": "libc6", "libnone.so.99": "libnone99"}) == ["libnone99"]


class TestInstall:
    def test_does_nothing_when_nothing_is_missing(self, monkeypatch):
        monkeypatch.setattr(shutil, "which", lambda _name: pytest.fail("asked for apt"))

        system_libraries.install([])

    def test_prints_the_exact_line_where_it_may_not_install(self, monkeypatch):
        monkeypatch.setattr(shutil, "which", {"apt-get": "apt-get"}.get)
        monkeypatch.setattr(system_libraries.os, "geteuid", lambda: 1000)

        with pytest.raises(CannotInstall, match=r"\n  apt-get install -y .*libegl1 libgl1$"):
            system_libraries.install(["libegl1", "libgl1"])

    def test_says_sudo_only_where_there_is_one(self, monkeypatch):
        monkeypatch.setattr(shutil, "which", {"apt-get": "apt-get", "sudo": "sudo"}.get)
        monkeypatch.setattr(system_libraries, "_as_root", lambda: None)

        with pytest.raises(CannotInstall, match=r"\n  sudo apt-get install -y .*libegl1$"):
            system_libraries.install(["libegl1"])

    def test_names_the_packages_where_there_is_no_apt(self, monkeypatch):
        monkeypatch.setattr(shutil, "which", lambda _name: None)

        with pytest.raises(CannotInstall, match="\n  libegl1\n"):
            system_libraries.install(["libegl1"])
