import os
import subprocess
import sys

import pytest

from app.store.faults import FileInUse
from app.store.lock import InstanceLock

HOLD = """
import sys
from pathlib import Path
from app.store.lock import InstanceLock
lock = InstanceLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def file(tmp_path):
    return tmp_path / "office.db"


class TestInstanceLock:
    def test_a_second_window_is_told_which_process_has_the_file(self, file):
        with InstanceLock(file), pytest.raises(FileInUse) as refused:
            InstanceLock(file)
        assert refused.value.params["file"] == str(file)
        assert refused.value.params["pid"] == os.getpid()

    def test_a_closed_window_lets_go(self, file):
        InstanceLock(file).release()
        with InstanceLock(file) as lock:
            lock.release()
            lock.release()

    def test_a_killed_process_leaves_no_lock_behind(self, file):
        with subprocess.Popen(
            [sys.executable, "-c", HOLD, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as other:
            assert other.stdout
            assert other.stdout.readline() == b"held\n"
            with pytest.raises(FileInUse) as refused:
                InstanceLock(file)
            assert refused.value.params["pid"] == other.pid
            other.kill()
            other.wait()

        InstanceLock(file).release()

    def test_a_lock_file_of_nonsense_is_no_hindrance(self, file):
        file.with_name("office.db-lock").write_text("{")
        InstanceLock(file).release()
