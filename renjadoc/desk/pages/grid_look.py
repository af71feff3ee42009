"""How a table looks as a grid: its heads, which cells are tinted, how each is typed into, what is offered there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nicegui import ui

from renjadoc.desk.grids import DEPTH, FILLED, ID, LEVEL, OPEN, Grid, GridRow
from renjadoc.tables.layout import Column

_LOOK = """
.terhitung { background: #e9ecef; color: #333f48 } .body--dark .terhitung { background: #2f353b; color: #e3e8ec }
.belum-diisi { background: #fff6d6 } .body--dark .belum-diisi { background: #4a4220 }
.nicegui-aggrid .ag-cell { line-height: 1.35; padding: 6px 8px; white-space: pre-line }
.baris-induk { font-weight: 600 }
"""
#: Offers what may be chosen in the column whose cell begins to be typed into; anything else may be typed too.
CHOOSE = """(event) => {
    const input = document.activeElement;
    if (input?.tagName === "INPUT" && document.getElementById("pilihan-" + event.colId))
        input.setAttribute("list", "pilihan-" + event.colId);
}"""
#: A character of the width that a sheet states takes so many pixels here.
_PIXELS = 8
#: Columns that stay in sight leave room for the others, on a small screen too.
_WIDEST_PINNED = 150
_IS_FILLED = f"params.data.{FILLED}.includes(params.colDef.field)"
#: Texts of several lines need an editor that keeps them; others are typed on one line, with choices.
_EDITOR = (
    "(params) => /\\n/.test(params.value ?? '') || (params.value ?? '').length > 60"
    " ? {component: 'agLargeTextCellEditor', popup: true, params: {maxLength: 32000}} : {component: 'agTextCellEditor'}"
)


def describe_grid(grid: Grid, rows: list[GridRow]) -> dict[str, Any]:
    """The options of the grid."""
    ui.add_css(_LOOK)
    layout = grid.table.layout
    described = [(head, _describe_column(column, head[-1])) for column, head in grid.heads()]
    pinned = [column for head, column in described[: layout.frozen] if len(head) == 1]
    if layout.has_levels:
        pinned.insert(0, {"headerName": "Tingkat", "field": LEVEL, "width": 96, "cellClass": "terhitung"})
    for column in pinned:
        column["pinned"] = "left"
        column["width"] = min(column["width"], _WIDEST_PINNED)
    columns = _nest_heads([one for one in described if one[1] not in pinned])
    is_deep = any("children" in column for column in columns)
    # Without a group of its own the library leaves a row of heads without any, which screen readers stumble over.
    columns = [{"headerName": "Baris", "children": pinned}, *columns] if is_deep and pinned else [*pinned, *columns]
    return {
        "columnDefs": columns,
        "rowData": rows,
        "defaultColDef": {"sortable": False, "resizable": True, "wrapHeaderText": True, "autoHeaderHeight": True,
                          "wrapText": True, "autoHeight": True, "suppressMovable": True},
        ":getRowId": f"(params) => params.data.{ID} || 'jumlah'",
        "rowClassRules": {"baris-induk": f"data.{DEPTH} === 0 && {str(layout.has_levels).lower()}"},
        "suppressFieldDotNotation": True,
        "stopEditingWhenCellsLoseFocus": True,
        "singleClickEdit": False,
        "enterNavigatesVerticallyAfterEdit": True,
        # While one types, Tab goes to the next cell as in Excel; else it leads out, and arrows lead through the cells.
        ":tabToNextCell": "(params) => params.editing && params.nextCellPosition || false",
        ":tabToNextHeader": "() => false",
        "ensureDomOrder": True,
        "localeText": {"noRowsToShow": "Belum ada baris"},
    }  # fmt: skip


def _describe_column(column: Column, head: str) -> dict[str, Any]:
    right = column.kind is not None and column.kind.whole
    return {
        "headerName": head,
        "field": column.id,
        "width": max(92, int(column.width * _PIXELS)),
        ":editable": f"(params) => {_IS_FILLED}",
        ":cellEditorSelector": _EDITOR,
        "cellStyle": {"textAlign": "right"} if right else {},
        "cellClassRules": {
            "terhitung": f"!data.{FILLED}.includes(colDef.field)",
            "belum-diisi": f"data.{OPEN}.includes(colDef.field)",
        },
    }


def _nest_heads(columns: list[tuple[tuple[str, ...], dict[str, Any]]]) -> list[dict[str, Any]]:
    """Columns below the heads that they share, as they are printed."""
    nested: list[dict[str, Any]] = []
    for head, column in columns:
        level = nested
        for title in head[:-1]:
            if not level or level[-1].get("headerName") != title or "children" not in level[-1]:
                level.append({"headerName": title, "children": []})
            level = level[-1]["children"]
        level.append(column)
    return nested


def offer_choices(choices: dict[str, list[str]]) -> None:
    """The lists that `CHOOSE` offers, by the id of their column."""
    for id, offered in choices.items():
        with ui.element("datalist").props(f"id=pilihan-{id}"):
            for choice in offered:
                ui.element("option").props["value"] = choice


def draw_row_button(icon: str, label: str, act: Callable[[], Any]) -> None:
    """One of the buttons of the row that is chosen."""
    ui.button(label, icon=icon, on_click=act).props("flat dense no-caps size=13px")
