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

_LONG = 4.0
"""Times its height that a box must be wide, or its slope says nothing."""
_LEAST_LINES = 3
_LEAST_FOR_PLANE = 8
_STEEPEST = 0.3
"""17 degrees: nobody photographs a bill at more, and a logo's slant is not the page's."""
_ROUNDS = 4
_LEAST_INK = 8
_MOST_LINES = 150

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Slope:
    """slope(x, y) = tilt + keystone * y + curl * x, downwards per pixel to the right; pixels."""

    tilt: float = 0.0
    keystone: float = 0.0
    curl: float = 0.0

    def at(self, x: float, y: float) -> float:
        """Pixels down per pixel to the right."""
        return self.tilt + self.keystone * y + self.curl * x

    def level(self, x: float, y: float) -> float:
        """The height at which the printed line through (x, y) leaves the picture's left edge."""
        return y - (self.tilt + self.keystone * y + self.curl * x / 2) * x


def slope_of(image: Image.Image, lines: Sequence[OcrLine]) -> Slope:
    """The slope of the printed lines in `image`; flat when too few long lines tell."""
    long = sorted(
        (one for one in lines if one.width > _LONG * one.height), key=lambda one: -one.width
    )[:_MOST_LINES]
    grey = np.asarray(image.convert("L"), dtype=np.float32)
    told = [(one, slope) for one in long if (slope := _leans(grey, one)) is not None]
    if len(told) < _LEAST_LINES:
        return Slope()
    return _plane(told)


def _leans(grey: npt.NDArray[np.float32], line: OcrLine) -> float | None:
    """The slope of the ink in one line's box, by the middle of the ink of its columns."""
    patch = grey[int(line.top) : int(line.bottom) + 1, int(line.x0) : int(line.x1) + 1]
    if min(patch.shape) < _LEAST_INK:
        return None
    ink = np.clip(np.median(patch, axis=0, keepdims=True) - patch - _LEAST_INK, 0, None)
    weight = ink.sum(axis=0)
    if np.count_nonzero(weight) < _LEAST_INK:
        return None
    x = np.arange(patch.shape[1], dtype=np.float64)
    y = (ink * np.arange(patch.shape[0], dtype=np.float32)[:, None]).sum(axis=0)
    y = np.divide(y, weight, out=np.zeros_like(y), where=weight > 0).astype(np.float64)
    use = np.minimum(weight, np.median(weight[weight > 0])).astype(np.float64)
    fit = _fitted(np.stack([np.ones_like(x), x], axis=1), y, use)
    slope = float(fit[1])
    return slope if abs(slope) <= _STEEPEST else None


def _plane(told: Sequence[tuple[OcrLine, float]]) -> Slope:
    x = np.array([(line.x0 + line.x1) / 2 for line, _ in told])
    y = np.array([(line.top + line.bottom) / 2 for line, _ in told])
    slopes = np.array([slope for _, slope in told])
    weights = np.array([line.width for line, _ in told])
    columns = [np.ones_like(x)]
    if len(told) >= _LEAST_FOR_PLANE:
        columns += [y, x]
    fit = _robust(np.stack(columns, axis=1), slopes, weights)
    return Slope(*(float(part) for part in fit))


def _robust(terms: Floats, values: Floats, weights: Floats) -> Floats:
    """Least squares in which lines that lean otherwise than the rest lose their say."""
    fit = np.zeros(terms.shape[1])
    fit[0] = float(np.median(values))
    for _ in range(_ROUNDS):
        apart = np.abs(values - terms @ fit)
        spread = max(float(np.median(apart)), 0.002)
        fit = _fitted(terms, values, weights / (1 + (apart / (2 * spread)) ** 2))
    return fit


def _fitted(terms: Floats, values: Floats, weights: Floats) -> Floats:
    root = np.sqrt(weights)
    return np.asarray(np.linalg.lstsq(terms * root[:, None], values * root, rcond=None)[0], float)
