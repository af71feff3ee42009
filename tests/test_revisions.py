"""A folder of the past, read from git: every name of a revision, every trap in a repository that came by mail."""

from __future__ import annotations

import os
import shutil
import stat
import struct
import subprocess
import zlib
from collections.abc import Callable
from hashlib import sha1
from pathlib import Path

import pytest

from renjadoc import cli, revisions
from renjadoc.revisions import RevisionError, unpack_revision

FOLDER = Path("arsip", "isi")
DRAFTS = ["pertama", "kedua", "ketiga"]


def git(*arguments: str, cwd: Path = Path()) -> str:
    named = ["-c", "user.name=Contoh", "-c", "user.email=contoh@contoh.example", "-c", "protocol.file.allow=always"]
    made = subprocess.run(["git", *named, *arguments], cwd=cwd, check=True, capture_output=True, text=True)
    return made.stdout.strip()


def commit(text: str) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "bab-1.json").write_text(text)
    git("add", "-A")
    git("commit", "-qm", text[:20])


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three drafts of arsip/isi, below the root of a repository; the second has a tag and a branch."""
    (tmp_path / "repo").mkdir()
    monkeypatch.chdir(tmp_path / "repo")
    git("init", "-q", "-b", "utama")
    for draft in DRAFTS:
        commit(draft)
        if draft == "kedua":
            git("tag", "-a", "ranwal", "-m", "rancangan awal")
            git("tag", "ringan")
            git("branch", "dinas/telaah-é")
    return tmp_path / "repo"


def read(revision: str, content: Path = FOLDER, file: str = "bab-1.json") -> str:
    root = Path("hasil").resolve()
    shutil.rmtree(root, ignore_errors=True)
    unpack_revision(content, revision, root)
    return (root / file).read_text()


def refusal(revision: str = "HEAD", content: Path = FOLDER) -> str:
    with pytest.raises(RevisionError) as refused:
        read(revision, content)
    return f"{refused.value.path}: {refused.value}"


# Names


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    ("revision", "draft"),
    [
        ("HEAD", 2), ("@", 2), ("HEAD~", 1), ("HEAD^", 1), ("HEAD~2", 0), ("HEAD~1^", 0), ("@~1", 1), ("HEAD^0", 2),
        ("utama", 2), ("utama~1", 1), ("refs/heads/utama", 2), ("heads/utama", 2), ("dinas/telaah-é", 1),
        ("ranwal", 1), ("ranwal~1", 0), ("ringan", 1), ("refs/tags/ranwal", 1),
    ],
)  # fmt: skip
def test_every_name_of_a_revision(repository: Path, revision: str, draft: int, packed: bool) -> None:
    if packed:
        git("gc", "-q")
        assert not (repository / ".git" / "refs" / "heads" / "utama").exists()
    assert read(revision) == DRAFTS[draft]


@pytest.mark.parametrize("packed", [False, True])
def test_hashes_short_and_full(repository: Path, packed: bool) -> None:
    full = git("rev-parse", "HEAD~1")
    if packed:
        git("gc", "-q")
    for stated in (full, full[:7], full[:12]):
        assert read(stated) == "kedua"
        assert read(f"{stated}~1") == "pertama"


def test_changes_of_a_packed_file_are_put_together(repository: Path) -> None:
    texts = [f"awal {draft} " + " ".join(map(str, range(20_000))) for draft in DRAFTS]
    for text in texts:
        commit(text)
    git("repack", "-adfq", "--depth=50")
    assert [read(f"HEAD~{2 - place}") for place in range(3)] == texts


@pytest.mark.parametrize("revision", ["tidak-ada", "HEAD~3", "HEAD^2", "HEAD~9999999999", "", "HEAD:arsip", ":/kedua",
                                      "--output=x", "-c", "config", "../../../dev/zero", "objects", "HEAD..utama",
                                      "\udcff"])  # fmt: skip
def test_what_is_no_revision(repository: Path, revision: str) -> None:
    assert "bukan versi git dari folder ini" in refusal(revision)


def test_the_root_of_a_repository_and_a_folder_that_is_new(repository: Path) -> None:
    assert read("HEAD", Path(), "arsip/isi/bab-1.json") == "ketiga"
    Path("baru").mkdir()
    assert "folder ini belum ada pada versi itu" in refusal("HEAD", Path("baru"))


def test_worktrees_and_submodules(repository: Path) -> None:
    git("worktree", "add", "-q", "../lain", "ranwal")
    assert read("HEAD", Path("../lain", FOLDER)) == "kedua"
    assert read("utama", Path("../lain", FOLDER)) == "ketiga"
    Path("../induk").mkdir()
    git("init", "-q", cwd=Path("../induk"))
    git("submodule", "add", "-q", str(repository), "dinas", cwd=Path("../induk"))
    assert read("HEAD", Path("../induk/dinas", FOLDER)) == "ketiga"


def test_a_folder_without_history(tmp_path: Path) -> None:
    assert "tidak disimpan dengan git" in refusal("HEAD", tmp_path)


# Traps: each would leave a mark


def put_trap(place: Path) -> str:
    """A program that leaves `jejak` beside the repository."""
    trap = place.resolve() / "jebakan.sh"
    trap.write_text(f"#!/bin/sh\ntouch '{place.resolve()}/jejak'\ncat\n")
    trap.chmod(0o755)
    return str(trap)


SETTINGS: dict[str, Callable[[str], list[tuple[str, str]]]] = {
    "smudge": lambda trap: [("filter.x.smudge", trap), ("filter.x.required", "true")],
    "process": lambda trap: [("filter.x.process", trap)],
    "textconv": lambda trap: [("diff.x.textconv", trap), ("diff.x.command", trap), ("diff.external", trap)],
    "fsmonitor": lambda trap: [("core.fsmonitor", trap)],
    "ssh": lambda trap: [("core.sshCommand", trap), ("remote.origin.url", "ssh://contoh.example/x"),
                         ("core.gitProxy", trap), ("core.askPass", trap), ("credential.helper", trap)],
    "pager": lambda trap: [("core.pager", trap), ("pager.archive", trap), ("core.editor", trap)],
    "alias": lambda trap: [("alias.archive", f"!{trap}"), ("alias.rev-parse", f"!{trap}")],
    "hooks": lambda trap: [("core.hooksPath", str(Path(trap).parent))],
    "tar": lambda trap: [("tar.tar.command", trap), ("tar.tar.gz.command", trap)],
    "gpg": lambda trap: [("gpg.program", trap), ("log.showSignature", "true")],
    "alternate refs": lambda trap: [("core.alternateRefsCommand", trap)],
    "worktree": lambda trap: [("core.worktree", str(Path(trap).parent))],
    "format": lambda trap: [("core.repositoryformatversion", "99")],
}  # fmt: skip


@pytest.mark.parametrize("trap", SETTINGS)
@pytest.mark.parametrize("included", [False, True])
def test_settings_of_a_repository_are_not_obeyed(repository: Path, trap: str, included: bool) -> None:
    file = repository / ("lain.config" if included else ".git/config")
    for key, value in SETTINGS[trap](put_trap(repository.parent)):
        git("config", "-f", str(file), key, value)
    if included:
        git("config", "-f", ".git/config", "include.path", str(file))
    (FOLDER / ".gitattributes").write_text("* filter=x diff=x merge=x export-subst\n")
    shutil.copy(FOLDER / ".gitattributes", repository / ".git" / "info" / "attributes")
    assert read("HEAD~1") == "kedua"
    assert not (repository.parent / "jejak").exists()


def test_the_trap_of_a_filter_is_a_real_one(repository: Path) -> None:
    """The mark appears when git itself is asked, as it was before."""
    git("config", "filter.x.smudge", put_trap(repository.parent))
    (repository / ".git" / "info" / "attributes").write_text("* filter=x\n")
    git("archive", "HEAD")
    assert (repository.parent / "jejak").exists()


def test_hooks_are_not_run(repository: Path) -> None:
    trap = put_trap(repository.parent)
    for name in ("post-checkout", "reference-transaction", "pre-auto-gc", "post-index-change", "fsmonitor-watchman"):
        shutil.copy(trap, repository / ".git" / "hooks" / name)
    assert read("HEAD") == "ketiga"
    assert not (repository.parent / "jejak").exists()


def test_what_a_partial_clone_lacks_is_not_fetched(repository: Path) -> None:
    trap = put_trap(repository.parent)
    blob = git("rev-parse", "HEAD:arsip/isi/bab-1.json")
    for key, value in (
        ("core.repositoryformatversion", "1"), ("extensions.partialClone", "origin"),
        ("remote.origin.promisor", "true"),
        ("remote.origin.url", str(repository)), ("remote.origin.uploadpack", trap), ("remote.origin.vcs", "ext"),
    ):  # fmt: skip
        git("config", key, value)
    path = repository / ".git" / "objects" / blob[:2] / blob[2:]
    path.chmod(stat.S_IWRITE | stat.S_IREAD)
    path.unlink()
    assert "tidak ada dalam riwayat git di komputer ini" in refusal()
    assert not (repository.parent / "jejak").exists()


def test_the_command_runs_nothing_of_a_folder_and_says_what_is_wrong(
    isi: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git("init", "-q", cwd=isi)
    git("add", "-A", cwd=isi)
    git("commit", "-qm", "awal", cwd=isi)
    git("config", "filter.x.smudge", put_trap(Path()), cwd=isi)
    (isi / ".git" / "info" / "attributes").write_text("* filter=x\n")
    assert cli.main(["telaah", "isi", "--banding", "HEAD", "-o", "t.docx"]) == 0
    (isi / "tabel" / "pintas.json").symlink_to("/etc/passwd")
    git("add", "-A", cwd=isi)
    git("commit", "-qm", "tautan", cwd=isi)
    (isi / "tabel" / "pintas.json").unlink()
    capsys.readouterr()
    Path("jejak").unlink(missing_ok=True)
    assert cli.main(["telaah", "isi", "--banding", "HEAD", "-o", "u.docx", "--timpa"]) == 1
    assert "HEAD:tabel/pintas.json: adalah tautan, bukan berkas" in capsys.readouterr().err
    assert not Path("jejak").exists()
    assert not Path("u.docx").exists()


# Histories that lie elsewhere


def test_a_git_file_leads_to_no_strange_history(repository: Path) -> None:
    strange = repository.parent / "kiriman"
    strange.mkdir()
    for stated in (str(repository / ".git"), "../repo/.git", "/etc", "\\\\contoh.example\\x", "//contoh.example/x"):
        (strange / ".git").write_text(f"gitdir: {stated}\n")
        assert "riwayat git folder ini ada di" in refusal("HEAD", strange)
    (strange / ".git").unlink()
    (strange / ".git").symlink_to(repository / ".git")
    assert "tautan ke tempat lain" in refusal("HEAD", strange)


@pytest.mark.parametrize("stated", ["../../repo/.git", "//contoh.example/x", "\\\\contoh.example\\x"])
def test_a_common_folder_leads_to_no_strange_history(repository: Path, stated: str) -> None:
    private = repository.parent / "kiriman" / ".git"
    private.mkdir(parents=True)
    (private / "HEAD").write_text("ref: refs/heads/utama\n")
    (private / "commondir").write_text(stated)
    assert "riwayat git folder ini ada di" in refusal("HEAD", private.parent)


@pytest.mark.parametrize("name", ["alternates", "http-alternates"])
def test_nothing_is_borrowed(repository: Path, name: str) -> None:
    (repository / ".git" / "objects" / "info" / name).write_text("//contoh.example/objects\n")
    assert f"meminjam dari folder lain (objects/info/{name})" in refusal()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("place", ["HEAD", "packed-refs", "refs/heads/x", "objects/pack/x.idx", "objects/info/x"])
def test_links_and_devices_in_a_history(repository: Path, place: str) -> None:
    path = repository / ".git" / place
    path.unlink(missing_ok=True)
    path.symlink_to("/dev/zero")
    assert "tautan" in refusal()
    path.unlink()
    os.mkfifo(path)
    assert refusal()


@pytest.mark.parametrize("stated", ["ref: ../../../../dev/zero", "ref: config", "ref: refs/heads/putar", "bukan", ""])
def test_a_name_leads_to_names_only(repository: Path, stated: str) -> None:
    (repository / ".git" / "refs" / "heads" / "putar").write_text(f"{stated}\n")
    assert refusal("putar")


# Trees that are no folder of content


def write_tree(*entries: tuple[str, bytes, str]) -> None:
    """Commits a tree with names that git would not add, as arsip/isi of the branch `jahat`."""

    def write(kind: bytes, text: bytes) -> str:
        packed = kind + b" %d\0" % len(text) + text
        name = sha1(packed).hexdigest()
        path = Path(".git", "objects", name[:2], name[2:])
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(zlib.compress(packed))
        return name

    tree = write(b"tree", b"".join(f"{m} ".encode() + n + b"\0" + bytes.fromhex(sha) for m, n, sha in entries))
    for name in (b"isi", b"arsip"):
        tree = write(b"tree", b"40000 " + name + b"\0" + bytes.fromhex(tree))
    made = write(b"commit", f"tree {tree}\nauthor a <a> 0 +0000\ncommitter a <a> 0 +0000\n\nx".encode())
    Path(".git/refs/heads/jahat").write_text(f"{made}\n")


@pytest.mark.parametrize(
    "name", [b"..", b".", b"../x.json", b"/tmp/x.json", b"..\\x.json", b"C:x.json", b"a\nb.json", b"", b"a.json."]
)
def test_names_that_lead_out_of_the_folder(repository: Path, name: bytes) -> None:
    write_tree(("100644", name, git("rev-parse", "HEAD:arsip/isi/bab-1.json")))
    assert refusal("jahat")
    assert [path.name for path in repository.parent.iterdir()] == ["repo"]


def test_links_and_submodules_in_a_folder(repository: Path) -> None:
    blob = git("rev-parse", "HEAD:arsip/isi/bab-1.json")
    write_tree(("120000", b"tabel", blob))
    assert "tabel: adalah tautan, bukan berkas" in refusal("jahat")
    write_tree(("160000", b"dinas", git("rev-parse", "HEAD")))
    assert "dinas: adalah riwayat git lain (submodul), bukan berkas" in refusal("jahat")


def test_what_is_no_content_is_passed_over(repository: Path) -> None:
    (FOLDER / ".cadangan").mkdir()
    (FOLDER / ".cadangan" / "x.json").write_text("{}")
    (FOLDER / "lampiran.pdf").write_bytes(b"x")
    commit("keempat")
    assert read("HEAD") == "keempat"
    assert [path.name for path in Path("hasil").iterdir()] == ["bab-1.json"]


def test_too_many_too_deep_too_much(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = git("rev-parse", "HEAD:arsip/isi")
    write_tree(*(("40000", f"f{place}".encode(), tree) for place in range(40)))
    monkeypatch.setattr(revisions, "MAX_FILES", 50)
    assert "lebih dari 50 berkas" in refusal("jahat")
    monkeypatch.setattr(revisions, "MAX_UNPACKED", 3)
    assert "bab-1.json: isi folder pada versi itu lebih dari 0 MB" in refusal("HEAD")
    (FOLDER / "/".join("abcdefghi")).mkdir(parents=True)
    (FOLDER / "/".join("abcdefghi") / "x.json").write_text("{}")
    commit("dalam")
    assert "bertumpuk lebih dari 8" in refusal("HEAD")
    monkeypatch.setattr(revisions, "MAX_ENTRIES", 5)
    assert "riwayat git folder ini terlalu besar" in refusal("HEAD")


@pytest.mark.parametrize("packed", [False, True])
def test_a_file_that_is_huge_once_unpacked(repository: Path, packed: bool) -> None:
    commit("0" * (revisions.MAX_OBJECT + 1))
    if packed:
        git("gc", "-q")
    assert "lebih dari 32 MB" in refusal("HEAD")
    assert read("HEAD~1") == "ketiga"


def test_a_packed_change_that_makes_gigabytes(repository: Path) -> None:
    """A base of 64 kB, and a change that copies it 65.536 times: what it says it makes is read before it is made."""
    blob = git("rev-parse", "HEAD:arsip/isi/bab-1.json")
    base = os.urandom(65_536)
    number = bytes([0x80, 0x80, 0x80, 0x80, 0x10])  # 4 GiB.
    change = bytes([0x80, 0x80, 0x04]) + number + b"\x80" * 65_536
    source = sha1(b"blob 65536\0" + base).digest()
    pack = b"PACK" + struct.pack(">II", 2, 2)
    offsets = []
    for kind, front, text in ((3, b"", base), (7, source, change)):
        offsets.append(len(pack))
        size = len(text)
        pack += bytes([0x80 | kind << 4 | size & 15, 0x80 | size >> 4 & 127, size >> 11]) + front + zlib.compress(text)
    pack += sha1(pack).digest()
    names = sorted([(source, offsets[0]), (bytes.fromhex(blob), offsets[1])])
    index = b"\xfftOc" + struct.pack(">I", 2)
    index += b"".join(struct.pack(">I", sum(name[0] <= first for name, _ in names)) for first in range(256))
    index += b"".join(name for name, _ in names) + bytes(8)
    index += b"".join(struct.pack(">I", offset) for _, offset in names) + pack[-20:]
    place = repository / ".git" / "objects" / "pack" / f"pack-{'0' * 40}"
    place.with_suffix(".pack").write_bytes(pack)
    place.with_suffix(".idx").write_bytes(index + sha1(index).digest())
    assert f"objek {blob[:8]} lebih dari 32 MB" in refusal("HEAD")


def lay_pack(repository: Path, *entries: tuple[bytes, int, bytes, bytes]) -> None:
    """A pack of objects: name, kind, what stands before the text, text."""
    pack, offsets = b"PACK" + struct.pack(">II", 2, len(entries)), []
    for _, kind, front, text in entries:
        offsets.append(len(pack))
        size = len(text)
        pack += bytes([0x80 | kind << 4 | size & 15]) + _number(size >> 4) + front + zlib.compress(text)
    pack += sha1(pack).digest()
    names = sorted((entry[0], offset) for entry, offset in zip(entries, offsets, strict=True))
    index = b"\xfftOc" + struct.pack(">I", 2)
    index += b"".join(struct.pack(">I", sum(name[0] <= first for name, _ in names)) for first in range(256))
    index += b"".join(name for name, _ in names) + bytes(4 * len(names))
    index += b"".join(struct.pack(">I", offset) for _, offset in names) + pack[-20:]
    place = repository / ".git" / "objects" / "pack" / f"pack-{'0' * 40}"
    place.with_suffix(".pack").write_bytes(pack)
    place.with_suffix(".idx").write_bytes(index + sha1(index).digest())


def _number(value: int) -> bytes:
    """As packs write it: seven bits a byte, the lowest first."""
    head = b""
    while value > 127:
        head, value = head + bytes([0x80 | value & 127]), value >> 7
    return head + bytes([value])


@pytest.mark.parametrize("said", [100, 65_536, 30_000_000])
def test_a_change_that_makes_more_than_it_says(repository: Path, said: int) -> None:
    blob = git("rev-parse", "HEAD:arsip/isi/bab-1.json")
    base = os.urandom(65_536)
    source = sha1(b"blob 65536\0" + base).digest()
    change = _number(65_536) + _number(said) + b"\x80" * 60_000
    lay_pack(repository, (source, 3, b"", base), (bytes.fromhex(blob), 7, source, change))
    assert "rusak" in refusal()


def test_a_change_of_itself(repository: Path) -> None:
    blob = git("rev-parse", "HEAD:arsip/isi/bab-1.json")
    lay_pack(repository, (bytes.fromhex(blob), 7, bytes.fromhex(blob), b"\x06\x06\x90\x06"))
    assert f"objek {blob[:8]} lebih dari 32 MB" in refusal()


def test_many_small_files_made_of_a_large_one(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten thousand of them are 50 kB of a folder, and took a quarter of an hour."""
    base = bytes(1_000_000)
    source = sha1(b"blob %d\0" % len(base) + base).digest()
    texts = [b"%05d" % number for number in range(30)]
    names = [sha1(b"blob 5\0" + text).digest() for text in texts]
    changes = [_number(len(base)) + b"\x05\x05" + text for text in texts]
    lay_pack(repository, (source, 3, b"", base), *((n, 7, source, c) for n, c in zip(names, changes, strict=True)))
    write_tree(*(("100644", b"%05d.json" % place, name.hex()) for place, name in enumerate(names)))
    assert read("jahat", file="00007.json") == "00007"
    monkeypatch.setattr(revisions, "MAX_WORK", 20_000_000)
    assert "harus diurai" in refusal("jahat")


def test_a_spoilt_history_is_told(repository: Path) -> None:
    git("gc", "-q")
    for path in (repository / ".git" / "objects" / "pack").iterdir():
        path.chmod(stat.S_IWRITE | stat.S_IREAD)
        path.write_bytes(path.read_bytes()[:90])
    assert "rusak" in refusal("HEAD")
