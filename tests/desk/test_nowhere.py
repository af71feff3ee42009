"""Addresses that no screen has: said in words, with a way back; a folder's own leads to its Isi."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.simulation import Visitor, visit


@pytest.mark.parametrize("address", ["/tidak-ada", "/renja/x/isi/apa", "/renja/x/periksa/lagi"])
def test_an_unknown_address_is_said_in_words(root: Path, address: str) -> None:
    async def story(page: Visitor) -> None:
        await page.go(address)
        await page.see("Tidak ada halaman dengan alamat ini")
        await page.see("Kembali ke halaman pertama")

    visit(root, story)


def test_the_address_of_a_folder_leads_to_its_contents(root: Path, folder: Path) -> None:
    async def story(page: Visitor) -> None:
        await page.go(f"/renja/{folder.name}")
        await page.see("BAB I Pendahuluan")

    visit(root, story)
