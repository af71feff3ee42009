"""Packs parts as no program would: names twice or leading out, sizes that lie, entries that overlap, bombs, locks."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib

_NAMES = [
    "../{}",
    "/{}",
    "..\\{}",
    "C:\\{}",
    "{}\0.xml",
    "{}/",
    "./{}",
    "{} ",
    "{}" + "x" * 3000,
    "//server/{}",
    "\u202e{}",
    "CON",
]


def pack(parts: dict[str, bytes], chance: random.Random) -> bytes:
    """The parts as a zip that is wrong in one way."""
    entries = list(parts.items())
    name, data = chance.choice(entries)
    match chance.randrange(12):
        case 0:
            entries.append((name, chance.choice([data, b"", b"<x/>", data[::-1]])))
        case 1:
            entries.append((chance.choice(_NAMES).format(name), data))
        case 2:
            entries = [(chance.choice(_NAMES).format(one) if one == name else one, text) for one, text in entries]
        case 3:
            entries += [(f"x{number}.xml", b"") for number in range(6_000)]
        case 4:
            entries.append(("word/media/x.png", bytes(chance.choice([2, 30]) << 20)))
        case 5:
            entries.append((name.upper(), data))
        case _:
            return _lie(_zip(entries), chance)
    return _zip(entries)


def _zip(entries: list[tuple[str, bytes]]) -> bytes:
    """Written by hand, because the library refuses what is wanted here."""
    made, directory = io.BytesIO(), io.BytesIO()
    for name, data in entries:
        raw = name.encode("utf-8", "surrogatepass")
        packer = zlib.compressobj(1, zlib.DEFLATED, -15)
        packed = packer.compress(data) + packer.flush()
        head = struct.pack("<HHHHHLLLHH", 20, 0x800, 8, 0, 33, zlib.crc32(data), len(packed), len(data), len(raw), 0)
        at = made.tell()
        made.write(b"PK\3\4" + head + raw + packed)
        directory.write(b"PK\1\2\x14\0" + head + struct.pack("<HHHLL", 0, 0, 0, 0, at) + raw)
    end = struct.pack("<HHHHLLH", 0, 0, len(entries) & 0xFFFF, len(entries) & 0xFFFF, directory.tell(), made.tell(), 0)
    return made.getvalue() + directory.getvalue() + b"PK\5\6" + end


def _lie(raw: bytes, chance: random.Random) -> bytes:
    """A zip whose entries say what is not so."""
    data = bytearray(raw)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        start = archive.start_dir
    places = [at for at in range(start, len(data) - 46) if data[at : at + 4] == b"PK\1\2"]
    at, other = chance.choice(places), chance.choice(places)
    match chance.randrange(9):
        case 0:  # locked
            data[at + 8] |= 1
        case 1:  # a kind of packing that nobody knows
            struct.pack_into("<H", data, at + 10, chance.choice([0, 1, 9, 12, 14, 93, 99]))
        case 2:  # check sum
            struct.pack_into("<L", data, at + 16, chance.randrange(2**32))
        case 3:  # sizes
            struct.pack_into("<L", data, at + 24, chance.choice([0, 1, 2**31, 2**32 - 1]))
        case 4:
            struct.pack_into("<L", data, at + 20, chance.choice([0, 1, 2**31, 2**32 - 1]))
        case 5:  # two that overlap
            data[at + 42 : at + 46] = data[other + 42 : other + 46]
        case 6:  # an entry outside
            struct.pack_into("<L", data, at + 42, chance.choice([2**31, 2**32 - 1, len(data), start]))
        case 7:  # a directory that says other numbers
            struct.pack_into("<HH", data, len(data) - 14, chance.choice([0, 1, 65535]), chance.choice([0, 1, 65535]))
        case _:
            length = chance.choice([0, 4, len(data) // 2, len(data) - 10])
            return bytes(data[:length]) if chance.random() < 0.5 else b"x" * length + bytes(data)
    return bytes(data)
