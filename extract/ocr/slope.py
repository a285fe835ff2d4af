"""How the printed lines of a photograph lean, at each place of it: tilt, perspective and curl.

Every long line's own ink says how it leans. Through these a plane is laid (slope = a + b y + c x), so
that a label at the left and its amount at the right meet although the paper was neither straight nor flat.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from extract.ocr.engine import OcrLine

_LONG = 2.5
"""Times its height that a box must be wide, or its slope says nothing."""
_LEAST_LINES = 3
_REACHES = (0.7, 0.4)
"""Of the letters' height: how far from the line its ink may stand, round by round."""
_STEP = 0.01
_FROM_TILT = 0.12
"""How far one line may lean otherwise than the page (perspective, curl)."""
_MOST_POINTS = 1500
_NOISE = 0.003
_EASE = np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
_STIFF = np.array([1.0, 1.0])
"""How hard the plane is to bend (keystone, curl): few lines or a narrow receipt bend nothing."""
_STEEPEST = 0.3
"""17 degrees: nobody photographs a bill at more, and a logo's slant is not the page's."""
_ROUNDS = 4
_LEAST_INK = 8
_MOST_LINES = 150

Floats = npt.NDArray[np.float64]
Floats32 = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Slope:
    """slope(x, y) = tilt + keystone * (y - y0) + curl * (x - x0), downwards per pixel to the right."""

    tilt: float = 0.0
    keystone: float = 0.0
    curl: float = 0.0
    x0: float = 0.0
    y0: float = 0.0

    def at(self, x: float, y: float) -> float:
        """Pixels down per pixel to the right."""
        return self.tilt + self.keystone * (y - self.y0) + self.curl * (x - self.x0)

    def level(self, x: float, y: float) -> float:
        """The height at which the printed line through (x, y) crosses the middle, x0."""
        across = x - self.x0
        return y - (self.tilt + self.keystone * (y - self.y0) + self.curl * across / 2) * across


def slope_of(image: Image.Image, lines: Sequence[OcrLine]) -> Slope:
    """The slope of the printed lines in `image`; flat when too few long lines tell."""
    long = sorted(
        (one for one in lines if one.width > _LONG * one.height), key=lambda one: -one.width
    )[:_MOST_LINES]
    grey = np.asarray(image.convert("L"), dtype=np.float32)
    inks = [(one, ink) for one in long if (ink := _ink(grey, one)) is not None]
    if len(inks) < _LEAST_LINES:
        return Slope()
    start = _tilt([ink for _, ink in inks])
    told = [(one, lean) for one, ink in inks if (lean := _leans(ink, start)) is not None]
    return _plane(told) if len(told) >= _LEAST_LINES else Slope(start)


def _ink(grey: Floats32, line: OcrLine) -> Floats32 | None:
    """How dark each pixel of the line's box is against the paper of its column."""
    patch = grey[int(line.top) : int(line.bottom) + 1, int(line.x0) : int(line.x1) + 1]
    if min(patch.shape) < _LEAST_INK:
        return None
    ink = np.clip(np.median(patch, axis=0, keepdims=True) - patch - _LEAST_INK, 0, None)
    return ink if np.count_nonzero(ink) >= _LEAST_INK else None


def _tilt(inks: Sequence[Floats32]) -> float:
    """The slope along which the ink of all boxes falls into the sharpest rows.

    The corners of a leaning line's box hold its neighbours' ink, which leans as it does.
    """
    xs, ys, at = [], [], 0
    for ink in inks:
        y, x = np.nonzero(ink)
        some = slice(None, None, 1 + len(x) // _MOST_POINTS)
        xs.append(x[some] - ink.shape[1] / 2)
        ys.append(y[some] + at + _STEEPEST * ink.shape[1])
        at += int(ink.shape[0] + 2 * _STEEPEST * ink.shape[1]) + 1
    across, down = np.concatenate(xs), np.concatenate(ys)
    steps = np.arange(-_STEEPEST, _STEEPEST + _STEP / 2, _STEP)
    sharp = [
        float((np.bincount((down - s * across).astype(np.intp)).astype(float) ** 2).sum())
        for s in steps
    ]
    return float(steps[int(np.argmax(sharp))])


def _leans(ink: Floats32, start: float) -> float | None:
    """The slope of one line's ink, by the middle of the ink of its columns, near the page's tilt."""
    height, width = ink.shape
    x = np.arange(width, dtype=np.float64)
    y = np.arange(height, dtype=np.float64)[:, None]
    fit = np.array([height / 2 - start * width / 2, start])
    for reach in _REACHES:
        letters = max(height - abs(fit[1]) * width, _LEAST_INK, height / 4)
        close = np.where(np.abs(y - (fit[0] + fit[1] * x)) <= reach * letters, ink, 0.0)
        weight = close.sum(axis=0)
        if np.count_nonzero(weight) < _LEAST_INK:
            return None
        middle = np.divide((close * y).sum(axis=0), weight, out=np.zeros(width), where=weight > 0)
        use = np.minimum(weight, np.median(weight[weight > 0]))
        fit = _fitted(np.stack([np.ones(width), x], axis=1), middle, use)
    slope = float(fit[1])
    return slope if abs(slope - start) <= _FROM_TILT else None


def _plane(told: Sequence[tuple[OcrLine, float]]) -> Slope:
    x = np.array([(line.x0 + line.x1) / 2 for line, _ in told])
    y = np.array([(line.top + line.bottom) / 2 for line, _ in told])
    slopes = np.array([slope for _, slope in told])
    weights = np.array([line.width for line, _ in told])
    x0, y0 = float(np.average(x, weights=weights)), float(np.average(y, weights=weights))
    far = max(float(np.ptp(x)), float(np.ptp(y)), 1.0)
    terms = np.stack([np.ones_like(x), (y - y0) / far, (x - x0) / far], axis=1)
    tilt, keystone, curl = (float(part) for part in _robust(terms, slopes, weights))
    return Slope(tilt, keystone / far, curl / far, x0, y0)


def _robust(terms: Floats, values: Floats, weights: Floats) -> Floats:
    """Least squares in which lines that lean otherwise than the rest lose their say."""
    fit = np.array([float(np.median(values)), 0.0, 0.0])
    weights = weights / weights.mean()
    for _ in range(_ROUNDS):
        apart = np.abs(values - terms @ fit)
        spread = max(float(np.median(apart)), _NOISE)
        trusted = weights / (1 + (apart / (2 * spread)) ** 2)
        fit = _fitted(
            np.vstack([terms, _EASE]), np.append(values, [0.0, 0.0]), np.append(trusted, _STIFF)
        )
    return fit


def _fitted(terms: Floats, values: Floats, weights: Floats) -> Floats:
    root = np.sqrt(weights)
    return np.asarray(np.linalg.lstsq(terms * root[:, None], values * root, rcond=None)[0], float)
