"""What can go wrong where shares are collected by card."""

from models.errors.problem import Problem
from models.words import Lang, mark, translate


class CollectorMissing(Problem):
    sentence = mark(
        "Nobody collects for this household yet: `facteur collect setup --name NAME` says who receives "
        "the money, and asks for the key of their own Stripe account."
    )


class PagesOpen(Problem):
    sentence = mark(
        "{count} payments are under way with the present key: cancel them or wait for them, then change "
        "to a test key (`facteur collect` lists them)."
    )


class NotCollected(Problem):
    """`why` is a marked sentence."""

    sentence = mark("{name}’s share of bill {id} is not collected: {why}.")

    def told(self, lang: Lang) -> str:
        why = translate(str(self.details["why"]), lang, **self.details)
        return translate(self.sentence, lang, **{**self.details, "why": why})


class CollectionUnknown(Problem):
    sentence = mark("There is no collection {id}: `facteur collect` lists them.")


class PayeePays(Problem):
    sentence = mark("{name} receives the money: say with --from which other member pays.")


class NotOwed(Problem):
    sentence = mark(
        "{name} owes {payee} no more than {owed} {currency} beside what is announced: `facteur settle` "
        "shows it."
    )


class ShareSettled(Problem):
    sentence = mark(
        "Of what {name} bears of bill {id}, {left} {currency} is not settled yet: the rest is announced, "
        "sent or received already. `facteur settle` shows what is owed in all."
    )


class OwedBesideDispute(Problem):
    sentence = mark(
        "The bank of {name} wants {disputed} {currency} back: until that is decided at Stripe, no more "
        "than {owed} {currency} beside it is collected from them."
    )


class PageStands(Problem):
    sentence = mark(
        "Collection {id} over {amount} {currency} is under way for the same: cancel it first with "
        "`facteur collect --cancel {id}`, or wait for it."
    )


class PageDisputed(Problem):
    sentence = mark(
        "The bank of the payer wants the {amount} {currency} of collection {id} back: until that is "
        "decided at Stripe, the same is not collected again."
    )


class CollectionOver(Problem):
    sentence = mark(
        "Collection {id} is not open any more: `facteur collect` shows what became of it."
    )


class OtherMode(Problem):
    sentence = mark(
        "Collection {id} was made with a test key and the present one is live, or the other way round: "
        "it cannot be asked for."
    )


class NotPaidIn(Problem):
    sentence = mark(
        "Collection {id} holds no money that could be given back: `facteur collect` shows what became of it."
    )


class NothingToGiveBack(Problem):
    sentence = mark("Of collection {id} only {left} {currency} can be given back.")
