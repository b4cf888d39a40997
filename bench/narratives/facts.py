"""What the tables say: for each name that a narrative may use, the sums of cells that agree with its figure."""

from collections.abc import Iterator, Mapping
from typing import Any

from govreport.pointers import tokens, value_at

_DISCLOSURE = "/proactive_disclosure"
_TOTAL = "/requests/total"
_ORGANIZATIONS = tuple(
    f"/requests/organizations/{name}/received"
    for name in (
        "commercial_enterprise",
        "research_institution",
        "public_interest_organization",
        "legal_service_institution",
        "other",
    )
)
_RECONSIDERATION = "/disputes/reconsideration"
_LITIGATION = ("/disputes/litigation/direct", "/disputes/litigation/after_reconsideration")
_DOCUMENTS = f"{_DISCLOSURE}/documents/normative_documents"

# Each with every sum that may be meant; the first is the one that is printed.
Sums = tuple[tuple[str, ...], ...]


def _outcome(name: str) -> Sums:
    return ((f"{_TOTAL}/outcomes/{name}",),)


def _litigation(name: str) -> Sums:
    return (tuple(f"{block}/{name}" for block in _LITIGATION),)


FACTS: Mapping[str, Sums] = {
    "received": ((f"{_TOTAL}/received",), (f"{_TOTAL}/received", f"{_TOTAL}/carried_over")),
    "carried_over": ((f"{_TOTAL}/carried_over",),),
    "received+carried_over": ((f"{_TOTAL}/received", f"{_TOTAL}/carried_over"),),
    "handled": ((f"{_TOTAL}/outcomes/total",), (f"{_TOTAL}/outcomes/total", f"{_TOTAL}/carried_forward")),
    "carried_forward": ((f"{_TOTAL}/carried_forward",),),
    "natural": (("/requests/natural_person/received",),),
    "enterprise": (("/requests/organizations/commercial_enterprise/received",),),
    "organizations": (_ORGANIZATIONS,),
    "granted": _outcome("granted"),
    "partial": _outcome("partially_granted"),
    "granted+partial": ((f"{_TOTAL}/outcomes/granted", f"{_TOTAL}/outcomes/partially_granted"),),
    "denied": _outcome("denied"),
    "secret": _outcome("denied/state_secret"),
    "third_party": _outcome("denied/third_party_rights"),
    "internal": _outcome("denied/internal_affairs"),
    "process": _outcome("denied/process_information"),
    "query": _outcome("denied/administrative_query"),
    "unavailable": _outcome("unavailable"),
    "not_held": _outcome("unavailable/not_held"),
    "creation": _outcome("unavailable/requires_creation"),
    "unclear": _outcome("unavailable/still_unclear"),
    "declined": _outcome("declined"),
    "petition": _outcome("declined/petition_or_complaint"),
    "repeated": _outcome("declined/repeated"),
    "other": _outcome("other"),
    "overdue": _outcome("other/correction_overdue"),
    "residue": _outcome("other/other"),
    "recon": ((f"{_RECONSIDERATION}/total",),),
    **{f"recon_{name}": ((f"{_RECONSIDERATION}/{name}",),) for name in ("upheld", "corrected", "other", "pending")},
    "lit": _litigation("total"),
    **{f"lit_{name}": _litigation(name) for name in ("upheld", "corrected", "other", "pending")},
    "lit_upheld+lit_corrected": (
        tuple(f"{block}/{name}" for name in ("upheld", "corrected") for block in _LITIGATION),
    ),
    "direct": ((f"{_LITIGATION[0]}/total",),),
    "after": ((f"{_LITIGATION[1]}/total",),),
    **{f"doc_{name}": ((f"{_DOCUMENTS}/{name}",),) for name in ("issued", "repealed", "in_force")},
    "licences": ((f"{_DISCLOSURE}/licensing/licences/decisions",),),
    "penalties": ((f"{_DISCLOSURE}/enforcement/penalties/decisions",),),
    "coercion": ((f"{_DISCLOSURE}/enforcement/coercion/decisions",),),
    "fees": ((f"{_DISCLOSURE}/charges/administrative_fees/amount",),),
}


def value(members: Mapping[str, Any], cells: tuple[str, ...]) -> Any:
    """Return the sum of the cells, those of a group added up; None where the layout has no such cell."""
    try:
        found = [value_at(members, tokens(cell)) for cell in cells]
    except KeyError:
        return None
    return sum(figure for part in found for figure in _figures(part))


def _figures(part: Any) -> Iterator[Any]:
    if isinstance(part, Mapping):
        for below in part.values():
            yield from _figures(below)
    elif part is not None:
        yield part
