"""Takes the pictures of all screens that the guide shows: `python -m tests.desk.pictures`."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

from renjadoc.content.folder import open_folder
from renjadoc.desk.own_outlines import begin_outline
from renjadoc.desk.writing import write_edits
from renjadoc.reading import Reading
from tests.conftest import ROOT
from tests.desk.browser import open_window, running_desk

PICTURES = ROOT / "docs" / "gambar"
_RENJA = "renja/renja-2021/"
#: What each picture shows, by the name that it has behind `meja-`.
SHOWN = {
    "awal": "", "mulai": "mulai", "ambil-alih": "ambil-alih", "semua": "semua", "lanjut": f"{_RENJA}lanjut",
    "perubahan": f"{_RENJA}perubahan", "isi": f"{_RENJA}isi", "sampul": f"{_RENJA}isi/sampul",
    "bab": f"{_RENJA}isi/bab/bab-1", "lampiran": f"{_RENJA}isi/lampiran/1-peta",
    "hukum": f"{_RENJA}isi/hukum/landasan-hukum", "tabel": f"{_RENJA}isi/tabel/rencana-program",
    "periksa": f"{_RENJA}periksa", "lihat": f"{_RENJA}lihat", "masuk": f"{_RENJA}masuk", "telaah": f"{_RENJA}telaah",
    "banding": f"{_RENJA}banding", "riwayat": f"{_RENJA}riwayat", "tinjau": f"{_RENJA}isi/tinjau",
    "kamus": f"{_RENJA}isi/kamus", "peraturan": f"{_RENJA}isi/peraturan", "kerangka": f"{_RENJA}isi/kerangka",
}  # fmt: skip


def take_pictures() -> None:
    """Every screen with something to see on it, from content/2021."""
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary, "Renja")
        lay_down(root)
        size = {"width": 1280, "height": 720}
        with running_desk(root) as address, open_window(address, viewport=size, color_scheme="light") as window:
            window.get_by_text("perlu dilihat").nth(1).wait_for()
            for name, path in SHOWN.items():
                window.goto(address.partition("?")[0] + path)
                window.get_by_role("main").first.wait_for()
                window.wait_for_timeout(2000)
                if prepare := _PREPARED.get(name):
                    prepare(window)
                    window.wait_for_timeout(1500)
                window.screenshot(path=PICTURES / f"meja-{name}.png")


def lay_down(root: Path) -> None:
    """The Renja of 2021 with a remark, an appendix, something written, and the year before it."""
    folder = root / "renja-2021"
    for name in ("renja-2020", "renja-2021"):
        shutil.copytree(ROOT / "content" / "2021", root / name)
    facts = root / "renja-2020" / "dokumen.json"
    facts.write_text(facts.read_text("utf-8").replace('"tahun": 2021', '"tahun": 2020'), "utf-8")
    plan = root / "renja-2020" / "tabel" / "rencana-program.json"
    plan.write_text(plan.read_text("utf-8").replace("9368500", "8750000", 1), "utf-8")
    reading = Reading(open_folder(folder))
    files, edits = begin_outline(reading, "Surat Edaran Bupati 2021")
    write_edits(folder, edits, "contoh", files=files)
    law = {"jenis": "Perbup", "nomor": 47, "tahun": 2020, "daerah": "Purbalingga", "tentang": "RKPD Tahun 2021",
           "sumber": "JDIH", "dikonfirmasi": True}  # fmt: skip
    (folder / "peraturan.json").write_text(json.dumps({"peraturan": [law]}), "utf-8")
    (folder / "lampiran").mkdir()
    (folder / "lampiran" / "1-peta.json").write_text('{"judul": "Peta", "isi": ["Peta kantor."]}', "utf-8")
    remark = {
        "berkas": "bab-1.json", "letak": "/bagian/0/isi/0", "penulis": "Bagian Hukum", "tanggal": "2026-02-03",
        "kutipan": "dokumen perencanaan", "catatan": "Mohon disebutkan dasar hukumnya.",
    }  # fmt: skip
    (folder / "telaah.json").write_text(json.dumps({"catatan": [remark]}), "utf-8")


def _write_paragraph(window: Any) -> None:
    window.get_by_role("textbox", name="Paragraf 1 1.1.").click()


def _choose_cell(window: Any) -> None:
    window.locator('[row-id="/program/0/kegiatan/1/sub_kegiatan/0"] [col-id="sub"]').click()


def _open_findings(window: Any) -> None:
    window.get_by_text("Tabel 2.1").first.click()


def _make_pages(window: Any) -> None:
    window.get_by_role("button", name="Buat dokumen").click()
    window.get_by_text("Unduh Word").wait_for()
    page = window.locator(".halaman").nth(4)
    page.scroll_into_view_if_needed()
    window.wait_for_function("(one) => one.complete && one.naturalWidth > 0", arg=page.element_handle())


def _tick_remark(window: Any) -> None:
    """So that the history has something to tell."""
    window.get_by_role("checkbox", name="Selesai: ").first.click()


def _compare(window: Any) -> None:
    window.get_by_role("button", name="Bandingkan").first.click()
    window.get_by_text("Naskah").first.wait_for()


_PREPARED = {
    "bab": _write_paragraph, "tabel": _choose_cell, "periksa": _open_findings, "lihat": _make_pages,
    "telaah": _tick_remark, "banding": _compare,
}  # fmt: skip


if __name__ == "__main__":
    take_pictures()
