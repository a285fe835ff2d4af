"""The sheet as PNG and as SVG, each read back before anybody sees it."""

from io import BytesIO

from lxml import etree
from PIL import Image, ImageDraw

from models.errors.orders import HandoverDiffers
from pay.rails.sepa_sheet.code import Drawn, cross_of, painted, path_of, read_back
from pay.rails.sepa_sheet.fonts import font_for
from pay.rails.sepa_sheet.layout import Layout

_SVG = "http://www.w3.org/2000/svg"
_PALE, _DARK = 96, 0


def png_of(code: Drawn | None, layout: Layout) -> bytes:
    """The sheet as a grey PNG. Raises HandoverDiffers when its code does not read as it should."""
    image = Image.new("L", (layout.width, layout.height), 255)
    if code is not None:
        square = painted(path_of(code), code.side, layout.scale, cross_of(code))
        image.paste(square, (layout.margin, layout.margin))
    brush = ImageDraw.Draw(image)
    for line in layout.lines:
        font, text = font_for(line.text, line.size)
        brush.text((line.x, line.y), text, fill=_PALE if line.pale else _DARK, font=font)
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    if code is not None:
        must_read_as(code, Image.open(BytesIO(out.getvalue())), "sheet.png")
    return out.getvalue()


def svg_of(code: Drawn | None, layout: Layout) -> bytes:
    """The sheet as SVG without script, style or link. Raises HandoverDiffers as png_of."""
    box = f"0 0 {layout.width} {layout.height}"
    root = etree.fromstring(f'<svg xmlns="{_SVG}" viewBox="{box}"/>')
    _add(root, "rect", width="100%", height="100%", fill="#fff")
    if code is not None:
        place = f"translate({layout.margin} {layout.margin}) scale({layout.scale})"
        group = _add(root, "g", transform=place)
        _add(group, "path", d=path_of(code))
        for left, top, right, bottom, dark in cross_of(code):
            place_of = {"x": left, "y": top, "width": right - left, "height": bottom - top}
            numbers = {name: f"{value:.3f}" for name, value in place_of.items()}
            _add(group, "rect", fill="#000" if dark else "#fff", **numbers)
    for line in layout.lines:
        where = {"x": str(line.x), "y": str(line.y + line.size), "font-size": str(line.size)}
        fill = "#606060" if line.pale else "#000"
        family = "DejaVu Sans, Verdana, sans-serif"
        _add(root, "text", fill=fill, **where, **{"font-family": family}).text = line.text
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    if code is not None:
        must_read_as(code, _painted_svg(data, code), "sheet.svg")
    return bytes(data)


def _add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{_SVG}}}{name}", attributes)


def _painted_svg(data: bytes, code: Drawn) -> Image.Image:
    """The code as the file itself draws it: the path is taken from its bytes."""
    root = etree.fromstring(data)
    paths = [str(path.get("d")) for path in root.iter(f"{{{_SVG}}}path")]
    return painted("".join(paths), code.side, 8, cross_of(code))


def must_read_as(code: Drawn, image: Image.Image, name: str) -> None:
    """Passes when the picture holds this one code. Raises HandoverDiffers."""
    if read_back(image) != code.data:
        raise HandoverDiffers(field=name)
