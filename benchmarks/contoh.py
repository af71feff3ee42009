"""Measures the rules on every sentence of their own examples, over and over: python benchmarks/contoh.py [LEAST]

Processor seconds that all rules together take for a folder whose narrative is one sentence over and over, the slowest
first, with the rules that took most. Those of fewer than LEAST seconds (3) are left out; none should be over ten.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from renjadoc.checks.documentation import Example, read_documentation
from renjadoc.checks.registry import RULES
from renjadoc.checks.run import run_rules
from renjadoc.content.folder import read_folder
from renjadoc.reading import MAX_CHECKED, Reading
from tests.checks.examples import lay_down

_NAMED = 3


def list_sentences() -> dict[str, str]:
    """Every text that an example of a rule puts into a chapter, with the code of the first rule that has it."""
    found: dict[str, str] = {}
    for rule in RULES:
        documentation = read_documentation(rule.doc)
        for example in (*documentation.fails, *documentation.passes):
            for change in example.list_changes():
                if change.file.startswith("bab-"):
                    found |= {text: rule.code for text in _list_texts(change.value) if text not in found}
    return found


def _list_texts(value: str) -> Iterator[str]:
    try:
        read = json.loads(value)
    except ValueError:
        return
    yield from (text for text in (read if isinstance(read, list) else [read]) if isinstance(text, str) and text)


def measure(text: str) -> list[tuple[float, str]]:
    """Processor seconds of each rule, the slowest first; none where the folder cannot be read."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = lay_down(Example(()), Path(temporary) / "isi")
        path = folder / "bab-4.json"
        data = json.loads(path.read_text("utf-8"))
        data["isi"].append(f"{text} " * ((MAX_CHECKED - 10_000) // (len(text) + 1)))
        path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
        read, _ = read_folder(folder)
        if read is None:
            return []
        reading, taken = Reading(read), []
        for rule in RULES:
            begun = time.process_time()
            run_rules(reading, (rule,))
            taken.append((time.process_time() - begun, rule.code))
    return sorted(taken, reverse=True)


def main(least: float) -> None:
    measured = {text: measure(text) for text in list_sentences()}
    print("| kalimat | detik | aturan yang paling lama |\n|---|---|---|")
    for text, taken in sorted(measured.items(), key=lambda item: -sum(seconds for seconds, _ in item[1])):
        total = sum(seconds for seconds, _ in taken)
        if total >= least:
            named = ", ".join(f"{code} {seconds:.1f}" for seconds, code in taken[:_NAMED])
            print(f"| {text[:90]} | {total:.1f} | {named} |")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 3)
