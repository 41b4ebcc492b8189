"""Generates compliance/_data/shapes.txt: which common characters a character may be taken for.

Every character is drawn, blurred and compared; the nearest ones count as look-alikes. Run it by hand, with
Pillow, NumPy and a font that holds all Han characters: ``python tools/build_shapes.py FONT.ttc FONT.ttc``.
Neither is needed to run the checker.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from compliance.folding import fold

TABLES = Path(__file__).parent.parent / "compliance" / "_data"
COMMON = 3000  # characters that others are taken for
NEAREST = 12
LEAST, SLACK, ALWAYS, FLOOR = 0.75, 0.14, 3, 0.68
"""How alike two drawings must be, at all and beside the nearest; the first ones may be less alike."""
KEPT = 8  # characters kept for one written
BY_HAND = (
    "勹包 釆彩采 王玉主 玉王 曰日 未末 末未 己已 已己 人入 入人 土士 士土 贷货 货贷 "
    "侯候 候侯 戊戌 戌戊 朩木 仌人 囗国口 口囗 疲疤 疮疤 孛学 斈学 亾亡 氺水 丨一 "
    "乚礼 叻功 攰功 兀元 冘尤 亓元 亍行 彳行 吅口 皿血 血皿 囸日 仧长 镸长 攵文 "
    "肀事 囬回 囘回 抔杯 溦微 嶶微 徾微 祾祛 佱法 峠卡 鞐卡 乂治 氿酒 尛小 尐少 "
    "灬火 囧网 冈网 罔网 罓网 姈领 岺岭 泠冷 冾洽治 佁治 诒治 怡治 贻治 殆治 嶦增 "
    "憎增 赠增 噌增 喊减 碱减 諴减 犾狱 鉨玺 玊玉 亖四 弎三 弍二 弌一 壹一 仈八 "
    "扖入"
)
"""Pairs that a drawing does not show: a part for the whole, and what people confuse in handwriting."""


def main(fonts: list[str]) -> None:
    """Writes the table."""
    written = [c for c in map(chr, range(0x4E00, 0x9FA6)) if fold(c).text == c]
    drawn = [_drawings(written, font) for font in fonts]
    place = {c: at for at, c in enumerate(written)}
    found: dict[str, list[tuple[float, str]]] = {}
    for real in (TABLES / "frequency.txt").read_text("utf-8").strip()[:COMMON]:
        if real in place:
            likeness = sum(each @ each[place[real]] for each in drawn) / len(drawn)
            for score, at in _nearest(likeness):
                found.setdefault(written[at], []).append((-score, real))
    for row in BY_HAND.split():
        c = row[0]
        for real in row[1:]:
            if real not in (known for _, known in found.get(c, ())):
                found.setdefault(c, []).append((-1.0, real))
    lines = (c + "".join(real for _, real in sorted(reals)[:KEPT]) for c, reals in sorted(found.items()))
    (TABLES / "shapes.txt").write_text("\n".join(lines) + "\n", "utf-8")


def _nearest(likeness: Any) -> list[tuple[float, int]]:
    order = [int(at) for at in (-likeness).argsort()[1 : NEAREST + 1]]
    enough = max(LEAST, float(likeness[order[0]]) - SLACK)
    scores = [(float(likeness[at]), at) for at in order]
    return [
        (score, at)
        for n, (score, at) in enumerate(scores)
        if score >= enough or (n < ALWAYS and score > FLOOR)
    ]


def _drawings(characters: list[str], font: str) -> Any:
    """One row of blurred pixels a character, of length one."""
    import numpy
    from PIL import Image, ImageDraw, ImageFilter, ImageFont  # type: ignore[import-not-found]

    face, rows = ImageFont.truetype(font, 44, index=2), []
    for c in characters:
        image = Image.new("L", (48, 56), 0)
        ImageDraw.Draw(image).text((2, -6), c, 255, font=face)
        small = image.filter(ImageFilter.GaussianBlur(1.6)).resize((24, 28))
        row = numpy.asarray(small, dtype=numpy.float32).ravel()
        row = row - row.mean()
        rows.append(row / (numpy.linalg.norm(row) or 1))
    return numpy.stack(rows)


if __name__ == "__main__":
    main(sys.argv[1:])
