"""A bill being drawn: the facts, the paper, the looks, and what was already told."""

import unicodedata
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from samples.composed.facts import Bill
from samples.composed.looks import Look
from samples.composed.paper import Paper
from samples.composed.phrases import Book, books, holes
from samples.composed.places import figures
from samples.composed.values import values_of
from samples.composed.writing import Writing

TELLS = {"ref": "reference", "legal": "biller", "client": "client"}
Rows = list[tuple[str, str]]


def bare_letters(text: str) -> str:
    """The text as old programs print it: no accents, umlauts as two letters."""
    for letter, two in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("Ü", "Ue")):
        text = text.replace(letter, two)
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(c for c in decomposed if unicodedata.category(c) != "Mn")


def _english(book: Book) -> Book | None:
    """An English book of the same block, for labels in two languages."""
    same = [b for b in books().values() if b.lang == "en" and b.block == book.block and not b.wide]
    return same[0] if book.lang != "en" else None


class Draft:
    """What the parts of a page draw with. `shown` holds the facts that were printed."""

    def __init__(self, bill: Bill, paper: Paper, habits: Look, writing: Writing, rng: Random):
        self.bill, self.paper, self.look, self.w, self.rng = bill, paper, habits, writing, rng
        self.shown: set[str] = set()
        self.traps: list[str] = list(bill.traps)
        self.prose_only = bill.rule == "printed" and rng.random() < 0.16
        self.transfer = bill.state in ("to_pay", "reminder") and rng.random() < 0.9
        self.transfer = self.transfer and bill.firm.country != "US"
        self.sort_code = bill.firm.country == "GB" and rng.random() < 0.6
        self.symbolic = rng.random() < 0.4
        self.plain = rng.random() < 0.05
        self.second = _english(bill.book) if rng.random() < 0.05 else None
        self.broken = rng.random() < 0.08
        self.cramped = self.paged = False
        self.values = values_of(bill, writing, rng, iban=self.transfer and not self.sort_code)

    @property
    def book(self) -> Book:
        """The wordings."""
        return self.bill.book

    def chance(self, share: float) -> bool:
        """True in that share of the cases."""
        return self.rng.random() < share

    def trap(self, name: str) -> None:
        """Note a thing on the page that misleads readers."""
        if name not in self.traps:
            self.traps.append(name)

    def say(self, slot: str, **more: str) -> str:
        """A wording of the slot with its values; "" when none can be filled."""
        values = {**self.values, **more}
        fit = [p for p in self.book.all(slot) if all(values.get(h) for h in holes(p))]
        if not fit:
            return ""
        phrase = self.rng.choice(fit)
        self.shown |= {TELLS.get(h, h) for h in holes(phrase)}
        if self.plain and bare_letters(phrase) != phrase:
            phrase = bare_letters(phrase)
            self.trap("no_accents")
        return phrase.format(**values)

    def label(self, slot: str) -> str:
        """A label without its colon, in capitals when this bill prints them so."""
        text = self.say(slot)
        more = [p for p in self.second.all(slot) if not holes(p)] if self.second else []
        if more:
            self.trap("two_languages")
            text = f"{text} / {self.rng.choice(more)}"
        return text.upper() if self.look.caps else text

    # What the state of the bill makes of the two chief labels.
    def amount_label(self) -> str:
        """The label of what is due."""
        return self.label(
            {"receipt": "total", "credit_note": "credit_amount"}.get(self.bill.state, "amount")
        )

    def due_label(self) -> str:
        """The label of the date."""
        debit = self.bill.state in ("to_be_debited", "schedule") and self.chance(0.75)
        return self.label("debit_due" if debit else "due")

    def tell(self, fact: str, label: str, value: str) -> tuple[str, str]:
        """A row, noting that the fact was told."""
        self.shown.add(fact)
        return label, value

    def amount_row(self, *, bare: bool = False) -> tuple[str, str]:
        """The amount due with its label, without currency when `bare`."""
        bill = self.bill
        amount = bill.amount if bill.state == "schedule" else bill.balance
        signed = -amount if bill.state == "credit_note" and self.chance(0.5) else amount
        paint = self.w.bare if bare else self.w.cash
        return self.tell("amount", self.amount_label(), paint(signed))

    def due_row(self) -> tuple[str, str] | None:
        """The due date with its label; None when it may stand in no table."""
        bill = self.bill
        if bill.rule == "printed" and bill.due and not self.prose_only:
            return self.tell("due", self.due_label(), self.w.day(bill.due))
        if bill.rule == "now" and bill.state == "to_pay" and self.chance(0.5):
            return self.tell("terms", self.label("due"), self.say("terms_now"))
        return None

    def terms_row(self) -> tuple[str, str] | None:
        """The terms of payment, for dates that must be counted."""
        slot = {"days": "terms_days", "month_end": "terms_month_end", "now": "terms_now"}
        if self.bill.rule not in slot:
            return None
        value = self.say(slot[self.bill.rule], days=str(self.bill.days))
        return self.tell("terms", self.label("due_terms"), value)

    def pay_sentence(self) -> str:
        """The sentence that says what is to be done."""
        state, rule = self.bill.state, self.bill.rule
        slots = {
            "to_be_debited": "debit", "receipt": "paid", "credit_note": "credit",
            "schedule": "plan", "on_portal": "portal",
        }  # fmt: skip
        if state == "reminder":
            return self._reminder()
        if state in slots:
            return self.say(slots[state])
        if rule == "month_end":
            row = self.terms_row()
            return f"{row[0]}: {row[1]}." if row else ""
        if rule != "printed":
            self.shown.add("terms")
        return self.say(
            {"printed": "pay", "days": "pay_days", "now": "pay_now"}.get(rule, "pay_none")
        )

    def _reminder(self) -> str:
        """The sentence of a reminder: the date in it is that of the first bill."""
        told = set(self.shown)
        text = self.say("remind", issued=self.w.day_words(self.first_issued))
        if "issued" not in told:
            self.shown.discard("issued")
        return text

    @property
    def first_issued(self) -> date:
        """The day of the bill that a reminder is about."""
        return self.bill.issued - timedelta(days=self.bill.days + 18)

    def rows(self, *slots: str) -> Rows:
        """Rows of facts by name, those that the bill has."""
        bill, makers = self.bill, {"amount": self.amount_row, "due": self.due_row,
                                   "terms": self.terms_row}  # fmt: skip
        plain = {
            "number": bill.number, "issued": self.w.day(bill.issued), "client": bill.client,
            "period": self.values.get("period", ""), "reference": bill.reference,
        }  # fmt: skip
        found: Rows = []
        for slot in slots:
            if slot in makers:
                row = makers[slot]()
                found += [row] if row else []
            elif slot == "decoy":
                row = self.decoy()
                found += [row] if row[0] not in dict(found) else []
            elif plain[slot] and self.book.all(slot):
                found.append(self.tell(slot, self.label(slot), plain[slot]))
        return found

    def decoy(self) -> tuple[str, str]:
        """A row that is none of the facts asked for: order, delivery, meter, who wrote it."""
        if self.chance(0.15):
            self.trap("clerk")
            return self.label("clerk"), self.values["clerk_name"]
        label, _, shape = self.rng.choice(self.book.all("decoys")).partition("=")
        if not shape.startswith("@"):
            return label, figures(self.rng, shape)
        self.trap("other_dates")
        return label, self.w.day(self.bill.issued + timedelta(days=int(shape[1:])))

    def bank_rows(self) -> Rows:
        """Where to pay to."""
        bill, firm = self.bill, self.bill.firm
        if not self.transfer:
            return []
        if self.sort_code:
            found = [("Sort code", figures(self.rng, "##-##-##")),
                     ("Account number", figures(self.rng, "########"))]  # fmt: skip
        else:
            found = [self.tell("iban", self.label("iban"), self.values["iban"])]
            found += [(self.label("bic"), firm.bic)] if self.chance(0.7) else []
        if self.chance(0.45):
            found.insert(0, self._holder())
        if self.chance(0.3):
            found.append((self.label("bank"), firm.bank))
            self.trap("bank_name")
        if self.chance(0.6):
            found.append(self.tell("reference", self.label("reference"), bill.reference))
        return found

    def _holder(self) -> tuple[str, str]:
        """Whose account it is: the biller's, on a few bills a person's."""
        if self.chance(0.06):
            self.trap("other_holder")
            return self.label("payee"), self.values["clerk_name"]
        return self.tell("biller", self.label("payee"), self.bill.firm.legal)

    def shuffled(self, slots: Sequence[str]) -> list[str]:
        """The slots in an order of this bill."""
        return self.rng.sample(list(slots), len(slots))
