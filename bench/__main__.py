"""`python -m bench`: accuracy by set and field, seconds and memory, beside the yardsticks.

python -m bench                     everything, and bench/RESULTS.md
python -m bench --all               the same with every document of the large sets
python -m bench --set zugferd       one set (repeat for several), printed only
python -m bench --set real-bills --errors due_date
python -m bench --part pdf_words    CPU of words with positions
python -m bench --part poller       the poller beside a bare imaplib fetch
"""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bench import peer
from bench.items import CORPUS, FIELDS, Item
from bench.measure import measured, nothing
from bench.overview import overview, overview_by_family, sure_table
from bench.parts import PARTS, Say
from bench.product import read, warm, warm_ocr
from bench.report import (
    families_table,
    fields_table,
    kept_out_table,
    layouts_table,
    peer_table,
    summary,
    yardstick_table,
)
from bench.sets import ON_DEMAND, SETS, Set, items_of, set_of
from bench.tally import Row, mistakes
from bench.targets import targets_table
from bench.yardstick import plain_text

RESULTS = Path(__file__).parent / "RESULTS.md"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs what the arguments ask for. Returns 0, or 2 when there is nothing to measure."""
    asked = _parser().parse_args(arguments)
    lines: list[str] = []

    def say(text: str) -> None:
        print(text, flush=True)
        lines.append(text)

    if asked.part:
        PARTS[asked.part](say)
        return 0
    began = time.monotonic()
    everything = not (asked.set or asked.limit or asked.errors)
    if everything and peer.main():
        say("\nThe peer could not be set up here and is not measured.")
    warm()
    chosen = [one for name in asked.set or [each.name for each in SETS] if (one := set_of(name))]
    sets = [(one, rows) for one in chosen if (rows := _set(one, asked, say))]
    if not sets:
        print("Nothing to measure here: no such set on this machine.", file=sys.stderr)
        return 2
    if everything:
        for part in PARTS.values():
            part(say)
    tables = "\n\n".join(
        (targets_table(sets), overview(sets), overview_by_family(sets), sure_table(sets))
    )
    if everything:
        head = _head((time.monotonic() - began) / 60)
        RESULTS.write_text(f"{head}\n{tables}\n" + "\n".join(lines) + "\n", encoding="utf-8")
    print("\n" + tables)
    return 0


def _parser() -> argparse.ArgumentParser:
    names = [one.name for one in (*SETS, *ON_DEMAND)]
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__.split("\n")[0])
    parser.add_argument("--set", action="append", choices=names, help="only this set, only printed")
    parser.add_argument("--all", action="store_true", help="every document of the large sets too")
    parser.add_argument(
        "--limit", type=int, default=0, help="N documents of each set, spread over it"
    )
    parser.add_argument("--errors", choices=[*FIELDS, "all"], help="list the wrong answers")
    parser.add_argument("--part", choices=sorted(PARTS), help="only this part")
    return parser


def _set(chosen: Set, asked: argparse.Namespace, say: Say) -> list[Row]:
    """Measures and reports one set; empty when it is not here."""
    items = spread(items_of(chosen.name, all_of_them=asked.all), asked.limit)
    if not items:
        return []
    rows = [
        (item, measured(read, item.path, warm_ocr if item.is_image else nothing)) for item in items
    ]
    say(f"\n## {chosen.name}\n\n{_taken(chosen, asked)}{summary(chosen, rows)}")
    say("\n" + fields_table(rows))
    if chosen.held_out:
        say("\n" + kept_out_table(rows, chosen.wholes[0]))
    if chosen.on_page:
        for extra in (layouts_table(rows), families_table(rows, ("biller", "amount", "due_date"))):
            say("\n" + extra) if extra else None
    if not asked.errors:
        _beside(chosen, items, rows, say)
    _errors(rows, asked.errors, say)
    return rows


def spread(items: Sequence[Item], limit: int) -> Sequence[Item]:
    """`limit` of the items at even distances; all of them for 0."""
    if not limit or limit >= len(items):
        return items
    return [items[place * len(items) // limit] for place in range(limit)]


def _taken(chosen: Set, asked: argparse.Namespace) -> str:
    """Which documents were taken, when not all."""
    if asked.all or chosen.every == 1:
        return ""
    return f"One of every {chosen.every} documents was read (`--all` reads every one). "


def _beside(chosen: Set, items: Sequence[Item], rows: Sequence[Row], say: Say) -> None:
    """The yardstick and the peer on the same files."""
    if chosen.on_page:
        plain = [(item, measured(plain_text, item.path)) for item in items]
        say("\n" + yardstick_table(rows, plain))
    if chosen.peer and peer.ready():
        say("\n" + peer_table(chosen, rows, peer.read(items)))


def _errors(rows: Sequence[Row], wanted: str | None, say: Say) -> None:
    names = FIELDS if wanted == "all" else [wanted] if wanted else []
    for name in names:
        for item, truth, answer, confidence in mistakes(rows, name):
            say(f"{name:16s} {item.name}: truth {truth!r}, answer {answer!r} ({confidence:.2f})")
    for item, got in rows if wanted else ():
        if got.error or got.answer.get("error"):
            say(f"{'error':16s} {item.name}: {got.error or got.answer.get('error')}")


def _head(minutes: float) -> str:
    where = "the shared corpus and samples/" if CORPUS.is_dir() else "samples/"
    return (
        f"# Measured on {datetime.now(UTC):%d %B %Y}\n\n"
        f"Made by `make bench` (`python -m bench`) in {minutes:.0f} minutes on {os.cpu_count()} cores,"
        f" over {where}.\n"
        "accuracy = right / documents that have the value; precision = right / all answers;\n"
        "by family = accuracy averaged over layouts, sellers or shops, so that copies count once;\n"
        "sure = a confidence of 0.9 and more, at least = the lower end of the 95 % interval (Wilson).\n"
        "Each document is read in a process of its own, on one core, by the function behind `facteur read`;\n"
        "the process has read before (models are loaded), its peak memory includes the libraries.\n"
        "The sets whose name begins with blind are drawn in layouts and wordings that taught nobody: each\n"
        "layout is a family held out. Of the other sets the rules were written with a part at hand: expect\n"
        "less on layouts nobody has seen. The interval takes documents for independent of each other;\n"
        "those of one layout are not, so the number of families with a wrong sure document stands beside.\n"
    )


if __name__ == "__main__":
    sys.exit(main())
