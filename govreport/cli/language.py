"""Which language the program speaks, and the sentences of the program itself."""

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from govreport import resources
from govreport.messages import LANGUAGES, word

OPTION = "--lang"
# The first of these that says anything is the locale.
LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")
_SILENT = frozenset({"", "C", "POSIX", "C.UTF-8", "C.utf8"})


def spoken(arguments: Sequence[str]) -> str:
    """Return the language that the arguments ask for, else that of the locale.

    The arguments are looked at before they are parsed, so that help and usage errors speak it too.
    """
    chosen = None
    for number, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == OPTION:
            chosen = next(iter(arguments[number + 1 : number + 2]), None)
        elif argument.startswith(f"{OPTION}="):
            chosen = argument.partition("=")[2]
    return chosen if chosen in LANGUAGES else of_locale(os.environ)


def of_locale(environment: Mapping[str, str]) -> str:
    """Return "zh" where the locale is Chinese, else "en"."""
    for name in LOCALES:
        value = environment.get(name, "")
        if value not in _SILENT:
            return "zh" if value.lower().startswith("zh") else "en"
    if os.name == "nt":
        import locale

        return "zh" if (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"
    return "en"


def say(key: str, language: str, **values: object) -> str:
    """Return a phrase of the program with its values filled in; the singular where `n` is 1 and there is one."""
    phrases: Mapping[str, str] = resources.read(f"messages/{language}.json")["phrases"]
    singular = f"{key}-one"
    return phrases[singular if values.get("n") == 1 and singular in phrases else key].format_map(values)


def alternatives(names: Iterable[str], language: str) -> str:
    """Return names of which any will do: `a, b or c`."""
    *others, last = names
    return word("either", language).join(filter(None, (word("list-pause", language).join(others), last)))


def help_text(command: str, key: str, language: str) -> str | None:
    """Return what the catalogue says of a parameter of a command, or what it says of it everywhere."""
    texts: Mapping[str, Any] = resources.read(f"messages/{language}.json")["help"]
    found: str | None = texts.get(command, {}).get(key) or texts["options"].get(key)
    return found
