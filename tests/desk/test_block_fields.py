"""What is stated of a picture, a table or a chart where a chapter places it."""

from __future__ import annotations

from renjadoc.desk.block_fields import find_kind, say_block


def test_a_picture_has_words_in_its_place_whatever_was_answered() -> None:
    held = {"gambar": "gambar/peta.png", "judul": "Peta lama"}
    assert say_block("gambar", held, {}) == {"gambar": "gambar/peta.png", "alt": "Gambar"}
    answers = {"/alt": "Peta wilayah", "/judul": "Peta"}
    assert say_block("gambar", held, answers) == {"gambar": "gambar/peta.png", "alt": "Peta wilayah", "judul": "Peta"}
    assert say_block("tabel", {"tabel": "evaluasi"}, {}) == {"tabel": "evaluasi"}


def test_a_block_is_what_it_places() -> None:
    assert [find_kind(one) for one in ("Isi.", {"kutipan": "a"}, {"grafik": "b", "nilai": []})] == ["", "", "grafik"]
