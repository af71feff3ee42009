"""`renjadoc aturan`: every rule explained, with an example that fails and one that passes."""

from __future__ import annotations

import click

from renjadoc.terminal import say


@click.command()
@click.argument("kode", required=False)
@click.option("--markdown", is_flag=True, help="Seluruh penjelasan sebagai halaman Markdown.")
def command(kode: str | None, markdown: bool) -> int:
    """Menjelaskan aturan pemeriksaan: semua, atau satu menurut KODE-nya (misalnya RJ205)."""
    from difflib import get_close_matches

    from renjadoc.checks import manual

    if markdown:
        say(manual.write_page())
    elif kode is None:
        say("\n".join(manual.list_rules()))
    elif (code := kode.upper()) in manual.EXPLAINED:
        say("\n".join(manual.explain_rule(code)))
    else:
        near = get_close_matches(code, manual.EXPLAINED, 1, 0.6)
        meant = f" Mungkin maksudnya {near[0]}." if near else ""
        raise click.BadParameter(f"aturan {kode} tidak ada.{meant} Daftarnya: renjadoc aturan", param_hint="KODE")
    return 0
