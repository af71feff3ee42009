"""All screens of the page, read from its code, so that no new one is left out where all are tried."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from tests.conftest import ROOT

_ROUTE = re.compile(r'@ui\.page\(\s*"([^"]+)"')
#: What stands for `{stem}` behind each room of Isi.
_STEMS = {"bab": "bab-1", "lampiran": "1-peta", "tabel": "rencana-program", "hukum": "landasan-hukum"}


def list_screens(folder: str = "renja-2021") -> list[str]:
    """The addresses of all screens without the first slash; those of a folder are of `folder`."""
    paths = sorted((ROOT / "renjadoc" / "desk" / "pages").rglob("*.py"))
    # What shows that an address leads nowhere is no screen.
    sources = (path.read_text("utf-8") for path in paths if path.name != "nowhere.py")
    routes = [route for source in sources for route in _ROUTE.findall(source)]
    filled = (re.sub(r"(\w+)/\{stem\}", _fill_stem, route.replace("{name}", folder)) for route in routes)
    return list(dict.fromkeys(one.lstrip("/") for one in filled))


def _fill_stem(found: re.Match[str]) -> str:
    return f"{found[1]}/{_STEMS[found[1]]}"


def lay_down_all(root: Path) -> Path:
    """A folder that has something to show on every screen."""
    folder = root / "renja-2021"
    shutil.copytree(ROOT / "content" / "2021", folder)
    (folder / "lampiran").mkdir()
    (folder / "lampiran" / "1-peta.json").write_text('{"judul": "Peta", "isi": ["Peta kantor."]}', "utf-8")
    remark = {"berkas": "bab-1.json", "letak": "/judul", "penulis": "Bagian Hukum", "catatan": "Mohon dicek."}
    (folder / "telaah.json").write_text(json.dumps({"catatan": [remark]}), "utf-8")
    return folder
