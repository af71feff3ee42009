"""Edits a document in LibreOffice as a person would; run by the Python that LibreOffice speaks to (its `uno`).

Arguments: the document, where to save, `lacak` or `langsung`, then edits as JSON: [["ganti", old, new],
["hapus", text], ["sisip", text, new paragraph], ["bagi", text], ["gabung", text], ["terima", ""], ["tolak", ""]]; the
last two accept or reject every tracked change.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

_DECISIONS = {"terima": ".uno:AcceptAllTrackedChanges", "tolak": ".uno:RejectAllTrackedChanges"}


def main(source: str, target: str, mode: str, edits: str) -> None:
    import uno
    from com.sun.star.beans import PropertyValue

    with tempfile.TemporaryDirectory() as profile:
        pipe = f"renjadoc{time.time_ns()}"
        command = ["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore"]
        office = subprocess.Popen([*command, f"--accept=pipe,name={pipe};urp;"])
        try:
            context = _connect(uno, pipe)
            desktop = _service(context, "com.sun.star.frame.Desktop")
            hidden = PropertyValue(Name="Hidden", Value=True)
            document = desktop.loadComponentFromURL(Path(source).resolve().as_uri(), "_blank", 0, (hidden,))
            document.setPropertyValue("RecordChanges", mode == "lacak")
            for kind, *texts in json.loads(edits):
                if kind in _DECISIONS:
                    frame = document.getCurrentController().getFrame()
                    helper = _service(context, "com.sun.star.frame.DispatchHelper")
                    helper.executeDispatch(frame, _DECISIONS[kind], "", 0, ())
                else:
                    _edit(document, kind, *texts)
            word = PropertyValue(Name="FilterName", Value="MS Word 2007 XML")
            document.storeToURL(Path(target).resolve().as_uri(), (word,))
            document.close(True)
            desktop.terminate()
        finally:
            office.wait(30)


def _connect(uno: Any, pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # not yet up: LibreOffice says so with an exception of its own kind
            time.sleep(0.25)
    raise TimeoutError("LibreOffice")


def _service(context: Any, name: str) -> Any:
    return context.ServiceManager.createInstanceWithContext(name, context)


def _find(document: Any, text: str) -> Any:
    search = document.createSearchDescriptor()
    search.SearchString = text
    found = document.findFirst(search)
    # The contents say the same as headings; the text proper is the last.
    while (later := document.findNext(found.End, search)) is not None:
        found = later
    return found


def _edit(document: Any, kind: str, text: str, new: str = "") -> None:
    found = _find(document, text)
    body = found.getText()
    if kind == "ganti":
        found.setString(new)
        return
    cursor = body.createTextCursorByRange(found)
    if kind == "hapus":
        cursor.gotoStartOfParagraph(False)
        cursor.gotoEndOfParagraph(True)
        cursor.goRight(1, True)
        cursor.setString("")
    elif kind == "sisip":
        cursor.gotoEndOfParagraph(False)
        body.insertControlCharacter(cursor, 0, False)
        body.insertString(cursor, new, False)
    elif kind == "bagi":
        cursor.collapseToStart()
        body.insertControlCharacter(cursor, 0, False)
    elif kind == "gabung":
        cursor.gotoEndOfParagraph(False)
        cursor.goRight(1, True)
        cursor.setString("")


if __name__ == "__main__":
    main(*sys.argv[1:5])
