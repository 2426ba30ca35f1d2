import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from app.kernel.findings import Finding, Severity
from ui.widgets.findings import FindingsList, ShownFinding, shown

WARNING = ShownFinding(Severity.WARNING, "No VAT number.", "customer")
BLOCKER = ShownFinding(Severity.BLOCKER, "No order number.", "order_number", "Add the number")
PLACELESS = ShownFinding(Severity.WARNING, "The price book ends soon.")


@pytest.fixture
def findings(qtbot) -> FindingsList:
    findings = FindingsList()
    qtbot.addWidget(findings)
    findings.show_findings([WARNING, BLOCKER, PLACELESS])
    findings.show()
    return findings


def button(findings: FindingsList, name: str) -> QPushButton:
    return next(b for b in findings.findChildren(QPushButton) if b.accessibleName() == name)


class TestU18Findings:
    def test_blockers_come_first(self, findings):
        assert findings.findings[0] == BLOCKER
        assert findings.has_blockers

    def test_blocker_and_warning_are_told_apart_in_words(self, findings):
        words = [label.text() for label in findings.findChildren(QLabel)]

        assert words.count("Blocker") == 1
        assert words.count("Warning") == 2

    def test_jumps_to_the_field(self, qtbot, findings):
        with qtbot.waitSignal(findings.jump_wanted) as wanted:
            QTest.mouseClick(button(findings, "Show: No order number."), Qt.MouseButton.LeftButton)

        assert wanted.args == ["order_number"]

    def test_mends_where_a_click_can(self, qtbot, findings):
        with qtbot.waitSignal(findings.mend_wanted) as wanted:
            QTest.mouseClick(button(findings, "Add the number: No order number."), Qt.MouseButton.LeftButton)

        assert wanted.args == ["order_number"]

    def test_a_finding_without_a_place_offers_no_jump(self, findings):
        names = [b.accessibleName() for b in findings.findChildren(QPushButton)]

        assert not any("price book" in name for name in names)

    def test_gone_they_leave_nothing(self, qtbot, findings):
        findings.show_findings([])

        assert findings._column.count() == 0
        assert not findings.has_blockers


def test_a_finding_of_the_core_reads_in_the_windows_language():
    found = shown(Finding("tests.nothing_known", Severity.WARNING, "lines[0]"), mend="Mend it")

    assert found.severity is Severity.WARNING
    assert "tests.nothing_known" in found.text
    assert (found.where, found.mend) == ("lines[0]", "Mend it")
