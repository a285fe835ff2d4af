"""`python -m samples.blind.make FOLDER` writes every blind document as PDF beside its answer."""

import json
import sys
from pathlib import Path

from samples.blind import LAYOUTS, VARIANTS, draw


def write(folder: Path) -> int:
    """All layouts in all variants; returns how many documents were written."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in LAYOUTS:
        for variant in range(VARIANTS):
            pdf, answer = draw(name, variant)
            stem = folder / f"{name}-{variant + 1}"
            stem.with_suffix(".pdf").write_bytes(pdf)
            text = json.dumps({"file": f"{stem.name}.pdf", **answer}, ensure_ascii=False, indent=1)
            stem.with_suffix(".json").write_text(text + "\n", encoding="utf-8")
    return len(LAYOUTS) * VARIANTS


if __name__ == "__main__":
    print(write(Path(sys.argv[1])))
