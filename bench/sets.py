"""The sets that are measured: where their documents come from, what must be right, how many are taken."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from bench.items import ROOT, SAMPLES, Item, corpus_items, drawn_items, sample_items

BILL = ("biller", "amount", "due_date")
STATE = (*BILL, "state")
"""What must be right before anything is paid."""
RECEIPT = ("biller", "amount", "issue_date")
Items = Callable[[], list[Item]]


@dataclass(frozen=True, slots=True)
class Set:
    """A set and the fields that must all be right (`wholes`).

    every: each so manieth document is measured, so that no set takes more than about two minutes; a set
    that is drawn draws fewer, and `items_in_all` draws all. on_page: PDFs whose answers stand on the page,
    where the yardstick can be measured beside us; peer: where the peer is.
    """

    name: str
    items: Items
    wholes: tuple[tuple[str, ...], ...] = (BILL,)
    every: int = 1
    items_in_all: Items | None = None
    on_page: bool = False
    peer: bool = False
    held_out: bool = False


def _corpus(name: str) -> Items:
    return partial(corpus_items, name)


def _pdfs(name: str) -> list[Item]:
    return [one for one in corpus_items(name) if not one.is_image]


def _pictures(name: str) -> list[Item]:
    return [one for one in corpus_items(name) if one.is_image]


def _samples(name: str) -> list[Item]:
    return list(sample_items(SAMPLES[name]))


def _drawn(look: str, *step: str) -> list[Item]:
    """Drawn anew each time: by a process of its own, so that ours stays as small as the product."""
    folder = ROOT / "build" / "bench" / look
    drawing = [sys.executable, "-m", "bench.blind", str(folder), look, *step]
    subprocess.run(drawing, check=True, stdout=subprocess.DEVNULL)
    return drawn_items(folder)


def _blind(name: str, look: str, *, peer: bool = False) -> Set:
    some, whole = partial(_drawn, look), partial(_drawn, look, "1")
    return Set(name, some, (STATE, BILL), items_in_all=whole, peer=peer, held_out=True)


SETS = (
    Set("zugferd", _corpus("zugferd"), peer=True),
    Set("einvoice-xml", _corpus("einvoice-xml")),
    Set("zugferd-visual", _corpus("zugferd-visual"), on_page=True, peer=True),
    Set("real-bills", partial(_pdfs, "real-bills"), (BILL, STATE), on_page=True, peer=True),
    Set("real-bills-photos", partial(_pictures, "real-bills"), (BILL, STATE, RECEIPT)),
    Set("sroie", _corpus("sroie"), (RECEIPT,), every=2),
    Set("sroie-photo", _corpus("sroie-photo"), (RECEIPT, BILL), every=2),
    Set("wildreceipt", _corpus("wildreceipt"), (("biller", "amount"), RECEIPT), every=2),
    Set("swiss-qr", _corpus("swiss-qr"), (("biller", "amount"),), on_page=True),
    Set("not-bill-docs", _corpus("not-bill-docs"), ()),
    Set("email", _corpus("email"), (("biller", "amount"),)),
    Set("email-composed", _corpus("email-composed")),
    Set("samples", partial(_samples, "samples"), (BILL, STATE), on_page=True, peer=True),
    Set("samples-mails", partial(_samples, "samples-mails"), (BILL, STATE)),
    _blind("blind", "pdf", peer=True),
    _blind("blind-scan", "scan"),
    _blind("blind-photo", "photo"),
)
"""Measured when none is named."""

ON_DEMAND = (Set("adbuy-us", _corpus("adbuy-us"), (), on_page=True),)
"""Its amount is gross, not due: never scored as amount due."""


def set_of(name: str) -> Set | None:
    """The set of that name."""
    return next((one for one in (*SETS, *ON_DEMAND) if one.name == name), None)


def items_of(name: str, *, all_of_them: bool = True) -> list[Item]:
    """The documents of one set; empty where the set is not on this machine."""
    chosen = set_of(name)
    if chosen is None:
        return []
    if all_of_them:
        return (chosen.items_in_all or chosen.items)()
    return chosen.items()[:: chosen.every]
