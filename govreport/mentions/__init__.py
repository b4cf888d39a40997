"""Which tasks of a work plan the same organ's report of that year mentions: a list for a person, no finding."""

from govreport.mentions.comparing import mentions
from govreport.mentions.records import Mentions, Passage, TaskMention

__all__ = ["Mentions", "Passage", "TaskMention", "mentions"]
