"""A name to which the paper's title was joined: "Penrose School Business Rates Demand"."""

from extract import labels_of_names as labels
from extract.squash import squash


def is_titled(name: str) -> bool:
    """True when the text holds what papers call themselves, which no company does."""
    return bool(labels.TITLE.search(" ".join(squash(word) for word in name.split())))
