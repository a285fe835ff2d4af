"""What every problem is: a code, whether it stays, plain details, a sentence for the person.

The cause goes to the log (`raise ... from cause`); the person gets `sentence` in their language, which
says what to do. `permanent` tells a retry from a lost cause: a permanent problem is not tried again.
"""

from typing import ClassVar

from models.rails import rail_in
from models.words import Lang, mark, translate


class Problem(Exception):  # noqa: N818 - the house's word for an error a person reads
    """A failure with a code for scripts, a sentence for the person and details for both."""

    sentence: ClassVar[str] = mark("Something went wrong.")
    permanent: ClassVar[bool] = True

    def __init__(self, **details: str | int) -> None:
        super().__init__(type(self).__name__, details)
        self.details = details

    @property
    def code(self) -> str:
        """A stable name in snake case ("login_refused")."""
        name = type(self).__name__
        return "".join(
            "_" + c.lower() if c.isupper() and i else c.lower() for i, c in enumerate(name)
        )

    def told(self, lang: Lang) -> str:
        """One sentence in `lang` that says what happened and what to do."""
        return translate(self.sentence, lang, **self.details)

    def __str__(self) -> str:
        return self.told("en")


class ByRail(Problem):
    """A problem whose `rail` is the name of a way of paying, told as a word."""

    def told(self, lang: Lang) -> str:
        rail = rail_in(lang, str(self.details.get("rail", "")))
        return translate(self.sentence, lang, **{**self.details, "rail": rail})


class Reasoned(Problem):
    """A problem whose `why` may be a marked sentence too, with blanks filled from the details."""

    def told(self, lang: Lang) -> str:
        why = translate(str(self.details.get("why", "")), lang, **self.details)
        return translate(self.sentence, lang, **{**self.details, "why": why})
