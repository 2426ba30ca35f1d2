import gc

import pytest

from app.services.file_rows.unswept import unswept


class TestUnswept:
    def test_sweeps_again_afterwards_also_after_an_error(self):
        def work():
            with unswept():
                assert not gc.isenabled()
                raise ValueError("x")

        with pytest.raises(ValueError, match="x"):
            work()
        assert gc.isenabled()

    def test_leaves_a_block_inside_another_to_the_outer_one(self):
        with unswept():
            with unswept():
                pass
            assert not gc.isenabled()
        assert gc.isenabled()
