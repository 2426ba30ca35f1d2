class TestInit:
    def test_begins_with_what_is_usual_in_the_country(self, shell):
        settings = shell.json("init", "--company", "Bär AG", "--country", "CH")["settings"]

        assert (settings["name"], settings["currency"], settings["time_zone"]) == (
            "Bär AG",
            "CHF",
            "Europe/Zurich",
        )

    def test_does_not_touch_a_file_that_is_there(self, house):
        house("init", "--company", "Other", "--country", "DE", code=1)

        assert house.json("company", "show")["settings"]["name"] == "Bar GmbH"

    def test_a_country_nobody_knows_leaves_no_file_behind(self, shell):
        shell("init", "--company", "X", "--country", "QQ", code=1)

        assert not list(shell.folder.iterdir())


class TestSet:
    def test_changes_one_setting(self, house):
        house("company", "set", "tax_id", "DE136695976")

        assert house.json("company", "show")["settings"]["tax_id"] == "DE136695976"

    def test_shows_every_setting_under_the_name_that_sets_it(self, house):
        house("company", "set", "rate.CHF", "1.0417")
        settings = house.json("company", "show")["settings"]

        assert settings["rate.CHF"] == "1.0417"
        for name in ("number.invoice", "policy.rounding", "payment_terms", "quote_days", "rate.CHF"):
            house("company", "set", name, settings[name])

    def test_a_value_below_zero_is_no_option(self, house):
        refused = house.json("company", "set", "quote_days", "-1", code=1)

        assert refused["error"]["code"] == "company.quote_days_refused"

    def test_an_unknown_setting_is_refused(self, house):
        assert house.json("company", "set", "colour_of_the_sky", "blue", code=1)["error"]["message"]

    def test_a_missing_tax_id_is_a_warning(self, house):
        codes = [finding["code"] for finding in house.json("company", "show")["findings"]]

        assert "company.tax_id_missing" in codes
