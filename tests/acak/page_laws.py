"""What must hold of whatever is sent to the page: files dropped on it, cells and boxes typed into, and requests."""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import gzip
import logging
import os
import random
import shutil
import tempfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from unittest import mock

from renjadoc import buglog
from renjadoc.adoption.adopt import adopt
from renjadoc.content.folder import read_folder
from renjadoc.desk import headings, sections, typed_html, writing
from renjadoc.desk.grids import Grid
from renjadoc.desk.guard import KEY, Guard
from renjadoc.desk.shelf import check_new_name, find_folder
from renjadoc.edits import changeset
from renjadoc.edits.edit import Edit
from renjadoc.edits.history import list_actions, take_back
from renjadoc.edits.plan import Plan
from renjadoc.problem import ProblemsFound
from renjadoc.reading import Reading
from renjadoc.starter import lay_down_folder
from tests.acak import bases, spoil, spoil_files, spoil_folder
from tests.acak.outcomes import check_folder, list_codes

_NOW = datetime(2027, 1, 2, 12, 0, 0)
_NAMES = [
    "kembali",
    "",
    ".",
    "..",
    "../../luar",
    "a\0b",
    "x" * 300,
    "\ud800",
    "\udcff",
    "CON",
    "a:b",
    "a\nb",
    "\x1b[31m",
    "~$x",
    "C:\\x",
    "/etc/passwd",
    " ",
    "-o",
    "galat RJ001: x",
]
_ENDINGS = [".xlsx", ".docx", ".csv", ".json", ".XLSX", ".png", ".jpg", "", ".exe", ".docx\0.png"]


def spoilt_uploads_give_problems(number: int) -> list[str]:
    """A file dropped on a screen: planned and accepted, adopted, or refused in words; the folder still reads."""
    from renjadoc.desk.pages import incoming

    chance = random.Random(number)
    content, ending = _draw_upload(chance)
    name = chance.choice(_NAMES) + (ending if chance.random() < 0.9 else chance.choice(_ENDINGS))
    before = bases.RIGHT if ending in {".csv", ".json"} else bases.tiny()
    with bases.copied(before) as root, _no_store(root):
        match chance.randrange(12):
            case 0:
                codes = list_codes(lambda: _keep_picture(root, name, content))
            case 1:
                codes = list_codes(lambda: incoming._install_nomenclature(name, content, chance.choice([2027, 0, -5])))
            case 2:
                codes = list_codes(lambda: lay_down_folder(root.parent / "baru", 2027, {}, content, ""))
            case 3 if ending == ".docx":
                docx = root.parent / "lama.docx"
                docx.write_bytes(content)
                codes = list_codes(lambda: adopt(docx, root.parent / "baru", date(2027, 1, 2)))
            case _:
                codes = list_codes(
                    lambda: _accept(incoming.plan_file(root, incoming.Dropped(name, content)), name, chance)
                )
        check_folder(root, before)
        return codes


def _keep_picture(root: Path, name: str, content: bytes) -> None:
    from renjadoc.desk.pages import placed_boxes

    file = placed_boxes.name_picture(root, name, content)
    writing.write_edits(root, [], "gambar", files={file: content})


def _draw_upload(chance: random.Random) -> tuple[bytes, str]:
    match chance.randrange(6):
        case 0 | 1:
            return spoil_files.of_docx(chance.choice(bases.small_documents()).raw, chance), ".docx"
        case 2 | 3:
            return spoil_files.of_xlsx(bases.small_workbooks()[0].raw, chance), ".xlsx"
        case 4:
            rows = chance.choice(bases.workbooks()[5:])
            how = {".xlsx": spoil_files.of_xlsx, ".json": spoil.of_json}.get(rows.suffix, spoil.of_rows)
            return how(rows.raw, chance), rows.suffix
        case _:
            picture = (bases.ROOT / "content" / "2021" / "gambar" / "logo.png").read_bytes()
            return spoil.of_bytes(picture, chance), ".png"


def _accept(plan: Plan, name: str, chance: random.Random) -> None:
    """What “Terima” does, with some of the ticks and some of the conflicts decided."""
    chosen = [at for at in range(len(plan.choices)) if chance.random() < 0.8]
    against = [at for at, conflict in enumerate(plan.conflicts) if conflict.edits and chance.random() < 0.5]
    taken = plan.take(chosen).decide(against)
    changeset.write_files(plan.root, taken.files, plan.read, _NOW, f"{name} diterima di halaman")


@contextlib.contextmanager
def _no_store(root: Path) -> Any:
    """The user's own nomenclature is elsewhere."""
    with mock.patch.dict(os.environ, {"XDG_DATA_HOME": str(root.parent / "data")}):
        yield


def spoilt_requests_give_problems(number: int) -> list[str]:
    """What is typed on a screen, or asked of the server: written, answered, or refused in words."""
    chance = random.Random(number)
    if number % 2:
        return _ask_server(chance)
    before = bases.RIGHT if chance.random() < 0.5 else bases.tiny()
    with bases.copied(before) as root:
        codes = list_codes(lambda: chance.choice(_TYPED)(root, chance))
        check_folder(root, before)
        return codes


# What is typed


def _draw_text(chance: random.Random) -> str:
    return str(chance.choice([*spoil.STRANGE, *spoil.LONG, *spoil._AMOUNTS, *spoil_folder.NAMES]))


def _read(root: Path) -> Reading:
    folder, problems = read_folder(root)
    if folder is None:
        raise ProblemsFound(problems)
    return Reading(folder)


def _type_cell(root: Path, chance: random.Random) -> None:
    reading = _read(root)
    grid = Grid(reading, chance.choice(sorted(reading.tables)))
    rows = grid.list_rows()
    if not rows:
        return
    row = chance.choice(rows)
    place, column = str(row["_letak"]), chance.choice(list(row))
    match chance.randrange(5):
        case 0:
            edits = grid.remove_row(place)
        case 1:
            edits = grid.move_row(place, chance.choice([-1, 1, 5]))
        case 2:
            level = grid.table.layout.levels[0]
            typed = {key: _draw_text(chance) for key, _ in grid.list_required(level)}
            edits = grid.add_row(0, "", chance.choice([0, 1]), typed)
        case _:
            edits = grid.edit_cell(place, column, _draw_text(chance))
    writing.write_edits(root, edits, "diisi di halaman", grid.seen(place))


_TAGS = [
    "p",
    "ol",
    "ul",
    "li",
    "b",
    "i",
    "blockquote",
    "span",
    "br",
    "div",
    "script",
    "img src=x onerror=x",
    "table",
    "a href='javascript:x'",
    "x" * 999,
    "svg",
    "!--",
    "![CDATA[",
]


def _type_box(root: Path, chance: random.Random) -> None:
    reading = _read(root)
    section = chance.choice([one for one in reading.outline.all_sections if one.data.get("isi")])
    boxes = sections.read_boxes(reading.folder, section)
    html = ""
    for _ in range(chance.choice([1, 2, 5, 200])):
        tag = chance.choice(_TAGS)
        html += f"<{tag}>" * chance.choice([1, 1, 1, 300]) + chance.choice(
            ["satu", "&#0;", "&#xD800;", _draw_text(chance)]
        )
        html += f"</{tag.split()[0]}>" if chance.random() < 0.7 else ""
    typed = typed_html.read_typed(html)
    index = chance.randrange(len(boxes.blocks))
    match chance.randrange(4):
        case 0:
            edits = sections.insert_block(boxes, index, chance.choice([*typed.blocks, _draw_text(chance)]))
        case 1:
            edits = sections.move_block(boxes, index, chance.choice([-1, 1]))
        case 2:
            edits = headings.rename_heading(boxes.file, section, _draw_text(chance))
        case _:
            edits = sections.replace_block(boxes, index, list(typed.blocks))
    writing.write_edits(root, edits, "disunting di halaman", [boxes.seen])


def _type_fact(root: Path, chance: random.Random) -> None:
    pointer = chance.choice(["/tahun", "/daerah/nama", "/pengesahan/tanggal", "/visi", "/logo", ""])
    value = chance.choice(spoil.STRANGE)
    writing.write_edits(root, [Edit("dokumen.json", pointer, "set", value)], "sampul", [])


def _type_word(root: Path, chance: random.Random) -> None:
    writing.add_word(root, _draw_text(chance))


def _name_folder(root: Path, chance: random.Random) -> None:
    name = _draw_text(chance)
    path = check_new_name(root.parent, name)
    assert path.parent == root.parent, name
    find_folder(root.parent, name)


def _undo(root: Path, chance: random.Random) -> None:
    writing.write_edits(root, [Edit("bab-1.json", "/judul", "set", "Lain")], "x")
    actions = list_actions(root)
    take_back(root, actions[0].name if chance.random() < 0.7 else _draw_text(chance), _NOW)


_TYPED: list[Callable[[Path, random.Random], None]] = [
    _type_cell,
    _type_cell,
    _type_cell,
    _type_box,
    _type_box,
    _type_box,
    _type_fact,
    _type_word,
    _name_folder,
    _undo,
]


# What is asked


_TOKEN, _PORT = "rahasia-yang-panjang", 8427
_SCREENS = [
    "",
    "mulai",
    "ambil-alih",
    "semua",
    "hidup",
    "renja/{0}/isi",
    "renja/{0}/periksa",
    "renja/{0}/masuk",
    "renja/{0}/telaah",
    "renja/{0}/banding",
    "renja/{0}/riwayat",
    "renja/{0}/lanjut",
    "renja/{0}/perubahan",
    "renja/{0}/isi/sampul",
    "renja/{0}/isi/bab/{1}",
    "renja/{0}/isi/tabel/{1}",
    "renja/{0}/isi/hukum/{1}",
    "renja/{0}/isi/lampiran/{1}",
    "renja/{0}/lihat",
    "_nicegui/client/x/upload/1",
    "_nicegui/3.18.0/static/../../x",
    "_nicegui/auto/static/{1}",
    "{1}",
    "_nicegui_ws/socket.io/",
    "docs",
    "openapi.json",
    "_nicegui/3.18.0/components/{1}",
]
_STEMS = [
    "bab-1",
    "usulan-masyarakat",
    "target-renstra",
    "landasan-hukum",
    "dokumen",
    "bab-99",
    "../dokumen",
    "%00",
    "..%2f..%2fx",
]
_HEADERS = [
    ("content-length", "-1"),
    ("content-length", "x"),
    ("content-length", "9" * 30),
    ("content-length", "²"),
    ("content-type", "multipart/form-data"),
    ("content-type", "multipart/form-data; boundary=" + "x" * 999),
    ("origin", "null"),
    ("origin", "http://jahat.example"),
    ("host", "jahat.example"),
    ("host", ""),
    ("cookie", "kunci"),
    ("cookie", "kunci=\xff"),
    ("cookie", ";" * 5_000),
    ("cookie", "a=b; kunci=salah"),
    ("range", "bytes=0-9999999"),
    ("accept-encoding", "gzip"),
    ("if-none-match", "x"),
    ("x-forwarded-prefix", "/x\r\ny"),
    ("accept-language", "id" * 999),
    ("upgrade", "websocket"),
]


class _Server:
    """The page as it runs, without a socket; one in a process."""

    def __init__(self) -> None:
        from nicegui import app, ui
        from nicegui.testing.general import prepare_simulation

        from renjadoc.desk.pages import add_pages

        self.root = Path(tempfile.mkdtemp(prefix="renjadoc-acak-"))
        atexit.register(shutil.rmtree, self.root, ignore_errors=True)
        shutil.copytree(bases.tiny(), self.root / "renja-2027")
        logging.disable(logging.CRITICAL)
        os.environ["NICEGUI_USER_SIMULATION"] = "true"
        prepare_simulation()
        add_pages(self.root)
        ui.run(storage_secret="x")
        self.app = Guard(app, _TOKEN, _PORT)
        self.loop = asyncio.new_event_loop()
        self._life = app.router.lifespan_context(app)
        self.loop.run_until_complete(self._life.__aenter__())

    def ask(self, scope: dict[str, Any], body: bytes) -> list[dict[str, Any]]:
        """All that is answered."""
        from nicegui import Client

        answers: list[dict[str, Any]] = []
        sent = [{"type": "http.request", "body": body, "more_body": False}]

        async def receive() -> Any:
            return sent.pop(0) if sent else {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            answers.append(message)

        self.loop.run_until_complete(asyncio.wait_for(self.app(scope, receive, send), 30))
        for client in list(Client.instances.values()):
            with contextlib.suppress(Exception):
                client.delete()
        return answers


_servers: dict[int, _Server] = {}


def _ask_server(chance: random.Random) -> list[str]:
    if os.getpid() not in _servers:
        _servers[os.getpid()] = _Server()
    server = _servers[os.getpid()]
    folder = server.root / "renja-2027"
    shutil.rmtree(folder)
    shutil.copytree(bases.tiny(), folder)
    if chance.random() < 0.5:
        path = spoil_folder.pick_file(folder, chance)
        path.write_bytes(spoil.of_json(path.read_bytes(), chance))
    scope, is_let_in = _draw_scope(chance)
    said: list[str] = []
    with mock.patch.object(buglog, "write_log", lambda details: said.append(details) or "x"):
        answers = server.ask(scope, chance.choice([b"", b"x", b"{}", b"\xff" * 999, b"4" + b"[" * 999]))
    assert said == [], said[0]
    status = next((one["status"] for one in answers if one["type"] == "http.response.start"), 0)
    shown = b"".join(one.get("body", b"") for one in answers)
    if shown.startswith(b"\x1f\x8b"):  # As the header asked for it.
        shown = gzip.decompress(shown)
    assert status < 500 or b"Tidak dapat ditampilkan" in shown, (status, scope["path"][:80], shown[:500])
    assert is_let_in or status in {403, 413, 400}, (status, scope["path"][:80])
    return [str(status)]


def _draw_scope(chance: random.Random) -> tuple[dict[str, Any], bool]:
    """A request, and whether it is one of the window that was let in."""
    name = chance.choice(["renja-2027"] * 8 + ["..", "%2e%2e", "x" * 500, "é", "tidak-ada"])
    path = "/" + chance.choice(_SCREENS).format(name, chance.choice(_STEMS))
    query = chance.choice(
        [b"", b"", b"di=/isi/0", b"di=" + b"/" * 999, b"di=%ff", b"kunci=salah", b"EIO=4&transport=polling", b"x=1&x=2"]
    )
    headers = [("host", f"127.0.0.1:{_PORT}"), ("cookie", f"{KEY}={_TOKEN}")]
    is_let_in = True
    if chance.random() < 0.4:
        key, value = chance.choice(_HEADERS)
        is_let_in = key not in {"host", "cookie", "origin"}
        headers = [*(one for one in headers if one[0] != key), (key, value)]
    raw = [(key.encode("latin-1"), value.encode("latin-1")) for key, value in headers]
    method = chance.choice(["GET"] * 6 + ["POST", "HEAD", "PUT", "DELETE", "OPTIONS", "X"])
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "http",
        "path": path, "raw_path": path.encode("utf-8", "surrogatepass"), "query_string": query, "root_path": "",
        "headers": raw, "client": ("127.0.0.1", 5), "server": ("127.0.0.1", _PORT), "state": {},
    }  # fmt: skip
    return scope, is_let_in
