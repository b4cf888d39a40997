"""Which figures of a sentence are certain: worked out only where somebody asks, which few figures need."""

from collections.abc import Sequence

from govreport.statements.attached import Attached
from govreport.statements.clauses import Clause
from govreport.statements.doubts import Doubts, Met
from govreport.statements.heads import Head
from govreport.statements.strangers import Organ
from govreport.statements.tokens import Token
from govreport.statements.vocabulary import Vocabulary


class Certainty:
    """What is known of the figures of a sentence that matters for whether they are in doubt.

    While the sentence is read it is only noted what was `met`; all else is worked out when it is first asked for.
    """

    # Numbers of figures that may be of more than what the form is about, and how many of them are in doubt for it. The
    # list is made where it is needed: most sentences have no such figure.
    _topicless: list[int] | None = None
    _more = 0
    # Of each figure, whether it is certain, once that was asked for.
    _certain: Sequence[bool] = ()

    def __init__(self, clauses: Sequence[Clause], organ: Organ, words: Vocabulary) -> None:
        self._clauses, self._organ, self._words = clauses, organ, words
        # The figures in their order, as `Met` has them: making one for each would be dear, and few are asked for.
        self.met: list[tuple[int, Attached, Head | str | None, bool, int]] = []
        # Whether a figure may be of more than what the form is about.
        self.awaits_topic = False

    def lacks_topic(self, number: int) -> None:
        """Take note that nothing says of the figure with this number that it is of what the form is about."""
        if self._topicless is None:
            self._topicless = []
        self._topicless.append(number)
        self.awaits_topic = True

    def meet_topic(self, left: Sequence[Token], head: Head | str | None) -> None:
        """Take note of what stands before a figure, and of its head.

        One that tells of disclosure lets figures before it be of more, if nothing said so of them:
        行政复议20件，其中政府信息公开类3件.
        """
        if isinstance(head, Head) and self._words.tables[head.table].unknown != "topic":
            return
        if any(token.kind == "disclosure" for token in left):
            self._more, self.awaits_topic = len(self._topicless or ()), False

    def are_about(self, number: int) -> bool:
        """Tell whether the figure with this number is in doubt."""
        if not self._certain:
            certain = Doubts(self._clauses, self._organ, self._words).certain([Met(*met) for met in self.met])
            for other in (self._topicless or ())[: self._more]:
                certain[other] = False
            self._certain = certain
        return not self._certain[number]
