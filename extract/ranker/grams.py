"""Texts as hashed letter groups: wordings nobody foresaw share most of their groups with known ones."""

from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

BUCKETS = 1 << 16
_SIZES = (3, 5)
_SALT = 0x9E3779B1

Buckets = NDArray[np.int64]


@lru_cache(maxsize=8192)
def _hashes(text: str) -> Buckets:
    framed = f"^{text}$"
    groups = {framed[i : i + n] for n in _SIZES for i in range(max(len(framed) - n + 1, 1))}
    return np.array(sorted({crc32(group.encode()) for group in groups}), dtype=np.int64)


def buckets_of(texts: Sequence[str]) -> Buckets:
    """Bucket numbers (0 … BUCKETS-1) of all letter groups of 3 and 5, told apart by the text's place."""
    parts = [
        (_hashes(text) * (2 * place + 3) + place * _SALT) % BUCKETS
        for place, text in enumerate(texts)
        if text
    ]
    return np.unique(np.concatenate(parts)) if parts else np.empty(0, dtype=np.int64)
