"""The ways of paying in words; scripts and the command line use their names."""

from models.words import Lang, mark, translate

RAIL_WORDS = {
    "sepa-sheet": mark("payment sheet"),
    "sepa-file": mark("file for the bank"),
    "biller-page": mark("biller's page"),
    "direct-debit": mark("direct debit"),
    "by-hand": mark("by hand"),
}


def rail_in(lang: Lang, name: str) -> str:
    """The way called `name` as a person says it; a name of a later version stays as it is."""
    return translate(RAIL_WORDS.get(name, name), lang)
