"""The shapes of content files as types, written from schema/ by tools/jenis_isi.py; do not edit.

A file that was read has passed its schema. Of a kind with two forms a row has the keys of both, those of one form alone
as keys that may be absent.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NotRequired, TypedDict, final

Cell = int | Decimal | str | list[str] | None


@final
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
        "bidang": NotRequired[str],
    },
)


@final
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


@final
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


@final
class EvaluasiRenjaN2(TypedDict):
    target: Cell
    realisasi: Cell


@final
class EvaluasiRenjaN1(TypedDict):
    target: Cell
    realisasi: NotRequired[Cell]


EvaluasiTercatat = TypedDict(
    "EvaluasiTercatat",
    {
        "renja_n-2_persen": NotRequired[Cell],
        "renstra_persen": NotRequired[Cell],
    },
)


EvaluasiSubKegiatan = TypedDict(
    "EvaluasiSubKegiatan",
    {
        "kode": str | None,
        "nama": str,
        "indikator": str | None,
        "arah": NotRequired[Literal["naik", "turun"]],
        "rumus": NotRequired[str],
        "target_renstra": Cell,
        "realisasi_sd_n-3": NotRequired[Cell],
        "renja_n-2": EvaluasiRenjaN2,
        "renja_n-1": EvaluasiRenjaN1,
        "target_n-2": NotRequired[Cell],
        "realisasi_sd_n-2": NotRequired[Cell],
        "tercatat": NotRequired[EvaluasiTercatat],
    },
)


EvaluasiKegiatan = TypedDict(
    "EvaluasiKegiatan",
    {
        "kode": str | None,
        "nama": str,
        "indikator": str | None,
        "arah": NotRequired[Literal["naik", "turun"]],
        "rumus": NotRequired[str],
        "target_renstra": Cell,
        "realisasi_sd_n-3": NotRequired[Cell],
        "renja_n-2": EvaluasiRenjaN2,
        "renja_n-1": EvaluasiRenjaN1,
        "target_n-2": NotRequired[Cell],
        "realisasi_sd_n-2": NotRequired[Cell],
        "tercatat": NotRequired[EvaluasiTercatat],
        "sub_kegiatan": NotRequired[list[EvaluasiSubKegiatan]],
    },
)


EvaluasiProgram = TypedDict(
    "EvaluasiProgram",
    {
        "kode": str | None,
        "nama": str,
        "bidang": NotRequired[str],
        "indikator": NotRequired[str | None],
        "arah": NotRequired[Literal["naik", "turun"]],
        "rumus": NotRequired[str],
        "target_renstra": NotRequired[Cell],
        "realisasi_sd_n-3": NotRequired[Cell],
        "renja_n-2": NotRequired[EvaluasiRenjaN2],
        "renja_n-1": NotRequired[EvaluasiRenjaN1],
        "target_n-2": NotRequired[Cell],
        "realisasi_sd_n-2": NotRequired[Cell],
        "tercatat": NotRequired[EvaluasiTercatat],
        "kegiatan": list[EvaluasiKegiatan],
    },
)


@final
class Evaluasi(TypedDict):
    jenis: Literal["evaluasi"]
    bentuk: NotRequired[Literal["permendagri-86"]]
    judul: list[str]
    program: list[EvaluasiProgram]
    keterangan: NotRequired[list[str]]
