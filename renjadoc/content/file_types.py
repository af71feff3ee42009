"""The shapes of content files as types, written from schema/ by tools/jenis_isi.py; do not edit.

A file that was read has passed its schema. Of a kind with two forms a row has the keys of both, those of one form alone
as keys that may be absent.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal, NotRequired, TypedDict, final


@final
class DokumenPerubahan(TypedDict):
    triwulan: Literal["I", "II", "III", "IV"]
    dari: NotRequired[str]
    ke: NotRequired[int]


@final
class DokumenPerangkatDaerah(TypedDict):
    nama: str
    singkatan: str
    sebutan: NotRequired[list[str]]


@final
class DokumenDaerah(TypedDict):
    jenis: Literal["Kabupaten", "Kota", "Provinsi"]
    nama: str
    provinsi: str


@final
class DokumenRenstra(TypedDict):
    awal: int
    akhir: int


@final
class DokumenVisi(TypedDict):
    daerah: str | None
    perangkat_daerah: str | None


@final
class DokumenMisi(TypedDict):
    nomor: int
    teks: str


@final
class DokumenPengesahan(TypedDict):
    tempat: str
    tanggal: str | None
    jabatan: str
    nama: str
    pangkat: str
    nip: str
    tanda_tangan: NotRequired[str | None]


@final
class Dokumen(TypedDict):
    tahun: int
    kerangka: str
    perubahan: NotRequired[DokumenPerubahan]
    templat: str
    perangkat_daerah: DokumenPerangkatDaerah
    daerah: DokumenDaerah
    renstra: DokumenRenstra
    visi: DokumenVisi
    misi: NotRequired[DokumenMisi]
    logo: NotRequired[str | None]
    pengesahan: DokumenPengesahan
    aturan_dimatikan: NotRequired[dict[str, str]]


@final
class TinjauEntri(TypedDict):
    berkas: str
    letak: str
    baris: NotRequired[str]
    nilai: Any
    alasan: str
    dikonfirmasi: NotRequired[bool]


@final
class Tinjau(TypedDict):
    tinjau: list[TinjauEntri]


@final
class TelaahEntri(TypedDict):
    berkas: str
    letak: NotRequired[str]
    paragraf: NotRequired[str]
    kutipan: NotRequired[str]
    penulis: str
    tanggal: NotRequired[str]
    waktu: NotRequired[str]
    menjawab: NotRequired[str]
    catatan: str
    selesai: NotRequired[bool]


@final
class Telaah(TypedDict):
    catatan: list[TelaahEntri]


@final
class KerangkaBagian(TypedDict):
    judul: str
    cocok: NotRequired[list[str]]
    awal: NotRequired[list[str | dict[str, Any]]]
    syarat: NotRequired[Literal["spm"]]


@final
class KerangkaBab(TypedDict):
    judul: str
    cocok: NotRequired[list[str]]
    bagian: NotRequired[list[KerangkaBagian]]
    awal: NotRequired[list[str | dict[str, Any]]]


@final
class KerangkaDepan(TypedDict):
    berkas: Literal["lembar-pengesahan", "kata-pengantar", "ringkasan"]
    judul: str
    wajib: NotRequired[bool]
    tanda_tangan: NotRequired[bool]
    awal: NotRequired[list[str | dict[str, Any]]]


@final
class KerangkaLampiran(TypedDict):
    berkas: str
    judul: str
    wajib: NotRequired[bool]
    cocok: NotRequired[list[str]]
    lanskap: NotRequired[bool]
    awal: NotRequired[list[str | dict[str, Any]]]


@final
class KerangkaMuatan(TypedDict):
    apa: str
    di: list[str]
    kata: list[str]


@final
class Kerangka(TypedDict):
    nama: str
    sumber: str
    bab: list[KerangkaBab]
    depan: NotRequired[list[KerangkaDepan]]
    lampiran: NotRequired[list[KerangkaLampiran]]
    lebih: NotRequired[bool]
    bentuk: NotRequired[dict[str, str]]
    tabel_wajib: NotRequired[list[str]]
    dasar_wajib: NotRequired[list[str]]
    tabel: NotRequired[dict[str, dict[str, Any]]]
    muatan: NotRequired[list[KerangkaMuatan]]


@final
class BabButir(TypedDict):
    teks: str
    isi: NotRequired[list[str | BabDaftar]]


@final
class BabDaftar(TypedDict):
    daftar: Literal["1.", "a.", "1)", "a)", "-"]
    butir: list[str | BabButir]


@final
class BabKutipan(TypedDict):
    kutipan: str


@final
class BabTabel(TypedDict):
    tabel: str
    sumber: NotRequired[str]


@final
class BabGambar(TypedDict):
    gambar: str
    judul: NotRequired[str]
    alt: str
    lebar_cm: NotRequired[int | Decimal]
    lanskap: NotRequired[bool]
    sumber: NotRequired[str]


@final
class BabGrafik(TypedDict):
    grafik: str
    nilai: list[str]
    judul: NotRequired[str]
    alt: NotRequired[str]
    bentuk: NotRequired[Literal["kolom", "batang", "garis", "lingkaran"]]
    baris: NotRequired[str]
    hanya: NotRequired[list[str]]
    lebar_cm: NotRequired[int | Decimal]
    tinggi_cm: NotRequired[int | Decimal]
    sumber: NotRequired[str]


@final
class BabRegulasi(TypedDict):
    regulasi: str


@final
class BabSistematika(TypedDict):
    sistematika: Literal[True]


BabIsi = str | BabDaftar | BabKutipan | BabTabel | BabGambar | BabGrafik | BabRegulasi | BabSistematika


@final
class BabSubbagian(TypedDict):
    judul: str
    isi: NotRequired[list[BabIsi]]


@final
class BabBagian(TypedDict):
    judul: str
    isi: NotRequired[list[BabIsi]]
    bagian: NotRequired[list[BabSubbagian]]


@final
class Bab(TypedDict):
    judul: str
    isi: NotRequired[list[BabIsi]]
    bagian: NotRequired[list[BabBagian]]
