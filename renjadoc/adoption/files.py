"""The files of a new folder as a draft holds them: chapters, regulations, tables by name, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from renjadoc.adoption import words
from renjadoc.adoption.ad_hoc import write_ad_hoc
from renjadoc.adoption.body import OldTable
from renjadoc.adoption.converting import as_printable
from renjadoc.adoption.draft import Draft, is_printable, list_contents
from renjadoc.adoption.references import name_references
from renjadoc.content import pictures
from renjadoc.content.folder import BEFORE
from renjadoc.edits.json_text import write_json
from renjadoc.tables.kinds import KINDS
from renjadoc.word.reader.document import WordPicture

_SLUG = re.compile(r"[^a-z0-9]+")

Data = dict[str, Any]

#: The names of the kinds that print rows: files of other tables are not called so.
_KIND_NAMES = {kind.name for kind in KINDS.values() if kind.print_rows}


def write_files(draft: Draft, folder: Path) -> None:
    """Write all files but pictures anew."""
    for old_file in [*(folder / "tabel").glob("*.json"), *(folder / BEFORE).glob("*.json")]:
        old_file.unlink()
    # Tables first: they get the names by which chapters place them.
    tables = [(f"tabel/{name}", table["jenis"], table) for name, table in _name_tables(draft)]
    tables += list(_list_before(draft))
    known = draft.extracts.tables
    written = (name_references(chapter, known) for chapter in draft.chapters)
    chapters = [(f"bab-{number}", "bab", chapter) for number, chapter in enumerate(written, start=1)]
    regulations = draft.extracts.regulations.items()
    lists = [(f"regulasi/{name}", "regulasi", {"regulasi": entries}) for name, entries in regulations]
    around = [(name, "bagian-depan", name_references(part, known)) for name, part in draft.front.items()]
    appendices = (name_references(appendix, known) for appendix in draft.appendices)
    around += [(f"lampiran/{number}", "lampiran", appendix) for number, appendix in enumerate(appendices, start=1)]
    for name, kind, data in [("dokumen", "dokumen", draft.dokumen), *around, *chapters, *lists, *tables]:
        path = folder / f"{name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        schema = "../" * name.count("/") + f"skema/{kind}.schema.json"
        path.write_text(write_json({"$schema": schema, **data}) + "\n", "utf-8")


def _name_tables(draft: Draft) -> Iterator[tuple[str, Data]]:
    """Each table's data by a name of its own; those of kinds are kept for them: a review names the table it views."""
    used: set[str] = set()
    for number, table in enumerate(draft.extracts.tables, start=1):
        slug = _SLUG.sub("-", " ".join(table.title).casefold())[:48].strip("-")
        name = stem = table.built.kind if table.built else slug or f"tabel-{number}"
        if table.built is None and name in used:
            # What only goes on behind the name of a like table is taken for its copy.
            name = stem = f"tabel-{number}-{slug}".strip("-")
        count = 1
        while name in used or (table.built is None and name in _KIND_NAMES):
            count += 1
            name = f"{stem}-{count}"
        used.add(name)
        table.block["tabel"] = name
        yield name, _write_table(table)


def _list_before(draft: Draft) -> Iterator[tuple[str, str, Data]]:
    """The plans that a Renja Perubahan changes, under the names of those that it has."""
    for table in draft.extracts.tables:
        if table.built and table.built.before:
            data = {"jenis": table.built.kind, "judul": table.printed_title} | table.built.before
            yield f"{BEFORE}/{table.block['tabel']}", table.built.kind, data


def _write_table(table: OldTable) -> Data:
    """The data of a table's file; comments on the old one are open notes below it."""
    if table.built is None:
        data = write_ad_hoc(table.grid, table.printed_title)
    else:
        data = {"jenis": table.built.kind, "judul": table.printed_title} | table.built.data
    if remarks := [words.write_remark(remark) for remark in table.grid.remarks]:
        data["keterangan"] = [*data.get("keterangan", []), *remarks]
    return data


# Pictures


def write_pictures(draft: Draft, folder: Path) -> None:
    """Write the pictures, which say where they are; for one that cannot be printed stands an open note."""
    (folder / "gambar").mkdir(exist_ok=True)
    signature = draft.identity.signature
    if draft.logo is not None:
        draft.dokumen["logo"] = _write_picture(folder, "logo", draft.logo)
    if signature is not None and signature.picture is not None and is_printable(signature.picture):
        draft.dokumen["pengesahan"]["tanda_tangan"] = _write_picture(folder, "tanda-tangan", signature.picture)
    for block, picture in draft.extracts.pictures:
        picture = as_printable(picture)
        if is_printable(picture):
            block["gambar"] = _write_picture(folder, Path(picture.name).stem, picture)
            continue
        if picture.data and len(picture.data) <= pictures.MAX_BYTES:
            (folder / "gambar" / picture.name).write_bytes(picture.data)
        reason = picture.fault or "bukan PNG atau JPEG yang utuh; simpan ulang sebagai PNG"
        draft.unprintable.append(picture.name)
        draft.extracts.doubtful.append(("gambar tidak dapat dicetak", f"gambar/{picture.name}: {reason}"))
        _replace_picture(draft, block, f"[[gambar {Path(picture.name).name} belum dapat dicetak]]")


def _write_picture(folder: Path, stem: str, picture: WordPicture) -> str:
    suffix = ".png" if picture.data.startswith(b"\x89PNG") else ".jpg"
    name = f"gambar/{stem}{suffix}"
    (folder / name).write_bytes(picture.data)
    return name


def _replace_picture(draft: Draft, block: Data, text: str) -> None:
    """Put a paragraph where a picture was to stand, with its caption if it had one."""
    for content in (content for part in draft.parts for content in list_contents(part)):
        for index, other in enumerate(content):
            if other is block:
                title = block.get("judul", "")
                content[index : index + 1] = [text, title] if title else [text]
                return
