"""Tables in the forms of the law: those that an outline demands, both sides of T-C.31, how indicators are measured."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from renjadoc.checks.rule import Finding, rule
from renjadoc.problem import Severity, shorten_text
from renjadoc.reading import Reading
from renjadoc.tables import measures
from renjadoc.tables.computed import Ratio
from renjadoc.tables.review_rkpd.two_sided import DETAILS, Differences


@rule("RJ220", "Tabel yang diminta kerangka belum ada atau bentuknya lain", needs=("bab", "tabel"))
def check_required_tables(reading: Reading) -> Iterator[Finding]:
    """Tabel yang diminta kerangka ditempatkan, dalam bentuk yang ditetapkan.

    Permendagri 14/2026 meminta Tabel 4.1 (rencana-program berbentuk permendagri-14) serta tabel IKU dan IKK
    (kinerja-urusan). Kerangka lain tidak menetapkan bentuk.

    Mengapa: verifikator mencari tabel itu; bentuk tahun lalu membuat Renja dikembalikan.
    Sumber: kerangka yang dipilih dalam dokumen.json.

    Gagal:
        dokumen.json /kerangka = "sendiri"
        kerangka/sendiri.json := {"nama": "K", "sumber": "B", "bab": [], "tabel_wajib": ["kinerja-urusan"]}
    Lolos:
        dokumen.json /kerangka = "sendiri"
        kerangka/sendiri.json := {"nama": "K", "sumber": "B", "bab": [], "tabel_wajib": ["evaluasi"]}
    """
    kerangka, placed = reading.folder.kerangka, reading.outline.placed
    forms = kerangka.get("bentuk", {})
    for kind in kerangka.get("tabel_wajib", []):
        tables = [table for table in reading.tables.of_kind(kind) if table.source.path.stem in placed]
        if not tables:
            hint = f"Tempatkan tabel berjenis {kind}; renjadoc baru --kerangka menunjukkan contohnya."
            yield Finding(reading.folder.dokumen, "/kerangka", f"{kerangka['nama']}: belum ada tabel {kind}", hint)
        for table in tables:
            stated = table.data.get("bentuk")
            if kind in forms and stated != forms[kind]:
                message = f"bentuk tabel ini {stated or 'semula'}, menurut kerangka {forms[kind]}"
                hint = f"Jalankan: renjadoc bentuk {reading.folder.name} {table.source.path.stem} {forms[kind]}"
                yield Finding(table.source, "/bentuk" if stated else "", message, hint)


@rule("RJ221", "Perbedaan dari rancangan awal RKPD tidak dijelaskan", needs=("tabel",))
def check_differences(reading: Reading) -> Iterator[Finding]:
    """Setiap perbedaan antara rancangan awal RKPD dan hasil analisis kebutuhan dijelaskan dalam catatan penting.

    Yang ditegur juga: perbedaan yang isinya sudah sama dengan rencana program, dan baris yang tidak ada dalam rencana
    program tanpa isi apa pun.

    Mengapa: T-C.31 dibuat untuk menjelaskan perbedaan itu; tanpa catatan Bappeda tidak dapat menyetujuinya.
    Sumber: Permendagri 86/2017 (T-C.31).

    Gagal:
        tabel/review-rkpd.json /bentuk = "permendagri-86"
        tabel/review-rkpd.json /perbedaan = [{"nama": "Evaluasi Kinerja", "pagu": 100000000}]
    Lolos:
        tabel/review-rkpd.json /bentuk = "permendagri-86"
        tabel/review-rkpd.json /perbedaan = [{"nama": "Evaluasi Kinerja", "pagu": 100000000, "catatan": "Bertambah"}]
    """
    for table in reading.tables.of_kind("review-rkpd"):
        if not table.data.get("perbedaan"):
            continue
        for number, (one, row) in enumerate(zip(table.data["perbedaan"], Differences(table).found, strict=True)):
            at, name = f"/perbedaan/{number}", shorten_text(reading.printed(one["nama"]))
            said = [key for key in (*DETAILS, "pagu") if key in one]
            if not str(one.get("catatan") or "").strip(" -"):
                yield Finding(table.source, at, f"perbedaan “{name}” belum dijelaskan", "Isi catatan pentingnya.")
            if row is None and not said:
                message = f"“{name}” tidak ada dalam rencana program, dan tidak berisi apa pun"
                yield Finding(table.source, at, message, "Perbaiki kode atau namanya, atau isi rancangan awalnya.")
            elif row is not None and said and all(one[key] == _plan_value(table.basis, row, key) for key in said):
                hint = "Hapus barisnya, atau isi menurut rancangan awal RKPD."
                yield Finding(table.source, at, f"“{name}” sudah sama dengan rencana program", hint)


def _plan_value(plan: Any, row: Any, key: str) -> Any:
    return plan.total(row.pointer, "pagu") if key == "pagu" else row.node.get(key)


@rule("RJ222", "Rumus capaian tidak dapat dibaca", Severity.ERROR, needs=("tabel",))
def check_formulas(reading: Reading) -> Iterator[Finding]:
    """Rumus capaian (“rumus”) hanya memuat target, realisasi, angka, tanda hitung, dan kurung.

    Mengapa: rumus yang tidak dapat dibaca membuat persentasenya tercetak terbuka.
    Sumber: rumus IKU ditetapkan perangkat daerah sendiri.

    Gagal:
        tabel/capaian-kinerja.json /indikator/0/rumus = "target / pagu"
    Lolos:
        tabel/capaian-kinerja.json /indikator/0/rumus = "realisasi / target x 100%"
    """
    for table, row in _list_measured(reading):
        if "rumus" not in row.node:
            continue
        try:
            measures.read_formula(row.node["rumus"])
        except measures.FormulaError as error:
            hint = "Misalnya: (2 x target - realisasi) / target x 100"
            yield Finding(table.source, f"{row.pointer}/rumus", f"rumus tidak dapat dibaca: {error}", hint)


@rule("RJ223", "Indikator yang baik bila menurun belum berarah")
def check_directions(reading: Reading) -> Iterator[Finding]:
    """Kemiskinan, stunting, atau pengangguran yang melebihi targetnya tidak tercetak sebagai capaian di atas 100%.

    Yang dikenal: kemiskinan, pengangguran, stunting, kematian ibu, bayi, dan balita, inflasi; bukan yang ditangani atau
    dilayani. "arah": "turun" menghitungnya dengan benar; "arah": "naik" menyatakan bahwa indikator itu memang baik bila
    naik.

    Mengapa: 12% kemiskinan terhadap target 10% bukan capaian 120%.
    Sumber: praktik LKjIP ((2 x target - realisasi) / target).

    Gagal:
        tabel/capaian-kinerja.json /indikator/0/nama = "Angka kemiskinan"
        tabel/capaian-kinerja.json /indikator/0/capaian/n-1 = "60%"
    Lolos:
        tabel/capaian-kinerja.json /indikator/0/nama = "Angka kemiskinan"
        tabel/capaian-kinerja.json /indikator/0/capaian/n-1 = "60%"
        tabel/capaian-kinerja.json /indikator/0/arah = "turun"
    """
    for table, row in _list_measured(reading):
        said = row.node.get("indikator") if table.kind.name == "evaluasi" else row.node.get("nama")
        if not any(value is not None and value > 100 for value in _percentages_of(table, row)):
            continue
        if isinstance(said, str) and _is_lower_better(said) and not row.node.keys() & {"arah", "rumus"}:
            message = (
                f"“{shorten_text(reading.printed(said))}” baik bila menurun, tetapi dihitung realisasi dibagi target"
            )
            yield Finding(
                table.source, row.pointer, message, 'Tambahkan "arah": "turun" (atau "naik" bila memang naik).'
            )


#: Indicators that nobody wants to rise; what is done about them (“yang tertangani”) is none of these.
_LOWER = re.compile(
    r"(?:(?:angka|persentase|prevalensi|tingkat|rasio|jumlah)\s+)?(?:penduduk\s+|balita\s+)?"
    r"(?:kemiskinan|miskin|pengangguran|stunting|kematian\s+(?:ibu|bayi|balita|neonat)|inflasi)",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:yang|di\w{4,}|ter(?:tangani|layani|bantu)|men\w+|mem\w+|penerima|penurunan|pengurangan)\b", re.IGNORECASE
)


def _percentages_of(table: Any, row: Any) -> list[Decimal | None]:
    """The percentages that a row prints."""
    computed = (column.cells.get(row.level) for column in table.layout.columns)
    cells = [cell for cell in computed if isinstance(cell, Ratio)]
    return [cell.value(row.node, table.around, 0) for cell in cells]


def _is_lower_better(name: str) -> bool:
    return _LOWER.match(name) is not None and _DONE.search(name) is None


def _list_measured(reading: Reading) -> Iterator[tuple[Any, Any]]:
    """Every indicator that has a percentage, with its table."""
    for kind in ("evaluasi", "capaian-kinerja", "kinerja-urusan"):
        for table in reading.tables.of_kind(kind):
            if not table.is_view:
                yield from ((table, row) for row in table.rows)
