"""A mailbox of synthetic mails, shaped as the measured real ones: 80 kB on average."""

import base64
import random
from collections.abc import Iterator

_SHAPES: tuple[tuple[float, int, int], ...] = (
    (0.08, 45_000, 520_000),  # bills with a PDF
    (0.12, 60_000, 900_000),  # photographs
    (0.35, 20_000, 90_000),  # newsletters
    (0.45, 1_500, 12_000),  # letters
)
"""(share, least, most bytes)."""
_WORDS = ("facture", "échéance", "prélèvement", "compteur", "montant", "règlement", "contrat")


def synthetic(count: int, seed: int = 1) -> Iterator[bytes]:
    """`count` different mails with CRLF ends; the same for the same seed."""
    dice = random.Random(seed)
    for number in range(count):
        size = _size(dice)
        body = _letter(dice, size) if size < 12_000 else _carrier(dice, size)
        head = (
            f"Received: from mx{number % 9}.example.org by mail.example.org;"
            " Mon, 2 Nov 2026 08:00:00 +0000\r\n"
            f"From: Bill {number % 97} <bill{number % 97}@example.org>\r\n"
            "To: Alice <alice@example.org>\r\n"
            f"Subject: =?utf-8?q?Votre_facture_n=C2=B0_{number}?=\r\n"
            "Date: Mon, 02 Nov 2026 09:00:00 +0100\r\n"
            f"Message-ID: <{seed}.{number}@example.org>\r\n"
            f"DKIM-Signature: v=1; a=rsa-sha256; d=example.org; b={dice.randbytes(96).hex()}\r\n"
            "MIME-Version: 1.0\r\n"
        )
        yield head.encode() + body


def _size(dice: random.Random) -> int:
    _, least, most = dice.choices(_SHAPES, [share for share, _, _ in _SHAPES])[0]
    return dice.randint(least, most)


def _letter(dice: random.Random, size: int) -> bytes:
    lines: list[str] = []
    while sum(map(len, lines)) < size:
        lines.append(" ".join(dice.choices(_WORDS, k=9)))
    text = "\r\n".join(lines)
    return b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + text.encode() + b"\r\n"


def _carrier(dice: random.Random, size: int) -> bytes:
    """A mixed message with an attachment that does not compress."""
    data = base64.encodebytes(dice.randbytes(size * 54 // 73)).replace(b"\n", b"\r\n")
    return (
        b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n'
        b"Content-Type: text/plain; charset=utf-8\r\n\r\nVotre facture est jointe.\r\n--b\r\n"
        b'Content-Type: application/pdf; name="facture.pdf"\r\n'
        b"Content-Transfer-Encoding: base64\r\n\r\n" + data + b"--b--\r\n"
    )
