"""What is shown anew while somebody clicks: what stays in a list stays the same on the page, in the right order."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from nicegui import Client, ui
from nicegui.page import page

from renjadoc.desk.pages.standing import StandingList
from tests.desk.simulation import Visitor, address_of, visit

_WORD = "Tambah “salahh” ke kamus"


@given(st.lists(st.lists(st.sampled_from("abcd"), max_size=6), max_size=5))
def test_what_stays_in_a_list_stays_the_element_that_it_was(states: list[list[str]]) -> None:
    with Client(page("")):
        body = ui.column()
        standing: StandingList[str, ui.label] = StandingList(body)
        before: list[ui.label] = []
        for state in states:
            drawn = standing.show(state, ui.label)
            assert [label.text for label in drawn] == state
            assert list(body) == drawn
            for key in "abcd":
                were = [label for label in before if label.text == key]
                are = [label for label in drawn if label.text == key]
                kept = min(len(were), len(are))
                assert were[:kept] == are[:kept]
                assert all(gone.is_deleted for gone in were[kept:])
            before = drawn


def put_into_chapter(folder: Path, *texts: str) -> None:
    path = folder / "bab-1.json"
    data = json.loads(path.read_text("utf-8"))
    data["bagian"][0]["isi"] = [*texts, *data["bagian"][0]["isi"]]
    path.write_text(json.dumps(data), "utf-8")


def test_a_finding_that_stays_keeps_its_buttons_whatever_else_is_written(folder: Path, root: Path) -> None:
    """A click on a button that was taken away meanwhile would reach nobody."""

    async def story(visitor: Visitor) -> None:
        for screen in ("periksa", "isi/bab/bab-1"):
            await visitor.go(address_of(folder, screen))
            button: Any = await visitor.await_that(lambda: visitor.find(ui.button, _WORD))
            # The finding's place moves in its file, and another finding comes before it.
            put_into_chapter(folder, f"Sesuatu yang kelirru di {'layar ' * len(screen)}.")
            await visitor.see("kelirru")
            assert visitor.find(ui.button, _WORD) is button
            links = [one for one in visitor.list_kind(ui.link) if "salahh" in str(getattr(one, "text", ""))]
            place = json.loads((folder / "bab-1.json").read_text("utf-8"))["bagian"][0]["isi"].index("Kata salahh.")
            assert [one.props["href"].endswith(f"isi%2F{place}") for one in links] == [True]
            (folder / "bab-1.json").write_text(original, "utf-8")
            await visitor.await_that(lambda: "kelirru" not in " ".join(visitor.list_texts()))
        await visitor.press(_WORD)
        await visitor.await_that(lambda: visitor.find(ui.button, _WORD) is None)

    put_into_chapter(folder, "Kata salahh.")
    original = (folder / "bab-1.json").read_text("utf-8")
    visit(root, story)
    assert (folder / "kamus.txt").read_text("utf-8").split()[-1] == "salahh"
