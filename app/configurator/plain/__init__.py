"""Models, configurations and guides as plain JSON values and back: how the store and files keep them."""

from app.configurator.plain.conditions import condition_from_plain, condition_to_plain
from app.configurator.plain.configuration import configuration_from_plain, configuration_to_plain
from app.configurator.plain.guide import guide_from_plain, guide_to_plain
from app.configurator.plain.laws import law_from_plain, law_to_plain
from app.configurator.plain.model import model_from_plain, model_to_plain

__all__ = [
    "condition_from_plain",
    "condition_to_plain",
    "configuration_from_plain",
    "configuration_to_plain",
    "guide_from_plain",
    "guide_to_plain",
    "law_from_plain",
    "law_to_plain",
    "model_from_plain",
    "model_to_plain",
]
