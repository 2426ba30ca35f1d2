from tests.support.ui_company import a_company_file
from ui.settings.file_work import STOPPED, check_job


def test_a_check_that_is_cancelled_says_so(store, qtbot):
    job = check_job(a_company_file(store))
    job.cancel()

    with qtbot.wait_signal(job.refused) as refused:
        job.start()

    assert refused.args[0].code == STOPPED


def test_says_which_check_is_under_way(store, qtbot):
    job = check_job(a_company_file(store))
    seen = []
    job.reached.connect(seen.append)

    with qtbot.wait_signal(job.ended):
        job.start()
    qtbot.wait_until(lambda: bool(seen))

    assert all(reached.doing for reached in seen)
