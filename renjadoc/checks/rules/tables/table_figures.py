"""Figures in tables of known kinds: recorded ones against the computed, and tables that contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from renjadoc.checks import walk
from renjadoc.checks.directions import is_named_falling
from renjadoc.checks.figures import agrees, shown
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.tables import adhoc_portions, adhoc_shares, adhoc_tables
from renjadoc.content.load import Source
from renjadoc.indonesian import angka, bulatkan, persen
from renjadoc.matching import fold_name
from renjadoc.problem import Severity, shorten_text
from renjadoc.reading import Reading
from renjadoc.tables import capaian_kinerja, evaluasi, target_renstra
from renjadoc.tables.kind import ReadTable
from renjadoc.tables.layout import Node
from renjadoc.tables.quantities import Cell, quantities, tingkat


class _Fact(NamedTuple):
    source: Source
    pointer: str
    name: str
    cell: Cell


@rule("RJ103", "Nilai indikator yang sama berbeda antartabel")
def check_same_indicators(reading: Reading) -> Iterator[Finding]:
    """Indikator yang sama untuk tahun yang sama bernilai sama di semua tabel.

    Yang dibandingkan: target dan realisasi dalam tabel capaian kinerja, indikator program, rencana, dan target Renstra
    (yang kolom pertamanya realisasi awal). Dua
    indikator dianggap sama bila namanya sama, atau bila “indikator_renstra” menyebutnya.

    Mengapa: pembaca tidak tahu angka mana yang berlaku, dan capaian terhadap target menjadi dapat diperdebatkan.
    Sumber: naskah rujukan (target 2020 “UMKM naik kelas” 24 di satu tabel dan 23 di tabel lain).

    Gagal:
        tabel/capaian-kinerja.json /indikator/0/target/n-1 = 56
    Lolos:
        tabel/capaian-kinerja.json /indikator/0/target/n-1 = "55%"
    """
    facts: dict[_Key, list[_Fact]] = {}
    for key, fact in _list_facts(reading):
        facts.setdefault(key, []).append(fact)
    for (_, measure, year), stated in facts.items():
        first = stated[0]
        for other in stated[1:]:
            if _differ(first.cell, other.cell):
                stem = first.source.path.stem
                there = reading.outline.labels.get(stem, f"tabel “{stem}”")
                name = shorten_text(reading.printed(other.name))
                here = f"{measure} “{name}” tahun {year} di sini {shown(other.cell)}"
                message = f"{here}, di {there} {shown(first.cell)}"
                yield Finding.of(other, message, "Samakan kedua tabel dengan angka yang berlaku.")


_Key = tuple[str, str, int]


def _list_facts(reading: Reading) -> Iterator[tuple[_Key, _Fact]]:
    """What the tables say of an indicator, each fact by the indicator's name, the measure and the year."""
    tahun, years = reading.folder.tahun, target_renstra.target_years(reading.folder)
    for source in reading.folder.tables_of("target-renstra"):
        for pointer, indikator in target_renstra.walk_indicators(source.data):
            name = indikator["nama"]
            for index, (year, cell) in enumerate(zip(years, indikator["target"], strict=False)):
                # Before the targets stands what was reached in the year before the period.
                measure = "target" if index else "realisasi"
                yield (fold_name(name), measure, year), _Fact(source, f"{pointer}/target/{index}", name, cell)
    for table in reading.tables.of_kind("indikator-program"):
        for row in table.rows_of("indikator"):
            name = row.node["nama"]
            for step in (5, 4, 3, 2):
                fact = _Fact(
                    table.source, f"{row.pointer}/realisasi/n-{step}", name, row.node["realisasi"][f"n-{step}"]
                )
                yield (fold_name(name), "realisasi", tahun - step), fact
    yield from _list_achievements(reading)
    yield from _list_planned(reading)
    yield from _list_performance(reading)


def _list_planned(reading: Reading) -> Iterator[tuple[_Key, _Fact]]:
    """The targets of the plan for this year and the next, of rows whose indicator is one of the Renstra."""
    renstra = reading.folder.tables_of("target-renstra")
    known = {fold_name(one["nama"]) for source in renstra for _, one in target_renstra.walk_indicators(source.data)}
    for source, pointer, node in walk.planned(reading):
        stated = node.get("indikator")
        name = stated if isinstance(stated, str) and fold_name(stated) in known else ""
        for field, step in (("target", 0), ("target_maju", 1)) if name else ():
            if field in node:
                fact = _Fact(source, f"{pointer}/{field}", name, node[field])
                yield (fold_name(name), "target", reading.folder.tahun + step), fact


_YEARS_OF_PERFORMANCE = re.compile(r"(target|realisasi)_n([+-]\d)?")


def _list_performance(reading: Reading) -> Iterator[tuple[_Key, _Fact]]:
    """The facts of IKU, IKK and SPM."""
    for table in reading.tables.of_kind("kinerja-urusan"):
        for row in [] if table.is_view else table.rows:
            for key, cell in row.node.items():
                if match := _YEARS_OF_PERFORMANCE.fullmatch(key):
                    year = reading.folder.tahun + int(match[2] or 0)
                    fact = _Fact(table.source, f"{row.pointer}/{key}", row.node["nama"], cell)
                    yield (fold_name(row.node["nama"]), match[1], year), fact


def _list_achievements(reading: Reading) -> Iterator[tuple[_Key, _Fact]]:
    """The facts of the tables of achievement, where an indicator goes by its name in the Renstra too."""
    for source in reading.folder.tables_of("capaian-kinerja"):
        for index, indikator in enumerate(source.data["indikator"]):
            name = indikator["nama"]
            for known in sorted({fold_name(name), fold_name(indikator.get("indikator_renstra") or name)}):
                for field, measure in (("target", "target"), ("capaian", "realisasi")):
                    for year, cell in indikator[field].items():
                        fact = _Fact(source, f"/indikator/{index}/{field}/{year}", name, cell)
                        yield (known, measure, reading.folder.tahun + int(year[1:] or 0)), fact


def _differ(one: Cell, other: Cell) -> bool:
    """Whether two cells state different quantities; cells of other units or without numbers say nothing."""
    first, second = quantities(one), quantities(other)
    if not first or not second or len(first) != len(second):
        return False
    return any(a[0] != b[0] and (a[1] == b[1] or not a[1] or not b[1]) for a, b in zip(first, second, strict=True))


_FIELDS = {"pagu": "pagu", "pagu_maju": "pagu prakiraan maju"}


@rule("RJ101", "Jumlah pagu tercatat berbeda dari rinciannya", Severity.ERROR)
def check_recorded_totals(reading: Reading) -> Iterator[Finding]:
    """Jumlah pagu yang tercatat pada sebuah program, kegiatan, atau seluruh tabel sama dengan jumlah rinciannya.

    Jumlah yang dicetak selalu dihitung dari sub kegiatan, jadi tidak dapat salah. Yang dicocokkan di sini adalah nilai
    dalam “tercatat”: angka dari naskah lama, dari SIPD, atau dari Bappeda.

    Mengapa: verifikator menjumlahkan ulang; selisih satu rupiah pun membuat Renja dikembalikan.
    Sumber: daftar periksa Bappeda (806.441.230 + 370.077.000 tercetak 1.169.190.750).

    Gagal:
        tabel/rencana-program.json /program/0/tercatat = {"pagu": 1169190750}
    Lolos:
        tabel/rencana-program.json /program/0/tercatat = {"pagu": 375000000}
    """
    for table in reading.tables.of_kind("rencana-program"):
        yield from _compare_amounts(table, "", table.data, "seluruh tabel")
        for row in table.rows:
            if "tercatat" in row.node:
                name = shorten_text(reading.printed(row.node["nama"]))
                yield from _compare_amounts(table, row.pointer, row.node, f"“{name}”")


def _compare_amounts(table: ReadTable, pointer: str, node: Node, name: str) -> Iterator[Finding]:
    for field, stated in node.get("tercatat", {}).items():
        summed = table.total(pointer, field)
        if stated is not None and summed is not None and stated != summed:
            message = (
                f"{_FIELDS[field]} {name} tercatat {angka(stated)}, padahal jumlah rinciannya {angka(summed)} "
                f"(selisih {angka(abs(stated - summed))})"
            )
            yield Finding(
                table.source, f"{pointer}/tercatat/{field}", message, "Perbaiki rinciannya atau nilai tercatat."
            )


@rule("RJ104", "Realisasi tanpa target")
def check_results_without_target(reading: Reading) -> Iterator[Finding]:
    """Setiap realisasi mempunyai target yang menjadi pembandingnya.

    Tanpa target (atau dengan target nol) persentase tidak dapat dihitung dan tercetak terbuka. Sel “-” berarti memang
    tidak ada, dan tidak ditegur selama realisasinya juga “-” atau kosong.

    Mengapa: “100%” tanpa target adalah angka tanpa arti; naskah rujukan memuatnya sembilan kali.
    Sumber: Permendagri 86/2017 (T-C.29: tingkat capaian adalah realisasi dibagi target).

    Gagal:
        tabel/evaluasi.json /program/0/kegiatan/0/target_renstra = null
    Lolos:
        tabel/evaluasi.json /program/0/kegiatan/0/target_renstra = "-"
        tabel/evaluasi.json /program/0/kegiatan/0/renja_n-1/realisasi = "-"
    """
    hint = 'Isi targetnya, atau tulis "-" pada keduanya bila memang tidak direncanakan.'
    said_of = {"renja_n-2/target": f"target Renja {reading.folder.tahun - 2}", "target_renstra": "target Renstra"}
    for source, pointer, one in walk.measured(reading):
        name, stated = shorten_text(reading.printed(one["nama"])), evaluasi.figures_of(one)
        for reached, key in evaluasi.PERCENTAGES.values():
            realisasi, target, said = stated.get(reached), stated.get(key), said_of[key]
            if _lacks_target(realisasi, target):
                lacks = f"dengan {said} nol" if quantities(target) else f"tanpa {said}"
                message = f"“{name}”: realisasi {shown(realisasi)} {lacks}, persentasenya tidak dapat dihitung"
                yield Finding(source, f"{pointer}/{key}", message, hint)
    for source in reading.folder.tables_of("capaian-kinerja"):
        for index, indikator in enumerate(source.data["indikator"]):
            for year in sorted(indikator["capaian"].keys() & indikator["target"].keys()):
                realisasi, target = indikator["capaian"][year], indikator["target"][year]
                if _lacks_target(realisasi, target):
                    message = f"“{indikator['nama']}”: capaian {shown(realisasi)} tanpa target"
                    yield Finding(source, f"/indikator/{index}/target/{year}", message, hint)


def _lacks_target(realisasi: Cell, target: Cell) -> bool:
    """Whether no percentage can be computed; nothing reached of nothing planned needs none."""
    reached, wanted = quantities(realisasi), quantities(target)
    if not reached or tingkat(realisasi, target) is not None:
        return False
    return not wanted or any(number for number, _ in reached)


@rule("RJ105", "Persentase bukan realisasi dibagi target", Severity.ERROR, needs=("tabel",))
def check_recorded_percentages(reading: Reading) -> Iterator[Finding]:
    """Persentase yang tercatat sama dengan realisasi dibagi target.

    Satuan seperti “30 koperasi” dan sel beberapa baris dibandingkan baris demi baris. Persentase boleh dibulatkan
    sampai banyaknya angka di belakang koma yang ditulis. Diperiksa: “tercatat” dalam tabel evaluasi dan capaian
    kinerja, serta tabel bebas yang mempunyai kolom target, realisasi, dan persen, atau kolom produktivitas dan
    kepadatan yang di semua baris lain adalah hasil baginya. Yang baik bila menurun (kemiskinan) tidak diperiksa.

    Mengapa: persentase yang keliru ikut terbawa ke rata-rata dan ke kalimat.
    Sumber: naskah rujukan (25 dari 24 tercetak 104,5; seharusnya 104,17).

    Gagal:
        tabel/capaian-kinerja.json /indikator/0/tercatat = {"persen": 104.5}
    Gagal:
        tabel/anggaran.json := {"jenis": "bebas", "judul": ["Padi"], "kolom": [{"judul": "Desa"}, {"judul": "Ton"},
        {"judul": "Ha"}, {"judul": "Produktivitas (ku/ha)"}], "baris": [["A", "50", "10", "50"], ["B", "52", "10",
        "52"], ["C", "57,4", "10", "54,7"], ["D", "120", "20", "60"], ["E", "135", "25", "54"]]}
    Lolos:
        tabel/capaian-kinerja.json /indikator/0/tercatat = {"persen": "100%"}
    Lolos:
        tabel/anggaran.json := {"jenis": "bebas", "judul": ["Penduduk"], "kolom": [{"judul": "Desa"},
        {"judul": "Laki-laki"}, {"judul": "Perempuan"}, {"judul": "Jiwa"}, {"judul": "Porsi (%)"}], "baris": [
        ["A", "7.912", "8.146", "16.058", "26,22"], ["B", "8.034", "8.271", "16.305", "26,62"], ["C", "5.268", "5.431",
        "10.699", "17,47"], ["D", "4.187", "4.352", "8.539", "13,94"], ["E", "4.750", "4.893", "9.643", "15,75"],
        ["Jumlah", "30.151", "31.093", "61.244", "100,00"]]}
    """
    for source, pointer, one in walk.measured(reading):
        yield from _compare_percentages(source, pointer, one, evaluasi.percentages_of(one))
    for table in reading.tables.of_kind("capaian-kinerja"):
        printed = (row for row in table.printed if row["jenis"] == "indikator")
        for row, computed in zip(table.rows, printed, strict=True):
            yield from _compare_percentages(table.source, row.pointer, row.node, computed)
    for source in reading.folder.tables_of("bebas"):
        told = [*adhoc_tables.find_percentages(source), *adhoc_portions.find_portions(source)]
        yield from told or adhoc_shares.find_strange_shares(source)


def _compare_percentages(source: Source, pointer: str, node: Node, computed: dict[str, Any]) -> Iterator[Finding]:
    for field, cell in node.get("tercatat", {}).items():
        stated = quantities(cell)
        if not stated:
            continue
        value = computed[field]
        at = f"{pointer}/tercatat/{field}"
        name = shorten_text(str(node.get("nama", "rata-rata")))
        if "arah" not in node and is_named_falling(f"{name} {node.get('indikator', '')}"):
            continue
        if value is None:
            message = f"“{name}”: persentase {shown(cell)} tercatat, padahal targetnya tidak ada"
            yield Finding(source, at, message, "Isi targetnya, atau hapus persentase tercatat.")
        elif not agrees(stated[0][0], value):
            message = f"“{name}”: persentase tercatat {shown(cell)}, hasil hitungannya {persen(value)}"
            yield Finding(source, at, message, "Perbaiki realisasi, target, atau nilai tercatat.")


@rule("RJ106", "Rata-rata keliru", Severity.ERROR, needs=("tabel",))
def check_recorded_averages(reading: Reading) -> Iterator[Finding]:
    """Rata-rata yang tercatat sama dengan rata-rata barisnya.

    Rata-rata dihitung dari nilai sebelum dibulatkan. Diperiksa: “tercatat” tabel capaian kinerja dan baris
    “Rata-rata” dalam tabel bebas.

    Mengapa: rata-rata adalah angka yang paling sering dikutip dalam kalimat dan pidato.
    Sumber: naskah rujukan (rata-rata 102,36 tercetak 102,5).

    Gagal:
        tabel/capaian-kinerja.json /tercatat = {"persen": 102.5}
    Lolos:
        tabel/capaian-kinerja.json /tercatat = {"persen": 102.08}
    """
    for table in reading.tables.of_kind("capaian-kinerja"):
        against_target, against_renstra = capaian_kinerja.average_percentages(table.printed)
        computed = {"persen": against_target, "persen_renstra": against_renstra}
        yield from _compare_percentages(table.source, "", {**table.data, "nama": "rata-rata capaian"}, computed)
    for source in reading.folder.tables_of("bebas"):
        yield from adhoc_tables.find_averages(source)


@rule("RJ107", "Pagu melonjak lebih dari 100%")
def check_amount_jumps(reading: Reading) -> Iterator[Finding]:
    """Pagu prakiraan maju tidak lebih dari dua kali pagu tahun ini.

    Yang ditegur adalah program; bila programnya wajar, kegiatan di bawahnya tidak ditegur satu per satu.

    Mengapa: lonjakan lebih dari 100% hampir selalu salah ketik (satu nol berlebih) atau harus dijelaskan.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/pagu_maju = 3000000000
    Lolos:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/pagu_maju = 300000000
    """
    if "perubahan" in reading.folder.facts:
        return  # What a year takes away the next gives back.
    for source, pointer, program in walk.programs(reading):
        plan = reading.tables[source.path.stem]
        now, then = plan.total(pointer, "pagu"), plan.total(pointer, "pagu_maju")
        if now and then and then > 2 * now:
            rise = bulatkan(Decimal(then - now) * 100 / now)
            message = (
                f"pagu “{shorten_text(reading.printed(program['nama']))}” naik {persen(rise)}: "
                f"dari {angka(now)} menjadi {angka(then)}"
            )
            yield Finding(source, pointer, message, "Periksa angkanya; bila benar, jelaskan dalam catatan penting.")
