"""`renjadoc aturan`: every rule explained, with an example that fails and one that passes."""

from __future__ import annotations

import click

from renjadoc.terminal import say_text


@click.command()
@click.argument("kode", required=False)
@click.option("--markdown", is_flag=True, help="Seluruh penjelasan sebagai halaman Markdown.")
def command(kode: str | None, markdown: bool) -> int:
    """Menjelaskan aturan pemeriksaan: semua, atau satu menurut KODE-nya (misalnya RJ205)."""
    from renjadoc.checks import manual
    from renjadoc.matching import find_near

    if markdown:
        say_text(manual.write_page())
    elif kode is None:
        say_text("\n".join(manual.list_rules()))
    elif (code := kode.upper()) in manual.EXPLAINED:
        say_text("\n".join(manual.explain_rule(code)))
    else:
        near = find_near(code, manual.EXPLAINED)
        meant = f" Mungkin maksudnya {near}." if near else ""
        raise click.BadParameter(f"aturan {kode} tidak ada.{meant} Daftarnya: renjadoc aturan", param_hint="KODE")
    return 0
