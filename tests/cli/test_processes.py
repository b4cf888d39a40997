"""The command line as a process of its own: start-up, pipes, interruption, encoding, terminals."""

import contextlib
import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from govreport import load, render
from govreport.batches.outcomes import Checked
from govreport.cli import progress, streams
from govreport.cli.progress import Progress
from tests.reports import EXAMPLES, ROOT

from .running import COMMAND, CONTRADICTION, NONE, begin

HEAVY = ("attr", "attrs", "jsonschema", "hypothesis", "multiprocessing", "asyncio", "tempfile")


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_a_clean_file_is_checked_without_loading_what_explains(form: str, tmp_path: Path) -> None:
    # Figures told in the text need the classes of statements; nothing else does.
    file = tmp_path / "silent.json"
    told = "政府信息公开各项工作平稳有序。"
    written = Path(NONE).read_text(encoding="utf-8")
    assert told in written
    silent = written.replace("没有收取政府信息公开信息处理费", "信息处理费按规定收取")
    file.write_text(silent, encoding="utf-8")
    code = f"""
import sys
from govreport.cli.main import main
try:
    main(["validate", {str(file)!r}, "--format", {form!r}])
except SystemExit as done:
    print(done.code, sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "0 []"


def test_a_clean_file_whose_text_tells_figures_loads_their_classes_and_nothing_that_explains() -> None:
    code = f"""
import sys
from govreport.validation.gate import judge
print(int(judge(open({NONE!r}, "rb").read())), sorted({{"jsonschema", "hypothesis", "click"}} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "2 []"


def test_a_reader_who_goes_away_ends_it_quietly() -> None:
    with begin("validate", *[EXAMPLES] * 40, "--format", "json") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(100)
        process.stdout.close()
        assert process.wait(60) == 130
        assert process.stderr.read() == b""


@pytest.mark.skipif(os.name == "nt", reason="no shell that closes streams")
@pytest.mark.parametrize(
    ("closed", "path", "code"),
    [
        *(("<&- >&- 2>&-", *case) for case in ((NONE, 0), (CONTRADICTION, 1), ("-", 1), ("no-such-file.json", 3))),
        # One alone, of what is read from it or said there, or is not.
        *(("<&-", "-", 1), ("<&-", NONE, 0), (">&-", NONE, 0), (">&-", CONTRADICTION, 1)),
        *(("2>&-", "no-such-file.json", 3), ("2>&-", CONTRADICTION, 1)),
    ],
)
def test_streams_that_were_closed_before_the_start_change_no_exit_code(closed: str, path: str, code: int) -> None:
    command = f'"$0" "$@" validate {path} </dev/null {closed}'
    assert subprocess.run(["sh", "-c", command, *COMMAND], cwd=ROOT, capture_output=True).returncode == code


def test_lines_that_come_one_by_one_are_answered_one_by_one() -> None:
    with begin("validate", "-", "--format", "github") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in (1, 2, 3):
            process.stdin.write(b"{}\n")
            process.stdin.flush()
            # The layout is not known, and so no rule is asked.
            for code in (b"unknown-layout", b"rules-not-checked"):
                told = process.stdout.readline()
                assert f"line={number}".encode() in told
                assert code in told
        process.stdin.close()
        assert process.wait(60) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signal to one process")
def test_an_interruption_ends_it_quietly() -> None:
    with begin("validate", "-", "--format", "json", "--jobs", "1") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        # Each line is a document; the first being answered, the program waits for the next.
        process.stdin.write(b"{}\n{}\n")
        process.stdin.flush()
        assert process.stdout.readline().startswith(b'{"version":2')
        assert b'"document":1' in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
        assert process.stderr.read().strip() == b""


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signal to one process")
def test_a_file_that_was_being_written_is_not_there_after_an_interruption(tmp_path: Path) -> None:
    with begin("validate", "-", "--jobs", "1", "--format", "json", "-o", tmp_path / "out.json") as process:
        assert process.stdin is not None
        process.stdin.write(b"{}\n")
        process.stdin.flush()
        deadline = time.monotonic() + 60
        while not list(tmp_path.iterdir()) and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
        assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signal to one process")
@pytest.mark.parametrize("command", ["validate", "extract"])
def test_interruptions_end_all_workers_and_leave_nothing_half_written(command: str, tmp_path: Path) -> None:
    page = render(load(NONE), "html")
    for number in range(300):
        (tmp_path / f"{number}.html").write_bytes(page)
    out = tmp_path / "out"
    where = ["-o", out] if command == "extract" else ["--format", "json"]
    with begin(command, tmp_path, "--jobs", "2", *where) as process:
        assert process.stdout is not None
        deadline = time.monotonic() + 60
        while command == "extract" and len(list(out.glob("*.json"))) < 3 and time.monotonic() < deadline:
            time.sleep(0.01)
        if command == "validate":
            process.stdout.readline()
            process.stdout.readline()
        # Pressed again and again, it meets every step of the ending.
        for _ in range(100):
            process.send_signal(signal.SIGINT)
            time.sleep(0.002)
        assert process.wait(30) == 130
    if command == "extract":
        assert {path.suffix for path in out.iterdir()} == {".json"}
        assert len(list(out.iterdir())) < 300


def test_what_is_no_terminal_gets_utf_8_everywhere() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    command = [*COMMAND, "validate", CONTRADICTION, "--lang", "zh"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, env=environment, check=False)
    assert done.returncode == 1
    assert "三、本年度办理结果 › （七）总计 · 自然人" in done.stdout.decode("utf-8")


def test_a_terminal_that_cannot_show_chinese_gets_escapes(monkeypatch: pytest.MonkeyPatch) -> None:
    class OldTerminal(io.TextIOWrapper):
        def isatty(self) -> bool:
            return True

    written = io.BytesIO()
    screen = OldTerminal(written, encoding="ascii", write_through=True)
    monkeypatch.setattr(sys, "stdout", screen)
    streams.prepare()
    screen.write("总计")
    assert written.getvalue() == b"\\u603b\\u8ba1"


def test_a_pattern_that_the_shell_left_alone_is_expanded(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.json").write_bytes(Path(NONE).read_bytes())
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with begin("validate", "*.json", "--format", "json", cwd=tmp_path, env=environment) as process:
        output, _ = process.communicate(timeout=60)
    assert [line[9:15] for line in output.decode().splitlines()[1:3]] == ["a.json", "b.json"]


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def follow(bar: Progress) -> list[Checked]:
    return list(bar.follow(Checked(f"{number}.json", None, "2021") for number in range(4)))


def test_long_work_is_shown_and_the_line_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(progress, "PATIENCE", 0)
    monkeypatch.setattr(progress, "PAUSE", 0)
    done = iter(range(1, 5))
    outcomes = follow(Progress(lambda: 4, lambda: next(done), "zh"))
    assert len(outcomes) == 4
    text = screen.getvalue()
    assert "\r[######..................] 已检查 1/4 个文件" in text
    assert "[########################] 已检查 4/4 个文件" in text
    assert text.endswith("\r\x1b[K")


def test_short_work_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)

    def count() -> int:
        raise AssertionError("the files of short work are not counted")

    assert len(follow(Progress(count, lambda: 1, "en"))) == 4
    assert screen.getvalue() == ""


def test_nothing_is_shown_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0)
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    assert len(follow(Progress(lambda: 4, lambda: 1, "en"))) == 4
    assert stream.getvalue() == ""


def test_findings_are_not_written_into_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(progress, "PATIENCE", 0)
    shared = Progress(lambda: 4, lambda: 1, "en", shares_screen=True)
    written: list[str] = []
    write = shared.before(written.append)
    write("before")
    outcomes = shared.follow(Checked(f"{number}.json", None, "2021") for number in range(2))
    next(outcomes)
    next(outcomes)  # the line is drawn once the first outcome is dealt with
    assert not screen.getvalue().endswith("\x1b[K")
    write("finding")
    assert screen.getvalue().endswith("\r\x1b[K")
    assert written == ["before", "finding"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
@pytest.mark.parametrize(("variable", "coloured"), [("PLAIN", True), ("NO_COLOR", False)])
def test_a_terminal_gets_colours_unless_it_says_no(variable: str, coloured: bool) -> None:
    import pty

    controller, terminal = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "PYTHONPATH": str(ROOT), variable: "1"}
    if variable != "NO_COLOR":
        environment.pop("NO_COLOR", None)
    with begin("validate", CONTRADICTION, stdout=terminal, env=environment) as process:
        os.close(terminal)
        output = b""
        # On some systems the end of the other side is an error, on some it is the end of the file.
        with contextlib.suppress(OSError):
            while piece := os.read(controller, 65536):
                output += piece
        os.close(controller)
        assert process.wait(60) == 1
    assert b"[requests-outcomes]" in output
    assert (b"\x1b[31m" in output) is coloured
