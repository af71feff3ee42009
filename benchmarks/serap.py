"""Measures `renjadoc serap` against `renjadoc buat` on a document of some hundred pages: python benchmarks/serap.py

Both in one process, without page numbers; the copy that comes back has every tenth paragraph edited.
"""

from __future__ import annotations

import json
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from renjadoc.absorption.run import plan_absorption
from renjadoc.pipeline import DocumentOrder, make_document
from renjadoc.word.packages import package

ROOT = Path(__file__).resolve().parent.parent
#: Paragraphs; fourteen of these fill a page of the template.
SIZES = (140, 1_400, 5_600)
SENTENCE = "Kalimat ke-{0} menjelaskan sasaran {1} Tahun {{{{ tahun }}}} bagi {{{{ perangkat_daerah.nama }}}}. "


def lay_down(folder: Path, count: int) -> None:
    """A copy of the sample with `count` paragraphs in its first section."""
    shutil.copytree(ROOT / "content" / "2021", folder)
    path = folder / "bab-1.json"
    data = json.loads(path.read_text("utf-8"))
    data["bagian"][0]["isi"] = [SENTENCE.format(n, n * 7) * 2 for n in range(count)]
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2), "utf-8")


def edit(docx: Path) -> None:
    """Change a word in every tenth paragraph, as an editor without tracking does."""
    parts = package.unpack_file(docx)
    body = parts["word/document.xml"].decode()
    for number in range(0, body.count("menjelaskan sasaran"), 10):
        body = body.replace(f"Kalimat ke-{number} menjelaskan", f"Kalimat ke-{number} menerangkan")
    parts["word/document.xml"] = body.encode()
    docx.write_bytes(package.to_bytes(parts))


def measure(folder: Path, docx: Path) -> tuple[float, float]:
    begun = time.perf_counter()
    make_document(DocumentOrder(folder, docx, overwrite=True, page_numbers=False), lambda text: None)
    made = time.perf_counter() - begun
    edit(docx)
    begun = time.perf_counter()
    if not plan_absorption(docx, folder).changes:
        raise SystemExit("suntingan tidak ditemukan")
    return made, time.perf_counter() - begun


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    print("paragraf  buat (ms)  serap (ms)  serap/buat")
    for count in SIZES:
        with tempfile.TemporaryDirectory() as place:
            folder, docx = Path(place, "isi"), Path(place, "isi.docx")
            lay_down(folder, count)
            pairs = [measure(folder, docx) for _ in range(rounds)]
        made, absorbed = (statistics.median(times) * 1000 for times in zip(*pairs, strict=True))
        print(f"{count:8}  {made:9.0f}  {absorbed:10.0f}  {absorbed / made:10.2f}")


if __name__ == "__main__":
    main()
