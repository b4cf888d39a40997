"""What a validation says of one document."""

import attrs

from govreport.findings import Finding, Repair, Severity


@attrs.frozen(kw_only=True)
class Result:
    """The findings of one document, in the order of print.

    `layout` is the layout that the document declares, None where it declares none that is known. The
    document is `ok` if it has no error that it does not itself explain. `repairs` are the likeliest ways to make
    all sums hold that fail, the best first: () where none fails, or where no few changes do.
    """

    layout: str | None = None
    findings: tuple[Finding, ...] = ()
    repairs: tuple[Repair, ...] = ()

    @property
    def ok(self) -> bool:
        """No error is left unexplained; warnings and infos may be there."""
        return not self.reaching(Severity.ERROR)

    def reaching(self, severity: Severity) -> tuple[Finding, ...]:
        """Return the findings of at least this severity that the report does not explain."""
        return tuple(f for f in self.findings if f.severity.rank <= severity.rank and f.explained is None)
