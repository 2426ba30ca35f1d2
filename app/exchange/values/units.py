"""Units in the words of price lists (Stk, Stunde, pièce, hora); codes and English names the kernel knows."""

from __future__ import annotations

from app.exchange.tables.cells import Cell, as_text
from app.kernel.quantity import Unit

_WORDS = {
    "C62": "stk stck stück stueck st pce pz pza pièce pièces piece u ud uds unidad unidades unité unités",
    "HUR": "std stunde stunden heure heures hora horas",
    "MIN": "minute minuten minuto minutos",
    "DAY": "tag tage jour jours día dia días dias",
    "WEE": "woche wochen semaine semaines semana semanas",
    "MON": "monat monate mois mes meses mth mths",
    "QAN": "quartal quartale trimestre trimestres",
    "ANN": "jahr jahre an ans année années año años yr yrs pa",
    "KGM": "kilo kilos kilogramm kilogramme kilogramo",
    "GRM": "gramm gramme gramo",
    "MTR": "meter mètre metro",
    "LTR": "liter litre litro",
    "MTK": "qm m² sqm",
    "MTQ": "cbm m³",
    "FTK": "sqft",
    "PR": "paar paare paire paires par pares",
    "SET": "satz sätze jeu juego kit",
    "XBX": "karton schachtel boîte caja bx",
    "XPK": "paket pack packung paquet paquete pk pkg",
    "XPX": "palette palé",
    "LS": "pauschal pauschale pausch forfait",
    "DZN": "dz dutzend douzaine docena",
    "E49": "pt personentag personentage mandays manday",
}

_CODES = {word.casefold(): code for code, words in _WORDS.items() for word in words.split()}


def read_unit(cell: Cell) -> str:
    """Return the UN/ECE Rec 20 code of the unit a cell names.

    Raises:
        UnknownUnit: Nobody knows the word.
    """
    word = as_text(cell).strip()
    return _CODES.get(word.casefold().rstrip(".")) or Unit.named(word).code
