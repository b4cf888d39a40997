"""Reports that a command is given beside those that it is about: read first, and whatever is none is told of."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from govreport.cli.exits import REFUSALS, Verdict

if TYPE_CHECKING:
    from govreport.batches.archive import Archive
    from govreport.batches.outcomes import Checked
    from govreport.documents.limits import Limits

# Said of an archive only where nothing can be done without it; what was read in part is still a report.
_FATAL = "error"


@contextmanager
def beside(
    paths: tuple[str, ...], limits: "Limits | None", verdict: Verdict, language: str
) -> "Iterator[Archive | None]":
    """Give the reports at paths as an archive, None without paths.

    A file that is no report is told of on standard error and goes into the verdict: what was not read was not
    compared.
    """
    if not paths:
        yield None
        return
    from govreport.batches.archive import archive
    from govreport.cli.input_errors import telling_faults

    with telling_faults(language) as faults:

        def tell(checked: "Checked") -> None:
            # Of a report that was read in part only what is missing is of interest, and that shows where it is used.
            serious = tuple(f for f in checked.findings if f.severity == _FATAL or f.code in REFUSALS)
            if serious:
                faults.tell(checked._replace(findings=serious))
                verdict.add(checked._replace(findings=serious))

        with archive(paths, limits=limits, tell=tell) as kept:
            yield kept
