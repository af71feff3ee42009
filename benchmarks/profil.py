"""Where the time of `renjadoc buat` goes, in processor milliseconds: python benchmarks/profil.py [ROUNDS]

Each round is a process of its own, warm as after a first run; the least of all rounds counts.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from isi import ROOT, lay_down_one_table

SIZES = (6_000, 60_000)


class Clock:
    """Takes the processor time since the last step."""

    def __init__(self) -> None:
        self.steps: dict[str, float] = {}
        self._last = 0.0

    def __call__(self, step: str) -> None:
        now = time.process_time()
        self.steps[step] = now - self._last
        self._last = now


def walk(folder: Path) -> dict[str, float]:
    """The steps of one run. The names are those of the table in docs/kecepatan.md."""
    clock = Clock()
    clock("Python mulai")
    import click  # noqa: F401
    import jinja2  # noqa: F401
    import jsonschema_rs  # noqa: F401

    clock("memuat click, jinja2, jsonschema-rs")
    _work(folder, clock)
    return clock.steps


def _work(folder: Path, clock: Clock) -> None:
    from renjadoc import pipeline
    from renjadoc.checks.registry import RULES
    from renjadoc.checks.run import run_rules
    from renjadoc.compose import compose_document, list_open_matters
    from renjadoc.content import folder as folders
    from renjadoc.reading import Reading
    from renjadoc.word.packages import package, text_hashes
    from renjadoc.word.writing import render
    from renjadoc.word.writing.writer import Writer

    clock("memuat renjadoc sendiri")
    read, _ = folders.read_folder(folder)
    assert read is not None
    clock("mengurai JSON, skema")
    reading = Reading(read)
    clock("membaca naskah dan sel")
    run_rules(reading, RULES)
    clock("aturan pemeriksaan")
    document = compose_document(reading)
    list_open_matters(document, reading)
    clock("menyusun isi dokumen")
    template = pipeline.find_template(read, document, None)
    writer = Writer(template, {})
    writer.learn_captions(document.captions())
    context = render._make_context(writer, template, document)
    environment = render._make_environment(template, writer.open_style, document.to_spans)
    environment.get_template(package.DOCUMENT)
    clock("templat dari simpanan")
    chunks = list(render._fill_part(template, environment, package.DOCUMENT, context))
    clock("mengisi templat")
    reader = text_hashes.BodyHashes()
    for chunk in chunks:
        reader.add_chunk(chunk)
    reader.hashes_by_kind()
    clock("tanda tabel dan baris untuk serap")
    with package.Packer() as packer:
        packer.add_part(package.DOCUMENT, (chunk.encode() for chunk in chunks))
    clock("memampatkan")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    results: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as place:
        folders = {"content/2021": ROOT / "content" / "2021"}
        for rows in SIZES:
            folders[f"{rows} baris"] = Path(place, str(rows))
            lay_down_one_table(folders[f"{rows} baris"], rows)
        for name, folder in folders.items():
            taken = [_round(folder) for _ in range(rounds + 1)]
            results[name] = {step: min(one[step] for one in taken) for step in taken[0]}
    print(f"| langkah (ms prosesor) | {' | '.join(results)} |\n|---|{'---|' * len(results)}")
    for step in next(iter(results.values())):
        print(f"| {step} | {' | '.join(f'{steps[step] * 1000:.0f}' for steps in results.values())} |")
    print(f"| jumlah | {' | '.join(f'{sum(steps.values()) * 1000:.0f}' for steps in results.values())} |")


def _round(folder: Path) -> dict[str, float]:
    done = subprocess.run([sys.executable, __file__, "--satu", str(folder)], check=True, capture_output=True, text=True)
    steps: dict[str, float] = json.loads(done.stdout)
    return steps


if __name__ == "__main__":
    if sys.argv[1:2] == ["--satu"]:
        json.dump(walk(Path(sys.argv[2])), sys.stdout)
    else:
        main()
