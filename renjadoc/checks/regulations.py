"""What is known of regulations: those the document lists, and what renjadoc and the office know about each.

The list of the document is data (regulasi/*.json). What is known is data too: data/peraturan.json, and the office's own
peraturan.json, which adds to it and overrules it. Where nothing is known, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from renjadoc import indonesian, resources
from renjadoc.content.load import Source
from renjadoc.narrative.citation import regulation_key
from renjadoc.narrative.regulation_entry import KnownRegulation, RegulationEntry, RegulationEvent
from renjadoc.reading import Reading


def walk_listed(reading: Reading) -> Iterator[tuple[Source, str, RegulationEntry]]:
    """Every regulation listed, and each that amends one, with its place."""
    for source in reading.folder.regulasi.values():
        for index, entry in enumerate(source.data["regulasi"]):
            yield source, f"/regulasi/{index}", entry
            changed = entry.get("diubah")
            if isinstance(changed, list):
                yield from ((source, f"/regulasi/{index}/diubah/{n}", one) for n, one in enumerate(changed))
            elif changed is not None:
                yield source, f"/regulasi/{index}/diubah", changed


def short_name(entry: RegulationEntry) -> str:
    """`PP 18/2016`, `Perda Kabupaten Purbalingga 8/2016`."""
    maker = entry.get("daerah") or entry.get("lembaga")
    region = f" {maker}" if maker else ""
    # Only an entry of the constitution may lack either.
    number = "/".join(str(entry[field]) for field in ("nomor", "tahun") if field in entry)
    return f"{entry['jenis']}{region} {number}".rstrip()


def identify_regulation(entry: RegulationEntry) -> str:
    """What makes two entries the same regulation: kind, number, year, and whose it is."""
    makers = (entry.get("daerah", ""), entry.get("kementerian", ""))
    # Who issues a circular comes last, so that regulations of other kinds are known as they were.
    return f"{regulation_key(entry)} {' '.join(makers)}{entry.get('lembaga', '')}".casefold()


def say_unconfirmed(fact: KnownRegulation) -> str:
    return "" if fact.get("dikonfirmasi") else " (belum dikonfirmasi bagian hukum)"


def list_events(fact: KnownRegulation, until: date) -> list[RegulationEvent]:
    """What happened to a regulation up to a day; of a year alone its last day counts."""
    events = []
    for event in fact.get("riwayat", []):
        since = event["sejak"]
        day = date.fromisoformat(since) if len(since) > 4 else date(int(since), 12, 31)
        if day <= until:
            events.append(event)
    return events


@cache
def _index_built_in() -> dict[str, KnownRegulation]:
    return _index_known(resources.read_data("peraturan.json")["peraturan"])


def _index_known(entries: Iterable[KnownRegulation]) -> dict[str, KnownRegulation]:
    return {identify_regulation(entry): entry for entry in entries}


def read_knowledge(reading: Reading) -> dict[str, KnownRegulation]:
    """What is known of regulations, by kind, number, year and owner; the office's own file has the last word."""
    own = reading.folder.peraturan
    return _index_built_in() | _index_known(own.data["peraturan"] if own is not None else ())


def signing_date(reading: Reading) -> date | None:
    """The day on which the document was signed; None while it is open."""
    stated = reading.folder.facts["pengesahan"]["tanggal"]
    return None if stated is None else indonesian.baca_tanggal(reading.printed(stated))


def document_date(reading: Reading) -> date:
    """The day on which the document speaks: that of its signing, or the last day of the year before.

    A Renja Perubahan is made within its year: the middle of it.
    """
    year = reading.folder.tahun
    supposed = date(year, 6, 30) if "perubahan" in reading.folder.facts else date(year - 1, 12, 31)
    return signing_date(reading) or supposed
