"""The table of docs/kecepatan.md: renjadoc, a joining script and other tools on the same data, whole processes.

    python benchmarks/tabel.py [--ronde N] [--baris N …] [--batas DETIK] [--rekan FOLDER] [--tanpa-rekan] [--kata]

It makes a folder of its own for the other tools and installs them there with pip and npm; what cannot be had is marked.
The other tools get the texts that renjadoc prints, ready made, and check nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import Any

import kerangka
from isi import ROOT, lay_down_one_table
from ukur import Figures, compare

from renjadoc.content import folder as folders
from renjadoc.indonesian import angka
from renjadoc.reading import Reading

HERE = Path(__file__).resolve().parent
FLOOR, OURS = "skrip penyambung", "renjadoc buat"
PYTHON_PEERS = {
    "docxtpl": ("docxtpl_biasa", "docxtpl"),
    "docxtpl tanpa urai ulang": ("docxtpl_ringan", "docxtpl"),
    "jinja2 saja, templat sudah siap": ("jinja_saja", "jinja"),
    "python-docx per sel": ("python_docx", ""),
}
NODE_PEERS = {
    "Carbone": ("carbone", "carbone"),
    "docxtemplater": ("docxtemplater", "kurung"),
    "easy-template-x": ("easy_template_x", "kurung"),
}
_NODE_PACKAGES = ("carbone", "docxtemplater", "pizzip", "easy-template-x")
_CELLS = ("sub", "indikator", "lokasi", "target", "pagu", "sumber_dana", "catatan", "target_maju", "pagu_maju")


class Peers:
    """The other tools, in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._python = folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
        self.missing: list[str] = []
        folder.mkdir(parents=True, exist_ok=True)
        if not self._have_python():
            self.missing += PYTHON_PEERS
        if not self._have_node():
            self.missing += NODE_PEERS
        if shutil.which("pandoc") is None:
            self.missing.append("pandoc")

    @property
    def environment(self) -> dict[str, str]:
        """As users have it: modules compiled, nothing of this workplace."""
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        return {**kept, "NODE_PATH": str(self._folder / "node_modules"), "PYTHONPATH": str(ROOT)}

    def _have_python(self) -> bool:
        try:
            if not self._python.exists():
                venv.create(self._folder / "venv", with_pip=True)
            _quiet([self._python, "-m", "pip", "install", "docxtpl", "python-docx"])
            _quiet([self._python, HERE / "rekan" / "templat.py", self._folder])
        except (OSError, subprocess.CalledProcessError):
            return False
        return True

    def _have_node(self) -> bool:
        npm = shutil.which("npm")
        if npm is None or not (self._folder / "kurung.docx").exists():
            return False
        try:
            _quiet([npm, "install", "--no-audit", "--no-fund", "--prefix", self._folder, *_NODE_PACKAGES])
        except (OSError, subprocess.CalledProcessError):
            return False
        return True

    def commands(self, data: Path, out: Path) -> dict[str, list[str]]:
        """Tool -> how it makes `out`.docx from `data`."""
        peers = {name: [str(self._python), f"{script}.py", kind] for name, (script, kind) in PYTHON_PEERS.items()}
        peers |= {name: ["node", f"{script}.js", kind] for name, (script, kind) in NODE_PEERS.items()}
        peers["pandoc"] = [sys.executable, "pandoc.py", ""]
        return {
            name: [program, str(HERE / "rekan" / script), str(data), str(self._folder / f"{kind}.docx"), str(out)]
            for name, (program, script, kind) in peers.items()
            if name not in self.missing
        }


def _quiet(command: list[Any]) -> None:
    subprocess.run([str(part) for part in command], check=True, capture_output=True)


def texts(folder: Path) -> dict[str, Any]:
    """What the document of a folder says, for tools that know no Renja: chapters and rows of texts."""
    read, _ = folders.read_folder(folder)
    assert read is not None
    reading = Reading(read)
    chapters: list[dict[str, Any]] = []
    for passage in reading.passages:
        if passage.kind == "judul" and passage.section is not None and passage.section.level == 1:
            chapters.append({"judul": passage.text, "paragraf": []})
        else:
            chapters[-1]["paragraf"].append({"teks": passage.text})
    rows = []
    for row in reading.tables["rencana-program"].printed:
        cells = [row.get("nomor", ""), row["uraian"], *(row.get(key, "") for key in _CELLS)]
        shown = (angka(cell) if isinstance(cell, int) else str(cell) for cell in cells)
        rows.append({f"c{number}": text for number, text in enumerate(shown, 1)})
    return {"bab": chapters, "baris": rows}


class Bench:
    """Measures folders of content in a folder for all that is made."""

    def __init__(self, place: Path, peers: Peers, rounds: int, limit: float) -> None:
        self._place, self._peers, self._rounds, self._limit = place, peers, rounds, limit
        self._shapes = place / "bentuk.json"

    def measure(self, folder: Path, *, peers: bool) -> dict[str, Figures | None]:
        name = folder.name
        made, skeleton, joined = (self._place / f"{name}-{what}.docx" for what in ("renjadoc", "kerangka", "sambung"))
        ours = [sys.executable, "-m", "renjadoc", "buat", str(folder), "-o", str(made), "--tanpa-halaman"]
        subprocess.run(ours, check=True, capture_output=True, env=self._peers.environment)
        if not self._shapes.exists():
            kerangka.shapes(made, self._shapes)
        kerangka.skeleton(made, skeleton)
        join = [str(HERE / "sambung.py"), str(folder), str(skeleton), str(self._shapes), str(joined)]
        commands = {FLOOR: [sys.executable, *join], OURS: ours}
        if peers:
            data = self._place / f"{name}.json"
            data.write_text(json.dumps(texts(folder), ensure_ascii=False), "utf-8")
            commands |= self._peers.commands(data, self._place / f"{name}-rekan.docx")
        figures = compare(commands, self._rounds, self._peers.environment, self._limit)
        if peers:
            assert kerangka.same_body(made, joined), "document.xml tidak sama"
        return figures


def _shown(figures: Figures | None, floor: Figures) -> str:
    """Times the script on the clock, and (busy machines) on the processor; then seconds and megabytes."""
    if figures is None:
        return "> batas waktu"
    clock, processor = figures.seconds / floor.seconds, figures.processor / floor.processor
    said = f"**{clock:.1f}** ({processor:.1f} prosesor; {figures.seconds:.2f} d; {figures.megabytes:.0f} MB)"
    return said.replace(".", ",")


def _print(title: str, results: dict[str, dict[str, Figures | None]], missing: list[str]) -> None:
    sizes = list(results)
    print(f"\n{title}\n\n| alat | {' | '.join(sizes)} |\n|---|{'---|' * len(sizes)}")
    names = dict.fromkeys(name for figures in results.values() for name in figures)
    for name in [*names, *missing]:
        cells = []
        for size in sizes:
            floor = results[size][FLOOR]
            assert floor is not None
            cells.append(_shown(results[size][name], floor) if name in results[size] else "tidak ada di sini")
        print(f"| {name} | {' | '.join(cells)} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ronde", type=int, default=5)
    parser.add_argument("--baris", type=int, nargs="+", default=[60, 6_000, 60_000])
    parser.add_argument("--batas", type=float, default=300, help="detik")
    parser.add_argument("--rekan", type=Path, default=HERE / ".rekan")
    parser.add_argument("--tanpa-rekan", action="store_true")
    parser.add_argument("--kata", action="store_true", help="setiap baris berbeda semua katanya, bukan hanya angkanya")
    asked = parser.parse_args()
    peers = Peers(asked.rekan)
    with tempfile.TemporaryDirectory() as place:
        bench = Bench(Path(place), peers, asked.ronde, asked.batas)
        results = {}
        for rows in asked.baris:
            folder = Path(place, f"isi-{rows}")
            lay_down_one_table(folder, rows, other_words=asked.kata)
            results[f"{angka(rows)} baris"] = bench.measure(folder, peers=not asked.tanpa_rekan)
        _print("Empat bab dan satu tabel:", results, [] if asked.tanpa_rekan else peers.missing)
        whole = Path(shutil.copytree(ROOT / "content" / "2021", Path(place, "2021")))
        _print("content/2021:", {"tanpa nomor halaman": bench.measure(whole, peers=False)}, [])
    _print_growth(results)


def _print_growth(results: dict[str, dict[str, Figures | None]]) -> None:
    """How the time of a row grows with the rows."""
    per_row = {}
    for size, figures in results.items():
        ours = figures[OURS]
        assert ours is not None
        per_row[size] = ours.seconds / int(size.split()[0].replace(".", ""))
    (small, first), (large, last) = (
        list(per_row.items())[-2:] if len(per_row) > 1 else [next(iter(per_row.items()))] * 2
    )
    print(f"\nrenjadoc, waktu per baris: {large} banding {small} = {last / first:.2f}")


if __name__ == "__main__":
    main()
