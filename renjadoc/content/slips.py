"""Says in plain words where a text is no JSON: the mark that is wrong, and what stands around it.

The decoder stops where it can go on no longer; the slip of the person who typed often stands before that.
"""

from __future__ import annotations

import json
import re
from typing import NamedTuple

_SYNTAX = (
    ("Expecting ',' delimiter", "tanda koma (,) atau kurung penutup kurang sebelum titik ini"),
    ("Expecting ':' delimiter", "tanda titik dua (:) kurang sesudah nama isian"),
    ("Expecting property name enclosed in double quotes", "di sini seharusnya ada nama isian dalam tanda kutip ganda"),
    ("Expecting value", "di sini seharusnya ada nilai (teks dalam tanda kutip, angka, null, [ atau {)"),
    ("Unterminated string", "teks yang dibuka di sini tidak ditutup dengan tanda kutip ganda"),
    ("Invalid control character", "ada ganti baris atau tab di tengah teks; tulis teks dalam satu baris"),
    ("Invalid \\escape", "garis miring terbalik (\\) di dalam teks harus ditulis dua kali (\\\\)"),
    ("Invalid \\uXXXX escape", "kode \\u harus diikuti empat angka heksadesimal"),
    ("Extra data", "ada tulisan lagi sesudah akhir data"),
)
_CURLY = "“”„‟«»‘’'`"
#: A closing mark of a word processor that no opening one comes before, where a text may end.
_CLOSED_BY_CURLY = re.compile(r'"[^“”\n]*(”)(?=\s*(?:[,:\]}]|\n|$))')
_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_INDENT = re.compile(r"[ \t]*")
_BLANK = re.compile(r"\s*")
#: Behind a mark that stands where a comma should.
_LINE_ENDS = re.compile(r'[ \t]*(?:\n|"|$)')
#: A line that begins with a key or a closing bracket: what it is set in by, and that mark.
_LINE = re.compile(r'\n([ \t]*)(["\]}])')
#: So many brackets, the innermost, are looked at line by line.
_DEEPEST = 20
_TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*"|[\[{\]}]')
_KEY = re.compile(r'\s*"(?:[^"\\\n]|\\.)*"\s*:')
_NUMBER = re.compile(r"-?\d[\d.]*,?\Z")
_PAIRS = {"]": "[", "}": "{"}
_CLOSERS = {"[": "]", "{": "}"}
#: So much of the text is shown on each side of a slip.
_AROUND = 30


class Slip(NamedTuple):
    """What is wrong at a character offset."""

    offset: int
    message: str


class _Bracket(NamedTuple):
    mark: str
    offset: int


def explain_slip(text: str, error: json.JSONDecodeError) -> Slip:
    """The slip behind an error of the decoder: its offset, and a message with the text around it."""
    slip = (
        _find_curly(text, error)
        or _find_comma(text, error.pos)
        or _find_inner_quote(text, error)
        or _find_bracket(text, error)
        or _find_number(text, error.pos)
        or _find_missing_mark(text, error)
        or Slip(error.pos, next((ours for theirs, ours in _SYNTAX if error.msg.startswith(theirs)), error.msg))
    )
    return Slip(slip.offset, f"{slip.message}; di sini: {show_around(text, slip.offset)}")


def show_around(text: str, offset: int) -> str:
    """The text around an offset on one line, ▶ before the place itself."""
    before, after = text[max(0, offset - _AROUND) : offset], text[offset : offset + _AROUND]
    shown = f"{'…' if offset > _AROUND else ''}{before}▶{after}{'…' if text[offset + _AROUND :].strip() else ''}"
    return " ".join("".join(one if one.isprintable() or one.isspace() else "�" for one in shown).split())


def _find_curly(text: str, error: json.JSONDecodeError) -> Slip | None:
    """Quotation marks of a word processor, or single ones, where a text begins or ends."""
    mark = text[error.pos : error.pos + 1]
    if error.msg.startswith("Expecting") and mark and mark in _CURLY:
        return Slip(error.pos, f'teks tidak boleh dibuka atau ditutup dengan {mark}; pakai tanda kutip tegak (")')
    if error.msg.startswith("Expecting") and text.startswith(("//", "/*", "#"), error.pos):
        return Slip(error.pos, "JSON tidak mengenal catatan seperti // atau #; hapus catatan ini")
    start = _find_text_start(text, error)
    if start is None:
        return None
    match = _CLOSED_BY_CURLY.match(text, start)
    return Slip(match.start(1), 'teks ini ditutup dengan ”; pakai tanda kutip tegak (")') if match else None


def _find_text_start(text: str, error: json.JSONDecodeError) -> int | None:
    """Where the text begins that the decoder read last, or could not read to its end."""
    if error.msg.startswith("Unterminated string"):
        return error.pos
    if error.msg.startswith("Invalid control character"):
        line = text.rfind("\n", 0, error.pos) + 1
        return next((start for start in _open_texts(text, line, error.pos)), None)
    if not error.msg.startswith("Expecting"):
        return None
    line = text.rfind("\n", 0, error.pos) + 1
    last = None
    for match in _STRING.finditer(text, line, error.pos):
        last = match.start()
    return last


def _open_texts(text: str, start: int, end: int) -> list[int]:
    """Where on the stretch a text begins that does not end there."""
    while match := _STRING.search(text, start, end):
        if text.find('"', start, end) < match.start():
            break
        start = match.end()
    found = text.find('"', start, end)
    return [found] if found >= 0 else []


def _find_comma(text: str, offset: int) -> Slip | None:
    """A comma too many: before a closing bracket, after an opening one, or doubled."""
    before = text[:offset].rstrip()
    mark = text[offset : offset + 1]
    if before.endswith(",") and mark in {"}", "]"}:
        return Slip(len(before) - 1, f"tanda koma (,) ini berlebih: sesudahnya langsung kurung penutup {mark}")
    if mark in {",", "}", "]"} and before.endswith(":"):
        return Slip(offset, "di sini kurang nilainya: teks dalam tanda kutip, angka, atau null (belum diisi)")
    if mark == "," and before.endswith((",", "[", "{")):
        return Slip(offset, "tanda koma (,) ini berlebih")
    return None


def _find_inner_quote(text: str, error: json.JSONDecodeError) -> Slip | None:
    """A plain quotation mark within a text, which ends the text before its time."""
    offset = error.pos
    if "delimiter" not in error.msg or offset >= len(text):
        return None
    if error.msg.startswith("Expecting ':'") and not text[offset].isalpha():
        return None
    before = text[:offset].rstrip()
    if text[offset] in ";." and before.endswith('"') and _LINE_ENDS.match(text, offset + 1):
        return Slip(offset, f"tanda {text[offset]} tidak boleh di sini: antara dua isian dipakai koma (,)")
    doubled = text[offset] == '"' and offset == len(before) and re.match(r'"\s*[,:\]}\n]', text[offset:])
    if not before.endswith('"') or not (doubled or text[offset] not in '"{}[]:,'):
        return None
    hint = 'tulis \\" atau “ … ” bila tanda itu bagian dari teks'
    return Slip(len(before) - 1, f'tanda kutip (") ini mengakhiri teks sebelum waktunya; {hint}')


def _find_bracket(text: str, error: json.JSONDecodeError) -> Slip | None:
    """A bracket that is forgotten, wrong, or too many."""
    offset, mark = error.pos, text[error.pos : error.pos + 1]
    if error.msg.startswith("Extra data"):
        if mark in _PAIRS:
            return Slip(offset, f"kurung penutup {mark} ini berlebih")
        before = len(text[:offset].rstrip())
        if text[before - 1] in _PAIRS:
            return Slip(before - 1, f"kurung penutup {text[before - 1]} ini berlebih: sesudahnya masih ada isi")
        return None
    opened = _list_open(text, offset) if error.msg.startswith("Expecting") else []
    if not opened:
        return None
    if not text[offset:].strip():
        return _find_early_line(text, opened) or Slip(offset, f"{_name_open(text, opened[-1])}")
    if mark in _PAIRS and _PAIRS[mark] != opened[-1].mark:
        if mark == "]" and "':'" in error.msg:
            return _find_missing_opening(text, offset)
        return Slip(offset, f"{_name_open(text, opened[-1])} sebelum {mark} ini")
    if mark == ":":
        return _find_key(text, opened[-1], offset)
    return _find_unclosed(text, opened[-1], error)


def _find_missing_opening(text: str, offset: int) -> Slip | None:
    """Values without keys behind a key: their list was not opened."""
    keys = list(_KEY.finditer(text, text.rfind("{", 0, offset), offset))
    message = "kurung [ kurang di sini: sesudahnya ada nilai tanpa nama isian"
    return Slip(_BLANK.match(text, keys[-1].end()).end(), message) if keys else None  # type: ignore[union-attr]


def _find_key(text: str, last: _Bracket, offset: int) -> Slip | None:
    """A key where none may stand: its object was not opened, or a list before it was not closed."""
    start = max((match.start() for match in _STRING.finditer(text, last.offset, offset)), default=offset)
    if last.mark == "{" or not text[last.offset + 1 : start].strip():
        return Slip(start, "kurung { kurang sebelum nama isian ini")
    return Slip(
        start, f"nama isian tidak boleh di sini: {_name_open(text, last)}, atau kurung {{ kurang sebelum nama isian ini"
    )


def _find_unclosed(text: str, last: _Bracket, error: json.JSONDecodeError) -> Slip | None:
    """An object before whose end the next one begins, or a line set too far left for what is still open."""
    before = len(text[: error.pos].rstrip())
    if last.mark == "{" and text[error.pos] in _CLOSERS and text[before - 1] == ",":
        return Slip(before - 1, f"{_name_open(text, last)} sebelum koma ini")
    line, opening = text.rfind("\n", 0, error.pos) + 1, text.rfind("\n", 0, last.offset) + 1
    if "','" in error.msg and line > opening and _measure_indent(text, line) <= _measure_indent(text, opening):
        return Slip(before, f"{_name_open(text, last)} di sini")
    return None


def _find_early_line(text: str, opened: list[_Bracket]) -> Slip | None:
    """Of brackets still open at the end: the first line that is set too far left for what one of them holds."""
    for bracket in [*_list_wrongly_closed(text), *reversed(opened[-_DEEPEST:])]:
        indent = _measure_indent(text, text.rfind("\n", 0, bracket.offset) + 1)
        for line in _LINE.finditer(text, bracket.offset):
            if len(line[1]) > indent:
                continue
            if line[2] == _CLOSERS[bracket.mark]:
                break
            return Slip(line.start(2), f"{_name_open(text, bracket)} sebelum baris ini")
    return None


def _measure_indent(text: str, start: int) -> int:
    match = _INDENT.match(text, start)
    return match.end() - start if match else 0


def _list_open(text: str, end: int) -> list[_Bracket]:
    """The brackets that are open at an offset, the outermost first."""
    opened: list[_Bracket] = []
    for match in _TOKEN.finditer(text, 0, end):
        if match[0] in _CLOSERS:
            opened.append(_Bracket(match[0], match.start()))
        elif match[0] in _PAIRS and opened:
            opened.pop()
    return opened


def _list_wrongly_closed(text: str) -> list[_Bracket]:
    """The first bracket that is closed by one set further left than the line that opened it; none if there is none."""
    opened: list[_Bracket] = []
    for match in _TOKEN.finditer(text):
        if match[0] in _CLOSERS:
            opened.append(_Bracket(match[0], match.start()))
        elif match[0] in _PAIRS and opened:
            bracket, line = opened.pop(), text.rfind("\n", 0, match.start()) + 1
            opening = text.rfind("\n", 0, bracket.offset) + 1
            if line + _measure_indent(text, line) == match.start() < line + _measure_indent(text, opening):
                return [bracket]
    return []


def _name_open(text: str, bracket: _Bracket) -> str:
    """`kurung { dari baris 3 kolom 13 belum ditutup dengan }`."""
    mark, offset = bracket
    place = f"baris {text.count(chr(10), 0, offset) + 1} kolom {offset - text.rfind(chr(10), 0, offset)}"
    return f"kurung {mark} dari {place} belum ditutup dengan {_CLOSERS[mark]}"


def _find_number(text: str, offset: int) -> Slip | None:
    """A number that is written for people: points between thousands, a comma for decimals, a zero in front."""
    match = _NUMBER.search(text, max(0, offset - 40), offset)
    if match is None or not re.match(r"[\d.]", text[offset : offset + 1]):
        return None
    hint = "tulis tanpa titik ribuan dan tanpa nol di depan, desimal dengan titik (12.5)"
    return Slip(match.start(), f"angka ini tidak sah: {hint}")


def _find_missing_mark(text: str, error: json.JSONDecodeError) -> Slip | None:
    """A comma or a colon that is forgotten: its place is behind what stands before; a word without quotation marks."""
    end = len(text[: error.pos].rstrip())
    word = re.compile(r"[^\W\d_]\w*").match(text, error.pos)
    if error.msg.startswith("Expecting ',' delimiter") and error.pos < len(text):
        return Slip(end, "tanda koma (,) kurang di sini")
    if error.msg.startswith("Expecting ':' delimiter") and error.pos < len(text):
        return Slip(end, "tanda titik dua (:) kurang di sini, sesudah nama isian")
    if error.msg.startswith(("Expecting value", "Expecting property")) and word:
        if word[0].casefold() in {"true", "false", "null"}:
            return Slip(error.pos, f"{word[0]} ditulis dengan huruf kecil: {word[0].casefold()}")
        return Slip(error.pos, f'tanda kutip (") kurang di sini, sebelum “{word[0][:30]}”')
    return None
