"""Without a mouse: what is done by a click is reached by the keyboard, is seen, and leads back where it came from."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pytest

from tests.desk.browser import await_that, needs_browser, open_window, running_desk, settle
from tests.desk.screens import lay_down_all, list_screens

pytestmark = [needs_browser, pytest.mark.lambat]
#: What a mouse can be used on; of a grid only its cells, which arrows lead through, and of boxes of text the first.
_MARK = """() => {
    const kinds = "a[href], button, input, textarea, select, [tabindex], [contenteditable=true]";
    const wanted = [...document.querySelectorAll(kinds)].filter((one) => one.tabIndex >= 0 && !one.disabled
        && one.checkVisibility({visibilityProperty: true}) && !one.closest(".ag-root-wrapper, [aria-hidden=true]")
        && !one.classList.contains("q-focus-helper"));
    wanted.forEach((one) => one.dataset.dicari = "ya");
    return wanted.length;
}"""
#: Notes what has the focus now, and whether it can be seen there.
_NOTE = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) return;
    delete one.dataset.dicari;
    const around = one.closest(".q-field--focused, .q-uploader, .kotak, .ag-root-wrapper") ?? one;
    const outlined = (part) => {
        const style = getComputedStyle(part);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== "none"
            || part.classList.contains("ag-cell-focus");
    };
    const seen = [one, around, ...around.querySelectorAll(".q-field__control")].some(outlined);
    if (!seen) one.dataset.takTampak = "ya";
}"""
_LEFT = """() => [...document.querySelectorAll("[data-dicari], [data-tak-tampak]")].map((one) =>
    (one.dataset.dicari ? "tak tercapai: " : "tak tampak: ") + one.outerHTML.slice(0, 200))"""

#: Colours change by and by when the window becomes dark or light.
_COLOURED = """async () => {
    for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
    const changing = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(changing.map((one) => one.finished));
}"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    lay_down_all(tmp_path / "Renja")
    return tmp_path / "Renja"


def test_all_of_every_screen_is_reached_by_the_keyboard_and_seen_there(root: Path) -> None:
    with running_desk(root) as address, open_window(address) as window:
        for path in list_screens():
            window.goto(address.partition("?")[0] + path)
            settle(window)
            count = window.evaluate(_MARK)
            for _ in range(count + 15):
                window.keyboard.press("Tab")
                window.evaluate(_NOTE)
            assert window.evaluate(_LEFT) == [], path


def test_windows_above_the_page_keep_the_focus_and_give_it_back(root: Path) -> None:
    inside = "() => document.activeElement.closest('.q-dialog') !== null"
    with running_desk(root) as address, open_window(address) as window:
        base = f"{address.partition('?')[0]}renja/renja-2021/"
        for path, button in (
            ("isi/bab/bab-1", "Hapus Paragraf 1"),
            ("isi/hukum/landasan-hukum", "Ubah"),
            ("isi/tabel/rencana-program", "Tambah program"),
        ):
            window.goto(base + path)
            settle(window)
            opener = window.get_by_role("button", name=button).first
            opener.focus()
            window.keyboard.press("Enter")
            window.get_by_role("dialog").wait_for()
            window.wait_for_function(inside)
            for _ in range(30):
                window.keyboard.press("Tab")
                # Behind the last one the browser's own bar follows; nothing of the page behind the window does.
                assert window.evaluate(f"document.activeElement === document.body || ({inside})()"), button
            window.keyboard.press("Escape")
            window.get_by_role("dialog").wait_for(state="detached")
            window.wait_for_function("(one) => document.activeElement === one", arg=opener.element_handle())


def test_a_year_is_begun_and_a_cell_filled_without_a_mouse(root: Path) -> None:
    def press(kind: Any, name: str) -> None:
        window.get_by_role(kind, name=name, exact=True).first.wait_for()
        for _ in range(60):
            window.keyboard.press("Tab")
            if window.evaluate(_SAYS) == name:
                break
        window.keyboard.press("Enter")

    with running_desk(root) as address, open_window(address) as window:
        press("link", "Lanjut ke tahun depan")
        window.wait_for_url("**/lanjut")
        press("textbox", "Nama folder baru")
        window.keyboard.press("Control+a")
        window.keyboard.type("renja-2022")
        press("button", "Lanjut")
        window.get_by_text("Folder Tahun 2022 siap").wait_for()
        window.keyboard.press("Escape")
        window.goto(f"{address.partition('?')[0]}renja/renja-2022/isi/tabel/rencana-program?di=/program/0")
        window.locator(".ag-cell-focus").wait_for()
        for key in ("ArrowDown", "Enter"):
            window.keyboard.press(key)
        window.keyboard.press("Control+a")
        window.keyboard.type("Nama dari papan ketik")
        window.keyboard.press("Enter")
        plan = root / "renja-2022" / "tabel" / "rencana-program.json"
        await_that(window, lambda: "Nama dari papan ketik" in plan.read_text("utf-8"))


#: What the element that has the focus is called.
_SAYS = """() => {
    const one = document.activeElement;
    return one.ariaLabel || one.labels?.[0]?.innerText?.trim() || one.innerText?.trim() || "";
}"""


def test_no_screen_keeps_anybody_out(root: Path) -> None:
    """Nothing that axe calls serious, in light and dark windows, in narrow and wide ones."""
    from axe_playwright_python.sync_playwright import Axe

    with running_desk(root) as address, open_window(address) as window:
        for path in list_screens():
            window.goto(address.partition("?")[0] + path)
            settle(window)
            for scheme, width in product(("light", "dark"), (1280, 1920)):
                window.emulate_media(color_scheme=scheme)
                window.set_viewport_size({"width": width, "height": 1000})
                window.evaluate(_COLOURED)
                assert list_serious(Axe().run(window).response) == [], (path, scheme, width)


def list_serious(found: Any) -> list[tuple[str, str]]:
    """What axe calls serious or worse: its rule, and where."""
    serious = (one for one in found["violations"] if one["impact"] in {"serious", "critical"})
    return [(one["id"], node["html"]) for one in serious for node in one["nodes"]]
