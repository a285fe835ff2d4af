"""What was read since the last look, told once the road is quiet, so that a batch is one line."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from flow.counts import Mark, mark_now
from flow.wiring import Wiring
from models.database import reading
from models.tables import Judgement, Quarantine
from models.verdict import Kind

_LOOKS = 20
"""In a long first sync news is told every so many looks, quiet or not."""


class News:
    """Counts from the moment it was made."""

    def __init__(self, wiring: Wiring) -> None:
        self._wiring = wiring
        self._told = self._seen = mark_now(wiring)
        self._waited = 0

    def look(self) -> dict[str, int] | None:
        """Mails judged, bills and mails set aside since the last news; None when there is none yet."""
        now = mark_now(self._wiring)
        if now == self._told:
            return None
        moved, self._seen = now != self._seen, now
        self._waited += 1
        if moved and self._waited < _LOOKS:
            return None
        found = self._between(self._told, now)
        self._told, self._waited = now, 0
        return found

    def _between(self, first: Mark, last: Mark) -> dict[str, int]:
        judged = select(func.count()).where(
            Judgement.id > first.judgement, Judgement.id <= last.judgement
        )
        aside = select(func.count()).where(
            Quarantine.id > first.quarantine, Quarantine.id <= last.quarantine
        )
        with Session(reading(self._wiring.engine)) as session:
            return {
                "new": session.scalar(judged) or 0,
                "bills": session.scalar(judged.where(Judgement.kind != Kind.OTHER)) or 0,
                "quarantined": session.scalar(aside) or 0,
            }
