"""What the keyword rules answered, as keys under which spellings of one answer are one."""

from collections.abc import Hashable
from datetime import date

from extract.billers import key_of
from extract.ranker.clues import Said
from extract.ranker.codes import code_key
from models.money import Money
from models.reading import Found


def said_of(rule: Found[date] | None) -> Said:
    """What the rules say of a day."""
    return Said(rule.value, rule.confidence) if rule else Said(None, 0.0)


def said_of_amount(rule: Found[Money] | None) -> Said:
    """What the rules say of the amount, without its sign."""
    return Said(abs(rule.value.decimal), rule.confidence) if rule else Said(None, 0.0)


def said_of_code(rule: Found[str] | None) -> Said:
    """What the rules say of a number, as the key under which spellings are one."""
    key: Hashable = code_key(rule.value) if rule else None
    return Said(key, rule.confidence) if rule else Said(None, 0.0)


def said_of_name(rule: Found[str] | None) -> Said:
    """What the rules say of the biller, as the key under which spellings are one."""
    key: Hashable = key_of(rule.value) if rule else None
    return Said(key, rule.confidence) if rule else Said(None, 0.0)
