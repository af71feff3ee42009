"""What is said of a folder that cannot be read, or not whole: in full, for these are the words people meet first."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from renjadoc.content.folder import read_folder, read_known_outline
from tests.conftest import ROOT

STARTER = ROOT / "content" / "awal"


def read_messages(root: Path) -> list[tuple[str, str, str, str]]:
    """Every problem of a folder: its code, file, message and hint."""
    return [(one.code, one.location.file, one.message, one.hint) for one in read_folder(root)[1]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The starter content, as `isi`."""
    monkeypatch.chdir(tmp_path)
    for path in sorted(STARTER.rglob("*")):
        if path.is_file() and ".cadangan" not in path.parts:
            target = tmp_path / "isi" / path.relative_to(STARTER)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    return Path("isi")


def test_a_folder_that_is_not_there(folder: Path) -> None:
    (only,) = read_messages(Path("tidak-ada"))
    assert only[:3] == ("RJ004", "tidak-ada", "folder isi tidak ditemukan")
    assert only[3].startswith("Periksa nama folder. ")
    assert "isi" in only[3]
    assert only[3].endswith(" Folder baru dibuat dengan: renjadoc baru FOLDER")


def test_where_no_folder_is_near_an_example_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (only,) = read_messages(Path("isi"))
    assert only[3] == "Periksa nama folder. Contoh: content/2021. Folder baru dibuat dengan: renjadoc baru FOLDER"


def test_a_file_in_the_place_of_a_folder(folder: Path) -> None:
    hint = "Sebut nama foldernya; pada perintah yang menyebut keduanya, berkas lebih dulu, lalu folder."
    file = folder / "bab-1.json"
    assert read_messages(file) == [("RJ004", "isi/bab-1.json", "ini sebuah berkas, bukan folder isi", hint)]


def test_a_chapter_of_another_name(folder: Path) -> None:
    (folder / "bab-satu.json").write_bytes((folder / "bab-1.json").read_bytes())
    hint = "Beri nama bab-1.json, bab-2.json, dan seterusnya."
    assert read_messages(folder) == [("RJ004", "isi/bab-satu.json", "nama berkas bab tidak dikenal", hint)]


def test_a_copy_of_a_chapter_is_told_as_a_copy(folder: Path) -> None:
    (folder / "bab-1 (1).json").write_bytes((folder / "bab-1.json").read_bytes())
    (only,) = read_messages(folder)
    assert only[1] == "isi/bab-1 (1).json"
    assert "bab-1.json" in only[2] + only[3]
    assert only[2] != "nama berkas bab tidak dikenal"


def test_chapters_that_the_outline_wants_and_gaps_between_more(folder: Path) -> None:
    data = json.loads((folder / "dokumen.json").read_text("utf-8"))
    outline = read_known_outline(data["kerangka"])
    assert outline is not None
    last = len(outline["bab"])
    (folder / f"bab-{last + 2}.json").write_bytes((folder / "bab-1.json").read_bytes())
    (folder / "bab-1.json").unlink()
    named = f"{outline['nama']}; BAB ini: {outline['bab'][0]['judul']}."
    assert read_messages(folder)[-2:] == [
        ("RJ004", "isi/dokumen.json", "berkas bab-1.json belum ada", named),
        ("RJ004", "isi/dokumen.json", f"berkas bab-{last + 1}.json belum ada", "Nomor bab tidak boleh terlewat."),
    ]


def test_an_outline_that_nobody_knows(folder: Path) -> None:
    path = folder / "dokumen.json"
    data = json.loads(path.read_text("utf-8"))
    known = sorted(one.stem for one in (ROOT / "renjadoc" / "data" / "kerangka").glob("*.json"))
    path.write_text(json.dumps({**data, "kerangka": "tidak-ada"}), "utf-8")
    (only,) = read_messages(folder)
    assert only[:3] == ("RJ030", "isi/dokumen.json", "kerangka “tidak-ada” tidak dikenal")
    assert read_folder(folder)[1][0].location.pointer == "/kerangka"
    assert only[3] == (
        f"Pilihan: {', '.join(known)} (dengan -muatan di belakangnya muatannya ikut diperiksa);"
        " atau buat kerangka sendiri dalam folder kerangka/."
    )


def test_an_outline_with_substance_is_the_outline_and_what_it_asks_for() -> None:
    name = next((ROOT / "renjadoc" / "data" / "kerangka").glob("*.json")).stem
    bare, full = read_known_outline(name), read_known_outline(f"{name}-muatan")
    assert bare is not None
    assert full is not None
    assert full["bab"] == bare["bab"]
    assert set(full) - set(bare) == {"muatan", "dasar_wajib"}
    assert read_known_outline("../kerangka/" + name) is None


def test_a_table_of_no_kind(folder: Path) -> None:
    (folder / "tabel" / "baru.json").write_text('{"jenis": "lain"}', "utf-8")
    found = [one for one in read_messages(folder) if one[1] == "isi/tabel/baru.json"]
    assert [one[:3] for one in found] == [("RJ013", "isi/tabel/baru.json", '“jenis” berisi "lain"')]
    assert found[0][3].startswith("Pilihan: bebas, capaian-kinerja, ")


def test_a_file_that_cannot_be_used_is_named_as_broken_and_the_rest_is_read(folder: Path) -> None:
    (folder / "tabel" / "baru.json").write_text("{}", "utf-8")
    (folder / "peraturan.json").write_text("[]", "utf-8")
    read, _ = read_folder(folder)
    assert read is not None
    assert read.broken == ["tabel/baru.json", "peraturan.json"]
    assert [read.relative(source) for source in read.sources[:2]] == ["dokumen.json", "kata-pengantar.json"]


def test_a_file_that_is_a_link_to_one_outside_is_not_read(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "luar.json").write_bytes((folder / "bab-1.json").read_bytes())
    (folder / "bab-1.json").unlink()
    (folder / "bab-1.json").symlink_to(tmp_path / "luar.json")
    read, problems = read_folder(folder)
    assert read is not None
    assert "bab-1.json" in read.broken
    assert [one.location.file for one in problems] == ["isi/bab-1.json"]


def test_words_of_the_office_that_cannot_be_read(folder: Path) -> None:
    (folder / "kamus.txt").write_bytes(b"caf\xe9")
    hint = "Di Notepad: Simpan Sebagai, lalu pilih Pengodean UTF-8."
    assert read_messages(folder) == [("RJ002", "isi/kamus.txt", "berkas tidak disimpan sebagai UTF-8", hint)]
    (folder / "kamus.txt").unlink()
    (folder / "kamus.txt").mkdir()
    (only,) = read_messages(folder)
    assert (only[0], only[1], only[3]) == ("RJ004", "isi/kamus.txt", "Isinya satu kata sebaris.")
    assert only[2].startswith("berkas tidak dapat dibaca (")


def test_words_of_the_office_without_remarks_and_whatever_their_case(folder: Path) -> None:
    (folder / "kamus.txt").write_text("\ufeffSiRekap  # aplikasi\n\n# saja\nKSPSDA simpul\n", "utf-8")
    read, problems = read_folder(folder)
    assert problems == []
    assert read is not None
    assert read.kamus == {"sirekap", "kspsda", "simpul"}


def test_appendices_stand_in_the_order_of_their_numbers(folder: Path) -> None:
    (folder / "lampiran").mkdir(exist_ok=True)
    for stem in ("10-daftar", "2-peta", "2-akta", "1"):
        (folder / "lampiran" / f"{stem}.json").write_text('{"judul": "Daftar", "isi": ["Isi."]}', "utf-8")
    read, _ = read_folder(folder)
    assert read is not None
    assert [source.path.stem for source in read.lampiran] == ["1", "2-akta", "2-peta", "10-daftar"]
