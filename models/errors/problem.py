"""What every problem is: a code, whether it stays, plain details, a sentence for the person.

The cause goes to the log (`raise ... from cause`); the person gets `sentence` in their language, which
says what to do. `permanent` tells a retry from a lost cause: a permanent problem is not tried again.
"""

import re
from typing import ClassVar

from models.rails import rail_in
from models.words import Lang, mark, translate

_AMOUNT = re.compile(r"-?[0-9]{1,15}\.[0-9]{1,3}")
"""An amount beside its currency, as Money is written."""


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
        return translate(self.sentence, lang, **self.worded(lang))

    def worded(self, lang: Lang) -> dict[str, str | int]:
        """The details as a person reads them: a way of paying by its word, amounts with their comma."""
        worded = dict(self.details)
        if rail := worded.get("rail"):
            worded["rail"] = rail_in(lang, str(rail))
        if lang == "fr" and "currency" in worded:
            worded |= {
                name: value.replace(".", ",")
                for name, value in self.details.items()
                if isinstance(value, str) and _AMOUNT.fullmatch(value)
            }
        return worded

    def __str__(self) -> str:
        return self.told("en")


class Reasoned(Problem):
    """A problem whose `why` may be a marked sentence too, with blanks filled from the details."""

    def told(self, lang: Lang) -> str:
        worded = self.worded(lang)
        why = translate(str(worded.get("why", "")), lang, **worded)
        return translate(self.sentence, lang, **{**worded, "why": why})
