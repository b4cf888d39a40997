"""The fast path of layout 2019, which may only accept. Generated: python tools/generate.py."""

import re
from datetime import date
from typing import Annotated, Any, Literal

from msgspec import Meta, Raw, Struct, field
from msgspec.json import Decoder

from govreport.rules.comparing import counting, read_from, says
from govreport.rules.slips import are_clean

Count = Annotated[int, Meta(ge=0, le=999_999_999_999)]
Amount = Raw
Change = Annotated[int, Meta(ge=-999_999_999_999, le=999_999_999_999)]
Date = date
Pointer = Annotated[str, Meta(pattern=r"^(/[a-z][a-z_]*)+$(?!\n)", max_length=200)]
SectionText = Annotated[str, Meta(max_length=1_000_000)]
Line = Annotated[str, Meta(min_length=1, max_length=1_000)]


class Organ(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    name: Line
    code: Annotated[str, Meta(pattern=r"^[0-9A-HJ-NPQRTUWXY]{18}$(?!\n)", min_length=18, max_length=18)] = None  # type: ignore[assignment]
    division: Annotated[str, Meta(pattern=r"^[0-9]{6}([0-9]{3}){0,2}$(?!\n)", min_length=6, max_length=12)] = None  # type: ignore[assignment]
    kind: Literal["government", "department", "other"] = None  # type: ignore[assignment]
    level: Literal["state", "province", "city", "county", "township"] = None  # type: ignore[assignment]


class Body(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    name: Line
    code: Annotated[str, Meta(pattern=r"^[0-9A-HJ-NPQRTUWXY]{18}$(?!\n)", min_length=18, max_length=18)] = None  # type: ignore[assignment]


class Scope(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    kind: Literal["own", "consolidated"]
    bodies: Annotated[tuple[Body, ...], Meta(min_length=1, max_length=100_000)] = ()


class Source(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    url: Annotated[str, Meta(min_length=1, max_length=4_000)] = None  # type: ignore[assignment]
    sha256: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$(?!\n)", min_length=64, max_length=64)] = None  # type: ignore[assignment]
    retrieved: Date = None  # type: ignore[assignment]


class Period(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    start: Date
    end: Date


class DocumentCounts(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    newly_made: Count | None
    newly_published: Count | None
    total_published: Count | None


class Documents(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    government_rules: DocumentCounts
    normative_documents: DocumentCounts


class ItemCounts(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    items_last_year: Count | None
    change: Change | None
    decisions: Count | None


class Licensing(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    licences: ItemCounts
    other_services: ItemCounts


class Enforcement(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    penalties: ItemCounts
    coercion: ItemCounts


class ChargeItems(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    items_last_year: Count | None
    change: Change | None


class Charges(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    administrative_fees: ChargeItems


class ProcurementCounts(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    projects: Count | None
    amount: Amount
    unit: Literal["yuan", "ten_thousand_yuan"] | None


class Procurement(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    central_procurement: ProcurementCounts


class ProactiveDisclosure(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    documents: Documents
    licensing: Licensing
    enforcement: Enforcement
    charges: Charges
    procurement: Procurement


class Denied(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    state_secret: Count | None
    prohibited_by_law: Count | None
    security_and_stability: Count | None
    third_party_rights: Count | None
    internal_affairs: Count | None
    process_information: Count | None
    enforcement_file: Count | None
    administrative_query: Count | None


class Unavailable(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    not_held: Count | None
    requires_creation: Count | None
    still_unclear: Count | None


class Declined(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    petition_or_complaint: Count | None
    repeated: Count | None
    published_material: Count | None
    excessive: Count | None
    confirmation_or_reissue: Count | None


class Outcomes(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    granted: Count | None
    partially_granted: Count | None
    denied: Denied
    unavailable: Unavailable
    declined: Declined
    other: Count | None
    total: Count | None


class RequestCounts(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    received: Count | None
    carried_over: Count | None
    outcomes: Outcomes
    carried_forward: Count | None


class Organizations(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    commercial_enterprise: RequestCounts
    research_institution: RequestCounts
    public_interest_organization: RequestCounts
    legal_service_institution: RequestCounts
    other: RequestCounts


class Requests(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    natural_person: RequestCounts
    organizations: Organizations
    total: RequestCounts


class DisputeCounts(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    upheld: Count | None
    corrected: Count | None
    other: Count | None
    pending: Count | None
    total: Count | None


class Litigation(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    direct: DisputeCounts
    after_reconsideration: DisputeCounts


class Disputes(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    reconsideration: DisputeCounts
    litigation: Litigation


class Superseded(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    sha256: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$(?!\n)", min_length=64, max_length=64)]
    published: Date = None  # type: ignore[assignment]


class Mark(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    pointer: Pointer
    mark: Literal["blank", "slash", "dash", "not_applicable", "illegible", "ambiguous"]
    printed: Annotated[str, Meta(min_length=1, max_length=1_000)] = None  # type: ignore[assignment]


class UndividedFigure(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    pointer: Pointer
    value: Annotated[int, Meta(ge=0, le=999_999_999_999)]
    label: Line


class Note(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    pointer: Pointer
    text: Annotated[str, Meta(min_length=1, max_length=10_000)]


class Explanation(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    rule: Annotated[str, Meta(pattern=r"^[a-z][a-z0-9-]*$(?!\n)", max_length=100)]
    pointer: Pointer
    text: Annotated[str, Meta(max_length=10_000)]
    quote: Annotated[str, Meta(min_length=1, max_length=64)] = None  # type: ignore[assignment]


class Report(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    schema: Annotated[str, Meta(max_length=1_000)] = field(name="$schema", default=None)  # type: ignore[assignment]
    layout: Literal["2019"]
    year: Annotated[int, Meta(ge=2_019, le=2_100)]
    organ: Organ
    scope: Scope = None  # type: ignore[assignment]
    source: Source = None  # type: ignore[assignment]
    title: Line = None  # type: ignore[assignment]
    published: Date = None  # type: ignore[assignment]
    period: Period = None  # type: ignore[assignment]
    preamble: SectionText = None  # type: ignore[assignment]
    overview: SectionText
    proactive_disclosure: ProactiveDisclosure
    requests: Requests
    disputes: Disputes
    problems_and_improvements: SectionText
    other_matters: SectionText
    supersedes: Superseded = None  # type: ignore[assignment]
    marks: Annotated[tuple[Mark, ...], Meta(min_length=1, max_length=10_000)] = ()
    undivided: Annotated[tuple[UndividedFigure, ...], Meta(min_length=1, max_length=10_000)] = ()
    notes: Annotated[tuple[Note, ...], Meta(min_length=1, max_length=10_000)] = ()
    explanations: Annotated[tuple[Explanation, ...], Meta(min_length=1, max_length=10_000)] = ()
    extensions: dict[str, Any] = None  # type: ignore[assignment]


decode = Decoder(Report).decode


def members(o: Any) -> int:
    """Return how many members the JSON of a report has."""
    number = 271 - (o.schema, o.organ.code, o.organ.division, o.organ.kind, o.organ.level, o.title, o.published, o.preamble, o.extensions,).count(None)
    if o.scope is not None:
        number += 2
        if o.scope.bodies:
            number += 1
            for each_body in o.scope.bodies:
                number += 2 - (each_body.code,).count(None)
    if o.source is not None:
        number += 4 - (o.source.url, o.source.sha256, o.source.retrieved,).count(None)
    if o.period is not None:
        number += 3
    if o.supersedes is not None:
        number += 3 - (o.supersedes.published,).count(None)
    if o.marks:
        number += 1
        for each_mark in o.marks:
            number += 3 - (each_mark.printed,).count(None)
    if o.undivided:
        number += 1
        for each_undivided_figure in o.undivided:
            number += 3
    if o.notes:
        number += 1
        for each_note in o.notes:
            number += 2
    if o.explanations:
        number += 1
        for each_explanation in o.explanations:
            number += 4 - (each_explanation.quote,).count(None)
    return number


def colons(o: Any) -> int:
    """Return how many colons the texts of a report hold."""
    number = 0
    if o.schema is not None and ":" in o.schema:
        number += o.schema.count(":")
    if ":" in o.organ.name:
        number += o.organ.name.count(":")
    if o.scope is not None:
        for each_body in o.scope.bodies:
            if ":" in each_body.name:
                number += each_body.name.count(":")
    if o.source is not None:
        if o.source.url is not None and ":" in o.source.url:
            number += o.source.url.count(":")
    if o.title is not None and ":" in o.title:
        number += o.title.count(":")
    if o.preamble is not None and ":" in o.preamble:
        number += o.preamble.count(":")
    if ":" in o.overview:
        number += o.overview.count(":")
    if ":" in o.problems_and_improvements:
        number += o.problems_and_improvements.count(":")
    if ":" in o.other_matters:
        number += o.other_matters.count(":")
    for each_mark in o.marks:
        if each_mark.printed is not None and ":" in each_mark.printed:
            number += each_mark.printed.count(":")
    for each_undivided_figure in o.undivided:
        if ":" in each_undivided_figure.label:
            number += each_undivided_figure.label.count(":")
    for each_note in o.notes:
        if ":" in each_note.text:
            number += each_note.text.count(":")
    for each_explanation in o.explanations:
        if ":" in each_explanation.text:
            number += each_explanation.text.count(":")
        if each_explanation.quote is not None and ":" in each_explanation.quote:
            number += each_explanation.quote.count(":")
    return number

def amounts(o: Any) -> tuple[Any, ...]:
    """Return the amounts of a report, in the order of print."""
    return (o.proactive_disclosure.procurement.central_procurement.amount,)

def texts(o: Any) -> tuple[tuple[str, str | None], ...]:
    """Return the running texts of a report with their places, in the order of print."""
    return (('/preamble', o.preamble), ('/overview', o.overview), ('/problems_and_improvements', o.problems_and_improvements), ('/other_matters', o.other_matters),)

def dates_exist(o: Any) -> bool:
    """Tell whether every date of a report stands in the calendar."""
    try:
        if o.source is not None and o.source.retrieved is not None:
            date.fromisoformat(o.source.retrieved)
        if o.published is not None:
            date.fromisoformat(o.published)
        if o.period is not None:
            date.fromisoformat(o.period.start)
        if o.period is not None:
            date.fromisoformat(o.period.end)
        if o.supersedes is not None and o.supersedes.published is not None:
            date.fromisoformat(o.supersedes.published)
    except ValueError:
        return False
    return True

def tables(o: Any) -> tuple[tuple[Any, ...], tuple[Any, ...], dict[str, Any]] | None:
    """Return the objects of the tables, outer ones first, the values in them, and the tables in JSON.

    The values are taken as they are, of whatever type. None in a layout with groups that may be absent.
    """
    g0 = o.proactive_disclosure
    g1 = g0.documents
    g2 = g1.government_rules
    c0 = g2.newly_made
    c1 = g2.newly_published
    c2 = g2.total_published
    g3 = g1.normative_documents
    c3 = g3.newly_made
    c4 = g3.newly_published
    c5 = g3.total_published
    g4 = g0.licensing
    g5 = g4.licences
    c6 = g5.items_last_year
    c7 = g5.change
    c8 = g5.decisions
    g6 = g4.other_services
    c9 = g6.items_last_year
    c10 = g6.change
    c11 = g6.decisions
    g7 = g0.enforcement
    g8 = g7.penalties
    c12 = g8.items_last_year
    c13 = g8.change
    c14 = g8.decisions
    g9 = g7.coercion
    c15 = g9.items_last_year
    c16 = g9.change
    c17 = g9.decisions
    g10 = g0.charges
    g11 = g10.administrative_fees
    c18 = g11.items_last_year
    c19 = g11.change
    g12 = g0.procurement
    g13 = g12.central_procurement
    c20 = g13.projects
    c21 = g13.amount
    c22 = g13.unit
    g14 = o.requests
    g15 = g14.natural_person
    c23 = g15.received
    c24 = g15.carried_over
    g16 = g15.outcomes
    c25 = g16.granted
    c26 = g16.partially_granted
    g17 = g16.denied
    c27 = g17.state_secret
    c28 = g17.prohibited_by_law
    c29 = g17.security_and_stability
    c30 = g17.third_party_rights
    c31 = g17.internal_affairs
    c32 = g17.process_information
    c33 = g17.enforcement_file
    c34 = g17.administrative_query
    g18 = g16.unavailable
    c35 = g18.not_held
    c36 = g18.requires_creation
    c37 = g18.still_unclear
    g19 = g16.declined
    c38 = g19.petition_or_complaint
    c39 = g19.repeated
    c40 = g19.published_material
    c41 = g19.excessive
    c42 = g19.confirmation_or_reissue
    c43 = g16.other
    c44 = g16.total
    c45 = g15.carried_forward
    g20 = g14.organizations
    g21 = g20.commercial_enterprise
    c46 = g21.received
    c47 = g21.carried_over
    g22 = g21.outcomes
    c48 = g22.granted
    c49 = g22.partially_granted
    g23 = g22.denied
    c50 = g23.state_secret
    c51 = g23.prohibited_by_law
    c52 = g23.security_and_stability
    c53 = g23.third_party_rights
    c54 = g23.internal_affairs
    c55 = g23.process_information
    c56 = g23.enforcement_file
    c57 = g23.administrative_query
    g24 = g22.unavailable
    c58 = g24.not_held
    c59 = g24.requires_creation
    c60 = g24.still_unclear
    g25 = g22.declined
    c61 = g25.petition_or_complaint
    c62 = g25.repeated
    c63 = g25.published_material
    c64 = g25.excessive
    c65 = g25.confirmation_or_reissue
    c66 = g22.other
    c67 = g22.total
    c68 = g21.carried_forward
    g26 = g20.research_institution
    c69 = g26.received
    c70 = g26.carried_over
    g27 = g26.outcomes
    c71 = g27.granted
    c72 = g27.partially_granted
    g28 = g27.denied
    c73 = g28.state_secret
    c74 = g28.prohibited_by_law
    c75 = g28.security_and_stability
    c76 = g28.third_party_rights
    c77 = g28.internal_affairs
    c78 = g28.process_information
    c79 = g28.enforcement_file
    c80 = g28.administrative_query
    g29 = g27.unavailable
    c81 = g29.not_held
    c82 = g29.requires_creation
    c83 = g29.still_unclear
    g30 = g27.declined
    c84 = g30.petition_or_complaint
    c85 = g30.repeated
    c86 = g30.published_material
    c87 = g30.excessive
    c88 = g30.confirmation_or_reissue
    c89 = g27.other
    c90 = g27.total
    c91 = g26.carried_forward
    g31 = g20.public_interest_organization
    c92 = g31.received
    c93 = g31.carried_over
    g32 = g31.outcomes
    c94 = g32.granted
    c95 = g32.partially_granted
    g33 = g32.denied
    c96 = g33.state_secret
    c97 = g33.prohibited_by_law
    c98 = g33.security_and_stability
    c99 = g33.third_party_rights
    c100 = g33.internal_affairs
    c101 = g33.process_information
    c102 = g33.enforcement_file
    c103 = g33.administrative_query
    g34 = g32.unavailable
    c104 = g34.not_held
    c105 = g34.requires_creation
    c106 = g34.still_unclear
    g35 = g32.declined
    c107 = g35.petition_or_complaint
    c108 = g35.repeated
    c109 = g35.published_material
    c110 = g35.excessive
    c111 = g35.confirmation_or_reissue
    c112 = g32.other
    c113 = g32.total
    c114 = g31.carried_forward
    g36 = g20.legal_service_institution
    c115 = g36.received
    c116 = g36.carried_over
    g37 = g36.outcomes
    c117 = g37.granted
    c118 = g37.partially_granted
    g38 = g37.denied
    c119 = g38.state_secret
    c120 = g38.prohibited_by_law
    c121 = g38.security_and_stability
    c122 = g38.third_party_rights
    c123 = g38.internal_affairs
    c124 = g38.process_information
    c125 = g38.enforcement_file
    c126 = g38.administrative_query
    g39 = g37.unavailable
    c127 = g39.not_held
    c128 = g39.requires_creation
    c129 = g39.still_unclear
    g40 = g37.declined
    c130 = g40.petition_or_complaint
    c131 = g40.repeated
    c132 = g40.published_material
    c133 = g40.excessive
    c134 = g40.confirmation_or_reissue
    c135 = g37.other
    c136 = g37.total
    c137 = g36.carried_forward
    g41 = g20.other
    c138 = g41.received
    c139 = g41.carried_over
    g42 = g41.outcomes
    c140 = g42.granted
    c141 = g42.partially_granted
    g43 = g42.denied
    c142 = g43.state_secret
    c143 = g43.prohibited_by_law
    c144 = g43.security_and_stability
    c145 = g43.third_party_rights
    c146 = g43.internal_affairs
    c147 = g43.process_information
    c148 = g43.enforcement_file
    c149 = g43.administrative_query
    g44 = g42.unavailable
    c150 = g44.not_held
    c151 = g44.requires_creation
    c152 = g44.still_unclear
    g45 = g42.declined
    c153 = g45.petition_or_complaint
    c154 = g45.repeated
    c155 = g45.published_material
    c156 = g45.excessive
    c157 = g45.confirmation_or_reissue
    c158 = g42.other
    c159 = g42.total
    c160 = g41.carried_forward
    g46 = g14.total
    c161 = g46.received
    c162 = g46.carried_over
    g47 = g46.outcomes
    c163 = g47.granted
    c164 = g47.partially_granted
    g48 = g47.denied
    c165 = g48.state_secret
    c166 = g48.prohibited_by_law
    c167 = g48.security_and_stability
    c168 = g48.third_party_rights
    c169 = g48.internal_affairs
    c170 = g48.process_information
    c171 = g48.enforcement_file
    c172 = g48.administrative_query
    g49 = g47.unavailable
    c173 = g49.not_held
    c174 = g49.requires_creation
    c175 = g49.still_unclear
    g50 = g47.declined
    c176 = g50.petition_or_complaint
    c177 = g50.repeated
    c178 = g50.published_material
    c179 = g50.excessive
    c180 = g50.confirmation_or_reissue
    c181 = g47.other
    c182 = g47.total
    c183 = g46.carried_forward
    g51 = o.disputes
    g52 = g51.reconsideration
    c184 = g52.upheld
    c185 = g52.corrected
    c186 = g52.other
    c187 = g52.pending
    c188 = g52.total
    g53 = g51.litigation
    g54 = g53.direct
    c189 = g54.upheld
    c190 = g54.corrected
    c191 = g54.other
    c192 = g54.pending
    c193 = g54.total
    g55 = g53.after_reconsideration
    c194 = g55.upheld
    c195 = g55.corrected
    c196 = g55.other
    c197 = g55.pending
    c198 = g55.total
    return (
        (g0, g1, g2, g3, g4, g5, g6, g7, g8, g9, g10, g11, g12, g13, g14, g15, g16, g17, g18, g19, g20, g21, g22, g23, g24, g25, g26, g27, g28, g29, g30, g31, g32, g33, g34, g35, g36, g37, g38, g39, g40, g41, g42, g43, g44, g45, g46, g47, g48, g49, g50, g51, g52, g53, g54, g55,),
        (c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17, c18, c19, c20, c21, c22, c23, c24, c25, c26, c27, c28, c29, c30, c31, c32, c33, c34, c35, c36, c37, c38, c39, c40, c41, c42, c43, c44, c45, c46, c47, c48, c49, c50, c51, c52, c53, c54, c55, c56, c57, c58, c59, c60, c61, c62, c63, c64, c65, c66, c67, c68, c69, c70, c71, c72, c73, c74, c75, c76, c77, c78, c79, c80, c81, c82, c83, c84, c85, c86, c87, c88, c89, c90, c91, c92, c93, c94, c95, c96, c97, c98, c99, c100, c101, c102, c103, c104, c105, c106, c107, c108, c109, c110, c111, c112, c113, c114, c115, c116, c117, c118, c119, c120, c121, c122, c123, c124, c125, c126, c127, c128, c129, c130, c131, c132, c133, c134, c135, c136, c137, c138, c139, c140, c141, c142, c143, c144, c145, c146, c147, c148, c149, c150, c151, c152, c153, c154, c155, c156, c157, c158, c159, c160, c161, c162, c163, c164, c165, c166, c167, c168, c169, c170, c171, c172, c173, c174, c175, c176, c177, c178, c179, c180, c181, c182, c183, c184, c185, c186, c187, c188, c189, c190, c191, c192, c193, c194, c195, c196, c197, c198,),
        {"proactive_disclosure": {"documents": {"government_rules": {"newly_made": c0, "newly_published": c1, "total_published": c2}, "normative_documents": {"newly_made": c3, "newly_published": c4, "total_published": c5}}, "licensing": {"licences": {"items_last_year": c6, "change": c7, "decisions": c8}, "other_services": {"items_last_year": c9, "change": c10, "decisions": c11}}, "enforcement": {"penalties": {"items_last_year": c12, "change": c13, "decisions": c14}, "coercion": {"items_last_year": c15, "change": c16, "decisions": c17}}, "charges": {"administrative_fees": {"items_last_year": c18, "change": c19}}, "procurement": {"central_procurement": {"projects": c20, "amount": c21, "unit": c22}}}, "requests": {"natural_person": {"received": c23, "carried_over": c24, "outcomes": {"granted": c25, "partially_granted": c26, "denied": {"state_secret": c27, "prohibited_by_law": c28, "security_and_stability": c29, "third_party_rights": c30, "internal_affairs": c31, "process_information": c32, "enforcement_file": c33, "administrative_query": c34}, "unavailable": {"not_held": c35, "requires_creation": c36, "still_unclear": c37}, "declined": {"petition_or_complaint": c38, "repeated": c39, "published_material": c40, "excessive": c41, "confirmation_or_reissue": c42}, "other": c43, "total": c44}, "carried_forward": c45}, "organizations": {"commercial_enterprise": {"received": c46, "carried_over": c47, "outcomes": {"granted": c48, "partially_granted": c49, "denied": {"state_secret": c50, "prohibited_by_law": c51, "security_and_stability": c52, "third_party_rights": c53, "internal_affairs": c54, "process_information": c55, "enforcement_file": c56, "administrative_query": c57}, "unavailable": {"not_held": c58, "requires_creation": c59, "still_unclear": c60}, "declined": {"petition_or_complaint": c61, "repeated": c62, "published_material": c63, "excessive": c64, "confirmation_or_reissue": c65}, "other": c66, "total": c67}, "carried_forward": c68}, "research_institution": {"received": c69, "carried_over": c70, "outcomes": {"granted": c71, "partially_granted": c72, "denied": {"state_secret": c73, "prohibited_by_law": c74, "security_and_stability": c75, "third_party_rights": c76, "internal_affairs": c77, "process_information": c78, "enforcement_file": c79, "administrative_query": c80}, "unavailable": {"not_held": c81, "requires_creation": c82, "still_unclear": c83}, "declined": {"petition_or_complaint": c84, "repeated": c85, "published_material": c86, "excessive": c87, "confirmation_or_reissue": c88}, "other": c89, "total": c90}, "carried_forward": c91}, "public_interest_organization": {"received": c92, "carried_over": c93, "outcomes": {"granted": c94, "partially_granted": c95, "denied": {"state_secret": c96, "prohibited_by_law": c97, "security_and_stability": c98, "third_party_rights": c99, "internal_affairs": c100, "process_information": c101, "enforcement_file": c102, "administrative_query": c103}, "unavailable": {"not_held": c104, "requires_creation": c105, "still_unclear": c106}, "declined": {"petition_or_complaint": c107, "repeated": c108, "published_material": c109, "excessive": c110, "confirmation_or_reissue": c111}, "other": c112, "total": c113}, "carried_forward": c114}, "legal_service_institution": {"received": c115, "carried_over": c116, "outcomes": {"granted": c117, "partially_granted": c118, "denied": {"state_secret": c119, "prohibited_by_law": c120, "security_and_stability": c121, "third_party_rights": c122, "internal_affairs": c123, "process_information": c124, "enforcement_file": c125, "administrative_query": c126}, "unavailable": {"not_held": c127, "requires_creation": c128, "still_unclear": c129}, "declined": {"petition_or_complaint": c130, "repeated": c131, "published_material": c132, "excessive": c133, "confirmation_or_reissue": c134}, "other": c135, "total": c136}, "carried_forward": c137}, "other": {"received": c138, "carried_over": c139, "outcomes": {"granted": c140, "partially_granted": c141, "denied": {"state_secret": c142, "prohibited_by_law": c143, "security_and_stability": c144, "third_party_rights": c145, "internal_affairs": c146, "process_information": c147, "enforcement_file": c148, "administrative_query": c149}, "unavailable": {"not_held": c150, "requires_creation": c151, "still_unclear": c152}, "declined": {"petition_or_complaint": c153, "repeated": c154, "published_material": c155, "excessive": c156, "confirmation_or_reissue": c157}, "other": c158, "total": c159}, "carried_forward": c160}}, "total": {"received": c161, "carried_over": c162, "outcomes": {"granted": c163, "partially_granted": c164, "denied": {"state_secret": c165, "prohibited_by_law": c166, "security_and_stability": c167, "third_party_rights": c168, "internal_affairs": c169, "process_information": c170, "enforcement_file": c171, "administrative_query": c172}, "unavailable": {"not_held": c173, "requires_creation": c174, "still_unclear": c175}, "declined": {"petition_or_complaint": c176, "repeated": c177, "published_material": c178, "excessive": c179, "confirmation_or_reissue": c180}, "other": c181, "total": c182}, "carried_forward": c183}}, "disputes": {"reconsideration": {"upheld": c184, "corrected": c185, "other": c186, "pending": c187, "total": c188}, "litigation": {"direct": {"upheld": c189, "corrected": c190, "other": c191, "pending": c192, "total": c193}, "after_reconsideration": {"upheld": c194, "corrected": c195, "other": c196, "pending": c197, "total": c198}}}},
    )

def figures(o: Any) -> tuple[Any, ...] | None:
    """Return what every cell of a report holds, in the order of print: an amount as it is written.

    None in a layout with groups that may be absent.
    """
    g0 = o.proactive_disclosure
    g1 = g0.documents
    g2 = g1.government_rules
    g3 = g1.normative_documents
    g4 = g0.licensing
    g5 = g4.licences
    g6 = g4.other_services
    g7 = g0.enforcement
    g8 = g7.penalties
    g9 = g7.coercion
    g10 = g0.charges
    g11 = g10.administrative_fees
    g12 = g0.procurement
    g13 = g12.central_procurement
    g14 = o.requests
    g15 = g14.natural_person
    g16 = g15.outcomes
    g17 = g16.denied
    g18 = g16.unavailable
    g19 = g16.declined
    g20 = g14.organizations
    g21 = g20.commercial_enterprise
    g22 = g21.outcomes
    g23 = g22.denied
    g24 = g22.unavailable
    g25 = g22.declined
    g26 = g20.research_institution
    g27 = g26.outcomes
    g28 = g27.denied
    g29 = g27.unavailable
    g30 = g27.declined
    g31 = g20.public_interest_organization
    g32 = g31.outcomes
    g33 = g32.denied
    g34 = g32.unavailable
    g35 = g32.declined
    g36 = g20.legal_service_institution
    g37 = g36.outcomes
    g38 = g37.denied
    g39 = g37.unavailable
    g40 = g37.declined
    g41 = g20.other
    g42 = g41.outcomes
    g43 = g42.denied
    g44 = g42.unavailable
    g45 = g42.declined
    g46 = g14.total
    g47 = g46.outcomes
    g48 = g47.denied
    g49 = g47.unavailable
    g50 = g47.declined
    g51 = o.disputes
    g52 = g51.reconsideration
    g53 = g51.litigation
    g54 = g53.direct
    g55 = g53.after_reconsideration
    return (g2.newly_made, g2.newly_published, g2.total_published, g3.newly_made, g3.newly_published, g3.total_published, g5.items_last_year, g5.change, g5.decisions, g6.items_last_year, g6.change, g6.decisions, g8.items_last_year, g8.change, g8.decisions, g9.items_last_year, g9.change, g9.decisions, g11.items_last_year, g11.change, g13.projects, g13.amount, g15.received, g15.carried_over, g16.granted, g16.partially_granted, g17.state_secret, g17.prohibited_by_law, g17.security_and_stability, g17.third_party_rights, g17.internal_affairs, g17.process_information, g17.enforcement_file, g17.administrative_query, g18.not_held, g18.requires_creation, g18.still_unclear, g19.petition_or_complaint, g19.repeated, g19.published_material, g19.excessive, g19.confirmation_or_reissue, g16.other, g16.total, g15.carried_forward, g21.received, g21.carried_over, g22.granted, g22.partially_granted, g23.state_secret, g23.prohibited_by_law, g23.security_and_stability, g23.third_party_rights, g23.internal_affairs, g23.process_information, g23.enforcement_file, g23.administrative_query, g24.not_held, g24.requires_creation, g24.still_unclear, g25.petition_or_complaint, g25.repeated, g25.published_material, g25.excessive, g25.confirmation_or_reissue, g22.other, g22.total, g21.carried_forward, g26.received, g26.carried_over, g27.granted, g27.partially_granted, g28.state_secret, g28.prohibited_by_law, g28.security_and_stability, g28.third_party_rights, g28.internal_affairs, g28.process_information, g28.enforcement_file, g28.administrative_query, g29.not_held, g29.requires_creation, g29.still_unclear, g30.petition_or_complaint, g30.repeated, g30.published_material, g30.excessive, g30.confirmation_or_reissue, g27.other, g27.total, g26.carried_forward, g31.received, g31.carried_over, g32.granted, g32.partially_granted, g33.state_secret, g33.prohibited_by_law, g33.security_and_stability, g33.third_party_rights, g33.internal_affairs, g33.process_information, g33.enforcement_file, g33.administrative_query, g34.not_held, g34.requires_creation, g34.still_unclear, g35.petition_or_complaint, g35.repeated, g35.published_material, g35.excessive, g35.confirmation_or_reissue, g32.other, g32.total, g31.carried_forward, g36.received, g36.carried_over, g37.granted, g37.partially_granted, g38.state_secret, g38.prohibited_by_law, g38.security_and_stability, g38.third_party_rights, g38.internal_affairs, g38.process_information, g38.enforcement_file, g38.administrative_query, g39.not_held, g39.requires_creation, g39.still_unclear, g40.petition_or_complaint, g40.repeated, g40.published_material, g40.excessive, g40.confirmation_or_reissue, g37.other, g37.total, g36.carried_forward, g41.received, g41.carried_over, g42.granted, g42.partially_granted, g43.state_secret, g43.prohibited_by_law, g43.security_and_stability, g43.third_party_rights, g43.internal_affairs, g43.process_information, g43.enforcement_file, g43.administrative_query, g44.not_held, g44.requires_creation, g44.still_unclear, g45.petition_or_complaint, g45.repeated, g45.published_material, g45.excessive, g45.confirmation_or_reissue, g42.other, g42.total, g41.carried_forward, g46.received, g46.carried_over, g47.granted, g47.partially_granted, g48.state_secret, g48.prohibited_by_law, g48.security_and_stability, g48.third_party_rights, g48.internal_affairs, g48.process_information, g48.enforcement_file, g48.administrative_query, g49.not_held, g49.requires_creation, g49.still_unclear, g50.petition_or_complaint, g50.repeated, g50.published_material, g50.excessive, g50.confirmation_or_reissue, g47.other, g47.total, g46.carried_forward, g52.upheld, g52.corrected, g52.other, g52.pending, g52.total, g54.upheld, g54.corrected, g54.other, g54.pending, g54.total, g55.upheld, g55.corrected, g55.other, g55.pending, g55.total,)

pattern_0 = re.compile('(?:疑问|疑义|意见|建议|咨询|了解)[^。\\n]{0,60}(?:联系|致电|拨打|反映|咨询|来电|来函)|(?:请|可)(?:与|向|致电|拨打)[^。\\n]{2,40}(?:联系|咨询|反映)|(?:联系|咨询)(?:人|电话|方式|单位|部门|地址)[ \u3000]{0,3}(?:[：:（(]|为|是|[0-9０-９]{3,4}[-－—]?[0-9０-９]{4})|(?:电话|传真|热线)[ \u3000]{0,3}(?:[：:]|为|是)?[ \u3000]{0,3}[（(]?(?:[0-9０-９]{7}|[0-9０-９]{3,4}[-－—）)])|邮编[ \u3000]{0,3}(?:[：:]|为|是)?[ \u3000]{0,3}[0-9０-９]{6}|(?:联系|办公|通讯|通信)地址[ \u3000]{0,3}[：:]|[A-Za-z0-9._-]{1,64}@[A-Za-z0-9]|[0-9０-９]{3,4}[-－—][0-9０-９]{7}')
pattern_1 = re.compile('主动公开政府信息(?:的)?情况[、，,；;]|(主动公开|主动发布|主动(?:向[^，。；\\n]{1,8})?公布|(?:公开|发布|公布)[^，。；\\n]{0,12}(?:信息|文件|稿件|公告|政策|数据)[^，。；\\n]{0,8}[0-9０-９]|信息公开目录|(?:决策|执行|管理|服务|结果)公开)')
pattern_2 = re.compile('申请(?:的)?情况[、，,；;]|(申请)')
pattern_3 = re.compile('(信息管理|信息公开管理|审核|审查|审签|三审|把关|源头|公开属性|保密|目录|清理|动态(?:调整|更新|管理)|规范性文件|制度|规范化|标准化|台账|归档|登记|信息(?:的)?(?:发布|维护|更新))')
pattern_4 = re.compile('(平台|网站|网页|网络|门户|网上|线上|公众号|微信|微博|新媒体|融媒体|公报|专栏|专区|专题|栏目|客户端|抖音|渠道|公示栏|公开栏|公告栏|宣传栏|查阅点|查阅场所|查阅室|触摸屏|显示屏|大厅|新闻发布会)')
pattern_5 = re.compile('(?:审计|市场|质量|技术|药品|食品|安全|卫生|执法|司法|财政|环境)监督|监督(?:权|管理|检验|所)|(?:社会|医疗|住房|生活|劳动)保障|(监督|保障(?!局|公众|公民|群众|人民|社会|厅|部|知情|申请人|了)|考核|评议|评估|培训|督查|督办|督促|督导|检查|自查|核查|巡查|抽查|问责|追究|追责|投诉|举报|领导小组|组织领导|领导机构|专班|专人|专门人员|责任|队伍)')
pattern_6 = re.compile('^[ \t\r\n\u3000]*(?:无|没有|暂无|无。|不存在(?:问题)?|没有问题|暂无问题)[。.；; \t\r\n\u3000]*$(?!\\n)')
pattern_7 = re.compile('^(?:(?=[^ \t\u3000])(?:(?=(?:(?:[^，。；！？\\n]{0,20}年度?|(?:根据|按照|依据|依照|结合|遵照|在|围绕|为|以|通过|针对|对照|对|按|从|面对|随着|经|近年来|年内|本年度|全年|(?:同时|此外|另外|其中|总之|为此))[^，。；！？\\n]{0,60})[，、：]){0,3}(?:(?:加强|强化|完善|健全|优化|加大|推进|拓展|拓宽|落实|深化|抓好|建立|改进|提高|提升|增强|丰富|规范|细化|增加)|[^，。；！？\\n]{0,120}?(?:下一步|下步|下一阶段|今后|下一年|来年|明年|新的一年|将|拟|计划|打算|争取|措施|整改|着力|努力|进一步|继续|持续|不断|一是|二是|三是|四是|取得|成效|成绩|坚持|高度重视|积极|认真|严格|扎实|切实|再接再厉|做好|开展|组织|制定|明确|定期|落细|[^，。；！？\\n未不没有难](?:加强|强化|完善|健全|优化|加大|推进|拓展|拓宽|落实|深化|抓好|建立|改进|提高|提升|增强|丰富|规范|细化|增加)))))[^。；！？\\n]{1,800}(?:[。；！？\\n]|$(?!\\n))[ \t\u3000\\n]{0,20}){0,200}(?:(?=[^ \t\u3000])(?:(?=(?:(?:[^，。；！？\\n]{0,20}年度?|(?:根据|按照|依据|依照|结合|遵照|在|围绕|为|以|通过|针对|对照|对|按|从|面对|随着|经|近年来|年内|本年度|全年|(?:同时|此外|另外|其中|总之|为此))[^，。；！？\\n]{0,60})[，、：]){0,3}(?:(?:加强|强化|完善|健全|优化|加大|推进|拓展|拓宽|落实|深化|抓好|建立|改进|提高|提升|增强|丰富|规范|细化|增加)|[^，。；！？\\n]{0,120}?(?:下一步|下步|下一阶段|今后|下一年|来年|明年|新的一年|将|拟|计划|打算|争取|措施|整改|着力|努力|进一步|继续|持续|不断|一是|二是|三是|四是|取得|成效|成绩|坚持|高度重视|积极|认真|严格|扎实|切实|再接再厉|做好|开展|组织|制定|明确|定期|落细|[^，。；！？\\n未不没有难](?:加强|强化|完善|健全|优化|加大|推进|拓展|拓宽|落实|深化|抓好|建立|改进|提高|提升|增强|丰富|规范|细化|增加)))))[^。；！？\\n]{1,800}(?:[。；！？\\n]|$(?!\\n))[ \t\u3000\\n]{0,20}|(?=[^。！？\\n]{0,200}?(?:下一步|下步|下一阶段|今后|下一年|来年|明年|新的一年|[0-9０-９][ \u3000]{0,2}年度?|将|拟|要|继续|重点))[^。！？\\n：:]{1,200}?(?:以下|如下|下列|下述|[几二两三四五六七八]个?方面|[几二两三四五六七八]点|[几二两三四五六七八]项)[^。！？\\n，；：:]{0,20}[：:](?:[^\\n]|\\n){0,8000}|[^。！？\\n，；：:]{0,12}(?:工作)?(?:打算|计划|安排|思路|方向|举措|措施|重点)(?:[：:]|[。]?[ \t\u3000]{0,4}\\n)(?:[^\\n]|\\n){0,8000})$(?!\\n)')
pattern_8 = re.compile('(?:针对|对照|补齐|补足|弥补|解决|破解|聚焦|坚持|直面|查找|查摆|围绕|紧盯|瞄准|攻克|突破|排查|梳理|正视)[^，。；\\n]{0,16}(?:问题|不足|短板|弱项|差距|困难|薄弱|风险|压力|隐患|堵点|痛点|难点|难题|盲区|死角|瓶颈|漏洞|矛盾)|(?:避免|防止|杜绝|消除|克服|严防|谨防|防范|化解|减少|降低|压减|压降|切忌|不得|不让|绝不|决不|确保|保证|严禁|力戒|摒弃|改变|扭转|打破|破除|打通|疏通|力求|做到|实现|达到|以免|免得|让)[^，。；\\n]{0,40}|(?:不|未|没有|没)(?:发现|有)?[^，。；\\n]{0,4}(?:存在|问题)|(?:下一步|今后|将|要)[^，。；\\n]{0,10}还要|不(?:断|仅|但|光|同|定期|懈|折不扣|打折|停步|止步|松劲|忘|变|可|错|遗余力|少于|低于|低于|超过|大于|小于|得)|未(?:来|雨绸缪|成年)|仅仅|差(?:额|旅|异化)|难(?:忘|得)|(?:及|赶)时|压力测试|风险评估|减压|(?:加大|增加|加强|强化)[^，。；\\n]{0,4}(?:力度|压力)|没有收到|未收到|(?:问题|风险|矛盾)(?:导向|意识|清单|台账|防控|排查)|进一步规范不|(存在|问题(?:是|有|在于|包括|主要|如下|表现|和|：|:|及不足)|主要问题|突出问题|不足|不够|不到位|不(?:平衡|充分|及时|规范|完善|健全|全|高|强|深|多|均|严|熟|实|细|畅|清|准|广|灵|牢|透|稳|足|力|佳|好|快|易|便|顺|活|精|新|合理|科学|统一|一致|匹配|协调|同步|衔接|紧密|明确|明显|理想|适应|重视|积极|主动|尽责|熟悉|了解|懂|会|愿|敢|善|当|妥|准确|完整|透彻|深入|扎实|严谨|方便|友好|连贯|配套|均衡|稳定|专业|对称|对等|精准|满意|理解|知晓|相称|相符|能)|较少|偏(?:少|多|低|慢|弱|紧|长|大|软|松|粗|窄|浅|老|旧|散|高|重|差|单一|简单|简|晚|迟|硬|窄|轻|短)|[过很太](?:少|于|长|慢|低|粗|简|窄|散|多|晚|大|浅)|[^多不减]少(?=[，。；、（(]|$(?!\\n))|较(?:低|慢|弱|差|少|长|窄|浅|粗|重|紧|单一)|滞后|迟缓|缓慢|拖延|拖沓|延误|延迟|积压|逾期|超期|迟发|晚于|来不及|跟不上|赶不上|难以|较难|很难|难度|困难|吃力|棘手|单一|单调|欠缺|缺乏|缺少|缺失|缺位|短缺|紧缺|紧张|吃紧|薄弱|短板|弱项|差距|落差|脱节|距离|差异|参差|有限|受限|不便|粗放|粗糙|漏洞|疏漏|遗漏|漏报|错漏|疏忽|瑕疵|失误|差错|错误|有误|不当|败诉|被纠正|教训|通报批评|有待|尚未|尚(?:不|无|需|有)|未(?:能|及时|按|充分|完全|形成|建立|实现|覆盖|明确|全面|有效|得到|落实|增加|更新|配备|做到|跟上|到位|予|通过|配|达|设|落|见|尽|公开|公布|发布|答复|补|开展|真正|引起|打通|理顺)|没有?(?:及时|完全|充分|形成|建立|跟上|做到|达到|把|说|讲|专人|专职|专门|落实|真正|得到|固定|统一|相应|配)|缺(?:人|专|岗|少|编|经验)|还需|仍需|尚需|仍要|还要|仍须|还须|还应|仍有|还有|尚有|仍(?:然|待|未|不|是|以|在|显|较|处于|停留)|亟待|亟需|急需|需要?(?:进一步)?(?:提高|提升|加强|改进|完善|丰富|拓展|优化|加大|规范|增强|强化|细化)|风险|压力|隐患|被动|制约|瓶颈|掣肘|堵点|痛点|盲区|惯性|惰性|突击|松懈|懈怠|随意|被动应付|应付|波动|断档|断层|脱档|碎片化|同质化|形式化|流于形式|走过场|停留在|浮于|照搬|生硬|晦涩|难懂|看不懂|听不懂|读不懂|冗长|繁琐|多头|推诿|扯皮|冤枉路|手忙脚乱|忙乱|忙中|生疏|陌生|老化|陈旧|老旧|模糊|参差|频繁|流动性|流动(?:过?大|快|较)|变动大|兼职|身兼|兼任|一人多岗|一肩挑|人手|重[^，。；\\n]{1,4}[、，]?轻[^，。；\\n]|反映出|折射|暴露|凸显出?|突显|投诉|质疑|意见较(?:大|多)|不满|个别|少数|有的(?!放矢)|有时|时有|偶有|偶尔|往往|(?:一些|部分)(?:单位|部门|科室|股室|处室|栏目|干部|人员|镇|乡|同志|信息|领域|工作人员)|[只仅](?:占|有|能|是|限|靠|凭|停)|[^，。；\\n](?:慢|弱|差|浅|窄|乱|松|紧|僵|空)(?=[，。；、（(]|$(?!\\n))|(?:重复|信访|投诉)[^，。；\\n]{0,6}(?:背后|较多|偏多|居高)|居高不下|时效[^，。；\\n]{0,4}(?:差|低)|下滑|下降)')
pattern_9 = re.compile('^(?:(?=[^ \t\u3000])(?=[^。；！？\\n]{0,400}?(?:存在|问题(?:是|有|包括|主要|如下|表现|和|：|:|及不足)|主要问题|不足|不够|不到位|不平衡|不充分|不及时|不规范|不完善|不健全|不全|不高|不强|不深|不多|不均|不严|不熟|不实|不细|不畅|不清|不准|不广|不灵|较少|偏少|过少|很少|太少|[^多不减]少(?=[，。；]|$(?!\\n))|偏低|较低|较慢|偏慢|较弱|偏弱|较差|滞后|单一|单调|欠缺|缺乏|缺少|薄弱|有待|尚未|未能|还需|仍需|尚需|仍要|还要|仍须|还须|还应|仍有|还有|尚有|差距|短板|弱项|困难|难度|亟待|亟需|需要?(?:进一步)?(?:提高|提升|加强|改进|完善|丰富|拓展|优化|加大|规范|增强|强化|细化)|有限|不便|粗放|漏洞|参差))[^。；！？\\n]{1,800}(?:[。；！？\\n]|$(?!\\n))[ \t\u3000\\n]{0,20}){1,200}$(?!\\n)')
pattern_10 = re.compile('(?:有待|还需|仍需|尚需|需要?|亟待|亟需|仍要|尚|待|不够|不太|不(?![断仅但])|未|没有|缺乏|缺少|欠)[^，。；\\n]{0,14}(?:加强|强化|完善|健全|优化|加大|推进|拓展|拓宽|落实|深化|抓好|建立|改进|提高|提升|增强|丰富|规范|细化|增加)|(?:加强|强化|完善|健全|优化|加大|推进|拓展|拓宽|落实|深化|抓好|建立|改进|提高|提升|增强|丰富|规范|细化|增加)[^，。；\\n]{0,6}(?:不|较|偏|滞后|欠|缓慢|有待|还需|仍需)|(已|改为|此后|正在|计划|拟|下一步|今后|下一年|来年|明年|将|措施|整改|一是[^，。；\\n]{0,4}(?:组织|开展)|着力|努力|进一步|加强|强化|完善|健全|优化|加大|推进|拓展|拓宽|落实|深化|抓好|建立|改进|提高|提升|增强|丰富|规范|细化|增加)')
pattern_11 = re.compile('([0-9０-９]{4})[ \u3000]*年')
pattern_12 = re.compile('^[ \t\r\n\u3000]*([0-9０-９]{4})[ \u3000]*年(?:度|全年|(?=[，,]))')
pattern_13 = re.compile('^[^。]{0,300}?([0-9０-９]{4})[ \u3000]*年度?[^，。；、\\n0-9０-９]{0,20}?政府信息公开(?:工作)?年度(?:工作)?报告')
pattern_14 = re.compile('统计(?:期限|时间|时段|周期)[^。；\\n]{0,12}?([0-9０-９]{4})[ \u3000]*年[ \u3000]*[1１][ \u3000]*月')


def balances(o: Any) -> bool:
    """Tell whether every cell holds a figure and every sum is right; a blank may also raise TypeError.

    Amounts are looked at by their text. Equations that follow from the others are left out.
    """
    g0 = o.proactive_disclosure
    g1 = g0.documents
    g2 = g1.government_rules
    c0 = g2.newly_made
    c1 = g2.newly_published
    c2 = g2.total_published
    g3 = g1.normative_documents
    g4 = g0.licensing
    g5 = g4.licences
    g6 = g4.other_services
    g7 = g0.enforcement
    g8 = g7.penalties
    g9 = g7.coercion
    g10 = g0.charges
    g11 = g10.administrative_fees
    g12 = g0.procurement
    g13 = g12.central_procurement
    g14 = o.requests
    g15 = g14.natural_person
    c21 = g15.received
    c22 = g15.carried_over
    g16 = g15.outcomes
    c23 = g16.granted
    c24 = g16.partially_granted
    g17 = g16.denied
    c25 = g17.state_secret
    c26 = g17.prohibited_by_law
    c27 = g17.security_and_stability
    c28 = g17.third_party_rights
    c29 = g17.internal_affairs
    c30 = g17.process_information
    c31 = g17.enforcement_file
    c32 = g17.administrative_query
    g18 = g16.unavailable
    c33 = g18.not_held
    c34 = g18.requires_creation
    c35 = g18.still_unclear
    g19 = g16.declined
    c36 = g19.petition_or_complaint
    c37 = g19.repeated
    c38 = g19.published_material
    c39 = g19.excessive
    c40 = g19.confirmation_or_reissue
    c41 = g16.other
    c42 = g16.total
    g20 = g14.organizations
    g21 = g20.commercial_enterprise
    c44 = g21.received
    c45 = g21.carried_over
    g22 = g21.outcomes
    c46 = g22.granted
    c47 = g22.partially_granted
    g23 = g22.denied
    c48 = g23.state_secret
    c49 = g23.prohibited_by_law
    c50 = g23.security_and_stability
    c51 = g23.third_party_rights
    c52 = g23.internal_affairs
    c53 = g23.process_information
    c54 = g23.enforcement_file
    c55 = g23.administrative_query
    g24 = g22.unavailable
    c56 = g24.not_held
    c57 = g24.requires_creation
    c58 = g24.still_unclear
    g25 = g22.declined
    c59 = g25.petition_or_complaint
    c60 = g25.repeated
    c61 = g25.published_material
    c62 = g25.excessive
    c63 = g25.confirmation_or_reissue
    c64 = g22.other
    c65 = g22.total
    g26 = g20.research_institution
    c67 = g26.received
    c68 = g26.carried_over
    g27 = g26.outcomes
    c69 = g27.granted
    c70 = g27.partially_granted
    g28 = g27.denied
    c71 = g28.state_secret
    c72 = g28.prohibited_by_law
    c73 = g28.security_and_stability
    c74 = g28.third_party_rights
    c75 = g28.internal_affairs
    c76 = g28.process_information
    c77 = g28.enforcement_file
    c78 = g28.administrative_query
    g29 = g27.unavailable
    c79 = g29.not_held
    c80 = g29.requires_creation
    c81 = g29.still_unclear
    g30 = g27.declined
    c82 = g30.petition_or_complaint
    c83 = g30.repeated
    c84 = g30.published_material
    c85 = g30.excessive
    c86 = g30.confirmation_or_reissue
    c87 = g27.other
    c88 = g27.total
    g31 = g20.public_interest_organization
    c90 = g31.received
    c91 = g31.carried_over
    g32 = g31.outcomes
    c92 = g32.granted
    c93 = g32.partially_granted
    g33 = g32.denied
    c94 = g33.state_secret
    c95 = g33.prohibited_by_law
    c96 = g33.security_and_stability
    c97 = g33.third_party_rights
    c98 = g33.internal_affairs
    c99 = g33.process_information
    c100 = g33.enforcement_file
    c101 = g33.administrative_query
    g34 = g32.unavailable
    c102 = g34.not_held
    c103 = g34.requires_creation
    c104 = g34.still_unclear
    g35 = g32.declined
    c105 = g35.petition_or_complaint
    c106 = g35.repeated
    c107 = g35.published_material
    c108 = g35.excessive
    c109 = g35.confirmation_or_reissue
    c110 = g32.other
    c111 = g32.total
    g36 = g20.legal_service_institution
    c113 = g36.received
    c114 = g36.carried_over
    g37 = g36.outcomes
    c115 = g37.granted
    c116 = g37.partially_granted
    g38 = g37.denied
    c117 = g38.state_secret
    c118 = g38.prohibited_by_law
    c119 = g38.security_and_stability
    c120 = g38.third_party_rights
    c121 = g38.internal_affairs
    c122 = g38.process_information
    c123 = g38.enforcement_file
    c124 = g38.administrative_query
    g39 = g37.unavailable
    c125 = g39.not_held
    c126 = g39.requires_creation
    c127 = g39.still_unclear
    g40 = g37.declined
    c128 = g40.petition_or_complaint
    c129 = g40.repeated
    c130 = g40.published_material
    c131 = g40.excessive
    c132 = g40.confirmation_or_reissue
    c133 = g37.other
    c134 = g37.total
    g41 = g20.other
    c136 = g41.received
    c137 = g41.carried_over
    g42 = g41.outcomes
    c138 = g42.granted
    c139 = g42.partially_granted
    g43 = g42.denied
    c140 = g43.state_secret
    c141 = g43.prohibited_by_law
    c142 = g43.security_and_stability
    c143 = g43.third_party_rights
    c144 = g43.internal_affairs
    c145 = g43.process_information
    c146 = g43.enforcement_file
    c147 = g43.administrative_query
    g44 = g42.unavailable
    c148 = g44.not_held
    c149 = g44.requires_creation
    c150 = g44.still_unclear
    g45 = g42.declined
    c151 = g45.petition_or_complaint
    c152 = g45.repeated
    c153 = g45.published_material
    c154 = g45.excessive
    c155 = g45.confirmation_or_reissue
    c156 = g42.other
    c157 = g42.total
    g46 = g14.total
    c159 = g46.received
    c160 = g46.carried_over
    g47 = g46.outcomes
    g48 = g47.denied
    g49 = g47.unavailable
    g50 = g47.declined
    c180 = g47.total
    g51 = o.disputes
    g52 = g51.reconsideration
    g53 = g51.litigation
    g54 = g53.direct
    g55 = g53.after_reconsideration
    return bool(
        (c21 + c22 == c42 + g15.carried_forward)
        and (c44 + c45 == c65 + g21.carried_forward)
        and (c67 + c68 == c88 + g26.carried_forward)
        and (c90 + c91 == c111 + g31.carried_forward)
        and (c113 + c114 == c134 + g36.carried_forward)
        and (c136 + c137 == c157 + g41.carried_forward)
        and (c159 + c160 == c180 + g46.carried_forward)
        and (c23 + c24 + c25 + c26 + c27 + c28 + c29 + c30 + c31 + c32 + c33 + c34 + c35 + c36 + c37 + c38 + c39 + c40 + c41 == c42)
        and (c46 + c47 + c48 + c49 + c50 + c51 + c52 + c53 + c54 + c55 + c56 + c57 + c58 + c59 + c60 + c61 + c62 + c63 + c64 == c65)
        and (c69 + c70 + c71 + c72 + c73 + c74 + c75 + c76 + c77 + c78 + c79 + c80 + c81 + c82 + c83 + c84 + c85 + c86 + c87 == c88)
        and (c92 + c93 + c94 + c95 + c96 + c97 + c98 + c99 + c100 + c101 + c102 + c103 + c104 + c105 + c106 + c107 + c108 + c109 + c110 == c111)
        and (c115 + c116 + c117 + c118 + c119 + c120 + c121 + c122 + c123 + c124 + c125 + c126 + c127 + c128 + c129 + c130 + c131 + c132 + c133 == c134)
        and (c138 + c139 + c140 + c141 + c142 + c143 + c144 + c145 + c146 + c147 + c148 + c149 + c150 + c151 + c152 + c153 + c154 + c155 + c156 == c157)
        and (c21 + c44 + c67 + c90 + c113 + c136 == c159)
        and (c22 + c45 + c68 + c91 + c114 + c137 == c160)
        and (c23 + c46 + c69 + c92 + c115 + c138 == g47.granted)
        and (c24 + c47 + c70 + c93 + c116 + c139 == g47.partially_granted)
        and (c25 + c48 + c71 + c94 + c117 + c140 == g48.state_secret)
        and (c26 + c49 + c72 + c95 + c118 + c141 == g48.prohibited_by_law)
        and (c27 + c50 + c73 + c96 + c119 + c142 == g48.security_and_stability)
        and (c28 + c51 + c74 + c97 + c120 + c143 == g48.third_party_rights)
        and (c29 + c52 + c75 + c98 + c121 + c144 == g48.internal_affairs)
        and (c30 + c53 + c76 + c99 + c122 + c145 == g48.process_information)
        and (c31 + c54 + c77 + c100 + c123 + c146 == g48.enforcement_file)
        and (c32 + c55 + c78 + c101 + c124 + c147 == g48.administrative_query)
        and (c33 + c56 + c79 + c102 + c125 + c148 == g49.not_held)
        and (c34 + c57 + c80 + c103 + c126 + c149 == g49.requires_creation)
        and (c35 + c58 + c81 + c104 + c127 + c150 == g49.still_unclear)
        and (c36 + c59 + c82 + c105 + c128 + c151 == g50.petition_or_complaint)
        and (c37 + c60 + c83 + c106 + c129 + c152 == g50.repeated)
        and (c38 + c61 + c84 + c107 + c130 + c153 == g50.published_material)
        and (c39 + c62 + c85 + c108 + c131 + c154 == g50.excessive)
        and (c40 + c63 + c86 + c109 + c132 + c155 == g50.confirmation_or_reissue)
        and (c41 + c64 + c87 + c110 + c133 + c156 == g47.other)
        and (c42 + c65 + c88 + c111 + c134 + c157 == c180)
        and (g52.upheld + g52.corrected + g52.other + g52.pending == g52.total)
        and (g54.upheld + g54.corrected + g54.other + g54.pending == g54.total)
        and (g55.upheld + g55.corrected + g55.other + g55.pending == g55.total)
        and (c0 <= 0 or not ((o.organ.level in ('county', 'township', None))))
        and (c1 <= 0 or not ((o.organ.level in ('county', 'township', None))))
        and (c2 <= 0 or not ((o.organ.level in ('county', 'township', None))))
        and (c0 <= 0 or not ((o.organ.kind in ('department', 'other', None)) and (o.organ.level in ('province', 'city', 'county', 'township', None))))
        and (c1 <= 0 or not ((o.organ.kind in ('department', 'other', None)) and (o.organ.level in ('province', 'city', 'county', 'township', None))))
        and (c2 <= 0 or not ((o.organ.kind in ('department', 'other', None)) and (o.organ.level in ('province', 'city', 'county', 'township', None))))
        and (None not in (c0, c1, c2, g3.newly_made, g3.newly_published, g3.total_published, g5.items_last_year, g5.change, g5.decisions, g6.items_last_year, g6.change, g6.decisions, g8.items_last_year, g8.change, g8.decisions, g9.items_last_year, g9.change, g9.decisions, g11.items_last_year, g11.change, g13.projects,))
    )


def reads_well(o: Any) -> bool:
    """Tell whether every rule about words, dates and years holds."""
    return bool(
        (says(o.overview))
        and (says(o.problems_and_improvements))
        and (says(o.other_matters))
        and (o.preamble is None or (o.preamble is not None and counting(pattern_0, o.preamble)) or counting(pattern_0, o.overview) or counting(pattern_0, o.other_matters))
        and ((counting(pattern_1, o.overview)) and (counting(pattern_2, o.overview)) and (counting(pattern_3, o.overview)) and (counting(pattern_4, o.overview)) and (counting(pattern_5, o.overview)))
        and (not counting(pattern_6, o.problems_and_improvements))
        and (not counting(pattern_7, o.problems_and_improvements) or counting(pattern_8, o.problems_and_improvements))
        and (not counting(pattern_9, o.problems_and_improvements) or counting(pattern_10, o.problems_and_improvements))
        and (o.year is None or str(o.year) <= f"2020")
        and (o.year is None or str(o.year) == f"{o.year}")
        and (o.title is None or (found := pattern_11.search(o.title)) is None or read_from(found) == f"{o.year}")
        and (o.overview is None or (found := pattern_12.search(o.overview)) is None or read_from(found) == f"{o.year}")
        and (o.preamble is None or (found := pattern_13.search(o.preamble)) is None or read_from(found) == f"{o.year}")
        and (o.overview is None or (found := pattern_13.search(o.overview)) is None or read_from(found) == f"{o.year}")
        and (o.preamble is None or (found := pattern_14.search(o.preamble)) is None or read_from(found) == f"{o.year}")
        and (o.overview is None or (found := pattern_14.search(o.overview)) is None or read_from(found) == f"{o.year}")
        and ((o.period and o.period.start) is None or str((o.period and o.period.start)) == f"{o.year}-01-01")
        and ((o.period and o.period.end) is None or str((o.period and o.period.end)) == f"{o.year}-12-31")
        and (o.published is None or str(o.published) >= f"{o.year+1}-01-01")
        and (not ((o.organ.kind in ('department', None))) or o.published is None or str(o.published) <= f"{o.year+1}-01-31")
        and (not ((o.organ.kind in ('government', None)) and (o.organ.level in ('state', 'province', 'city', 'county', None))) or o.published is None or str(o.published) <= f"{o.year+1}-03-31")
        and (are_clean('holes', (o.title, o.preamble, o.overview, o.problems_and_improvements, o.other_matters,), o.year, o.organ.name))
        and (are_clean('remarks', (o.title, o.preamble, o.overview, o.problems_and_improvements, o.other_matters,), o.year, o.organ.name))
        and (are_clean('dates', (o.title, o.preamble, o.overview, o.problems_and_improvements, o.other_matters,), o.year, o.organ.name))
        and (are_clean('dates-outside', (o.overview,), o.year, o.organ.name))
        and (are_clean('years', (o.problems_and_improvements, o.other_matters,), o.year, o.organ.name))
        and (are_clean('form-of-2021', (o.preamble, o.overview, o.problems_and_improvements, o.other_matters,), o.year, o.organ.name))
        and (are_clean('articles', (o.preamble, o.overview, o.problems_and_improvements, o.other_matters,), o.year, o.organ.name))
        and (are_clean('changes', (o.preamble, o.overview, o.problems_and_improvements, o.other_matters,), o.year, o.organ.name))
        and (are_clean('numbering', (o.preamble, o.overview, o.problems_and_improvements, o.other_matters,), o.year, o.organ.name))
        and (are_clean('broken', (o.preamble, o.overview, o.problems_and_improvements, o.other_matters,), o.year, o.organ.name))
        and (are_clean('doubled', (o.preamble, o.overview, o.problems_and_improvements, o.other_matters,), o.year, o.organ.name))
        and (are_clean('other-organs', (o.preamble, o.overview, o.problems_and_improvements, o.other_matters,), o.year, o.organ.name))
        and (are_clean('identity-numbers', (o.title, o.preamble, o.overview, o.problems_and_improvements, o.other_matters,), o.year, o.organ.name))
        and (are_clean('mobile-numbers', (o.title, o.preamble, o.overview, o.problems_and_improvements, o.other_matters,), o.year, o.organ.name))
    )
