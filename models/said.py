"""A sentence with its details, still in no language: stages say it, doors translate it."""

from dataclasses import dataclass

from models.words import Lang, translate


@dataclass(frozen=True, slots=True)
class Said:
    """An English sentence marked for translation and what fills its {blanks}."""

    sentence: str
    details: tuple[tuple[str, str], ...] = ()

    def told(self, lang: Lang) -> str:
        """The sentence in `lang`, its blanks filled."""
        return translate(self.sentence, lang, **dict(self.details))


def said(sentence: str, **details: object) -> Said:
    """`sentence` with `details`, each as text."""
    return Said(sentence, tuple((name, str(value)) for name, value in details.items()))
