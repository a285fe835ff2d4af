"""The judge where nothing was learned."""

from datetime import date

from models.money import Money
from models.reading import Found


class RulesAlone:
    """The judge where nothing was learned: a mail's body has no places. The rules' answers stay."""

    def amount(self, rule: Found[Money] | None) -> Found[Money] | None:
        """The rules' answer."""
        return rule

    def issued(self, rule: Found[date] | None) -> Found[date] | None:
        """The rules' answer."""
        return rule

    def due(self, rule: Found[date] | None) -> tuple[Found[date] | None, float]:
        """The rules' answer; nothing is claimed of a date that is not there."""
        return rule, 0.0

    def biller(self, rule: Found[str] | None) -> Found[str] | None:
        """The rules' answer."""
        return rule

    def code(self, question: str, rule: Found[str] | None) -> Found[str] | None:  # noqa: ARG002
        """The rules' answer."""
        return rule

    def kind(self) -> Found[str] | None:
        """Nothing was learned of this source's kinds."""
        return None
