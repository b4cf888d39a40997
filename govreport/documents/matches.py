"""What every matcher returns: what a paper says in terms of the layouts of one kind of document."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any, Protocol

from govreport.documents.paper import Evidence, Printed
from govreport.findings import Finding


class Certainty(IntEnum):
    """How sure it is that a paper is a document of a kind. Of two kinds that are read in one paper the surer counts."""

    DOUBTFUL = 0
    POSSIBLE = 1
    LIKELY = 2
    CERTAIN = 3


class Match(Protocol):
    """What a paper says in terms of a kind of document.

    `members` is the document as JSON values, `layout` included, without the required members that were not found;
    it is empty where the paper is no document of the kind, and then `findings` say so. `is_whole` says that all that
    is printed was read, `labels` which printed labels decided on the layout, `texts` what is printed in each text, by
    its pointer, and where.
    """

    @property
    def members(self) -> Mapping[str, Any]: ...
    @property
    def evidence(self) -> Mapping[str, Evidence]: ...
    @property
    def texts(self) -> Mapping[str, Sequence[Printed]]: ...
    @property
    def findings(self) -> tuple[Finding, ...]: ...
    @property
    def labels(self) -> tuple[str, ...]: ...
    @property
    def is_whole(self) -> bool: ...
    @property
    def certainty(self) -> Certainty: ...
