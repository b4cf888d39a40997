"""The page of the work plan: how it is printed, an entry for each of its members, and how times are worded."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from govreport import resources
from govreport.cli.reference import address
from govreport.form.layout import load_layout
from govreport.rules.plans import load_plan_rules
from govreport.rules.terms import Wording, read_time, without_blanks, wordings
from tools.site import planprint
from tools.site.markup import code, english, facts, grid, link, plain
from tools.site.members import SOURCE, filled
from tools.site.planmembers import Member, anchor, attribute, members, rules_about, tokens
from tools.site.translating import say_as
from tools.site.words import say

# The members whose values terms.json tells, of a task's time.
_KIND, _MONTH = "/groups/*/tasks/*/time/kind", "/groups/*/tasks/*/time/month"
_DEEPEST = 6


def page(plan: str, language: str) -> str:
    """Return the page."""
    root = load_layout(plan).root
    rules = address(next(iter(load_plan_rules(plan)))).partition(".html")[0]
    blocks = [
        # The search shows what the entries say before what the guides say of it.
        f"---\nsearch:\n  boost: 2\n---\n# {plain(root.title if language == 'zh' else root.english)}",
        say("plan-lead", language, plan=plan, rules=f"../{rules}.md"),
        f"## {say('plan-print', language)} {{ #print }}",
        say("plan-print-lead", language, file=planprint.EXAMPLE),
        planprint.excerpt(language),
    ]
    blocks += [f"## {say('plan-members', language)} {{ #members }}", say("plan-members-lead", language)]
    blocks += _below(plan, members(plan), say("plan-members", language), language, 2)
    blocks.append(f"## {say('plan-times', language)} {{ #times }}")
    blocks.append(say("plan-times-lead", language))
    headings = [say("plan-wordings", language), *(_label(plan, pointer, language) for pointer in (_KIND, _MONTH))]
    blocks.append(grid([*headings, say("pattern", language)], _times(plan, language), kind="times"))
    return "\n\n".join(blocks)


def _entry(plan: str, member: Member, language: str, level: int) -> Iterator[str]:
    """Yield the entry of a member, then those of the members below it."""
    yield f"{'#' * min(level, _DEEPEST)} {plain(_called(member, language))} {{ #{anchor(member.pointer)} }}"
    yield facts(_facts(plan, member, language))
    yield from _below(plan, member.children, _called(member, language), language, level + 1)


def _below(plan: str, found: Sequence[Member], label: str, language: str, level: int) -> Iterator[str]:
    """Yield a table of the members that have no entry of their own, then the entries of the others."""
    rows = [_row(plan, member, language) for member in found if not member.has_entry]
    if rows:
        headings = [say(key, language) for key in ("label", "places", "required", "meaning", "rules")]
        yield grid(*filled(headings, rows), label=escape(label), kind="members")
    for member in found:
        if member.has_entry:
            yield from _entry(plan, member, language, level)


def _facts(plan: str, member: Member, language: str) -> Iterator[tuple[str, str]]:
    if member.title:
        name = english(member.english) if language == "zh" else escape(member.title)
        yield say("name-en" if language == "zh" else "name-zh", language), name
    if member.aliases:
        yield say("aliases-head", language), escape("；".join(member.aliases))
    if member.definition:
        yield say("meaning", language), escape(member.definition[language])
    yield say("place", language), _place(member, " ")
    yield say("required", language), _required(member, language)
    rules = _rules(plan, member.pointer)
    if rules:
        yield say("rules", language), rules


def _row(plan: str, member: Member, language: str) -> tuple[str, ...]:
    called, name = escape(_called(member, language)), english(member.english)
    names = [called, name] if language == "zh" else [name, escape(member.title)]
    values = " ".join(code(value) for value in member.values)
    return (
        f'<span id="{anchor(member.pointer)}">{"<br>".join(filter(None, names))}</span>',
        _place(member, "<br>"),
        _required(member, language),
        "<br>".join(filter(None, (escape(member.definition.get(language, "")), values))),
        _rules(plan, member.pointer),
    )


def _place(member: Member, between: str) -> str:
    return f"{code(member.pointer)}{between}{code(attribute(member.pointer))}"


def _required(member: Member, language: str) -> str:
    return say("yes" if member.required else "no", language)


def _rules(plan: str, pointer: str) -> str:
    return "<br>".join(link(f"../{address(rule)}", code(rule)) for rule in rules_about(plan, pointer))


def _called(member: Member, language: str) -> str:
    if language == "zh" and member.title:
        return member.title
    return say_as(SOURCE + member.pointer, member.english, language)


def _label(plan: str, pointer: str, language: str) -> str:
    schema = load_layout(plan).schema_at(tokens(pointer))
    return link(f"#{anchor(pointer)}", escape(schema["title" if language == "zh" else "description"]))


def _times(plan: str, language: str) -> Iterator[tuple[str, ...]]:
    """Yield a row for each wording that is known, then one for all others, each with its examples."""
    for wording, texts in examples(plan).items():
        times = [read_time(plan, text) for text in texts]
        months = ["–" if time.month is None else str(time.month) for time in times]
        yield (
            "<br>".join(map(code, texts)),
            code(times[0].kind),
            "<br>".join(months),
            escape(say("plan-no-wording", language)) if wording is None else code(wording.pattern.pattern),
        )


def examples(plan: str) -> Mapping[Wording | None, Sequence[str]]:
    """Return printed times by the wording that tells what they say, None for those whose wording is not known.

    They are those that the conformance suite prints in plans in which it expects nothing to be found.
    """
    found: dict[Wording | None, dict[str, None]] = {wording: {} for wording in (*wordings(plan), None)}
    for case in resources.read("conformance/plans.json")["cases"]:
        for change in case["input"].get("changes", ()):
            if case["expected"] == [] and change["pointer"].endswith("/time") and change["value"]["printed"]:
                text = "".join(change["value"]["printed"].split("\n"))
                found[_wording(plan, text)][text] = None
    return {wording: tuple(texts) for wording, texts in found.items()}


def _wording(plan: str, text: str) -> Wording | None:
    """Return the wording by which a time is read."""
    compared = without_blanks(text)
    return next((wording for wording in wordings(plan) if wording.pattern.search(compared)), None)
