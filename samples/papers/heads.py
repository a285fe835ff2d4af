"""Heads and feet of a paper: who sends it, to whom, legal lines."""

from samples.composed.paper import PT, Paper
from samples.papers.flow import GREY, Look
from samples.papers.values import Values


class Desk:
    """What a skeleton draws with."""

    def __init__(self, paper: Paper, habits: Look, values: Values) -> None:
        self.paper, self.look, self.v = paper, habits, values
        self.rng, self.text = values.rng, values.text

    def chance(self, share: float) -> bool:
        """True in that share of the cases."""
        return self.rng.random() < share

    def lines(
        self, x: float, top: float, width: float, strings: list[str], style: str = ""
    ) -> float:
        """Lines below one another; x is the right edge or the middle for r and c."""
        size = self.look.size * 0.9
        for string in strings:
            real = self.paper.width(string, size, style)
            top = self.paper.put(x, top, string, size * min(1, width / max(real, 0.1)), style)
        return top


def contact(d: Desk) -> list[str]:
    """The sender's address with some of telephone, mail and web."""
    firm = d.v.firm
    return [*firm.lines, *(m for m in (firm.phone, firm.mail, firm.domain) if d.chance(0.5))]


def letterhead(d: Desk, x: float, top: float, width: float, mode: str = "") -> float:
    """Who sends the paper; returns the top of what follows."""
    paper, firm, mode = d.paper, d.v.firm, mode or d.look.head
    name = firm.brand if d.chance(0.7) else firm.legal
    if mode in ("right", "centre"):
        at, side = (x + width, "r") if mode == "right" else (x + width / 2, "c")
        size = 16 * min(1, width / paper.width(name, 16, "b"))
        top = paper.put(at, top, name, size, "b" + side, d.look.tint)
        return d.lines(at, top, width, contact(d), side)
    if mode == "typed":
        top = paper.fit(x, top, width, firm.legal, d.look.size * 1.2, "b")
        return d.lines(x, top, width, contact(d))
    left = _mark(d, x, top, mode)
    size = d.rng.choice((14, 17, 20, 24))
    paper.fit(x + left, top + 1, width - left, name, size, "b", d.look.tint)
    return d.lines(x, top + 13, width, contact(d) if d.chance(0.75) else [])


def _mark(d: Desk, x: float, top: float, mode: str) -> float:
    """A drawn mark; returns the room that it takes."""
    paper, canvas = d.paper, d.paper.canvas
    canvas.setFillColor(d.look.tint)
    if mode == "logo":
        canvas.circle((x + 5) / PT, (paper.high - top - 5) / PT, 5 / PT, stroke=0, fill=1)
        return 13
    if mode == "shape":
        for step in range(3):
            at = (x + step * 4) / PT, (paper.high - top - 10) / PT
            canvas.rect(*at, 3 / PT, (5 + step * 2) / PT, stroke=0, fill=1)
        return 15
    if mode == "initials":
        letters = "".join(w[0] for w in d.v.firm.brand.replace("'", " ").split() if w[0].isalpha())
        paper.box(x, top, 12, 12, d.look.tint, "")
        paper.put(x + 6, top + 3, letters[:2].upper() or "A", 14, "bc", "#ffffff")
        return 15
    return 0


def recipient(d: Desk, x: float, top: float, width: float) -> float:
    """To whom it goes; nothing when the text names nobody."""
    if d.text.head.get("to") == "none":
        return top
    return d.lines(x, top, width, list(d.v.to.lines))


def window_line(d: Desk, x: float, top: float, width: float) -> float:
    """The small line above the window of an envelope."""
    firm = d.v.firm
    text = d.rng.choice((" · ", " - ", ", ")).join((firm.legal, *firm.lines))
    d.paper.fit(x, top, width, text, 6.3, "", GREY)
    return top + 5


def foot(d: Desk, x: float, width: float) -> None:
    """Legal lines at the foot, with an account on some."""
    firm, rng = d.v.firm, d.rng
    parts = [firm.legal, ", ".join(firm.lines), firm.register, firm.vat, firm.phone, firm.domain]
    if firm.iban and d.chance(0.25):
        parts.append(f"IBAN {d.v.value('iban')}")
    kept = [p for i, p in enumerate(parts) if p and (i == 0 or i > 5 or d.chance(0.7))]
    text = rng.choice((" - ", " · ", " | ", " • ")).join(kept)
    d.paper.prose(x, d.paper.high - 13, width, text, 6.5, "", GREY)
