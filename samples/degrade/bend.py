"""How a sheet lies before the lens: perspective, curl and crumple, as one mesh for Pillow."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from PIL import Image

Grid = NDArray[np.float64]
STEPS = 36


@dataclass(frozen=True)
class Bend:
    """From a place in the frame to a place on the sheet.

    back: the 3 x 3 matrix from pixels to the sheet (0 to 1 both ways); detail: pixels a
    millimetre; curl and crumple move the place on the sheet by a share of its size.
    """

    back: Grid
    detail: float
    curl: tuple[float, float, float, float]
    crumple: tuple[Grid, Grid]

    def place(self, x: Grid, y: Grid) -> tuple[Grid, Grid]:
        """The places on the sheet under pixels (x, y)."""
        flat = np.stack([x, y, np.ones_like(x)], axis=-1) @ self.back.T
        u, v = flat[..., 0] / flat[..., 2], flat[..., 1] / flat[..., 2]
        inside_u, inside_v = np.clip(u, 0, 1), np.clip(v, 0, 1)
        along, wave, phase, side = self.curl
        u2 = (
            u
            + side * np.sin(np.pi * inside_v * 1.1 + phase)
            + _knot(self.crumple[0], inside_u, inside_v)
        )
        v2 = v + along * np.sin(np.pi * inside_u * wave + phase)
        return u2, v2 + _knot(self.crumple[1], inside_u, inside_v)

    def mesh(
        self, frame: tuple[int, int], sheet: tuple[int, int]
    ) -> list[tuple[tuple[int, int, int, int], tuple[float, ...]]]:
        """Rectangles of the frame with the quadrilateral of the sheet that each shows."""
        xs = np.linspace(0, frame[0], STEPS + 1).round()
        ys = np.linspace(0, frame[1], STEPS + 1).round()
        grid_x, grid_y = np.meshgrid(xs, ys)
        u, v = self.place(grid_x, grid_y)
        u, v = u * sheet[0], v * sheet[1]
        out = []
        for j in range(STEPS):
            for i in range(STEPS):
                box = (int(xs[i]), int(ys[j]), int(xs[i + 1]), int(ys[j + 1]))
                corners = ((j, i), (j + 1, i), (j + 1, i + 1), (j, i + 1))
                out.append((box, tuple(float(w[at]) for at in corners for w in (u, v))))
        return out

    def shade(self, rng: Generator, frame: tuple[int, int]) -> Image.Image:
        """Light and dark of the slopes, as a factor in grey."""
        xs, ys = np.meshgrid(np.linspace(0, frame[0], 90), np.linspace(0, frame[1], 90))
        u, v = self.place(xs, ys)
        slope = np.gradient(_residue(u), axis=0) + np.gradient(_residue(v), axis=1)
        depth = rng.uniform(5, 28)
        factor = np.clip(246 + np.clip(slope * 90 * depth * 60, -80, 9), 0, 255)
        return Image.fromarray(factor.astype(np.uint8)).resize(frame, Image.Resampling.BILINEAR)


def _residue(values: Grid) -> Grid:
    """What a straight line from edge to edge leaves over: the bumps."""
    linear = np.linspace(0, 1, values.shape[1])[None, :] * (values[:, -1:] - values[:, :1])
    return np.asarray(values - values[:, :1] - linear)


def _knot(knots: Grid, u: Grid, v: Grid) -> Grid:
    """The knots interpolated at (u, v), both from 0 to 1."""
    rows, columns = knots.shape
    x, y = u * (columns - 1), v * (rows - 1)
    i, j = np.minimum(x.astype(int), columns - 2), np.minimum(y.astype(int), rows - 2)
    fx, fy = x - i, y - j
    fx, fy = fx * fx * (3 - 2 * fx), fy * fy * (3 - 2 * fy)
    upper = knots[j, i] * (1 - fx) + knots[j, i + 1] * fx
    lower = knots[j + 1, i] * (1 - fx) + knots[j + 1, i + 1] * fx
    return np.asarray(upper * (1 - fy) + lower * fy)


def matrix(quad: Grid) -> Grid:
    """The matrix from four corners in pixels (clockwise from top left) to the unit square."""
    rows, right = [], []
    for (x, y), (u, v) in zip(quad, ((0, 0), (1, 0), (1, 1), (0, 1)), strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        right += [u, v]
    return np.append(np.linalg.solve(np.array(rows), np.array(right)), 1).reshape(3, 3)


def corners(rng: Generator, size: tuple[float, float], strength: float) -> Grid:
    """The sheet's corners before the lens: tilted up to 18 degrees both ways, turned a little."""
    tilt_x, tilt_y = np.radians(rng.uniform(-18, 18, 2) * strength)
    turn = np.radians(float(np.clip(rng.normal(0, 5), -14, 14)) * strength)
    half = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]], float) * np.array(size) / 2
    spin = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    x, y = (half @ spin.T).T
    deep = x * np.sin(tilt_y) + y * np.sin(tilt_x)
    far = max(size) * rng.uniform(1.2, 2.6)
    scale = far / (far + deep)
    return np.stack([x * np.cos(tilt_y) * scale, y * np.cos(tilt_x) * scale], axis=1)


def bend_for(
    rng: Generator, size: tuple[float, float], frame: tuple[int, int], strength: float
) -> Bend:
    """A sheet of `size` millimetres that fills half to nearly all of the frame."""
    quad = corners(rng, size, strength)
    low, high = quad.min(axis=0), quad.max(axis=0)
    fill = rng.uniform(0.72, 1.03)
    detail = float((np.array(frame) / (high - low)).min() * fill)
    spare = np.array(frame) - (high - low) * detail
    quad = (quad - low) * detail + spare * rng.uniform(0.2, 0.8, 2)
    bent = strength * float(rng.random() < 0.7)
    aspect = size[0] / size[1]
    curl = (
        rng.normal(0, 0.022) * bent * aspect,
        rng.uniform(0.6, 1.8),
        rng.uniform(0, np.pi),
        rng.normal(0, 0.02) * bent / max(aspect, 0.5),
    )
    knots = (int(rng.integers(4, 12)), int(rng.integers(3, 8)))
    rough = rng.uniform(0, 0.006) * strength * float(rng.random() < 0.5)
    crumple = (rng.normal(0, rough, knots), rng.normal(0, rough * aspect, knots))
    return Bend(matrix(quad), detail, curl, crumple)
