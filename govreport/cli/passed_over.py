"""Files of other kinds that a folder holds: not worked on, but counted and told of."""

from collections import Counter

import click

from govreport.cli.display import shown
from govreport.cli.language import say
from govreport.formats import PUBLISHED_SUFFIXES, suffix
from govreport.messages import word

# So many kinds are named; of more only the number.
_MOST_KINDS = 8


class PassedOver:
    """Counts the files that it is called with, by their suffix."""

    def __init__(self) -> None:
        self._kinds: Counter[str] = Counter()

    def __call__(self, path: str) -> None:
        """Count a file."""
        self._kinds[suffix(path)] += 1

    @property
    def files(self) -> int:
        """How many files there were."""
        return self._kinds.total()

    def sentence(self, language: str) -> str:
        """Return what is told of them, the most frequent kinds first; "" where there were none."""
        if not self._kinds:
            return ""
        kinds = [
            say("of-kind", language, kind=shown(kind) or word("no-suffix", language), number=number)
            for kind, number in self._kinds.most_common(_MOST_KINDS)
        ]
        more = word("and-so-on", language) if len(self._kinds) > _MOST_KINDS else ""
        listed = word("list-pause", language).join(kinds) + more
        return say("passed-over", language, n=self.files, kinds=listed)

    def tell(self, language: str, *, reads_published: bool) -> None:
        """Tell of them on standard error; where published documents are not read, what reads them."""
        if self._kinds:
            click.echo(self.sentence(language), err=True)
        if not reads_published and self._kinds.keys() & PUBLISHED_SUFFIXES:
            click.echo(say("extract-first", language), err=True)
