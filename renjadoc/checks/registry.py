"""Every check with its code, severity and title, in the order in which `renjadoc aturan` lists them.

Errors say something false or contradictory and stop `buat`; warnings are for people to weigh.
"""

from __future__ import annotations

from renjadoc.checks import (
    adhoc,
    carried,
    citing,
    completeness,
    counts,
    dates,
    language,
    law,
    money,
    prose,
    spelling,
    structure,
)
from renjadoc.checks.rule import Check
from renjadoc.problem import CODES, Severity

_E, _W = Severity.ERROR, Severity.WARNING
_TABEL, _BAB, _ALL = ("tabel",), ("bab",), ("bab", "tabel", "regulasi")

CHECKS: tuple[Check, ...] = (
    Check("RJ101", _E, "Jumlah pagu tercatat berbeda dari rinciannya", money.stated_totals),
    Check("RJ102", _E, "Baris jumlah tabel bebas berbeda dari rinciannya", adhoc.stated_totals),
    Check("RJ103", _W, "Indikator yang sama bernilai berbeda antartabel", money.same_figures),
    Check("RJ104", _W, "Realisasi tanpa target", money.no_denominator),
    Check("RJ105", _E, "Persentase bukan realisasi dibagi target", money.stated_percentages, _TABEL),
    Check("RJ106", _E, "Rata-rata keliru", money.stated_averages, _TABEL),
    Check("RJ107", _W, "Pagu melonjak lebih dari 100%", money.jumps),
    Check("RJ108", _W, "Jumlah uang dalam kalimat tidak ada dalam data", prose.amounts, _TABEL),
    Check("RJ109", _W, "Persentase dalam kalimat berbeda dari hitungan", prose.percentages, _TABEL),
    Check("RJ110", _W, "Banyaknya dalam kalimat berbeda dari tabel", counts.against_data, _TABEL),
    Check("RJ111", _W, "Banyaknya berbeda dari daftar sesudahnya", counts.against_lists),
    Check("RJ112", _E, "Angka dan kata bilangan berbeda", counts.digits_and_words),
    Check("RJ201", _W, "Sub kegiatan tanpa indikator", completeness.no_indicator),
    Check("RJ202", _W, "Sub kegiatan tanpa target", completeness.no_target),
    Check("RJ203", _W, "Sub kegiatan tanpa lokasi", completeness.no_location),
    Check("RJ204", _W, "Sub kegiatan tanpa pagu", completeness.no_amount),
    Check("RJ205", _W, "Sub kegiatan tanpa sumber dana", completeness.no_fund),
    Check("RJ206", _W, "Sub kegiatan tanpa target prakiraan maju", completeness.no_next_target),
    Check("RJ207", _W, "Sub kegiatan tanpa pagu prakiraan maju", completeness.no_next_amount),
    Check("RJ208", _W, "Sel tabel belum diisi", completeness.open_cells),
    Check("RJ209", _W, "Program, kegiatan, atau sub kegiatan tanpa nama", completeness.no_name),
    Check("RJ210", _W, "Nomor indikator terlewat", completeness.number_gaps),
    Check("RJ211", _E, "Bagian wajib belum ada", completeness.sections, _BAB),
    Check("RJ212", _W, "Judul bab tidak sesuai kerangka", completeness.chapter_titles, _BAB),
    Check("RJ213", _E, "Sistematika berbeda dari judul bab", completeness.chapter_list, _BAB),
    Check("RJ301", _W, "Judul yang sama dua kali", structure.same_headings, _BAB),
    Check("RJ302", _W, "Tabel tidak ditempatkan", structure.unplaced_tables, _BAB),
    Check("RJ303", _W, "Judul tabel yang sama dua kali", structure.same_captions),
    Check("RJ304", _E, "Rujukan yang diketik menunjuk sesuatu yang tidak ada", structure.typed_references, _ALL),
    Check("RJ305", _E, "Bentuk kode salah", structure.code_form),
    Check("RJ306", _E, "Kode tidak sesuai induknya", structure.code_parent),
    Check("RJ307", _E, "Kode kembar", structure.same_codes),
    Check("RJ308", _W, "Edisi kode tidak berlaku", structure.code_edition),
    Check("RJ309", _W, "Kode belum lengkap", structure.incomplete_codes, _TABEL),
    Check("RJ310", _W, "Kewenangan tingkat daerah lain", structure.authority),
    Check("RJ311", _W, "Nomor diketik pada judul atau butir", structure.typed_numbers),
    Check("RJ401", _W, "Tahun lama tertinggal", dates.stray_years),
    Check("RJ402", _W, "Periode Renstra tidak cocok", dates.renstra_period),
    Check("RJ403", _W, "Tanggal pengesahan sesudah tahun dimulai", dates.signing_date),
    Check("RJ404", _E, "Bentuk NIP salah", dates.nip_form),
    Check("RJ405", _E, "Tanggal dalam NIP tidak mungkin", dates.nip_dates),
    Check("RJ406", _W, "Isian terbawa dari tahun lalu belum ditinjau", carried.not_looked_at),
    Check("RJ407", _W, "Catatan penelaah belum diselesaikan", carried.not_settled),
    Check("RJ501", _W, "Nama perangkat daerah ditulis lain", language.office_name),
    Check("RJ502", _W, "Istilah OPD, SKPD, dan Perangkat Daerah bercampur", language.mixed_terms),
    Check("RJ503", _W, "Ribuan tanpa titik", language.thousands),
    Check("RJ504", _W, "Desimal dengan titik", language.decimals),
    Check("RJ505", _W, "Spasi sebelum tanda persen", language.percent_sign),
    Check("RJ506", _W, "Penulisan rupiah", language.rupiah_form),
    Check("RJ507", _W, "Catatan kerja tertinggal", language.leftovers),
    Check("RJ508", _W, "Catatan masih terbuka", language.open_notes),
    Check("RJ509", _W, "Ejaan", spelling.spelling),
    Check("RJ601", _W, "Urutan landasan hukum", law.order),
    Check("RJ602", _E, "Peraturan tercantum dua kali", law.doubled),
    Check("RJ603", _W, "Lembaran Negara atau Daerah belum disebut", law.gazette),
    Check("RJ604", _W, "Sitasi peraturan tidak baku", citing.citation_form),
    Check("RJ605", _W, "Peraturan disebut tetapi tidak tercantum", citing.unlisted, ("regulasi",)),
    Check("RJ606", _W, "Judul atau lembaran peraturan berbeda", citing.titles, ("regulasi",)),
    Check("RJ607", _W, "Peraturan tidak berlaku lagi", law.outdated),
    Check("RJ608", _W, "Perubahan terakhir peraturan belum disebut", law.amendments),
    Check("RJ609", _W, "Peraturan pokok belum tercantum", law.expected, ("regulasi",)),
)


def titles() -> dict[str, str]:
    """The title of every code, those of the input rooms included."""
    return CODES | {check.code: check.title for check in CHECKS}
