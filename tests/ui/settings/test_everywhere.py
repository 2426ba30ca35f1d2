from tests.support.ui_company import a_window


def test_the_import_is_an_action_of_every_page(store, tmp_path, qtbot):
    window = a_window(store, tmp_path)
    qtbot.add_widget(window)

    window.actions_of_window.action("imports.open").trigger()

    assert type(window.page).__name__ == "ImportPage"
