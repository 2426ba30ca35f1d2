from tests.support.ui_company import a_company_file
from ui.imports.work import Opened, file_reader, import_job, open_job, text_reader, trial_job

ROWS = "sku\tname\tprice\tcurrency\n" + "".join(f"N-{n}\tNeu {n}\t5\tEUR\n" for n in range(3))


def result_of(job, qtbot, *, cancel=False):
    if cancel:
        job.cancel()
    with qtbot.wait_signal(job.succeeded) as done:
        job.start()
    return done.args[0]


def opened(store, qtbot) -> Opened:
    return result_of(open_job(a_company_file(store), "products", text_reader(ROWS)), qtbot)


def test_a_file_is_read_with_the_names_of_its_columns(tmp_path):
    (tmp_path / "a.csv").write_text("sku,name\nA,Hammer\n", encoding="utf-8")

    assert file_reader(tmp_path / "a.csv")().header == ("sku", "name")


def test_a_dry_run_that_is_stopped_comes_to_nothing(store, qtbot):
    assert result_of(trial_job(a_company_file(store), opened(store, qtbot)), qtbot).counts["new"] == 3
    assert result_of(trial_job(a_company_file(store), opened(store, qtbot)), qtbot, cancel=True) is None


def test_an_import_that_is_stopped_writes_nothing(store, qtbot):
    trial = result_of(trial_job(a_company_file(store), opened(store, qtbot)), qtbot)

    job = import_job(a_company_file(store), trial.parsed, skip_faulty=False)
    assert result_of(job, qtbot, cancel=True) is None

    with store.reading() as unit:
        assert unit.products.by_skus(["N-0"]) == {}


def test_an_import_says_which_lists_must_ask_again(store, qtbot):
    trial = result_of(trial_job(a_company_file(store), opened(store, qtbot)), qtbot)

    done = result_of(import_job(a_company_file(store), trial.parsed, skip_faulty=False), qtbot)

    assert (done.trial.writes, done.trial.is_decided) == (3, True)
    assert done.changes.touches("product")


def test_an_import_into_a_file_with_records_says_where_its_backup_lies(store, qtbot):
    trial = result_of(trial_job(a_company_file(store), opened(store, qtbot)), qtbot)

    done = result_of(import_job(a_company_file(store), trial.parsed, skip_faulty=False), qtbot)

    assert trial.backup is None
    assert done.trial.backup.is_file()
