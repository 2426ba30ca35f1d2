"""What the gallery shows: a quote of anvils, its price, its story and its months."""

from __future__ import annotations

from app.kernel.findings import Severity
from ui.kit.tokens import Tone
from ui.shell.first_start import CountryChoice
from ui.widgets.chain_bar import ChainLink
from ui.widgets.findings import ShownFinding
from ui.widgets.grid_rows import CellKind, GridColumn, GridRow, Mark, RowKind
from ui.widgets.month_strip import Month
from ui.widgets.state_chip import Chip
from ui.widgets.timeline import TimelineEntry
from ui.widgets.totals import Margin, Totals, TotalsLine
from ui.widgets.waterfall import RefusedRule, Waterfall, WaterfallStep

COLUMNS = (
    GridColumn("sku", lambda: "SKU", CellKind.LOOKUP, 100),
    GridColumn("name", lambda: "Description", stretch=True),
    GridColumn("quantity", lambda: "Quantity", CellKind.NUMBER, 80),
    GridColumn("unit", lambda: "Unit", width=64, gives_way=2),
    GridColumn("price", lambda: "Unit price", CellKind.NUMBER, 100),
    GridColumn("discount", lambda: "Discount", CellKind.NUMBER, 80, gives_way=1),
    GridColumn("net", lambda: "Net (EUR)", CellKind.NUMBER, 110, editable=False),
)
ROWS = (
    GridRow(1, ("", "Workshop", "", "", "", "", ""), RowKind.HEADING),
    GridRow(2, ("AN-100", "Anvil, cast steel", "10", "pc", "100.00", "5 %", "950.00"), detail="55 kg, black"),
    GridRow(3, ("BO-008", "Bolt M8 x 40, galvanised", "250", "pc", "0.333", "", "83.25")),
    GridRow(
        4,
        ("SA-210", "Bench saw with extraction", "1", "pc", "2,450.00", "28 %", "1,764.00"),
        marks=(Mark("discount", Severity.BLOCKER, "More than 20 %: needs approval by the sales manager."),),
    ),
    GridRow(5, ("", "Delivery in the third week of March, kerbside.", "", "", "", "", ""), RowKind.TEXT),
    GridRow(6, ("", "Subtotal Workshop", "", "", "", "", "2,797.25"), RowKind.SUBTOTAL),
    GridRow(7, ("", "Service", "", "", "", "", ""), RowKind.HEADING),
    GridRow(8, ("SV-12", "Maintenance, per month", "12", "mon", "89.00", "", "1,068.00")),
    GridRow(
        9, ("TR-01", "Training on site", "1", "day", "1,200.00", "", "1,200.00"), tag="Optional", counts=False
    ),
    GridRow(
        10,
        ("XX-9", "XX-9", "2", "", "", "", ""),
        RowKind.TEXT,
        marks=(Mark("sku", Severity.WARNING, "Nobody knows this SKU."),),
    ),
)
TOTALS = Totals(
    (
        TotalsLine("Net", "3,865.25"),
        TotalsLine("VAT 19 % of 3,865.25", "734.40"),
    ),
    TotalsLine("Total", "4,599.65 €"),
    Margin(
        "612.40 €",
        "15.8 %",
        158,
        200,
        300,
        "Below the floor of 20 %: needs approval by Sales Manager",
        Tone.BAD,
    ),
)
STEPS = (
    WaterfallStep("List price", "Price book Standard EUR", "", "100.00", 0, 1000, is_level=True),
    WaterfallStep("Volume", "10 and more: 10 %, version 3", "−10.00", "90.00", 1000, 900),
    WaterfallStep("Term", "6 of 12 months", "−45.00", "45.00", 900, 450),
    WaterfallStep("Regular price", "", "", "45.00", 0, 450, is_level=True),
    WaterfallStep("Additional discount", "5 % by Jo Field", "−2.25", "42.75", 450, 428),
    WaterfallStep("Partner", "8 %", "−3.42", "39.33", 428, 393),
    WaterfallStep("Distributor", "2 %", "−0.7866", "38.5434", 393, 385),
    WaterfallStep("Net price", "", "", "38.5434", 0, 385, is_level=True),
)
WATERFALL = Waterfall(
    "Anvil, cast steel",
    STEPS,
    (
        RefusedRule("Promotion SPRING-10", "Ended on 28 Feb 2026"),
        RefusedRule("Contracted price C-2025-0012", "Holds for Acme Trading, not for Acme AG"),
    ),
    "25 × 38.5434 = 963.59, rounded to the cent once, on the line",
)
FINDINGS = (
    ShownFinding(Severity.WARNING, "The customer has no VAT number. Reverse charge needs one.", "customer"),
    ShownFinding(Severity.BLOCKER, "The purchase order number is missing.", "order_number", "Add the number"),
)
ENTRIES = (
    TimelineEntry("Accepted by e-mail", "Acme AG, 5 Mar 2026, 09:12", "check", "c", "C-2026-0004"),
    TimelineEntry("Sent to purchasing@acme.example", "Jo Field, 3 Mar 2026, 14:05", "send"),
    TimelineEntry("Revision 2: quantity of AN-100 from 8 to 10", "Jo Field, 3 Mar 2026, 13:58", "pencil"),
    TimelineEntry("Made from Q-2026-0031", "Jo Field, 2 Mar 2026, 10:20", "copy", "q", "Q-2026-0031"),
)
CHAIN = (
    ChainLink("Q-2026-0042", "file-text", current=True, target="q"),
    ChainLink("C-2026-0004", "scroll-text", "c"),
    ChainLink("3 invoices", "receipt-text", "i"),
    ChainLink("Payment", "wallet"),
)
CHIPS = (
    Chip("Draft", Tone.NEUTRAL, "file-pen"),
    Chip("In approval", Tone.WARN, "hourglass"),
    Chip("Approved", Tone.INFO, "shield-check"),
    Chip("Sent", Tone.INFO, "send"),
    Chip("Accepted", Tone.GOOD, "circle-check"),
    Chip("Declined", Tone.BAD, "circle-x"),
    Chip("Overdue", Tone.BAD, "clock"),
)
NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
COUNTRIES = (
    CountryChoice("DE", "Germany", "EUR", "VAT 19 % and 7 %", "INV-{year}-{seq:05}"),
    CountryChoice("CH", "Switzerland", "CHF", "VAT 8.1 %, 3.8 % and 2.6 %", "{year}-{seq:04}"),
)


def months() -> list[Month]:
    def one(at: int) -> Month:
        tone, state = (
            (Tone.GOOD, "Billed") if at < 3 else (Tone.WARN, "Due") if at == 3 else (Tone.NEUTRAL, "Planned")
        )
        return Month(
            f"{NAMES[at % 12]} {2026 + at // 12}",
            "1,068.00" if at != 7 else "",
            tone,
            state if at != 7 else "",
        )

    return [one(at) for at in range(18)]
