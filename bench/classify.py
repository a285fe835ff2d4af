"""`python -m bench.classify`: how often kind, category and fraud gate are right, and how sure they are.

Samples are judged by models that never saw their family (`classify.train` keeps eight parts of whole
families apart); the corpus, where present, was never trained on. `--export` writes the examples that
the training reads.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random

from bench.unseen import unseen
from classify.case import Case
from classify.decision import Chosen
from classify.examples import Example, read, write
from classify.judge import judge
from classify.model import shipped
from classify.prepared import Fold, Prepared, prepare
from classify.train import fold_models, with_worth
from classify.train import unseen as judged_unseen
from classify.train_papers import DRAWN
from flow.analyse import gather
from models.verdict import Category, Kind, Verdict
from samples.bills import all_bills

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
MAILS = ROOT / "samples" / "mails"
SURE = 0.9
WAITING = frozenset({Kind.TO_BE_DEBITED, Kind.RECEIPT, Kind.CREDIT_NOTE})
"""Kinds that nobody must pay: calling one "to pay" is the worst error."""

TRADES: dict[Category, str] = {
    Category.ENERGY: "energy fuel utility",
    Category.WATER: "water",
    Category.TELECOM: "telecom mobile phone broadband reminder-fr",
    Category.RENT: "rent condo service-charges",
    Category.INSURANCE: "insurance",
    Category.TAX: "tax",
    Category.HEALTH: "hospital dentist doctor medical health payment-part",
    Category.EDUCATION: "canteen creche school",
    Category.SHOPPING: "web-shop till-receipt mail-order",
    Category.TRANSPORT: "toll",
    Category.SUBSCRIPTION: "hosting saas gym press sports-club club-fee",
    Category.OTHER: "self-employed end-of-month craftsman supplier fees-note sole-trader "
    "electrician contractor",
}
"""Words in a bill family's name that tell its category; bills have no category of their own."""


def category_of(family: str) -> Category | None:
    """The category of a family of sample bills, None when its name does not tell."""
    return next((c for c, words in TRADES.items() if any(w in family for w in words.split())), None)


def case_of(data: bytes, name: str, provider: str | None = None) -> Case:
    """The case as the road builds it."""
    gathered = gather(data, name, trusted_provider=provider)
    return Case(gathered.extraction, gathered.mail, gathered.forms)


def sample_bills() -> Iterator[Example]:
    """Every sample bill as a file alone."""
    for name, pdf, answer in all_bills():
        family = str(answer["family"])
        kind = Kind(str(answer["kind"]))
        yield Example(family, kind, category_of(family), case_of(pdf, f"{name}.pdf"))


def sample_mails() -> Iterator[Example]:
    """Every sample mail but the frauds, which are measured apart."""
    for answer, case in _mails():
        if answer["label"] != "phishing":
            category = Category(str(answer["category"])) if answer["kind"] != "other" else None
            yield Example(str(answer["family"]), Kind(str(answer["kind"])), category, case)


def unseen_papers() -> Iterator[Example]:
    """Drawn papers as a reader sees them that never saw their layout or wording; a wording is a family."""
    for answer, case in unseen():
        yield Example(f"{DRAWN}{answer['phrasebook']}", Kind(str(answer["kind"])), None, case)


def sample_frauds() -> Iterator[Case]:
    """The sample mails that want to deceive."""
    return (case for answer, case in _mails() if answer["label"] == "phishing")


def _mails() -> Iterator[tuple[dict[str, object], Case]]:
    for path in sorted(MAILS.glob("*.json")):
        answer = json.loads(path.read_text(encoding="utf-8"))
        raw = path.with_suffix(".eml").read_bytes()
        yield answer, case_of(raw, path.with_suffix(".eml").name)


def corpus(name: str) -> Iterator[tuple[dict[str, object], Case]]:
    """(manifest line, case) of one corpus set; nothing when the corpus is absent."""
    manifest = CORPUS / name / "manifest.jsonl"
    for line in manifest.read_text("utf-8").splitlines() if manifest.exists() else []:
        row = json.loads(line)
        if row["kind"] != "image":
            yield row, case_of((CORPUS / name / row["file"]).read_bytes(), row["file"])


def calibrated(
    parts: Sequence[Fold], random: Random | None = None
) -> list[tuple[Prepared, Chosen]]:
    """Each example with the confidence it would get when its family is new."""
    return judged_unseen(with_worth(parts, shipped()), random)


def by_family(answers: Iterable[tuple[Prepared, Chosen]]) -> dict[str, float]:
    """family -> share of right kinds."""
    right: dict[str, list[bool]] = defaultdict(list)
    for p, chosen in answers:
        right[p.example.family].append(chosen.kind is p.example.kind)
    return {family: sum(values) / len(values) for family, values in right.items()}


def show_samples(answers: list[tuple[Prepared, Chosen]]) -> None:
    """The table by kind, precision of the sure ones, and the worst errors."""
    families = by_family(answers)
    print(f"kinds by unseen family: {len(answers)} samples, {len(families)} families,", end=" ")
    print(f"accuracy {_mean(families.values()):.3f}")
    for kind in Kind:
        mine = [(p, c) for p, c in answers if p.example.kind is kind]
        wrong = Counter(str(c.kind) for _, c in mine if c.kind is not kind)
        sure = [c.kind is kind for _, c in mine if c.confidence >= SURE]
        print(
            f"  {kind:14} {len(mine):4}  right {_mean(c.kind is kind for _, c in mine):.3f}",
            end="  ",
        )
        print(f"sure {len(sure) / max(len(mine), 1):.2f}  {dict(wrong) or ''}")
    certain = [c.kind is p.example.kind for p, c in answers if c.confidence >= SURE]
    print(f"  sure (>= {SURE}): {len(certain)} of {len(answers)}, precision {_mean(certain):.4f}")
    _show_worst([(p.example.kind, c.kind, c.confidence) for p, c in answers])
    labelled = [(p, c) for p, c in answers if p.example.category]
    print(f"category: {_mean(c.category is p.example.category for p, c in labelled):.3f}", end=" ")
    certain = [
        c.category is p.example.category for p, c in labelled if c.category_confidence >= SURE
    ]
    print(f"of {len(labelled)}; sure {len(certain)}, precision {_mean(certain):.4f}")


def _show_worst(rows: list[tuple[Kind, Kind, float]]) -> None:
    waiting = [(said, sure) for kind, said, sure in rows if kind in WAITING]
    false = [sure for said, sure in waiting if said is Kind.TO_PAY]
    print(f"  debited, paid or credited: {len(waiting)}; called to pay {len(false)},", end=" ")
    print(f"with confidence >= {SURE}: {sum(s >= SURE for s in false)}")


def show_frauds(name: str, verdicts: list[Verdict]) -> None:
    """How many frauds are held or judged other, and how many would be believed."""
    held = sum(bool(v.suspicions) or v.kind is Kind.OTHER for v in verdicts)
    asks = [v for v in verdicts if v.kind in {Kind.TO_PAY, Kind.REMINDER} and not v.suspicions]
    believed = sum(v.confidence >= SURE for v in asks)
    print(f"{name}: {len(verdicts)}, stopped {sum(bool(v.suspicions) for v in verdicts)},", end=" ")
    print(f"stopped or other {held}, asks for money {len(asks)}, of these sure {believed}")


def show_corpus() -> None:
    """Labels on real mail, documents that are no bills, kinds of real bills."""
    for name in ("email", "email-composed", "not-bill-docs"):
        table: Counter[tuple[str, str]] = Counter()
        frauds, sure = [], Counter[tuple[str, str]]()
        for row, case in corpus(name):
            verdict = judge(case)
            label = str(row["truth"]["label"])  # type: ignore[index]
            table[label, verdict.kind] += 1
            sure[label, verdict.kind] += verdict.confidence >= SURE
            frauds += [verdict] if label == "phishing" else []
        for (label, kind), count in sorted(table.items()):
            print(f"{name}: {label:9} judged {kind:14} {count:4}  sure {sure[label, kind]}")
        if frauds:
            show_frauds(f"{name}: phishing", frauds)
    for row, case in corpus("real-bills"):
        verdict = judge(case)
        truth = row["truth"].get("kind")  # type: ignore[attr-defined]
        print(
            f"real-bills: {row['family']:24} {truth!s:30} judged {verdict.kind} {verdict.confidence}"
        )


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0


def main() -> None:
    """Prints the tables, or writes the examples with --export."""
    if "--export" in sys.argv:
        print(write([*sample_bills(), *sample_mails(), *unseen_papers()]))
        return
    parts = fold_models(prepare(read()))
    show_samples(calibrated(parts))
    print("the same with up to 45 % of the signs and words hidden:")
    show_samples(calibrated(parts, Random(7)))
    model_free = [judge(case) for case in sample_frauds()]
    show_frauds("sample frauds", model_free)
    show_corpus()


if __name__ == "__main__":
    main()
