"""Where a candidate stands on its page, in figures without unit."""

from collections import Counter

from extract.sheet import Cell, Sheet
from models.reading import Box

PLACE_NAMES = (
    "page", "last_page", "pages", "x0", "x1", "y", "height", "row_cells", "column",
    "row_share", "shape", "letters", "alone", "rows",
)  # fmt: skip


class Places:
    """Page sizes and usual letter heights of one sheet, found once."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        heights = sorted(c.height for c in sheet.cells())
        self._usual = max(heights[len(heights) // 2], 1.0) if heights else 1.0
        self._rows = Counter(row[0].page for row in sheet.rows if row)
        self._first: dict[int, int] = {}
        for number, row in enumerate(sheet.rows):
            if row:
                self._first.setdefault(row[0].page, number)

    def of(self, cell: Cell, box: Box) -> tuple[float, ...]:
        """Values in the order of PLACE_NAMES."""
        width, height = self._sheet.sizes[cell.page]
        row = self._sheet.rows[cell.row]
        return (
            cell.page,
            cell.page == max(self._sheet.sizes),
            len(self._sheet.sizes),
            box.x0 / max(width, 1.0),
            box.x1 / max(width, 1.0),
            box.top / max(height, 1.0),
            cell.height / self._usual,
            len(row),
            cell.column,
            (cell.row - self._first[cell.page]) / max(self._rows[cell.page], 1),
            width / max(height, 1.0),
            sum(c.isalpha() for c in cell.text),
            len(row) == 1,
            self._rows[cell.page],
        )
