"""What the doctor says of collecting: whether each key opens, and what the last look could not settle."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from flow.collect.account import open_rail
from flow.wiring import Wiring
from models.database import reading
from models.tables import Collection, Collector
from models.words import mark
from pay.rails.stripe.checkout import PROVEN_AGAINST
from pay.ways import RAILS

_FINE = mark("{count} payees, {pages} payments")
_TROUBLE = mark("{count} payments could not be asked for: `facteur collect --check` says why")


def ways() -> list[tuple[str, str]]:
    """Every way of paying with what it was proven against, in English."""
    return [*((rail.name, rail.proven_against) for rail in RAILS), ("stripe", PROVEN_AGAINST)]


def collecting(wiring: Wiring) -> tuple[bool, str, dict[str, str | int]]:
    """Raises SecretUnreadable, ProviderKeyRefused: a stored key that cannot be used. Asks nobody."""
    with Session(reading(wiring.engine)) as session:
        for row in session.scalars(select(Collector)):
            open_rail(wiring, row).close()
        counts = select(func.count()).select_from
        payees = session.scalar(counts(Collector)) or 0
        pages = session.scalar(counts(Collection)) or 0
        bad = session.scalar(counts(Collection).where(Collection.problem.is_not(None))) or 0
    if bad:
        return False, _TROUBLE, {"count": bad}
    return True, _FINE, {"count": payees, "pages": pages}
