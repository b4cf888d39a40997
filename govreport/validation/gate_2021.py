"""The fast path of layout 2021, which may only accept. Generated: python tools/generate.py."""

import re
from datetime import date
from typing import Annotated, Any, Literal

from msgspec import Meta, Raw, Struct, field
from msgspec.json import Decoder

from govreport.rules.comparing import counting, read_from, says
from govreport.rules.slips import are_clean

Count = Annotated[int, Meta(ge=0, le=999_999_999_999)]
Amount = Raw
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
    issued: Count | None
    repealed: Count | None
    in_force: Count | None


class Documents(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    government_rules: DocumentCounts
    normative_documents: DocumentCounts


class DecisionCounts(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    decisions: Count | None


class Licensing(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    licences: DecisionCounts


class Enforcement(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    penalties: DecisionCounts
    coercion: DecisionCounts


class ChargeAmount(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    amount: Amount
    unit: Literal["yuan", "ten_thousand_yuan"] = None  # type: ignore[assignment]


class Charges(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    administrative_fees: ChargeAmount


class ProactiveDisclosure(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    documents: Documents
    licensing: Licensing
    enforcement: Enforcement
    charges: Charges


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


class OtherOutcomes(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    correction_overdue: Count | None
    fee_overdue: Count | None
    other: Count | None


class Outcomes(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    granted: Count | None
    partially_granted: Count | None
    denied: Denied
    unavailable: Unavailable
    declined: Declined
    other: OtherOutcomes
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
    layout: Literal["2021"]
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
    number = 277 - (o.schema, o.organ.code, o.organ.division, o.organ.kind, o.organ.level, o.title, o.published, o.preamble, o.proactive_disclosure.charges.administrative_fees.unit, o.extensions,).count(None)
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
    return (o.proactive_disclosure.charges.administrative_fees.amount,)

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
    c0 = g2.issued
    c1 = g2.repealed
    c2 = g2.in_force
    g3 = g1.normative_documents
    c3 = g3.issued
    c4 = g3.repealed
    c5 = g3.in_force
    g4 = g0.licensing
    g5 = g4.licences
    c6 = g5.decisions
    g6 = g0.enforcement
    g7 = g6.penalties
    c7 = g7.decisions
    g8 = g6.coercion
    c8 = g8.decisions
    g9 = g0.charges
    g10 = g9.administrative_fees
    c9 = g10.amount
    c10 = g10.unit
    g11 = o.requests
    g12 = g11.natural_person
    c11 = g12.received
    c12 = g12.carried_over
    g13 = g12.outcomes
    c13 = g13.granted
    c14 = g13.partially_granted
    g14 = g13.denied
    c15 = g14.state_secret
    c16 = g14.prohibited_by_law
    c17 = g14.security_and_stability
    c18 = g14.third_party_rights
    c19 = g14.internal_affairs
    c20 = g14.process_information
    c21 = g14.enforcement_file
    c22 = g14.administrative_query
    g15 = g13.unavailable
    c23 = g15.not_held
    c24 = g15.requires_creation
    c25 = g15.still_unclear
    g16 = g13.declined
    c26 = g16.petition_or_complaint
    c27 = g16.repeated
    c28 = g16.published_material
    c29 = g16.excessive
    c30 = g16.confirmation_or_reissue
    g17 = g13.other
    c31 = g17.correction_overdue
    c32 = g17.fee_overdue
    c33 = g17.other
    c34 = g13.total
    c35 = g12.carried_forward
    g18 = g11.organizations
    g19 = g18.commercial_enterprise
    c36 = g19.received
    c37 = g19.carried_over
    g20 = g19.outcomes
    c38 = g20.granted
    c39 = g20.partially_granted
    g21 = g20.denied
    c40 = g21.state_secret
    c41 = g21.prohibited_by_law
    c42 = g21.security_and_stability
    c43 = g21.third_party_rights
    c44 = g21.internal_affairs
    c45 = g21.process_information
    c46 = g21.enforcement_file
    c47 = g21.administrative_query
    g22 = g20.unavailable
    c48 = g22.not_held
    c49 = g22.requires_creation
    c50 = g22.still_unclear
    g23 = g20.declined
    c51 = g23.petition_or_complaint
    c52 = g23.repeated
    c53 = g23.published_material
    c54 = g23.excessive
    c55 = g23.confirmation_or_reissue
    g24 = g20.other
    c56 = g24.correction_overdue
    c57 = g24.fee_overdue
    c58 = g24.other
    c59 = g20.total
    c60 = g19.carried_forward
    g25 = g18.research_institution
    c61 = g25.received
    c62 = g25.carried_over
    g26 = g25.outcomes
    c63 = g26.granted
    c64 = g26.partially_granted
    g27 = g26.denied
    c65 = g27.state_secret
    c66 = g27.prohibited_by_law
    c67 = g27.security_and_stability
    c68 = g27.third_party_rights
    c69 = g27.internal_affairs
    c70 = g27.process_information
    c71 = g27.enforcement_file
    c72 = g27.administrative_query
    g28 = g26.unavailable
    c73 = g28.not_held
    c74 = g28.requires_creation
    c75 = g28.still_unclear
    g29 = g26.declined
    c76 = g29.petition_or_complaint
    c77 = g29.repeated
    c78 = g29.published_material
    c79 = g29.excessive
    c80 = g29.confirmation_or_reissue
    g30 = g26.other
    c81 = g30.correction_overdue
    c82 = g30.fee_overdue
    c83 = g30.other
    c84 = g26.total
    c85 = g25.carried_forward
    g31 = g18.public_interest_organization
    c86 = g31.received
    c87 = g31.carried_over
    g32 = g31.outcomes
    c88 = g32.granted
    c89 = g32.partially_granted
    g33 = g32.denied
    c90 = g33.state_secret
    c91 = g33.prohibited_by_law
    c92 = g33.security_and_stability
    c93 = g33.third_party_rights
    c94 = g33.internal_affairs
    c95 = g33.process_information
    c96 = g33.enforcement_file
    c97 = g33.administrative_query
    g34 = g32.unavailable
    c98 = g34.not_held
    c99 = g34.requires_creation
    c100 = g34.still_unclear
    g35 = g32.declined
    c101 = g35.petition_or_complaint
    c102 = g35.repeated
    c103 = g35.published_material
    c104 = g35.excessive
    c105 = g35.confirmation_or_reissue
    g36 = g32.other
    c106 = g36.correction_overdue
    c107 = g36.fee_overdue
    c108 = g36.other
    c109 = g32.total
    c110 = g31.carried_forward
    g37 = g18.legal_service_institution
    c111 = g37.received
    c112 = g37.carried_over
    g38 = g37.outcomes
    c113 = g38.granted
    c114 = g38.partially_granted
    g39 = g38.denied
    c115 = g39.state_secret
    c116 = g39.prohibited_by_law
    c117 = g39.security_and_stability
    c118 = g39.third_party_rights
    c119 = g39.internal_affairs
    c120 = g39.process_information
    c121 = g39.enforcement_file
    c122 = g39.administrative_query
    g40 = g38.unavailable
    c123 = g40.not_held
    c124 = g40.requires_creation
    c125 = g40.still_unclear
    g41 = g38.declined
    c126 = g41.petition_or_complaint
    c127 = g41.repeated
    c128 = g41.published_material
    c129 = g41.excessive
    c130 = g41.confirmation_or_reissue
    g42 = g38.other
    c131 = g42.correction_overdue
    c132 = g42.fee_overdue
    c133 = g42.other
    c134 = g38.total
    c135 = g37.carried_forward
    g43 = g18.other
    c136 = g43.received
    c137 = g43.carried_over
    g44 = g43.outcomes
    c138 = g44.granted
    c139 = g44.partially_granted
    g45 = g44.denied
    c140 = g45.state_secret
    c141 = g45.prohibited_by_law
    c142 = g45.security_and_stability
    c143 = g45.third_party_rights
    c144 = g45.internal_affairs
    c145 = g45.process_information
    c146 = g45.enforcement_file
    c147 = g45.administrative_query
    g46 = g44.unavailable
    c148 = g46.not_held
    c149 = g46.requires_creation
    c150 = g46.still_unclear
    g47 = g44.declined
    c151 = g47.petition_or_complaint
    c152 = g47.repeated
    c153 = g47.published_material
    c154 = g47.excessive
    c155 = g47.confirmation_or_reissue
    g48 = g44.other
    c156 = g48.correction_overdue
    c157 = g48.fee_overdue
    c158 = g48.other
    c159 = g44.total
    c160 = g43.carried_forward
    g49 = g11.total
    c161 = g49.received
    c162 = g49.carried_over
    g50 = g49.outcomes
    c163 = g50.granted
    c164 = g50.partially_granted
    g51 = g50.denied
    c165 = g51.state_secret
    c166 = g51.prohibited_by_law
    c167 = g51.security_and_stability
    c168 = g51.third_party_rights
    c169 = g51.internal_affairs
    c170 = g51.process_information
    c171 = g51.enforcement_file
    c172 = g51.administrative_query
    g52 = g50.unavailable
    c173 = g52.not_held
    c174 = g52.requires_creation
    c175 = g52.still_unclear
    g53 = g50.declined
    c176 = g53.petition_or_complaint
    c177 = g53.repeated
    c178 = g53.published_material
    c179 = g53.excessive
    c180 = g53.confirmation_or_reissue
    g54 = g50.other
    c181 = g54.correction_overdue
    c182 = g54.fee_overdue
    c183 = g54.other
    c184 = g50.total
    c185 = g49.carried_forward
    g55 = o.disputes
    g56 = g55.reconsideration
    c186 = g56.upheld
    c187 = g56.corrected
    c188 = g56.other
    c189 = g56.pending
    c190 = g56.total
    g57 = g55.litigation
    g58 = g57.direct
    c191 = g58.upheld
    c192 = g58.corrected
    c193 = g58.other
    c194 = g58.pending
    c195 = g58.total
    g59 = g57.after_reconsideration
    c196 = g59.upheld
    c197 = g59.corrected
    c198 = g59.other
    c199 = g59.pending
    c200 = g59.total
    m21 = {"amount": c9, "unit": c10}
    if c10 is None:
        del m21["unit"]
    return (
        (g0, g1, g2, g3, g4, g5, g6, g7, g8, g9, g10, g11, g12, g13, g14, g15, g16, g17, g18, g19, g20, g21, g22, g23, g24, g25, g26, g27, g28, g29, g30, g31, g32, g33, g34, g35, g36, g37, g38, g39, g40, g41, g42, g43, g44, g45, g46, g47, g48, g49, g50, g51, g52, g53, g54, g55, g56, g57, g58, g59,),
        (c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17, c18, c19, c20, c21, c22, c23, c24, c25, c26, c27, c28, c29, c30, c31, c32, c33, c34, c35, c36, c37, c38, c39, c40, c41, c42, c43, c44, c45, c46, c47, c48, c49, c50, c51, c52, c53, c54, c55, c56, c57, c58, c59, c60, c61, c62, c63, c64, c65, c66, c67, c68, c69, c70, c71, c72, c73, c74, c75, c76, c77, c78, c79, c80, c81, c82, c83, c84, c85, c86, c87, c88, c89, c90, c91, c92, c93, c94, c95, c96, c97, c98, c99, c100, c101, c102, c103, c104, c105, c106, c107, c108, c109, c110, c111, c112, c113, c114, c115, c116, c117, c118, c119, c120, c121, c122, c123, c124, c125, c126, c127, c128, c129, c130, c131, c132, c133, c134, c135, c136, c137, c138, c139, c140, c141, c142, c143, c144, c145, c146, c147, c148, c149, c150, c151, c152, c153, c154, c155, c156, c157, c158, c159, c160, c161, c162, c163, c164, c165, c166, c167, c168, c169, c170, c171, c172, c173, c174, c175, c176, c177, c178, c179, c180, c181, c182, c183, c184, c185, c186, c187, c188, c189, c190, c191, c192, c193, c194, c195, c196, c197, c198, c199, c200,),
        {"proactive_disclosure": {"documents": {"government_rules": {"issued": c0, "repealed": c1, "in_force": c2}, "normative_documents": {"issued": c3, "repealed": c4, "in_force": c5}}, "licensing": {"licences": {"decisions": c6}}, "enforcement": {"penalties": {"decisions": c7}, "coercion": {"decisions": c8}}, "charges": {"administrative_fees": m21}}, "requests": {"natural_person": {"received": c11, "carried_over": c12, "outcomes": {"granted": c13, "partially_granted": c14, "denied": {"state_secret": c15, "prohibited_by_law": c16, "security_and_stability": c17, "third_party_rights": c18, "internal_affairs": c19, "process_information": c20, "enforcement_file": c21, "administrative_query": c22}, "unavailable": {"not_held": c23, "requires_creation": c24, "still_unclear": c25}, "declined": {"petition_or_complaint": c26, "repeated": c27, "published_material": c28, "excessive": c29, "confirmation_or_reissue": c30}, "other": {"correction_overdue": c31, "fee_overdue": c32, "other": c33}, "total": c34}, "carried_forward": c35}, "organizations": {"commercial_enterprise": {"received": c36, "carried_over": c37, "outcomes": {"granted": c38, "partially_granted": c39, "denied": {"state_secret": c40, "prohibited_by_law": c41, "security_and_stability": c42, "third_party_rights": c43, "internal_affairs": c44, "process_information": c45, "enforcement_file": c46, "administrative_query": c47}, "unavailable": {"not_held": c48, "requires_creation": c49, "still_unclear": c50}, "declined": {"petition_or_complaint": c51, "repeated": c52, "published_material": c53, "excessive": c54, "confirmation_or_reissue": c55}, "other": {"correction_overdue": c56, "fee_overdue": c57, "other": c58}, "total": c59}, "carried_forward": c60}, "research_institution": {"received": c61, "carried_over": c62, "outcomes": {"granted": c63, "partially_granted": c64, "denied": {"state_secret": c65, "prohibited_by_law": c66, "security_and_stability": c67, "third_party_rights": c68, "internal_affairs": c69, "process_information": c70, "enforcement_file": c71, "administrative_query": c72}, "unavailable": {"not_held": c73, "requires_creation": c74, "still_unclear": c75}, "declined": {"petition_or_complaint": c76, "repeated": c77, "published_material": c78, "excessive": c79, "confirmation_or_reissue": c80}, "other": {"correction_overdue": c81, "fee_overdue": c82, "other": c83}, "total": c84}, "carried_forward": c85}, "public_interest_organization": {"received": c86, "carried_over": c87, "outcomes": {"granted": c88, "partially_granted": c89, "denied": {"state_secret": c90, "prohibited_by_law": c91, "security_and_stability": c92, "third_party_rights": c93, "internal_affairs": c94, "process_information": c95, "enforcement_file": c96, "administrative_query": c97}, "unavailable": {"not_held": c98, "requires_creation": c99, "still_unclear": c100}, "declined": {"petition_or_complaint": c101, "repeated": c102, "published_material": c103, "excessive": c104, "confirmation_or_reissue": c105}, "other": {"correction_overdue": c106, "fee_overdue": c107, "other": c108}, "total": c109}, "carried_forward": c110}, "legal_service_institution": {"received": c111, "carried_over": c112, "outcomes": {"granted": c113, "partially_granted": c114, "denied": {"state_secret": c115, "prohibited_by_law": c116, "security_and_stability": c117, "third_party_rights": c118, "internal_affairs": c119, "process_information": c120, "enforcement_file": c121, "administrative_query": c122}, "unavailable": {"not_held": c123, "requires_creation": c124, "still_unclear": c125}, "declined": {"petition_or_complaint": c126, "repeated": c127, "published_material": c128, "excessive": c129, "confirmation_or_reissue": c130}, "other": {"correction_overdue": c131, "fee_overdue": c132, "other": c133}, "total": c134}, "carried_forward": c135}, "other": {"received": c136, "carried_over": c137, "outcomes": {"granted": c138, "partially_granted": c139, "denied": {"state_secret": c140, "prohibited_by_law": c141, "security_and_stability": c142, "third_party_rights": c143, "internal_affairs": c144, "process_information": c145, "enforcement_file": c146, "administrative_query": c147}, "unavailable": {"not_held": c148, "requires_creation": c149, "still_unclear": c150}, "declined": {"petition_or_complaint": c151, "repeated": c152, "published_material": c153, "excessive": c154, "confirmation_or_reissue": c155}, "other": {"correction_overdue": c156, "fee_overdue": c157, "other": c158}, "total": c159}, "carried_forward": c160}}, "total": {"received": c161, "carried_over": c162, "outcomes": {"granted": c163, "partially_granted": c164, "denied": {"state_secret": c165, "prohibited_by_law": c166, "security_and_stability": c167, "third_party_rights": c168, "internal_affairs": c169, "process_information": c170, "enforcement_file": c171, "administrative_query": c172}, "unavailable": {"not_held": c173, "requires_creation": c174, "still_unclear": c175}, "declined": {"petition_or_complaint": c176, "repeated": c177, "published_material": c178, "excessive": c179, "confirmation_or_reissue": c180}, "other": {"correction_overdue": c181, "fee_overdue": c182, "other": c183}, "total": c184}, "carried_forward": c185}}, "disputes": {"reconsideration": {"upheld": c186, "corrected": c187, "other": c188, "pending": c189, "total": c190}, "litigation": {"direct": {"upheld": c191, "corrected": c192, "other": c193, "pending": c194, "total": c195}, "after_reconsideration": {"upheld": c196, "corrected": c197, "other": c198, "pending": c199, "total": c200}}}},
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
    g6 = g0.enforcement
    g7 = g6.penalties
    g8 = g6.coercion
    g9 = g0.charges
    g10 = g9.administrative_fees
    g11 = o.requests
    g12 = g11.natural_person
    g13 = g12.outcomes
    g14 = g13.denied
    g15 = g13.unavailable
    g16 = g13.declined
    g17 = g13.other
    g18 = g11.organizations
    g19 = g18.commercial_enterprise
    g20 = g19.outcomes
    g21 = g20.denied
    g22 = g20.unavailable
    g23 = g20.declined
    g24 = g20.other
    g25 = g18.research_institution
    g26 = g25.outcomes
    g27 = g26.denied
    g28 = g26.unavailable
    g29 = g26.declined
    g30 = g26.other
    g31 = g18.public_interest_organization
    g32 = g31.outcomes
    g33 = g32.denied
    g34 = g32.unavailable
    g35 = g32.declined
    g36 = g32.other
    g37 = g18.legal_service_institution
    g38 = g37.outcomes
    g39 = g38.denied
    g40 = g38.unavailable
    g41 = g38.declined
    g42 = g38.other
    g43 = g18.other
    g44 = g43.outcomes
    g45 = g44.denied
    g46 = g44.unavailable
    g47 = g44.declined
    g48 = g44.other
    g49 = g11.total
    g50 = g49.outcomes
    g51 = g50.denied
    g52 = g50.unavailable
    g53 = g50.declined
    g54 = g50.other
    g55 = o.disputes
    g56 = g55.reconsideration
    g57 = g55.litigation
    g58 = g57.direct
    g59 = g57.after_reconsideration
    return (g2.issued, g2.repealed, g2.in_force, g3.issued, g3.repealed, g3.in_force, g5.decisions, g7.decisions, g8.decisions, g10.amount, g12.received, g12.carried_over, g13.granted, g13.partially_granted, g14.state_secret, g14.prohibited_by_law, g14.security_and_stability, g14.third_party_rights, g14.internal_affairs, g14.process_information, g14.enforcement_file, g14.administrative_query, g15.not_held, g15.requires_creation, g15.still_unclear, g16.petition_or_complaint, g16.repeated, g16.published_material, g16.excessive, g16.confirmation_or_reissue, g17.correction_overdue, g17.fee_overdue, g17.other, g13.total, g12.carried_forward, g19.received, g19.carried_over, g20.granted, g20.partially_granted, g21.state_secret, g21.prohibited_by_law, g21.security_and_stability, g21.third_party_rights, g21.internal_affairs, g21.process_information, g21.enforcement_file, g21.administrative_query, g22.not_held, g22.requires_creation, g22.still_unclear, g23.petition_or_complaint, g23.repeated, g23.published_material, g23.excessive, g23.confirmation_or_reissue, g24.correction_overdue, g24.fee_overdue, g24.other, g20.total, g19.carried_forward, g25.received, g25.carried_over, g26.granted, g26.partially_granted, g27.state_secret, g27.prohibited_by_law, g27.security_and_stability, g27.third_party_rights, g27.internal_affairs, g27.process_information, g27.enforcement_file, g27.administrative_query, g28.not_held, g28.requires_creation, g28.still_unclear, g29.petition_or_complaint, g29.repeated, g29.published_material, g29.excessive, g29.confirmation_or_reissue, g30.correction_overdue, g30.fee_overdue, g30.other, g26.total, g25.carried_forward, g31.received, g31.carried_over, g32.granted, g32.partially_granted, g33.state_secret, g33.prohibited_by_law, g33.security_and_stability, g33.third_party_rights, g33.internal_affairs, g33.process_information, g33.enforcement_file, g33.administrative_query, g34.not_held, g34.requires_creation, g34.still_unclear, g35.petition_or_complaint, g35.repeated, g35.published_material, g35.excessive, g35.confirmation_or_reissue, g36.correction_overdue, g36.fee_overdue, g36.other, g32.total, g31.carried_forward, g37.received, g37.carried_over, g38.granted, g38.partially_granted, g39.state_secret, g39.prohibited_by_law, g39.security_and_stability, g39.third_party_rights, g39.internal_affairs, g39.process_information, g39.enforcement_file, g39.administrative_query, g40.not_held, g40.requires_creation, g40.still_unclear, g41.petition_or_complaint, g41.repeated, g41.published_material, g41.excessive, g41.confirmation_or_reissue, g42.correction_overdue, g42.fee_overdue, g42.other, g38.total, g37.carried_forward, g43.received, g43.carried_over, g44.granted, g44.partially_granted, g45.state_secret, g45.prohibited_by_law, g45.security_and_stability, g45.third_party_rights, g45.internal_affairs, g45.process_information, g45.enforcement_file, g45.administrative_query, g46.not_held, g46.requires_creation, g46.still_unclear, g47.petition_or_complaint, g47.repeated, g47.published_material, g47.excessive, g47.confirmation_or_reissue, g48.correction_overdue, g48.fee_overdue, g48.other, g44.total, g43.carried_forward, g49.received, g49.carried_over, g50.granted, g50.partially_granted, g51.state_secret, g51.prohibited_by_law, g51.security_and_stability, g51.third_party_rights, g51.internal_affairs, g51.process_information, g51.enforcement_file, g51.administrative_query, g52.not_held, g52.requires_creation, g52.still_unclear, g53.petition_or_complaint, g53.repeated, g53.published_material, g53.excessive, g53.confirmation_or_reissue, g54.correction_overdue, g54.fee_overdue, g54.other, g50.total, g49.carried_forward, g56.upheld, g56.corrected, g56.other, g56.pending, g56.total, g58.upheld, g58.corrected, g58.other, g58.pending, g58.total, g59.upheld, g59.corrected, g59.other, g59.pending, g59.total,)

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
pattern_11 = re.compile('费')
pattern_12 = re.compile('行政事业性收费|涉企收费|收费(?:目录|清单|公示|员|站)|(处理费|收费|费用)')
pattern_13 = re.compile('(?:未|没有|无|没|不)[^，。；\\n]{0,12}(?:收取|产生|发生|发出|涉及|减免)[^，。；\\n]{0,16}(?:费|收费通知)|(?:无|没有|未)[^，。；\\n]{0,6}(?:收费|处理费)')
pattern_14 = re.compile('逾期|未(?:按[^，。；\\n]{0,8})?[缴交]|[1-9１-９][0-9０-９]{0,5}[ \u3000]?[件份次人例]')
pattern_15 = re.compile('([0-9０-９]{4})[ \u3000]*年')
pattern_16 = re.compile('^[ \t\r\n\u3000]*([0-9０-９]{4})[ \u3000]*年(?:度|全年|(?=[，,]))')
pattern_17 = re.compile('^[^。]{0,300}?([0-9０-９]{4})[ \u3000]*年度?[^，。；、\\n0-9０-９]{0,20}?政府信息公开(?:工作)?年度(?:工作)?报告')
pattern_18 = re.compile('统计(?:期限|时间|时段|周期)[^。；\\n]{0,12}?([0-9０-９]{4})[ \u3000]*年[ \u3000]*[1１][ \u3000]*月')


def balances(o: Any) -> bool:
    """Tell whether every cell holds a figure and every sum is right; a blank may also raise TypeError.

    Amounts are looked at by their text. Equations that follow from the others are left out.
    """
    g0 = o.proactive_disclosure
    g1 = g0.documents
    g2 = g1.government_rules
    c0 = g2.issued
    c1 = g2.repealed
    c2 = g2.in_force
    g3 = g1.normative_documents
    c3 = g3.issued
    c4 = g3.repealed
    c5 = g3.in_force
    g4 = g0.licensing
    g5 = g4.licences
    g6 = g0.enforcement
    g7 = g6.penalties
    g8 = g6.coercion
    g9 = g0.charges
    g10 = g9.administrative_fees
    g11 = o.requests
    g12 = g11.natural_person
    c9 = g12.received
    c10 = g12.carried_over
    g13 = g12.outcomes
    c11 = g13.granted
    c12 = g13.partially_granted
    g14 = g13.denied
    c13 = g14.state_secret
    c14 = g14.prohibited_by_law
    c15 = g14.security_and_stability
    c16 = g14.third_party_rights
    c17 = g14.internal_affairs
    c18 = g14.process_information
    c19 = g14.enforcement_file
    c20 = g14.administrative_query
    g15 = g13.unavailable
    c21 = g15.not_held
    c22 = g15.requires_creation
    c23 = g15.still_unclear
    g16 = g13.declined
    c24 = g16.petition_or_complaint
    c25 = g16.repeated
    c26 = g16.published_material
    c27 = g16.excessive
    c28 = g16.confirmation_or_reissue
    g17 = g13.other
    c29 = g17.correction_overdue
    c30 = g17.fee_overdue
    c31 = g17.other
    c32 = g13.total
    g18 = g11.organizations
    g19 = g18.commercial_enterprise
    c34 = g19.received
    c35 = g19.carried_over
    g20 = g19.outcomes
    c36 = g20.granted
    c37 = g20.partially_granted
    g21 = g20.denied
    c38 = g21.state_secret
    c39 = g21.prohibited_by_law
    c40 = g21.security_and_stability
    c41 = g21.third_party_rights
    c42 = g21.internal_affairs
    c43 = g21.process_information
    c44 = g21.enforcement_file
    c45 = g21.administrative_query
    g22 = g20.unavailable
    c46 = g22.not_held
    c47 = g22.requires_creation
    c48 = g22.still_unclear
    g23 = g20.declined
    c49 = g23.petition_or_complaint
    c50 = g23.repeated
    c51 = g23.published_material
    c52 = g23.excessive
    c53 = g23.confirmation_or_reissue
    g24 = g20.other
    c54 = g24.correction_overdue
    c55 = g24.fee_overdue
    c56 = g24.other
    c57 = g20.total
    g25 = g18.research_institution
    c59 = g25.received
    c60 = g25.carried_over
    g26 = g25.outcomes
    c61 = g26.granted
    c62 = g26.partially_granted
    g27 = g26.denied
    c63 = g27.state_secret
    c64 = g27.prohibited_by_law
    c65 = g27.security_and_stability
    c66 = g27.third_party_rights
    c67 = g27.internal_affairs
    c68 = g27.process_information
    c69 = g27.enforcement_file
    c70 = g27.administrative_query
    g28 = g26.unavailable
    c71 = g28.not_held
    c72 = g28.requires_creation
    c73 = g28.still_unclear
    g29 = g26.declined
    c74 = g29.petition_or_complaint
    c75 = g29.repeated
    c76 = g29.published_material
    c77 = g29.excessive
    c78 = g29.confirmation_or_reissue
    g30 = g26.other
    c79 = g30.correction_overdue
    c80 = g30.fee_overdue
    c81 = g30.other
    c82 = g26.total
    g31 = g18.public_interest_organization
    c84 = g31.received
    c85 = g31.carried_over
    g32 = g31.outcomes
    c86 = g32.granted
    c87 = g32.partially_granted
    g33 = g32.denied
    c88 = g33.state_secret
    c89 = g33.prohibited_by_law
    c90 = g33.security_and_stability
    c91 = g33.third_party_rights
    c92 = g33.internal_affairs
    c93 = g33.process_information
    c94 = g33.enforcement_file
    c95 = g33.administrative_query
    g34 = g32.unavailable
    c96 = g34.not_held
    c97 = g34.requires_creation
    c98 = g34.still_unclear
    g35 = g32.declined
    c99 = g35.petition_or_complaint
    c100 = g35.repeated
    c101 = g35.published_material
    c102 = g35.excessive
    c103 = g35.confirmation_or_reissue
    g36 = g32.other
    c104 = g36.correction_overdue
    c105 = g36.fee_overdue
    c106 = g36.other
    c107 = g32.total
    g37 = g18.legal_service_institution
    c109 = g37.received
    c110 = g37.carried_over
    g38 = g37.outcomes
    c111 = g38.granted
    c112 = g38.partially_granted
    g39 = g38.denied
    c113 = g39.state_secret
    c114 = g39.prohibited_by_law
    c115 = g39.security_and_stability
    c116 = g39.third_party_rights
    c117 = g39.internal_affairs
    c118 = g39.process_information
    c119 = g39.enforcement_file
    c120 = g39.administrative_query
    g40 = g38.unavailable
    c121 = g40.not_held
    c122 = g40.requires_creation
    c123 = g40.still_unclear
    g41 = g38.declined
    c124 = g41.petition_or_complaint
    c125 = g41.repeated
    c126 = g41.published_material
    c127 = g41.excessive
    c128 = g41.confirmation_or_reissue
    g42 = g38.other
    c129 = g42.correction_overdue
    c130 = g42.fee_overdue
    c131 = g42.other
    c132 = g38.total
    g43 = g18.other
    c134 = g43.received
    c135 = g43.carried_over
    g44 = g43.outcomes
    c136 = g44.granted
    c137 = g44.partially_granted
    g45 = g44.denied
    c138 = g45.state_secret
    c139 = g45.prohibited_by_law
    c140 = g45.security_and_stability
    c141 = g45.third_party_rights
    c142 = g45.internal_affairs
    c143 = g45.process_information
    c144 = g45.enforcement_file
    c145 = g45.administrative_query
    g46 = g44.unavailable
    c146 = g46.not_held
    c147 = g46.requires_creation
    c148 = g46.still_unclear
    g47 = g44.declined
    c149 = g47.petition_or_complaint
    c150 = g47.repeated
    c151 = g47.published_material
    c152 = g47.excessive
    c153 = g47.confirmation_or_reissue
    g48 = g44.other
    c154 = g48.correction_overdue
    c155 = g48.fee_overdue
    c156 = g48.other
    c157 = g44.total
    g49 = g11.total
    c159 = g49.received
    c160 = g49.carried_over
    g50 = g49.outcomes
    g51 = g50.denied
    g52 = g50.unavailable
    g53 = g50.declined
    g54 = g50.other
    c182 = g50.total
    g55 = o.disputes
    g56 = g55.reconsideration
    g57 = g55.litigation
    g58 = g57.direct
    g59 = g57.after_reconsideration
    return bool(
        (c9 + c10 == c32 + g12.carried_forward)
        and (c34 + c35 == c57 + g19.carried_forward)
        and (c59 + c60 == c82 + g25.carried_forward)
        and (c84 + c85 == c107 + g31.carried_forward)
        and (c109 + c110 == c132 + g37.carried_forward)
        and (c134 + c135 == c157 + g43.carried_forward)
        and (c159 + c160 == c182 + g49.carried_forward)
        and (c11 + c12 + c13 + c14 + c15 + c16 + c17 + c18 + c19 + c20 + c21 + c22 + c23 + c24 + c25 + c26 + c27 + c28 + c29 + c30 + c31 == c32)
        and (c36 + c37 + c38 + c39 + c40 + c41 + c42 + c43 + c44 + c45 + c46 + c47 + c48 + c49 + c50 + c51 + c52 + c53 + c54 + c55 + c56 == c57)
        and (c61 + c62 + c63 + c64 + c65 + c66 + c67 + c68 + c69 + c70 + c71 + c72 + c73 + c74 + c75 + c76 + c77 + c78 + c79 + c80 + c81 == c82)
        and (c86 + c87 + c88 + c89 + c90 + c91 + c92 + c93 + c94 + c95 + c96 + c97 + c98 + c99 + c100 + c101 + c102 + c103 + c104 + c105 + c106 == c107)
        and (c111 + c112 + c113 + c114 + c115 + c116 + c117 + c118 + c119 + c120 + c121 + c122 + c123 + c124 + c125 + c126 + c127 + c128 + c129 + c130 + c131 == c132)
        and (c136 + c137 + c138 + c139 + c140 + c141 + c142 + c143 + c144 + c145 + c146 + c147 + c148 + c149 + c150 + c151 + c152 + c153 + c154 + c155 + c156 == c157)
        and (c9 + c34 + c59 + c84 + c109 + c134 == c159)
        and (c10 + c35 + c60 + c85 + c110 + c135 == c160)
        and (c11 + c36 + c61 + c86 + c111 + c136 == g50.granted)
        and (c12 + c37 + c62 + c87 + c112 + c137 == g50.partially_granted)
        and (c13 + c38 + c63 + c88 + c113 + c138 == g51.state_secret)
        and (c14 + c39 + c64 + c89 + c114 + c139 == g51.prohibited_by_law)
        and (c15 + c40 + c65 + c90 + c115 + c140 == g51.security_and_stability)
        and (c16 + c41 + c66 + c91 + c116 + c141 == g51.third_party_rights)
        and (c17 + c42 + c67 + c92 + c117 + c142 == g51.internal_affairs)
        and (c18 + c43 + c68 + c93 + c118 + c143 == g51.process_information)
        and (c19 + c44 + c69 + c94 + c119 + c144 == g51.enforcement_file)
        and (c20 + c45 + c70 + c95 + c120 + c145 == g51.administrative_query)
        and (c21 + c46 + c71 + c96 + c121 + c146 == g52.not_held)
        and (c22 + c47 + c72 + c97 + c122 + c147 == g52.requires_creation)
        and (c23 + c48 + c73 + c98 + c123 + c148 == g52.still_unclear)
        and (c24 + c49 + c74 + c99 + c124 + c149 == g53.petition_or_complaint)
        and (c25 + c50 + c75 + c100 + c125 + c150 == g53.repeated)
        and (c26 + c51 + c76 + c101 + c126 + c151 == g53.published_material)
        and (c27 + c52 + c77 + c102 + c127 + c152 == g53.excessive)
        and (c28 + c53 + c78 + c103 + c128 + c153 == g53.confirmation_or_reissue)
        and (c29 + c54 + c79 + c104 + c129 + c154 == g54.correction_overdue)
        and (c30 + c55 + c80 + c105 + c130 + c155 == g54.fee_overdue)
        and (c31 + c56 + c81 + c106 + c131 + c156 == g54.other)
        and (c32 + c57 + c82 + c107 + c132 + c157 == c182)
        and (g56.upheld + g56.corrected + g56.other + g56.pending == g56.total)
        and (g58.upheld + g58.corrected + g58.other + g58.pending == g58.total)
        and (g59.upheld + g59.corrected + g59.other + g59.pending == g59.total)
        and (c2 + c1 >= c0)
        and (c5 + c4 >= c3)
        and (c0 <= 0 or not ((o.organ.level in ('county', 'township', None))))
        and (c2 <= 0 or not ((o.organ.level in ('county', 'township', None))))
        and (c0 <= 0 or not ((o.organ.kind in ('department', 'other', None)) and (o.organ.level in ('province', 'city', 'county', 'township', None))))
        and (c2 <= 0 or not ((o.organ.kind in ('department', 'other', None)) and (o.organ.level in ('province', 'city', 'county', 'township', None))))
        and (None not in (c0, c1, c2, c3, c4, c5, g5.decisions, g7.decisions, g8.decisions,))
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
        and (not ((o.requests.total.outcomes.other.fee_overdue > 0)) or counting(pattern_11, o.other_matters))
        and (counting(pattern_12, o.other_matters))
        and (not ((o.requests.total.outcomes.other.fee_overdue > 0)) or not counting(pattern_13, o.other_matters) or counting(pattern_14, o.other_matters))
        and (o.proactive_disclosure.charges.administrative_fees.unit is None or str(o.proactive_disclosure.charges.administrative_fees.unit) == f"ten_thousand_yuan")
        and (o.year is None or str(o.year) >= f"2021")
        and (o.year is None or str(o.year) == f"{o.year}")
        and (o.title is None or (found := pattern_15.search(o.title)) is None or read_from(found) == f"{o.year}")
        and (o.overview is None or (found := pattern_16.search(o.overview)) is None or read_from(found) == f"{o.year}")
        and (o.preamble is None or (found := pattern_17.search(o.preamble)) is None or read_from(found) == f"{o.year}")
        and (o.overview is None or (found := pattern_17.search(o.overview)) is None or read_from(found) == f"{o.year}")
        and (o.preamble is None or (found := pattern_18.search(o.preamble)) is None or read_from(found) == f"{o.year}")
        and (o.overview is None or (found := pattern_18.search(o.overview)) is None or read_from(found) == f"{o.year}")
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
        and (are_clean('form-of-2019', (o.preamble, o.overview, o.problems_and_improvements, o.other_matters,), o.year, o.organ.name))
        and (are_clean('articles', (o.preamble, o.overview, o.problems_and_improvements, o.other_matters,), o.year, o.organ.name))
        and (are_clean('changes', (o.preamble, o.overview, o.problems_and_improvements, o.other_matters,), o.year, o.organ.name))
        and (are_clean('numbering', (o.preamble, o.overview, o.problems_and_improvements, o.other_matters,), o.year, o.organ.name))
        and (are_clean('broken', (o.preamble, o.overview, o.problems_and_improvements, o.other_matters,), o.year, o.organ.name))
        and (are_clean('doubled', (o.preamble, o.overview, o.problems_and_improvements, o.other_matters,), o.year, o.organ.name))
        and (are_clean('other-organs', (o.preamble, o.overview, o.problems_and_improvements, o.other_matters,), o.year, o.organ.name))
        and (are_clean('identity-numbers', (o.title, o.preamble, o.overview, o.problems_and_improvements, o.other_matters,), o.year, o.organ.name))
        and (are_clean('mobile-numbers', (o.title, o.preamble, o.overview, o.problems_and_improvements, o.other_matters,), o.year, o.organ.name))
    )
