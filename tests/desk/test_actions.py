"""Every action of the page is tried; what is written there is what Excel, Word and the commands would write."""

from __future__ import annotations

import ast
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from nicegui import ui

from renjadoc.edits.history import list_actions as list_past
from renjadoc.pipeline import DocumentOrder, make_document
from tests.conftest import ROOT
from tests.desk.simulation import Visitor, address_of, visit
from tests.desk.twins import read, read_all, replace_paragraph, run

PAGES = ROOT / "renjadoc" / "desk" / "pages"
#: What an action of the page begins with, so that nothing it does goes unseen here.
WRITERS = {"do_and_tell", "write_edits", "write_words"}
SUB = "/program/0/kegiatan/0/sub_kegiatan/0"


# Written here


def test_a_paragraph_typed_here_is_what_serap_writes(root: Path, folder: Path, twin: Path) -> None:
    docx = root.parent / "suntingan.docx"
    make_document(DocumentOrder(twin, docx, page_numbers=False))
    run("serap", replace_paragraph(docx), twin, "--ya")

    async def story(page: Visitor) -> None:
        await page.go(address_of(folder, "isi/bab/bab-1"))
        editors = await page.await_that(lambda: page.list_kind(ui.editor))
        editor = next(one for one in editors if "Selama tahun berjalan" in one.value)
        with page.user:
            editor.value = editor.value.replace("Selama tahun", "Sepanjang tahun")
        page.send(editor, "blur", None)
        await page.see("Tersimpan")

    visit(root, story)
    assert read_all(folder) == read_all(twin) != read_all(ROOT / "content" / "2021")


def test_what_was_edited_in_word_is_absorbed_first(root: Path, folder: Path, twin: Path) -> None:
    made = root / "Renja-2021-Dinkop-UKM.docx"
    make_document(DocumentOrder(folder, made, page_numbers=False))
    edited = replace_paragraph(made)
    if edited != made:
        shutil.copyfile(edited, made)
    kept = made.read_bytes()

    async def story(page: Visitor) -> None:
        await page.go(address_of(folder, "lihat"))
        await page.press("Buat dokumen")
        await page.press("Serap suntingannya")
        await page.press("Terima")
        await page.see("1 perubahan ditulis.")

    visit(root, story)
    assert made.read_bytes() == kept
    run("serap", made, twin, "--ya")
    assert read_all(folder) == read_all(twin) != read_all(ROOT / "content" / "2021")


def test_a_logo_is_kept_and_named(root: Path, folder: Path) -> None:
    logo = (ROOT / "content" / "2021" / "gambar" / "logo.png").read_bytes()

    async def story(page: Visitor) -> None:
        await page.go(address_of(folder, "isi/sampul"))
        await page.drop("Ganti: Lambang daerah di sampul (PNG atau JPEG)", ("Lambang Baru.png", logo))
        await page.await_that(lambda: read(folder, "dokumen.json")["logo"] == "gambar/lambang-baru.png")

    async def spoil(page: Visitor) -> None:
        await page.go(address_of(folder, "isi/sampul"))
        await page.drop("Ganti: Lambang daerah di sampul (PNG atau JPEG)", ("lambang.png", b"<svg onload=x>"))
        await page.see("ukan gambar PNG atau JPEG yang utuh")

    visit(root, story)
    visit(root, spoil)
    assert (folder / "gambar" / "lambang-baru.png").read_bytes() == logo
    assert read(folder, "dokumen.json")["logo"] == "gambar/lambang-baru.png"


def test_a_rule_is_woken_again(root: Path, folder: Path) -> None:
    path = folder / "dokumen.json"
    before = path.read_bytes()
    data = json.loads(before)
    data["aturan_dimatikan"] = {"RJ508": "diputus bersama Bappeda"}
    path.write_text(json.dumps(data), "utf-8")

    async def story(page: Visitor) -> None:
        await page.go(address_of(folder, "periksa"))
        await page.press("Periksa RJ508 lagi")
        await page.await_that(lambda: not read(folder, "dokumen.json")["aturan_dimatikan"])
        await page.await_that(lambda: not page.find(ui.button, "Periksa RJ508 lagi"))

    visit(root, story)


def test_another_form_of_a_table_is_that_of_bentuk(root: Path, folder: Path, twin: Path) -> None:
    async def story(page: Visitor) -> None:
        await page.go(address_of(folder, "isi/tabel/evaluasi"))
        await page.fill("Bentuk tabel", "permendagri-86")
        await page.press("Ganti bentuk tabel")
        await page.press("Ganti")
        await page.await_that(lambda: read(folder, "tabel/evaluasi.json").get("bentuk") == "permendagri-86")

    visit(root, story)
    run("bentuk", twin, "evaluasi", "permendagri-86", "--ya")
    assert read_all(folder) == read_all(twin) != read_all(ROOT / "content" / "2021")


def test_columns_and_tables_go_and_come_back(root: Path, folder: Path) -> None:
    table = {"jenis": "bebas", "judul": ["Aset"], "kolom": [{"judul": "A"}, {"judul": "B"}], "baris": [["a", 1]]}
    path = folder / "tabel" / "aset.json"
    path.write_text(json.dumps(table), "utf-8")
    before = read_all(folder)

    async def narrow(page: Visitor) -> None:
        await page.go(address_of(folder, "isi/tabel/aset"))
        await page.press("Hapus kolom B")
        await page.press("Hapus")
        await page.await_that(lambda: read(folder, "tabel/aset.json")["baris"] == [["a"]])

    async def remove(page: Visitor) -> None:
        await page.go(address_of(folder, "isi/tabel/aset"))
        await page.press("Hapus tabel ini")
        await page.press("Hapus")
        await page.await_that(lambda: not path.exists())

    visit(root, narrow)
    visit(root, remove)
    for action in list_past(folder)[:2]:
        run("urungkan", folder, action.name)
    assert read_all(folder) == before


def test_a_part_that_goes_comes_back(root: Path, folder: Path) -> None:
    path = folder / "kata-pengantar.json"
    path.write_text('{"judul": "Kata Pengantar", "isi": ["Puji syukur."]}', "utf-8")
    before = read_all(folder)

    async def tick(page: Visitor) -> None:
        await page.go(address_of(folder, "isi/bab/kata-pengantar"))
        boxes = await page.await_that(lambda: page.list_kind(ui.checkbox))
        with page.user:
            boxes[0].value = True
        await page.await_that(lambda: read_all(folder) != before)

    async def remove(page: Visitor) -> None:
        await page.go(address_of(folder, "isi/bab/kata-pengantar"))
        await page.press("Hapus Kata Pengantar")
        await page.press("Hapus")
        await page.await_that(lambda: not path.exists())

    visit(root, tick)
    visit(root, remove)
    for action in list_past(folder)[:2]:
        run("urungkan", folder, action.name)
    assert read_all(folder) == before


# Nothing is left out


def list_actions() -> Iterator[str]:
    """Every place of the page that does something: `module.function`."""
    for path in sorted(PAGES.rglob("*.py")):
        for holder in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(holder, ast.FunctionDef | ast.AsyncFunctionDef) and _does_something(holder):
                yield f"{path.stem}.{holder.name}"


def _does_something(holder: ast.AST) -> bool:
    """Whether a function itself, not one within it, calls what acts."""
    waiting = list(ast.iter_child_nodes(holder))
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in WRITERS:
            return True
        waiting += ast.iter_child_nodes(node)
    return False


#: Which test shows what each action does to the folder.
TRIED = {
    "adoption._adopt_dropped": "test_a_folder_of_old_documents_is_that_of_adopsi_and_tells_what_it_tells",
    "amendment.make_amendment": "test_an_amendment_is_that_of_perubahan",
    "asking.write_and_go": "test_headings_parts_and_tables_are_changed_on_the_page",
    "carried._confirm_entry": "test_what_was_carried_is_confirmed_as_by_gulir",
    "carried._confirm_file": "test_what_was_carried_is_confirmed_as_by_gulir",
    "column_editor._remove_column": "test_columns_and_tables_go_and_come_back",
    "comparing.show_differences": "test_a_renja_is_held_against_its_own_past",
    "writing_desk.write": "test_a_paragraph_typed_here_is_what_serap_writes",
    "chapter.give_out": "test_the_chapter_that_is_given_out_is_that_of_telaah",
    "cover.keep_answers": "test_a_remark_is_ticked_off",
    "cover.keep_more": "test_the_mission_and_the_outline_are_changed_as_by_bentuk",
    "cover.take_picture": "test_a_logo_is_kept_and_named",
    "cover.write": "test_a_logo_is_kept_and_named",
    "everything.keep_names": "test_offices_arrive_and_the_missing_are_told",
    "everything.take_ceilings": "test_offices_arrive_and_the_missing_are_told",
    "findings._learn_word": "test_a_finding_leads_to_its_cell_and_is_set_aside_or_learnt",
    "findings._rest_rule": "test_a_finding_leads_to_its_cell_and_is_set_aside_or_learnt",
    "findings._wake_rule": "test_a_rule_is_woken_again",
    "findings.go_on": "test_a_finding_leads_to_its_cell_and_is_set_aside_or_learnt",
    "history.bring_back": "test_a_workbook_is_taken_as_by_excel_impor_and_a_cell_typed_here_says_the_same",
    "incoming._go_on": "test_several_workbooks_are_taken_one_after_the_other",
    "incoming.export": "test_the_workbook_of_a_bidang_is_that_of_excel_ekspor",
    "incoming.give_review_copy": "test_the_chapter_that_is_given_out_is_that_of_telaah",
    "incoming.take_file": "test_a_workbook_is_taken_as_by_excel_impor_and_a_cell_typed_here_says_the_same",
    "incoming_plan._accept_ticked": "test_a_workbook_is_taken_as_by_excel_impor_and_a_cell_typed_here_says_the_same",
    "next_year._roll_and_show": "test_next_year_is_that_of_gulir",
    "outline_change._plan_change": "test_the_mission_and_the_outline_are_changed_as_by_bentuk",
    "outline_change._take_plan": "test_the_mission_and_the_outline_are_changed_as_by_bentuk",
    "part_tools.change": "test_a_part_that_goes_comes_back",
    "preview._begin_drawing": "test_the_document_is_that_of_buat",
    "preview._make_document": "test_the_document_is_that_of_buat",
    "preview.absorb": "test_what_was_edited_in_word_is_absorbed_first",
    "printed_page._list_texts": "test_a_page_leads_to_its_texts",
    "remarks._settle_remark": "test_a_document_that_came_back_is_taken_as_by_serap_and_its_remark_ticked_off",
    "remarks.make_copy": "test_the_review_copy_is_that_of_telaah_of_these_chapters_since_that_year",
    "start.begin_folder": "test_a_folder_of_answers_is_that_of_baru",
    "table_editor._write": "test_a_workbook_is_taken_as_by_excel_impor_and_a_cell_typed_here_says_the_same",
    "table_editor.take": "test_a_row_is_filled_from_the_nomenclature",
    "table_facts._plan_form": "test_a_table_changes_its_form_as_by_bentuk_and_goes",
    "table_facts._remove_table": "test_columns_and_tables_go_and_come_back",
    "table_facts._take_form": "test_a_table_changes_its_form_as_by_bentuk_and_goes",
    "words.keep_words": "test_words_are_written_and_stand_in_the_history",
}  # fmt: skip


def test_every_action_of_the_page_is_tried() -> None:
    """A new action needs a test of the files that it leaves, named in TRIED."""
    assert set(list_actions()) == set(TRIED)
    tests = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    assert not [name for name in TRIED.values() if f"def {name}(" not in tests]
