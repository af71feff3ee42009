"""What comes from elsewhere can do nothing on the page: texts of every kind of file, names of files, zips, requests."""

from __future__ import annotations

import http.client
import json
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from renjadoc.content.pointers import follow_pointer
from renjadoc.desk.guard import KEY, MOST_BYTES
from renjadoc.desk.inspection import inspect_folder
from tests.desk.browser import needs_browser, open_window, running_desk, settle
from tests.desk.screens import lay_down_all, list_screens
from tests.desk.simulation import Visitor, address_of, visit

SCRIPT = '<img src=x onerror="window.celaka=1"><script>window.celaka=1</script>'
_UPLOAD = "Letakkan di sini: Excel yang sudah diisi, cetakan SIPD, atau Word yang sudah disunting"


def spoil_texts(folder: Path) -> int:
    """Put a script into every text of every file that may be any text; how many."""
    spoilt = 0
    for path in sorted(folder.rglob("*.json")):
        if {"skema", "sebelum"} & set(path.parts):
            continue
        data = json.loads(path.read_text("utf-8"))
        places = list(list_texts(data, ""))
        put_in(path, data, places)
        # What has a form of its own is as it was.
        while broken := {one.location.pointer for one in inspect_folder(folder).errors}:
            kept = [at for at in places if not any(f"{at}/".startswith(f"{one}/") for one in broken)]
            places = kept if len(kept) < len(places) else []
            put_in(path, data, places)
        spoilt += len(places)
    return spoilt


def put_in(path: Path, data: Any, places: list[str]) -> None:
    changed = json.loads(json.dumps(data))
    for at in places:
        above, _, key = at.rpartition("/")
        holder = follow_pointer(changed, above)
        index: Any = int(key) if isinstance(holder, list) else key
        holder[index] += SCRIPT
    path.write_text(json.dumps(changed), "utf-8")


def list_texts(value: Any, at: str) -> Any:
    """The places of all texts of a file."""
    if isinstance(value, str) and not at.endswith("$schema"):
        yield at
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        if "/" not in str(key):
            yield from list_texts(inner, f"{at}/{key}")


@needs_browser
@pytest.mark.lambat
def test_no_text_of_any_file_becomes_part_of_a_screen(tmp_path: Path) -> None:
    folder = lay_down_all(tmp_path / "Renja")
    carried = {"berkas": "bab-1.json", "letak": "/judul", "sumber": SCRIPT, "alasan": SCRIPT, "nilai": SCRIPT}
    (folder / "tinjau.json").write_text(json.dumps({"tinjau": [carried]}), "utf-8")
    if any(one.location.file.endswith("tinjau.json") for one in inspect_folder(folder).errors):
        (folder / "tinjau.json").unlink()
    assert spoil_texts(folder) > 300
    with running_desk(tmp_path / "Renja") as address, open_window(address) as window:
        for path in list_screens():
            window.goto(address.partition("?")[0] + path)
            settle(window)
            assert window.evaluate("window.celaka") is None, path
        window.goto(f"{address.partition('?')[0]}renja/renja-2021/periksa")
        window.locator(".q-expansion-item .q-item").first.click()
        settle(window)
        assert window.evaluate("window.celaka") is None


@pytest.mark.parametrize("ending", [".xlsx", ".docx", ".csv", ".json", ".zip", ".exe", ""])
def test_a_file_with_any_name_and_no_sense_is_refused_in_words(root: Path, folder: Path, ending: str) -> None:
    said: list[str] = []

    async def story(page: Visitor) -> None:
        await page.go(address_of(folder, "masuk"))
        for name in (f"{SCRIPT}{ending}", f"../../../../etc/x{ending}", f"con{ending}", f"{'n' * 150}{ending}"):
            response = await page.drop(_UPLOAD, (name, b"PK\x03\x04 bukan apa-apa"))
            assert response.status_code < 500
        await page.see("Belum dapat dikerjakan")
        said.extend(page.list_texts())

    before = sorted(path for path in root.parent.rglob("*") if path.is_file())
    visit(root, story)
    assert not any("Traceback" in one or "catatan kesalahan" in one.casefold() for one in said)
    assert sorted(path for path in root.parent.rglob("*") if path.is_file()) == before


@pytest.mark.parametrize("name", ["../luar.json", "{}/luar.json", "C:\\luar.json", "word/../../luar.json"])
def test_a_document_whose_entries_lie_outside_writes_nothing_there(root: Path, folder: Path, name: str) -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name.format(root.parent), "{}")

    async def story(page: Visitor) -> None:
        await page.go(address_of(folder, "telaah"))
        await page.drop("Letakkan naskah telaah yang kembali di sini (.docx)", ("naskah.docx", buffer.getvalue()))
        await page.see("Belum dapat dikerjakan")

    visit(root, story)
    assert not list(root.parent.rglob("luar.json"))


@pytest.mark.lambat
def test_a_page_from_elsewhere_reaches_nothing_of_it(tmp_path: Path) -> None:
    """Every address of the page, uploads and pictures of pages too, without the token or from another place."""
    from urllib.parse import urlsplit

    lay_down_all(tmp_path / "Renja")
    with running_desk(tmp_path / "Renja") as address:
        split = urlsplit(address)
        token = split.query.partition("=")[2]
        own = f"127.0.0.1:{split.port}"
        bad: list[dict[str, str]] = [
            {"Host": own},
            {"Host": own, "Cookie": f"{KEY}=salah"},
            {"Host": "jahat.example", "Cookie": f"{KEY}={token}"},
            {"Host": own, "Origin": "http://jahat.example", "Cookie": f"{KEY}={token}"},
        ]
        paths = [f"/{path}" for path in list_screens()] + ["/halaman/x/0.png", "/hidup", "/_nicegui/client/x/upload/1"]
        for path in paths:
            for method in ("GET", "POST", "PUT", "DELETE"):
                for headers in bad:
                    assert ask(split.port, method, path, headers) == 403, (method, path, headers)
        assert ask(split.port, "GET", "/hidup", {"Host": own, "Cookie": f"{KEY}={token}"}) == 200
        large = {"Host": own, "Cookie": f"{KEY}={token}", "Content-Length": str(MOST_BYTES + 1)}
        assert ask(split.port, "POST", "/_nicegui/client/x/upload/1", large) == 413


def ask(port: int | None, method: str, path: str, headers: dict[str, str]) -> int:

    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.putrequest(method, path, skip_host=True)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        return connection.getresponse().status
    finally:
        connection.close()
