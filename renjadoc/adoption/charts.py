"""Charts of an old document: drawn from the table that has their figures, where there is one; else kept as pictures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from renjadoc.adoption import words
from renjadoc.adoption.chart_tables import find_charted
from renjadoc.adoption.draft import Draft, list_contents
from renjadoc.content import folder as folders
from renjadoc.matching import fold_name
from renjadoc.plain_data import Node
from renjadoc.reading import Reading
from renjadoc.word.reader.document import WordPicture


def place_charts(draft: Draft, root: Path) -> bool:
    """Draw the charts of a written folder from its tables; whether there was one. The others stay pictures, told."""
    waiting = [(block, picture) for block, picture in draft.extracts.pictures if picture.chart and "gambar" in block]
    if not waiting:
        return False
    folder, _ = folders.read_folder(root)
    reading = Reading(folder) if folder is not None else None
    changed = False
    for block, picture in waiting if reading is not None else ():
        assert reading is not None
        assert picture.chart is not None
        for name in _list_near(draft, block):
            if stated := find_charted(reading.tables[name], name, picture.chart.shown, reading.printed):
                (root / block["gambar"]).unlink(missing_ok=True)
                _turn_into_chart(draft, block, picture, stated)
                changed = True
                break
    return changed


def tell_pictures(draft: Draft) -> Iterator[tuple[str, str]]:
    """What a person should know of the charts that no table has."""
    for block, picture in draft.extracts.pictures:
        if picture.chart and "gambar" in block:
            what = (
                "grafik menjadi gambar, angkanya dalam teks penggantinya: tidak ada tabel yang berisi angka-angka itu"
            )
            yield what, _name_chart(block, picture)


def _name_chart(block: Node, picture: WordPicture) -> str:
    assert picture.chart is not None
    title = block.get("judul") or picture.chart.title or picture.chart.shown.series[0][0]
    was = f" (aslinya {picture.chart.was})" if picture.chart.was else ""
    return words.shorten_text(title) + was


def _list_near(draft: Draft, block: Node) -> list[str]:
    """The names of the tables, those that stand next to a block first."""
    placed = [one for part in draft.parts for content in list_contents(part) for one in content]
    at = next((index for index, one in enumerate(placed) if one is block), 0)
    found = [(abs(index - at), one["tabel"]) for index, one in enumerate(placed) if _is_table(one)]
    return [name for _, name in sorted(found)]


def _is_table(block: object) -> bool:
    return isinstance(block, dict) and "tabel" in block


def _turn_into_chart(draft: Draft, block: Node, picture: WordPicture, stated: Node) -> None:
    """Make a block that shows a picture one that draws the chart, and tell what is not as it was."""
    assert picture.chart is not None
    shown, kept = picture.chart.shown, {key: block[key] for key in ("judul", "sumber") if key in block}
    block.clear()
    block.update(stated, **kept)
    block |= {"bentuk": shown.form}
    if picture.alt:
        block["alt"] = words.escape_marks(" ".join(picture.alt.split()))
    block |= {"lebar_cm": round(shown.width_cm, 1), "tinggi_cm": round(shown.height_cm, 1)}
    told = [f"tabel/{stated['grafik']}.json"]
    said = fold_name(" ".join([block.get("judul", ""), block.get("alt", "")]))
    if picture.chart.title and fold_name(picture.chart.title) not in said:
        told.append(f"judul di dalamnya “{picture.chart.title}” tidak tercetak")
    names = ", ".join(f"“{name}”" for name, _ in shown.series)
    told.append(f"kolomnya dahulu bernama {names}")
    what = "grafik digambar dari tabelnya, angkanya mengikuti tabel itu"
    draft.extracts.doubtful.append((what, f"{_name_chart(block, picture)}: {'; '.join(told)}"))
