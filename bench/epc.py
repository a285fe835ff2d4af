"""`python -m bench.epc [N]`: N payment codes (1,000) rendered as the sheet draws them, degraded as screens,
printers and cameras do, read again with zxing-cpp and parsed by the strict reader of bills.

Each payload differs: eight countries, names in their letters, references or words, amounts from a cent
to the most. Counted as right only when every byte is equal and no fault is found.
"""

import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from io import BytesIO

from PIL import Image, ImageChops, ImageFilter
from stdnum import iban

from extract.qr.epc import parse_epc
from models.iban import Iban
from models.money import Money
from models.order import Order, Payee
from models.reference import CreditorReference, FreeText, Reference
from pay.rails.sepa_sheet.code import drawn, painted, path_of, read_back
from pay.rails.sepa_sheet.epc import epc_content

_LENGTHS = {"FR": 23, "DE": 18, "AT": 16, "ES": 20, "PT": 21, "GR": 23, "PL": 24, "FI": 14}
"""Digits of an account number behind the check digits."""
_NAMES = (
    "Société des Eaux du Vallon", "Stadtwerke Köln Süd GmbH", "Wiener Straßenbau KG",
    "Compañía de Energía", "Águas da Serra", "Εταιρεία Ύδρευσης", "Spółdzielnia Łąkowa",
    "Sähkö Öljy Oy", "Syndic & Fils (Lot n° 12)", "L’Été – Assurances",
)  # fmt: skip
_SCALE = 6
"""Pixels to a module before anything is done to the picture."""

Degrade = Callable[[Image.Image, random.Random], Image.Image]


def orders(count: int, seed: int = 14) -> Iterator[Order]:
    """`count` different orders, the same for the same seed."""
    chance = random.Random(seed)
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    for number in range(count):
        name = f"{chance.choice(_NAMES)} {number}"
        minor = chance.choice((1, 10, 100, 99_999)) * chance.randint(1, 9_999)
        yield Order(
            f"bench{number:08d}",
            f"bill-{number}",
            Money(minor, "EUR"),
            Payee(name, _account(chance)),
            _reference(chance, number),
            date(2026, 11, 23),
            now,
        )


def _account(chance: random.Random) -> Iban:
    """An account with right check digits of the whole; the bank is as random as the rest."""
    country, length = chance.choice(sorted(_LENGTHS.items()))
    digits = "".join(chance.choices("0123456789", k=length))
    return Iban(country + iban.calc_check_digits(f"{country}00{digits}") + digits)


def _reference(chance: random.Random, number: int) -> Reference | None:
    kind = chance.randrange(4)
    if kind == 0:
        return None
    if kind == 1:
        body = f"{number:010d}"
        return CreditorReference(f"RF{98 - int(body + '271500') % 97:02d}{body}")
    return FreeText("Facture n° " + " ".join(f"{chance.randrange(10**6)}" for _ in range(kind * 4)))


def _jpeg(image: Image.Image, quality: int) -> Image.Image:
    out = BytesIO()
    image.save(out, "JPEG", quality=quality)
    return Image.open(BytesIO(out.getvalue())).convert("L")


def _scaled(image: Image.Image, factor: float) -> Image.Image:
    size = (round(image.width * factor), round(image.height * factor))
    return image.resize(size, Image.Resampling.BILINEAR)


def _turned(image: Image.Image, degrees: float) -> Image.Image:
    return image.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=255)


def _noisy(image: Image.Image, strength: float) -> Image.Image:
    noise = Image.effect_noise(image.size, strength)
    return ImageChops.overlay(image, noise)


DEGRADED: dict[str, Degrade] = {
    "as drawn": lambda image, _: image,
    "blur 2 px, JPEG 35": lambda image, _: _jpeg(image.filter(ImageFilter.GaussianBlur(2)), 35),
    "2 px a module": lambda image, _: _scaled(image, 2 / _SCALE),
    "2.5 px a module, JPEG 50": lambda image, _: _jpeg(_scaled(image, 2.5 / _SCALE), 50),
    "turned up to 15°, JPEG 45": lambda image, chance: _jpeg(
        _turned(image, chance.uniform(-15, 15)), 45
    ),
    "noise, turned 8°, blur 1 px": lambda image, _: _turned(_noisy(image, 60), 8).filter(
        ImageFilter.GaussianBlur(1)
    ),
}
"""What happens to a code between the screen and the camera."""


def wrong(ones: Sequence[Order], seed: int = 14) -> Counter[str]:
    """How many codes came back otherwise, by degradation; none of a kind that was always right."""
    chance, counted = random.Random(seed), Counter[str]()
    for one in ones:
        content = epc_content(one)
        code = drawn(content)
        image = painted(path_of(code), code.side, _SCALE)
        for name, degrade in DEGRADED.items():
            seen = read_back(degrade(image, chance))
            if seen != content or parse_epc(seen).faults:
                counted[name] += 1
    return counted


def main(arguments: Sequence[str]) -> int:
    """Prints a table; returns 1 when any code was misread."""
    ones = list(orders(int(arguments[0]) if arguments else 1_000))
    start = time.process_time()
    counted = wrong(ones)
    seconds = time.process_time() - start
    print(f"## Payment codes\n\n{len(ones)} codes, each degraded in {len(DEGRADED)} ways,")
    print(f"{1000 * seconds / (len(ones) * len(DEGRADED)):.0f} ms of CPU each.\n")
    print("| degradation | equal |\n|---|---|")
    for name in DEGRADED:
        print(f"| {name} | {len(ones) - counted[name]} of {len(ones)} |")
    return 1 if counted else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
