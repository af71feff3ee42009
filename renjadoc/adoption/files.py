"""The files of a new folder as a draft holds them: chapters, regulations, tables by name, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from renjadoc.adoption import words
from renjadoc.adoption.ad_hoc import write_ad_hoc
from renjadoc.adoption.body import OldTable
from renjadoc.adoption.converting import as_printable, lend_painter
from renjadoc.adoption.draft import Draft, is_printable, list_contents
from renjadoc.adoption.references import Targets, name_references
from renjadoc.content import pictures
from renjadoc.content.folder import BEFORE
from renjadoc.content.naming import make_stem, number_stem
from renjadoc.edits.json_text import write_file
from renjadoc.plain_data import Node
from renjadoc.tables.kinds import KINDS
from renjadoc.word.reader.document import WordPicture

#: Of a picture of lines: there is no LibreOffice, or it came to no end.
_NOT_DRAWN = (
    "gambar garis (EMF, WMF) yang tidak dapat digambar; simpan ulang sebagai PNG, "
    "atau, bila LibreOffice belum ada, pasang lalu ambil alih lagi"
)


#: The names of the kinds that old tables are read as: files of other tables are not called so.
_KIND_NAMES = {kind.name for kind in KINDS.values() if kind.print_rows or kind.read_old}


def write_files(draft: Draft, folder: Path) -> None:
    """Write all files but pictures anew."""
    for old_file in [*(folder / "tabel").glob("*.json"), *(folder / BEFORE).glob("*.json")]:
        old_file.unlink()
    # Tables first: they get the names by which chapters place them.
    tables = [(f"tabel/{name}", table["jenis"], table) for name, table in _name_tables(draft)]
    tables += list(_list_before(draft))
    known = Targets(draft.extracts.numbered, draft.name_placed())
    written = (name_references(chapter, known) for chapter in draft.chapters)
    chapters = [(f"bab-{number}", "bab", chapter) for number, chapter in enumerate(written, start=1)]
    regulations = draft.extracts.regulations.items()
    lists = [(f"regulasi/{name}", "regulasi", {"regulasi": entries}) for name, entries in regulations]
    around = [(name, "bagian-depan", name_references(part, known)) for name, part in draft.front.items()]
    appendices = (name_references(appendix, known) for appendix in draft.appendices)
    around += [(f"lampiran/{number}", "lampiran", appendix) for number, appendix in enumerate(appendices, start=1)]
    for name, kind, data in [("dokumen", "dokumen", draft.dokumen), *around, *chapters, *lists, *tables]:
        schema = "../" * name.count("/") + f"skema/{kind}.schema.json"
        write_file(folder / f"{name}.json", {"$schema": schema, **data})


def _name_tables(draft: Draft) -> Iterator[tuple[str, Node]]:
    """Each table's data by a name of its own; those of kinds are kept for them: a review names the table it views."""
    used: set[str] = set()
    for number, table in enumerate(draft.extracts.tables, start=1):
        slug = make_stem(" ".join(table.title or table.above), 48)
        stem = table.built.kind if table.built else slug or f"tabel-{number}"
        if table.built is None and stem in used:
            # What only goes on behind the name of a like table is taken for its copy.
            stem = f"tabel-{number}-{slug}".strip("-")
        taken = used if table.built else used | _KIND_NAMES
        name = number_stem(stem, taken.__contains__)
        used.add(name)
        table.block["tabel"] = name
        yield name, _write_table(table)


def _list_before(draft: Draft) -> Iterator[tuple[str, str, Node]]:
    """The plans that a Renja Perubahan changes, under the names of those that it has."""
    for table in draft.extracts.tables:
        if table.built and table.built.before:
            data = {"jenis": table.built.kind, "judul": table.printed_title} | table.built.before
            yield f"{BEFORE}/{table.block['tabel']}", table.built.kind, data


def _write_table(table: OldTable) -> Node:
    """The data of a table's file; what stood below the old one, and comments on it as open notes, stand below it."""
    if table.built is None:
        data = write_ad_hoc(table.grid, table.printed_title)
    else:
        data = {"jenis": table.built.kind, "judul": table.printed_title} | table.built.data
    remarks = [words.write_remark(remark) for remark in table.grid.remarks]
    if notes := [*table.below, *data.get("keterangan", []), *remarks]:
        data["keterangan"] = notes
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
    made = _make_printable(shown for _, shown in draft.extracts.pictures)
    titled: set[str] = set()
    for block, shown in draft.extracts.pictures:
        picture = made[_key_of(shown)]
        if is_printable(picture):
            name = _write_picture(folder, Path(picture.name).stem, picture)
            if "judul" in block and name in titled:  # A file has one title, and one number.
                name = _write_picture(folder, Path(shown.name).stem, picture)
            titled |= {name} if "judul" in block else set()
            block["gambar"] = name
            continue
        if picture.data and len(picture.data) <= pictures.MAX_BYTES:
            (folder / "gambar" / picture.name).write_bytes(picture.data)
        reason = picture.fault or "bukan PNG atau JPEG yang utuh; simpan ulang sebagai PNG"
        if not picture.fault and picture.name.lower().endswith((".emf", ".wmf")):
            reason = _NOT_DRAWN
        draft.unprintable.append(picture.name)
        draft.extracts.doubtful.append(("gambar tidak dapat dicetak", f"gambar/{picture.name}: {reason}"))
        _replace_picture(draft, block, f"[[gambar {Path(picture.name).name} belum dapat dicetak]]")


def _make_printable(shown: Iterable[WordPicture]) -> dict[bytes, WordPicture]:
    """Each picture once, however often an old document shows it."""
    made: dict[bytes, WordPicture] = {}
    with lend_painter() as office:
        for picture in shown:
            if _key_of(picture) not in made:
                made[_key_of(picture)] = as_printable(picture, office)
    return made


def _key_of(picture: WordPicture) -> bytes:
    return sha256(picture.data).digest() if picture.data else picture.name.encode()


def _write_picture(folder: Path, stem: str, picture: WordPicture) -> str:
    suffix = ".png" if picture.data.startswith(b"\x89PNG") else ".jpg"
    name = f"gambar/{stem}{suffix}"
    if not (folder / name).exists():
        (folder / name).write_bytes(picture.data)
    return name


def _replace_picture(draft: Draft, block: Node, text: str) -> None:
    """Put a paragraph where a picture was to stand, with its caption if it had one."""
    for content in (content for part in draft.parts for content in list_contents(part)):
        for index, other in enumerate(content):
            if other is block:
                title = block.get("judul", "")
                content[index : index + 1] = [text, title] if title else [text]
                return
