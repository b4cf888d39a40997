"""The lanes: what to run, and when.

    nox -l            list them
    nox -s fast       after each change, under a minute
    nox -s all        before a change lands

They run in the environment that nox itself is installed in (`pip install -e ".[dev]"`), and share the tests among all
cores. Arguments behind `--` go to pytest: `nox -s reading -- -k pdf`.
"""

import sys
from pathlib import Path

import nox

nox.options.default_venv_backend = "none"
nox.options.sessions = ["fast"]
nox.options.error_on_external_run = False

# What is left out of every lane that does not ask for it.
_LONG = "not stress and not growth and not fuzz and not onefile and not spark"

# Tests start some hundred processes, each of which would compile the library anew where no bytecode may be kept.
_BYTECODE = {"PYTHONDONTWRITEBYTECODE": ""}


def _python(session: nox.Session, *arguments: str, **variables: str) -> None:
    session.run(sys.executable, *arguments, env=_BYTECODE | variables, external=True)


def _tests(session: nox.Session, lane: str, **variables: str) -> None:
    """Run the tests of a lane on all cores; `tests/scheduling.py` says which stay together."""
    _python(session, "-m", "pytest", "-q", "-m", lane, "-n", "auto", *session.posargs, **variables)


@nox.session
def fast(session: nox.Session) -> None:
    """All that is quick: no documents, no site, few examples for each law; under a minute on two cores."""
    _tests(session, f"not reading and not site and not slow and {_LONG}", HYPOTHESIS_PROFILE="fast")


@nox.session
def reading(session: nox.Session) -> None:
    """Documents of every format, read and printed, one by one and many at a time."""
    _tests(session, f"reading and {_LONG}")


@nox.session
def slow(session: nox.Session) -> None:
    """What is of the kind of `fast`, but takes longer: the second evaluator, full disks, many processes."""
    _tests(session, f"slow and {_LONG}", HYPOTHESIS_PROFILE="fast")


@nox.session
def pure(session: nox.Session) -> None:
    """Pages that are damaged, huge or deep, and the corpus, once more with Python alone in place of lxml.

    That of all other pages both make the same tree is seen whenever a test reads one (`tests/parsing.py`).
    """
    _tests(session, f"pages and {_LONG}", GOVREPORT_PURE="1")


@nox.session
def site(session: nox.Session) -> None:
    """The site in both languages, built and looked at."""
    _tests(session, f"site and {_LONG}")


@nox.session
def style(session: nox.Session) -> None:
    """Form, types, imports that run downward, and generated files that are what their generators write."""
    for arguments in (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",)):
        _python(session, "-m", *arguments)
    session.run(str(Path(sys.executable).with_name("lint-imports")), external=True)
    for tool in ("generate", "release", "testdata"):
        _python(session, f"tools/{tool}.py", "--check")


@nox.session
def all(session: nox.Session) -> None:
    """Whatever must hold before a change lands: style, and every test as in CI, translations with it."""
    style(session)
    _tests(session, _LONG, CI="true")


@nox.session
def stress(session: nox.Session) -> None:
    """Many cold runs of what several threads and processes use at once: minutes."""
    _tests(session, "stress", CI="true")


@nox.session
def growth(session: nox.Session) -> None:
    """How the time of reading grows with the size of hostile documents: minutes."""
    _tests(session, "growth", CI="true")


@nox.session
def onefile(session: nox.Session) -> None:
    """The one file for the clerk, built and opened in Chromium and Firefox: minutes."""
    _python(session, "-m", "pytest", "-q", "-m", "onefile", "tests/onefile", *session.posargs, CI="true")


@nox.session
def spark(session: nox.Session) -> None:
    """The columns through Spark on this machine; says so where Java or PySpark is missing."""
    _python(session, "-m", "pytest", "-q", "-rs", "-m", "spark", *session.posargs, CI="true")


@nox.session
def fuzz(session: nox.Session) -> None:
    """A hundred thousand broken documents: minutes."""
    _python(session, "-m", "pytest", "-q", "-m", "fuzz", *session.posargs, CI="true")
