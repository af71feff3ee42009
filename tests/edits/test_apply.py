"""Edits made to JSON text: laws against a plain reading of what an edit means, and examples of what is written."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from renjadoc.content.load import Source
from renjadoc.content.pointers import follow_pointer, join, split, walk_values
from renjadoc.edits.apply import apply_edits, write_texts
from renjadoc.edits.edit import Edit

SCALARS = st.none() | st.booleans() | st.integers(-(10**12), 10**12) | st.text(max_size=12)
DOCUMENTS = st.recursive(
    st.dictionaries(st.text(max_size=5), SCALARS, min_size=1, max_size=4),
    lambda inner: st.dictionaries(
        st.text(max_size=5), SCALARS | inner | st.lists(SCALARS | inner, max_size=4), max_size=4
    ),
    max_leaves=20,
)
VALUES = SCALARS | st.lists(SCALARS, max_size=3) | st.dictionaries(st.text(max_size=5), SCALARS, max_size=3)
INDENTS = st.sampled_from([None, 1, 2, "\t"])


def _expected(data: Any, edits: list[Edit], pointer: str = "") -> Any:
    """What stands at a pointer after the edits, said once more without any text."""
    for edit in reversed(edits):
        if edit.pointer == pointer and edit.action in {"set", "copy"}:
            return edit.value if edit.action == "set" else follow_pointer(data, edit.source)
    here = follow_pointer(data, pointer)
    gone = {
        edit.pointer if edit.action == "remove" else edit.source for edit in edits if edit.action in {"remove", "move"}
    }
    if isinstance(here, dict):
        members = {key: _expected(data, edits, join(pointer, key)) for key in here if join(pointer, key) not in gone}
        added = [e for e in edits if e.action == "set" and e.pointer.rpartition("/")[0] == pointer and e.pointer]
        return members | {split(e.pointer)[-1]: e.value for e in added if split(e.pointer)[-1] not in here}
    if isinstance(here, list):
        members: list[Any] = []
        for index in range(len(here) + 1):
            at = join(pointer, index)
            for edit in edits:
                if edit.pointer == at and edit.action == "insert":
                    members.append(edit.value)
                elif edit.pointer == at and edit.action == "move":
                    members.append(_expected(data, edits, edit.source))
            if index < len(here) and at not in gone:
                members.append(_expected(data, edits, at))
        return members
    return here


@st.composite
def _batches(draw: Any, data: Any) -> list[Edit]:
    """Edits that may lie within each other; each value is set once."""
    places = [pointer for pointer, _ in walk_values(data, "")]
    gaps = [
        join(pointer, index)
        for pointer, value in walk_values(data, "")
        if isinstance(value, list)
        for index in range(len(value) + 1)
    ]
    objects = [pointer for pointer, value in [("", data), *walk_values(data, "")] if isinstance(value, dict)]
    edits = []
    if places:
        edits += [
            Edit("x", p, "set", draw(VALUES)) for p in draw(st.lists(st.sampled_from(places), max_size=3, unique=True))
        ]
        gone = draw(st.lists(st.sampled_from(places), max_size=4, unique=True))
        split_at = draw(st.integers(0, len(gone)))
        edits += [Edit("x", pointer, "remove") for pointer in gone[:split_at]]
        for source in gone[split_at:] if gaps else []:
            to = draw(st.sampled_from(gaps))
            if not to.startswith(f"{source}/"):
                edits.append(Edit("x", to, "move", source=source))
    if gaps:
        edits += [Edit("x", gap, "insert", draw(VALUES)) for gap in draw(st.lists(st.sampled_from(gaps), max_size=4))]
    for pointer in draw(st.lists(st.sampled_from(objects), max_size=2, unique=True)):
        key = draw(st.text(max_size=5))
        if key not in follow_pointer(data, pointer):
            behind = draw(st.sampled_from([None, "", *follow_pointer(data, pointer)]))
            edits.append(Edit("x", join(pointer, key), "set", draw(VALUES), behind=behind))
    return list(draw(st.permutations(edits)))


@pytest.mark.lambat
@given(DOCUMENTS, INDENTS, st.booleans(), st.data())
def test_the_text_says_what_the_edits_say(data: Any, indent: Any, ascii_only: bool, draw: Any) -> None:
    text = json.dumps(data, indent=indent, ensure_ascii=ascii_only)
    edits = draw.draw(_batches(data))
    assert json.loads(apply_edits(text, edits)) == _expected(data, edits)


@pytest.mark.lambat
@given(DOCUMENTS, INDENTS, st.data())
def test_line_ends_and_the_mark_of_order_stay(data: Any, indent: Any, draw: Any) -> None:
    text = json.dumps(data, indent=indent) + "\n"
    edits = draw.draw(_batches(data))
    plain = apply_edits(text, edits)
    assert apply_edits("\ufeff" + text.replace("\n", "\r\n"), edits) == "\ufeff" + plain.replace("\n", "\r\n")


@pytest.mark.lambat
@given(DOCUMENTS, INDENTS, st.data())
def test_edits_of_different_places_come_in_any_order(data: Any, indent: Any, draw: Any) -> None:
    text = json.dumps(data, indent=indent)
    edits = draw.draw(_batches(data))
    assume(max(Counter(edit.pointer for edit in edits).values(), default=0) <= 1)
    assume(all(edit.behind is None for edit in edits))
    assert apply_edits(text, draw.draw(st.permutations(edits))) == apply_edits(text, edits)


@given(DOCUMENTS, INDENTS, st.booleans(), st.data())
def test_values_set_and_set_back_leave_the_old_text(data: Any, indent: Any, ascii_only: bool, draw: Any) -> None:
    text = json.dumps(data, indent=indent, ensure_ascii=ascii_only)
    leaves = [pointer for pointer, value in walk_values(data, "") if not isinstance(value, list | dict)]
    chosen = draw.draw(st.lists(st.sampled_from(leaves), unique=True)) if leaves else []
    changed = apply_edits(text, [Edit("x", pointer, "set", draw.draw(SCALARS)) for pointer in chosen])
    back = apply_edits(changed, [Edit("x", pointer, "set", follow_pointer(data, pointer)) for pointer in chosen])
    if not ascii_only:
        assert back == text
    for pointer in set(leaves) - set(chosen):
        assert _raw(changed, pointer) == _raw(text, pointer)


@given(DOCUMENTS, INDENTS, st.data())
def test_what_is_inserted_and_removed_again_leaves_the_old_text(data: Any, indent: Any, draw: Any) -> None:
    text = json.dumps(data, indent=indent, ensure_ascii=False)
    full = [pointer for pointer, value in walk_values(data, "") if isinstance(value, list) and len(value) > 1]
    if full:
        pointer = draw.draw(st.sampled_from(full))
        at = join(pointer, draw.draw(st.integers(0, len(follow_pointer(data, pointer)))))
        changed = apply_edits(text, [Edit("x", at, "insert", draw.draw(VALUES))])
        assert apply_edits(changed, [Edit("x", at, "remove")]) == text


@given(
    st.lists(st.integers(0, 99), min_size=2, max_size=9),
    st.integers(0, 8),
    st.sampled_from(["insert", "remove", "set"]),
)
def test_only_the_lines_that_change_are_touched(old: list[int], at: int, action: Any) -> None:
    at = min(at, len(old) - 1)
    new = [*old[:at], *([] if action == "remove" else [100]), *old[at + (action != "insert") :]]
    text = apply_edits(json.dumps({"a": old, "b": 1}, indent=4), [Edit("x", f"/a/{at}", action, 100)])
    assert text == json.dumps({"a": new, "b": 1}, indent=4)


def _raw(text: str, pointer: str) -> str:
    """The value at a pointer as it is written."""
    return Source(Path("x"), "x", text).raw(pointer)


TEXT = """{
  "nama": "Dinas \\u2013 Koperasi",
  "pagu":   1.50,
  "baris": [
    {"kode": "1", "nama": "satu"},
    {"kode": "2",
     "nama": "dua"}
  ],
  "kosong": []
}
"""


def _made(*edits: Edit) -> str:
    return apply_edits(TEXT, edits)


def test_no_edits_no_change() -> None:
    assert apply_edits('{ "a":1 }', []) == '{ "a":1 }'


def test_a_new_key_stands_behind_the_one_named() -> None:
    made = _made(
        Edit("x", "/baris/0/bidang", "set", "Umum", behind="kode"), Edit("x", "/baris/1/no", "set", 7, behind="")
    )
    expected = TEXT.replace('"1", ', '"1", "bidang": "Umum", ').replace('{"kode": "2",', '{"no": 7,\n     "kode": "2",')
    assert made == expected


def test_a_row_that_is_moved_keeps_its_writing_and_its_edits() -> None:
    made = _made(Edit("x", "/baris/0", "move", source="/baris/1"), Edit("x", "/baris/1/nama", "set", "baru"))
    first, second = '{"kode": "1", "nama": "satu"}', '{"kode": "2",\n     "nama": "dua"}'
    assert made == TEXT.replace(f"{first},\n    {second}", f"{second},\n    {first}").replace('"dua"', '"baru"')


def test_a_list_gets_its_first_rows_and_loses_its_last() -> None:
    made = _made(
        Edit("x", "/kosong/0", "insert", {"a": [1]}),
        Edit("x", "/kosong/0", "insert", "b"),
        Edit("x", "/baris/0", "remove"),
        Edit("x", "/baris/1", "remove"),
    )
    start, end = TEXT.index("[\n"), TEXT.index('],\n  "kosong"')
    filled = '[\n    {\n      "a": [\n        1\n      ]\n    },\n    "b"\n  ]'
    assert made == (TEXT[:start] + "[" + TEXT[end:]).replace('"kosong": []', f'"kosong": {filled}')


def test_a_copy_takes_what_stood_there_before_as_it_was_written() -> None:
    made = _made(Edit("x", "/kosong", "copy", source="/pagu"), Edit("x", "/pagu", "copy", source="/baris"))
    assert '"kosong": 1.50\n' in made
    assert '"pagu":   [\n    {"kode": "1", ' in made


def test_lines_that_are_copied_are_indented_as_those_where_they_come_to_stand() -> None:
    text = '{\n  "a": {\n    "b": [\n      "x",\n      "y"\n    ]\n  },\n  "c": null\n}'
    made = apply_edits(text, [Edit("x", "/c", "copy", source="/a/b")])
    assert made.endswith('  "c": [\n    "x",\n    "y"\n  ]\n}')


def test_letters_are_set_within_a_text_and_the_others_stay_as_written() -> None:
    made = _made(Edit("x", "/nama", "set", "Usaha", span=(8, 16)), Edit("x", "/nama", "set", '"Badan"', span=(0, 5)))
    assert made == TEXT.replace("Dinas \\u2013 Koperasi", '\\"Badan\\" \\u2013 Usaha')


@pytest.mark.parametrize(
    "edit",
    [
        Edit("x", "/tidak/ada", "set", 1),
        Edit("x", "/baris/2", "set", 1),
        Edit("x", "/baris/3", "insert", 1),
        Edit("x", "/baris/2", "remove"),
        Edit("x", "/nama/x", "set", 1),
        Edit("x", "/baris/a", "insert", 1),
        Edit("x", "/nama", "insert", 1),
        Edit("x", "/kosong/0", "move", source="/baris/2"),
        Edit("x", "/baris/0/daftar/0", "move", source="/baris/0"),
        Edit("x", "/kosong", "copy", source="/tidak"),
    ],
)
def test_an_edit_of_what_is_not_there_is_refused(edit: Edit) -> None:
    with pytest.raises(ValueError, match=f"x: {edit.action} finds nothing at '{edit.pointer}'"):
        _made(edit)


def test_files_are_read_and_a_new_one_is_made_whole(tmp_path: Path) -> None:
    tmp_path.joinpath("a.json").write_bytes(b'\xef\xbb\xbf{\r\n"a": 1}')
    edits = [Edit("a.json", "/a", "set", 2), Edit("b.json", "", "set", {"b": ["c"]})]
    made = write_texts(tmp_path, edits)
    assert made == {"a.json": '\ufeff{\r\n"a": 2}', "b.json": '{\n  "b": [\n    "c"\n  ]\n}\n'}
    assert not (tmp_path / "b.json").exists()
