"""What a Renja Perubahan must say of every change, and keep of the plan that it changes."""

from __future__ import annotations

from collections.abc import Iterator

from renjadoc import indonesian, opening
from renjadoc.checks.rule import Finding, rule
from renjadoc.content.folder import BEFORE
from renjadoc.content.load import Source, load_source
from renjadoc.problem import Severity, shorten_text
from renjadoc.reading import Reading
from renjadoc.tables.before import Amendment, Pair, difference, is_changed
from renjadoc.tables.computed import sum_amounts
from renjadoc.tables.layout import Node

_REASON = "alasan"


def _amendments(reading: Reading) -> Iterator[tuple[Source, Amendment]]:
    """Every plan of a Renja Perubahan that has the plan before beside it."""
    for table in reading.tables.of_kind("rencana-program"):
        if table.amendment and table.source.path.stem in reading.folder.sebelum:
            yield table.source, table.amendment


def _find_pointers(source: Source) -> dict[int, str]:
    """Where each row of a plan stands, by the row itself."""
    found: dict[int, str] = {}

    def note(node: Node, pointer: str) -> None:
        found[id(node)] = pointer
        for key in ("program", "kegiatan", "sub_kegiatan"):
            for index, child in enumerate(node.get(key, [])):
                note(child, f"{pointer}/{key}/{index}")

    note(source.data, "")
    return found


def _is_leaf(node: Node) -> bool:
    return "pagu" in node


def _walk_reasons(pairs: list[Pair], above: bool = False) -> Iterator[tuple[Pair, bool]]:
    """Every row that has an amount of its own, and whether it or a row above it says why it changed."""
    for pair in pairs:
        said = above or bool(pair.after and pair.after.get(_REASON))
        if _is_leaf(pair.node):
            yield pair, said
        yield from _walk_reasons(pair.below, said)


@rule("RJ331", "Perubahan tanpa alasan")
def check_reasons(reading: Reading) -> Iterator[Finding]:
    """Setiap sub kegiatan yang berubah dalam Renja Perubahan mempunyai alasan, pada barisnya atau baris di atasnya.

    Berubah berarti baru, atau target, pagu, indikator, lokasi, nama, atau kodenya lain daripada sebelum perubahan.

    Mengapa: perubahan tanpa alasan dikembalikan verifikator.
    Sumber: Permendagri 86/2017 (perubahan RKPD dan Renja disertai alasannya).

    Gagal:
        sebelum/rencana-program.json salin tabel/rencana-program.json
        dokumen.json /perubahan = {"triwulan": "II", "dari": "../2027"}
        dokumen.json /pengesahan/tanggal = "14 Agustus {{ tahun }}"
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/target = "150 orang"
    Lolos:
        sebelum/rencana-program.json salin tabel/rencana-program.json
        dokumen.json /perubahan = {"triwulan": "II", "dari": "../2027"}
        dokumen.json /pengesahan/tanggal = "14 Agustus {{ tahun }}"
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/target = "150 orang"
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/alasan = "Permintaan peserta bertambah"
    """
    for source, amendment in _amendments(reading):
        pointers = _find_pointers(source)
        for pair, said in _walk_reasons(amendment.pairs):
            if pair.after is not None and not said and is_changed(pair):
                name = shorten_text(reading.printed(pair.after["nama"]))
                message = f"“{name}” {_say_change(pair)}, alasannya belum ditulis"
                hint = "Tulis “alasan” pada baris itu, atau pada kegiatan atau programnya."
                yield Finding(source, pointers[id(pair.after)], message, hint)


def _say_change(pair: Pair) -> str:
    if pair.before is None:
        return "baru"
    step = difference(pair.amount())
    if not step:
        return "berubah"
    return f"{'bertambah' if step > 0 else 'berkurang'} {indonesian.rupiah(abs(step))}"


@rule("RJ332", "Sub kegiatan hilang dari rencana perubahan")
def check_vanished(reading: Reading) -> Iterator[Finding]:
    """Sub kegiatan dalam rencana sebelum perubahan masih ada sesudahnya; yang tidak dilanjutkan tetap ditulis.

    Yang tidak dilanjutkan ditulis dengan pagu 0 dan alasannya. Baris yang hilang tetap tercetak dan dihitung menurut
    rencana sebelumnya, tanpa alasan.

    Mengapa: baris yang terhapus tanpa sengaja tidak terlihat sebagai perubahan.
    Sumber: Permendagri 86/2017 (perubahan RKPD dan Renja disertai alasannya).

    Gagal:
        sebelum/rencana-program.json salin tabel/rencana-program.json
        dokumen.json /perubahan = {"triwulan": "II", "dari": "../2027"}
        dokumen.json /pengesahan/tanggal = "14 Agustus {{ tahun }}"
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan = []
    Lolos:
        sebelum/rencana-program.json salin tabel/rencana-program.json
        dokumen.json /perubahan = {"triwulan": "II", "dari": "../2027"}
        dokumen.json /pengesahan/tanggal = "14 Agustus {{ tahun }}"
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/pagu = 0
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/alasan = "Ditunda ke tahun berikutnya"
    """
    for source, amendment in _amendments(reading):
        pointers = _find_pointers(source)
        for pair, at in _find_gone(amendment.pairs, pointers, ""):
            name, pagu = shorten_text(reading.printed(pair.node["nama"])), pair.amount()[0]
            amount = f" ({indonesian.rupiah(pagu)})" if pagu else ""
            message = f"“{name}”{amount} ada dalam rencana sebelum perubahan, tidak ada lagi sesudahnya"
            yield Finding(source, at, message, "Kembalikan barisnya; bila tidak dilanjutkan, isi pagu 0 dan alasannya.")


def _find_gone(pairs: list[Pair], pointers: dict[int, str], above: str) -> Iterator[tuple[Pair, str]]:
    """The rows with amounts that are gone, with the nearest row above that is still there."""
    for pair in pairs:
        at = pointers[id(pair.after)] if pair.after is not None else above
        if pair.after is None and _is_leaf(pair.node):
            yield pair, at
        yield from _find_gone(pair.below, pointers, at)


@rule("RJ333", "Alasan tanpa perubahan")
def check_idle_reasons(reading: Reading) -> Iterator[Finding]:
    """Sub kegiatan yang mempunyai alasan perubahan memang berubah.

    Mengapa: alasan yang tertinggal menerangkan perubahan yang tidak terjadi.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        sebelum/rencana-program.json salin tabel/rencana-program.json
        dokumen.json /perubahan = {"triwulan": "II", "dari": "../2027"}
        dokumen.json /pengesahan/tanggal = "14 Agustus {{ tahun }}"
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/alasan = "Peserta bertambah"
    Lolos:
        sebelum/rencana-program.json salin tabel/rencana-program.json
        dokumen.json /perubahan = {"triwulan": "II", "dari": "../2027"}
        dokumen.json /pengesahan/tanggal = "14 Agustus {{ tahun }}"
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/pagu = 60000000
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/alasan = "Peserta bertambah"
    """
    for source, amendment in _amendments(reading):
        pointers = _find_pointers(source)
        for pair in amendment.walk():
            stated = pair.after is not None and pair.after.get(_REASON)
            # Any other cell that changed is a change too.
            if stated and _is_leaf(pair.node) and pair.before == {k: v for k, v in pair.node.items() if k != _REASON}:
                message = (
                    f"“{shorten_text(reading.printed(pair.node['nama']))}” mempunyai alasan, padahal tidak berubah"
                )
                at = f"{pointers[id(pair.after)]}/{_REASON}"
                yield Finding(source, at, message, "Ubah target atau pagunya, atau hapus alasannya.")


@rule("RJ334", "Rencana sebelum perubahan tidak lengkap atau berbeda dari asalnya", Severity.ERROR)
def check_before(reading: Reading) -> Iterator[Finding]:
    """Rencana sebelum perubahan ada dalam folder sebelum/, dan jumlahnya sama dengan folder Renja asalnya.

    Folder asal (“perubahan”, “dari” dalam dokumen.json) dibandingkan bila masih ada; yang diubah untuk kedua kalinya
    tidak, karena rencana sebelumnya adalah perubahan pertama.

    Mengapa: jumlah sebelum dan selisih yang dicetak dihitung dari sana.
    Sumber: bentuk folder Renja Perubahan.

    Gagal:
        dokumen.json /perubahan = {"triwulan": "II", "dari": "../2027"}
        dokumen.json /pengesahan/tanggal = "14 Agustus {{ tahun }}"
    Lolos:
        sebelum/rencana-program.json salin tabel/rencana-program.json
        dokumen.json /perubahan = {"triwulan": "II", "dari": "../2027"}
        dokumen.json /pengesahan/tanggal = "14 Agustus {{ tahun }}"
    """
    folder = reading.folder
    for table in reading.tables.of_kind("rencana-program"):
        if table.amendment and table.source.path.stem not in folder.sebelum:
            message = f"{BEFORE}/{table.source.path.name} tidak ada; semua baris akan tercetak sebagai baru"
            hint = "Salin berkas itu dari Renja yang diubah, seperti saat ditetapkan."
            yield Finding(table.source, "", message, hint)
    for source, amendment in _amendments(reading):
        origin = _read_origin(reading, source.path.name)
        stated, kept = sum_amounts(origin.data, "pagu") if origin else None, amendment.amount()[0]
        if origin and stated != kept:
            amounts = [indonesian.rupiah(amount or 0) for amount in (kept, stated)]
            message = f"pagu sebelum perubahan {amounts[0]}, dalam folder asal {amounts[1]}"
            hint = f"Samakan: salin {origin.name} ke {BEFORE}/, atau kembalikan folder asalnya."
            yield Finding(folder.sebelum[source.path.stem], "", message, hint)


@rule("RJ335", "Folder Renja yang diubah belum disebut")
def check_origin(reading: Reading) -> Iterator[Finding]:
    """Renja Perubahan menyebut folder Renja yang diubah: “dari” dalam “perubahan” pada dokumen.json.

    renjadoc perubahan menulisnya sendiri; yang diambil dari naskah Word harus diberi tahu.

    Mengapa: tahun berikutnya digulir dari Renja itu, dan rencana sebelum perubahan dicocokkan dengannya.
    Sumber: bentuk folder Renja Perubahan.

    Gagal:
        sebelum/rencana-program.json salin tabel/rencana-program.json
        dokumen.json /perubahan = {"triwulan": "II"}
        dokumen.json /pengesahan/tanggal = "14 Agustus {{ tahun }}"
    Lolos:
        sebelum/rencana-program.json salin tabel/rencana-program.json
        dokumen.json /perubahan = {"triwulan": "II", "dari": "../2027"}
        dokumen.json /pengesahan/tanggal = "14 Agustus {{ tahun }}"
    """
    if "perubahan" in reading.folder.facts and not reading.folder.facts["perubahan"].get("dari"):
        year = reading.folder.tahun
        hint = f"Tulis letaknya dari folder ini, misalnya “dari”: “../{year}”; tanpa itu tidak dapat digulir."
        message = "Renja yang diubah belum disebut (“dari” dalam “perubahan”)"
        yield Finding(reading.folder.dokumen, "/perubahan", message, hint)


def _read_origin(reading: Reading, name: str) -> Source | None:
    """The plan of the Renja that was changed, where that is still there and this is its first change."""
    stated = reading.folder.facts["perubahan"]
    if "dari" not in stated or "ke" in stated:
        return None
    root = reading.folder.root
    path = root / stated["dari"] / "tabel" / name
    # What others wrote must not lead far away.
    near = opening.is_plain(path, root.resolve().parent.parent)
    source = load_source(path, path.as_posix())[0] if near else None
    return source if source and isinstance(source.data, dict) else None
