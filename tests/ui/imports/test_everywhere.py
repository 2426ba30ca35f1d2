from tests.support.ui_company import a_window
from ui.imports.everywhere import IMPORT, actions, open_import


def test_opens_one_page_however_often(store, tmp_path, qtbot):
    window = a_window(store, tmp_path)
    qtbot.add_widget(window)
    open_import(window)
    first = window.page
    window.open_section("settings")

    (action,) = actions(window)
    action.run()

    assert action.id == IMPORT
    assert window.page is first
