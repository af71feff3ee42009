"""The shapes of content files as types, written from schema/ by tools/jenis_isi.py; do not edit.

A file that was read has passed its schema. Of a kind with two forms a row has the keys of both, those of one form alone
as keys that may be absent.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal, NotRequired, TypedDict

Cell = int | Decimal | str | list[str] | None


class DokumenPerubahan(TypedDict):
    triwulan: Literal["I", "II", "III", "IV"]
    dari: NotRequired[str]
    ke: NotRequired[int]


class DokumenPerangkatDaerah(TypedDict):
    nama: str
    singkatan: str
    sebutan: NotRequired[list[str]]


class DokumenDaerah(TypedDict):
    jenis: Literal["Kabupaten", "Kota", "Provinsi"]
    nama: str
    provinsi: str


class DokumenRenstra(TypedDict):
    awal: int
    akhir: int


class DokumenVisi(TypedDict):
    daerah: str | None
    perangkat_daerah: str | None


class DokumenMisi(TypedDict):
    nomor: int
    teks: str


class DokumenPengesahan(TypedDict):
    tempat: str
    tanggal: str | None
    jabatan: str
    nama: str
    pangkat: str
    nip: str
    tanda_tangan: NotRequired[str | None]


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


class TinjauButir(TypedDict):
    berkas: str
    letak: str
    baris: NotRequired[str]
    nilai: Any
    alasan: str
    dikonfirmasi: NotRequired[bool]


class Tinjau(TypedDict):
    tinjau: list[TinjauButir]


class RencanaProgramUrusan(TypedDict):
    kode: str | None
    nama: str


RencanaProgramSubKegiatan = TypedDict(
    "RencanaProgramSubKegiatan",
    {
        "kode": NotRequired[str | None],
        "nama": str,
        "indikator": Cell,
        "lokasi": Cell,
        "target": Cell,
        "pagu": int | None,
        "sumber_dana": str | None,
        "catatan": NotRequired[Cell],
        "alasan": NotRequired[Cell],
        "target_maju": Cell,
        "pagu_maju": int | None,
        "output": NotRequired[Cell],
        "kelompok_sasaran": NotRequired[Cell],
        "prioritas_nasional": NotRequired[Cell],
        "prioritas_daerah": NotRequired[Cell],
        "penanggung_jawab": NotRequired[Cell],
        "tag": NotRequired[Cell],
        "target_renstra": NotRequired[Cell],
        "realisasi_n-2": NotRequired[Cell],
        "prakiraan_n-1": NotRequired[Cell],
    },
)


class RencanaProgramTercatat(TypedDict):
    pagu: NotRequired[int | None]
    pagu_maju: NotRequired[int | None]


RencanaProgramKegiatan = TypedDict(
    "RencanaProgramKegiatan",
    {
        "kode": NotRequired[str | None],
        "nama": str,
        "indikator": NotRequired[Cell],
        "lokasi": NotRequired[Cell],
        "target": NotRequired[Cell],
        "pagu": NotRequired[int | None],
        "sumber_dana": NotRequired[str | None],
        "catatan": NotRequired[Cell],
        "alasan": NotRequired[Cell],
        "target_maju": NotRequired[Cell],
        "pagu_maju": NotRequired[int | None],
        "output": NotRequired[Cell],
        "kelompok_sasaran": NotRequired[Cell],
        "prioritas_nasional": NotRequired[Cell],
        "prioritas_daerah": NotRequired[Cell],
        "penanggung_jawab": NotRequired[Cell],
        "tag": NotRequired[Cell],
        "target_renstra": NotRequired[Cell],
        "realisasi_n-2": NotRequired[Cell],
        "prakiraan_n-1": NotRequired[Cell],
        "bidang": NotRequired[str],
        "outcome": NotRequired[Cell],
        "sub_kegiatan": NotRequired[list[RencanaProgramSubKegiatan]],
        "tercatat": NotRequired[RencanaProgramTercatat],
    },
)


RencanaProgramProgram = TypedDict(
    "RencanaProgramProgram",
    {
        "kode": str | None,
        "nama": str,
        "indikator": Cell,
        "urusan": NotRequired[list[RencanaProgramUrusan]],
        "lokasi": NotRequired[Cell],
        "target": NotRequired[Cell],
        "sumber_dana": NotRequired[str | None],
        "catatan": NotRequired[Cell],
        "alasan": NotRequired[Cell],
        "target_maju": NotRequired[Cell],
        "outcome": NotRequired[Cell],
        "kelompok_sasaran": NotRequired[Cell],
        "prioritas_nasional": NotRequired[Cell],
        "prioritas_daerah": NotRequired[Cell],
        "penanggung_jawab": NotRequired[Cell],
        "tag": NotRequired[Cell],
        "target_renstra": NotRequired[Cell],
        "realisasi_n-2": NotRequired[Cell],
        "prakiraan_n-1": NotRequired[Cell],
        "bidang": NotRequired[str],
        "kegiatan": list[RencanaProgramKegiatan],
        "tercatat": NotRequired[RencanaProgramTercatat],
    },
)


class RencanaProgram(TypedDict):
    jenis: Literal["rencana-program"]
    bentuk: NotRequired[
        Literal["tanpa-sub-kegiatan"] | Literal["permendagri-86", "permendagri-14", "tanpa-sub-kegiatan"]
    ]
    judul: list[str]
    program: list[RencanaProgramProgram]
    cetak_kode: NotRequired[bool]
    keterangan: NotRequired[list[str]]
    tercatat: NotRequired[RencanaProgramTercatat]
