"""What a folder consists of, changed on the page as by the commands: forms, outlines, years, versions, all offices."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from nicegui import ui

from renjadoc.batch.expected import split_expected, tell_missing
from renjadoc.cli import main
from renjadoc.desk import all_offices, arrivals, versions
from renjadoc.desk.pages.arriving import take_sent
from renjadoc.desk.writing import add_word, write_edits
from renjadoc.edits.edit import Edit
from renjadoc.edits.history import list_actions as list_past
from renjadoc.edits.history import take_back
from renjadoc.problem import ProblemsFound
from tests.desk.simulation import Visitor, address_of, visit
from tests.desk.twins import read, read_all, run


async def choose(page: Visitor, item: str) -> None:
    def find() -> Any:
        return next((one for one in page.list_kind(ui.menu_item) if item in texts_below(one)), None)

    page.send(await page.await_that(find), "click", None)


def texts_below(element: ui.element) -> list[str]:
    return [str(getattr(one, "text", "")) for one in element.descendants()]


async def agree(page: Visitor, label: str) -> None:
    """Press the button of the window that asks, not the one that opened it."""
    await page.await_that(lambda: any(one.value for one in page.list_kind(ui.dialog)))
    await page.press(label)


def test_headings_parts_and_tables_are_changed_on_the_page(root: Path, folder: Path) -> None:
    before = read_all(folder)

    async def story(page: Visitor) -> None:
        await page.go(address_of(folder, "isi"))
        await choose(page, "Lampiran")
        await page.fill("Judul lampiran (tanpa kata Lampiran dan nomor)", "Peta")
        await agree(page, "Tambah")
        await page.await_that(lambda: (folder / "lampiran" / "1-peta.json").exists())
        await page.go(address_of(folder, "isi/lampiran/1-peta"))
        await page.press("Lanskap", ui.checkbox)
        await page.await_that(lambda: read(folder, "lampiran/1-peta.json").get("lanskap"))
        await page.go(address_of(folder, "isi"))
        await choose(page, "Tabel")
        await page.fill("Jenis tabel", "rekap")
        await page.fill("Menurut", "sumber_dana")
        await agree(page, "Tambah")
        await page.await_that(lambda: len(list_past(folder)) == 3)

    visit(root, story)
    assert read(folder, "tabel/rekap.json")["menurut"] == "sumber_dana"
    for action in list_past(folder):
        if not action.action.startswith("urungkan"):
            take_back(folder, action.name, datetime.now())
    assert read_all(folder) == before


def test_a_table_changes_its_form_as_by_bentuk_and_goes(root: Path, folder: Path, twin: Path) -> None:
    new = {"jenis": "bebas", "judul": ["Lepas"], "kolom": [{"judul": "A"}, {"judul": "B"}], "baris": [["1", "2"]]}
    for place in (folder, twin):
        (place / "tabel" / "lepas.json").write_text(json.dumps(new), "utf-8")

    async def story(page: Visitor) -> None:
        await page.go(address_of(folder, "isi/tabel/evaluasi"))
        await page.fill("Bentuk tabel", "permendagri-86")
        shown = page.user.client
        await page.press("Ganti bentuk tabel")
        await agree(page, "Ganti")
        await page.await_that(lambda: read(folder, "tabel/evaluasi.json").get("bentuk"))
        await page.await_that(lambda: page.user.client is not shown)  # The page shows itself anew.
        await page.go(address_of(folder, "isi/tabel/evaluasi"))
        await page.press("Hapus tabel ini")
        await agree(page, "Hapus")
        await page.see("masih ditempatkan di bab 2")
        await page.go(address_of(folder, "isi/tabel/lepas"))
        await page.press("Hapus kolom A")
        await agree(page, "Hapus")
        await page.await_that(lambda: len(read(folder, "tabel/lepas.json")["kolom"]) == 1)
        assert read(folder, "tabel/lepas.json")["baris"] == [["2"]]
        await page.go(address_of(folder, "isi/tabel/lepas"))
        await page.press("Hapus tabel ini")
        await agree(page, "Hapus")
        await page.await_that(lambda: len(list_past(folder)) == 3)

    visit(root, story)
    run("bentuk", twin, "evaluasi", "permendagri-86", "--ya")
    (twin / "tabel" / "lepas.json").unlink()
    assert read_all(folder) == read_all(twin)


def test_the_mission_and_the_outline_are_changed_as_by_bentuk(root: Path, folder: Path, twin: Path) -> None:
    async def story(page: Visitor) -> None:
        await page.go(address_of(folder, "isi/sampul"))
        await page.fill("Susunan bab", "permendagri-86-2017")
        await page.press("Ganti susunan bab")
        await page.see("Baru, perlu diisi")
        await agree(page, "Ganti")
        await page.await_that(lambda: list_past(folder))
        assert read_all(folder) == read_all(twin)
        await page.go(address_of(folder, "isi/sampul"))
        await page.fill("Nomor misi (boleh menyusul)", 3)
        await page.fill("Bunyi misi (boleh menyusul)", "Maju bersama")
        await page.press("Simpan yang lain")
        await page.await_that(lambda: read(folder, "dokumen.json")["misi"]["nomor"] == 3)

    run("bentuk", twin, "kerangka", "permendagri-86-2017", "--ya")
    visit(root, story)
    assert read(folder, "dokumen.json")["misi"] == {"nomor": 3, "teks": "Maju bersama"}


def test_an_outline_that_is_only_tried_writes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = read_all(folder)
    assert main(["bentuk", str(folder), "kerangka", "permendagri-86-2017", "--coba"]) == 0
    assert "Baru, perlu diisi" in capsys.readouterr().out
    assert read_all(folder) == before


def test_what_was_carried_is_confirmed_as_by_gulir(root: Path, twin: Path, folder: Path) -> None:
    for place in (root, twin.parent):
        run("gulir", place / "renja-2021", place / "renja-2022", "--tandai", "--kerangka", "permendagri-86-2017")
    made, other = root / "renja-2022", twin.parent / "renja-2022"
    assert read_all(made) == read_all(other)
    files = sorted({one["berkas"] for one in read(made, "tinjau.json")["tinjau"]})

    def count() -> int:
        return sum(bool(one.get("dikonfirmasi")) for one in read(made, "tinjau.json")["tinjau"])

    async def story(page: Visitor) -> None:
        await page.go(address_of(made, "isi"))
        await page.see("isian terbawa dari tahun lalu belum ditinjau")
        await page.go(address_of(made, "isi/tinjau"))
        buttons = [
            one for one in page.list_kind(ui.button) if str(one.props.get("aria-label", "")).startswith("Benar: ")
        ]
        page.send(buttons[0], "click", None)
        await page.await_that(lambda: count() == 1)
        whole = [
            one for one in page.list_kind(ui.button) if str(one.props.get("aria-label", "")).startswith("Semua benar")
        ]
        page.send(whole[-1], "click", None)
        await agree(page, "Semua benar")
        await page.await_that(lambda: count() > 1)

    visit(root, story)
    assert files
    settled = [one for one in read(made, "tinjau.json")["tinjau"] if one.get("dikonfirmasi")]
    run("gulir", "--konfirmasi", other, settled[-1]["berkas"])
    theirs = [one for one in read(other, "tinjau.json")["tinjau"] if one.get("dikonfirmasi")]
    assert [one for one in settled if one["berkas"] == settled[-1]["berkas"]] == theirs


def test_words_are_written_and_stand_in_the_history(root: Path, folder: Path) -> None:
    add_word(folder, "sengkuyung")

    async def story(page: Visitor) -> None:
        await page.go(address_of(folder, "isi/kamus"))
        await page.fill("Kata", "sengkuyung\nrembug")
        await page.press("Simpan")
        await page.see("Tersimpan")

    visit(root, story)
    assert (folder / "kamus.txt").read_text("utf-8") == "sengkuyung\nrembug\n"
    assert list_past(folder)[0].action == "daftar kata ditulis di halaman"


# Earlier versions


def change_title(folder: Path, title: str) -> None:
    write_edits(folder, [Edit("bab-1.json", "/judul", "set", title)], f"judul {title}")


def test_a_version_is_the_folder_before_an_action_whatever_came_later(folder: Path) -> None:
    before = read_all(folder)
    change_title(folder, "Satu")
    write_edits(folder, [], "baru", files={"ringkasan.json": '{"judul": "Ringkasan", "isi": []}'})
    after_two = read_all(folder)
    change_title(folder, "Dua")
    names = list(versions.list_versions(folder))
    for name, wanted in ((names[2], before), (names[0], after_two)):
        with versions.open_version(folder, name) as old:
            assert read_all(old) == wanted


def test_a_renja_is_held_against_its_own_past(root: Path, folder: Path) -> None:
    change_title(folder, "Judul yang diganti")

    async def story(page: Visitor) -> None:
        await page.go(address_of(folder, "banding"))
        await page.see("Apa yang berubah")
        [select] = page.list_kind(ui.select)
        name = next(name for name, label in select.options.items() if "judul Judul yang diganti" in label)
        await page.fill("Bandingkan dengan", name)
        await page.press("Bandingkan")
        await page.see("Naskah")
        tables: list[Any] = page.list_kind(ui.table)
        assert any("«Judul" in str(table.rows) for table in tables)

    visit(root, story)


def test_versions_in_git_are_listed_where_they_changed_the_folder(folder: Path) -> None:
    from dulwich import porcelain

    top = folder.parent
    porcelain.init(str(top))
    who = b"Dewi <dewi@contoh.id>"

    def commit(message: str) -> None:
        porcelain.add(str(top), [str(path) for path in top.rglob("*.json")])
        porcelain.commit(str(top), message=message.encode(), author=who, committer=who)

    commit("rancangan awal")
    before = read_all(folder)
    other = top / "lain.json"
    other.write_text("{}", "utf-8")
    commit("berkas lain")
    path = folder / "bab-1.json"
    path.write_text(path.read_text("utf-8").replace("Pendahuluan", "Pembukaan", 1), "utf-8")
    commit("judul berganti")
    found = [(name, label) for name, label in versions.list_versions(folder).items() if name.startswith("git:")]
    assert [label.partition(": ")[2] for _, label in found] == ["judul berganti", "rancangan awal"]
    with versions.open_version(folder, found[-1][0]) as old:
        assert (old / "bab-1.json").read_bytes() == before["bab-1.json"]
    with pytest.raises(ProblemsFound), versions.open_version(folder, "git:0000000"):
        pass


# All offices


def zip_up(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def test_offices_arrive_and_the_missing_are_told(
    root: Path, folder: Path, twin: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RENJADOC_SOFFICE", "tidak-ada")
    sent = zip_up({f"kiriman/dinas-b/{name}": data for name, data in read_all(twin).items()})
    assert take_sent(root, [("dinas.zip", sent)]) == {"masuk": ["dinas-b"], "gagal": []}
    assert read_all(root / "dinas-b") == read_all(twin)
    book = openpyxl.Workbook()
    for row in (("Perangkat Daerah", "Plafon"), ("Dinas Koperasi dan Usaha Kecil Menengah", 1_000_000)):
        book.active.append(row)  # type: ignore[union-attr]
    book.save(root.parent / "plafon.xlsx")

    async def story(page: Visitor) -> None:
        await page.go("/semua")
        await page.fill(
            "Nama perangkat daerah, satu sebaris", "1. Dinas Koperasi dan Usaha Kecil Menengah\n2. Dinas Laut"
        )
        await page.press("Simpan daftar")
        await page.see("Dinas Laut belum mempunyai folder.")
        await page.drop("Letakkan daftar plafon di sini (.xlsx atau .csv)", root.parent / "plafon.xlsx")
        await page.await_that(lambda: (root / "Plafon.xlsx").is_file())
        await page.press("Buat semua")
        await page.see("Selesai: 2 perangkat daerah")
        await page.see("melebihi plafon")
        await page.press("Unduh Ringkasan.xlsx")
        assert (await page.take())[:2] == b"PK"

    visit(root, story)
    names, plafon = root / all_offices.EXPECTED, root / "Plafon.xlsx"
    out = root.parent / "hasil"
    main(["massal", str(root), "-o", str(out), "--nama", str(names), "--plafon", str(plafon), "--tanpa-halaman"])
    assert {path.name for path in out.iterdir()} >= {"Ringkasan.xlsx"}


def test_what_arrives_never_stands_over_what_is_there_and_leads_nowhere_else(root: Path, twin: Path) -> None:
    before = read_all(root / "renja-2021")
    files = {f"renja-2021/{name}": data for name, data in read_all(twin).items()}
    bad = {"renja-2021/../../keluar.json": b"{}", "renja-2021/jahat.exe": b"MZ", "renja-2021/.cadangan/x/a.json": b"{}"}
    [said] = arrivals.take_in(root, {**files, **bad})
    assert said.startswith("renja-2021-2 (karena renja-2021 sudah ada); 3 berkas")
    assert read_all(root / "renja-2021") == before
    assert read_all(root / "renja-2021-2") == read_all(twin)
    assert not list(root.parent.rglob("keluar.json"))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("rusak.zip", b"PK bukan zip", "bukan zip yang utuh"),
        ("kosong.zip", zip_up({"a/baca.txt": b"x"}), "Tidak ada folder isi"),
        ("besar.zip", zip_up({f"a/{number}.json": b"{}" for number in range(30)}), "lebih dari"),
        ("keluar.zip", zip_up({"../bab-1.json": b"{}"}), "keluar dari foldernya"),
    ],
)
def test_a_zip_that_is_none_or_too_much_is_refused_with_the_reason(
    root: Path, name: str, data: bytes, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrivals, "MAX_FILES", 20)
    before = {path.name for path in root.iterdir()}
    told = take_sent(root, [(name, data)])
    assert told["masuk"] == []
    assert said in told["gagal"][0]
    assert {path.name for path in root.iterdir()} == before


def test_names_of_a_list_are_compared_without_numbers_and_case() -> None:
    expected = list(split_expected("1. Dinas Sosial\n\n# catatan\n 2) RSUD  Kota # baru\nDinas Laut"))
    assert expected == ["Dinas Sosial", "RSUD Kota", "Dinas Laut"]
    told = list(tell_missing(["dinas sosial", "RSUD kota (Perubahan)"], expected))
    assert told == ["Dinas Laut belum mempunyai folder."]


def test_a_list_of_plafon_that_is_none_is_refused_and_the_old_one_stays(root: Path) -> None:
    all_offices.keep_ceilings(root, "a.csv", b"Perangkat Daerah;Plafon\nDinas A;1000\n")
    for name, data in (("b.csv", b"x;y\n"), ("b.pdf", b"")):
        with pytest.raises(ProblemsFound):
            all_offices.keep_ceilings(root, name, data)
    assert (root / "Plafon.csv").read_bytes().startswith(b"Perangkat")
    assert not list(root.glob(".baru*"))


def test_lists_that_are_replaced_are_kept(root: Path) -> None:
    lists = [b"Perangkat Daerah;Plafon\nDinas A;%d\n" % amount for amount in (1000, 2000)]
    for data in lists:
        all_offices.keep_ceilings(root, "a.csv", data)
    all_offices.keep_ceilings(root, "b.xlsx", _workbook())
    for names in ("Dinas A", "Dinas B"):
        all_offices.keep_expected(root, names)
    assert [path.name for path in root.glob("Plafon.*")] == ["Plafon.xlsx"]
    kept = sorted(path.read_bytes() for path in (root / ".cadangan").rglob("*.*") if path.is_file())
    assert kept == sorted([*lists, b"Dinas A\n"])


def _workbook() -> bytes:
    book, made = openpyxl.Workbook(), io.BytesIO()
    for row in (["Perangkat Daerah", "Plafon"], ["Dinas A", 3000]):
        book.active.append(row)
    book.save(made)
    return made.getvalue()


def test_documents_are_made_though_their_summary_cannot_be_written(root: Path) -> None:
    """Somebody has the Ringkasan open in Excel."""
    (root / all_offices.RESULTS).mkdir()
    (root / all_offices.RESULTS / f".~lock.{all_offices.SUMMARY}#").touch()
    summary = all_offices.make_all(root, lambda *_: None)
    assert not summary.failed
    assert list((root / all_offices.RESULTS).glob("*.docx"))
    assert any(note.startswith("Ringkasan tidak ditulis: berkas sedang terbuka") for note in summary.notes())
