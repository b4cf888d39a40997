"""What MkDocs calls while it builds the site: the generated pages, the language switch, the other language.

Each language is a site of its own, with its own search, the English one in the folder `en` of the
Chinese one. Both are built by one `mkdocs build`.
"""

import re
import sys
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[2]
# MkDocs loads this file by its path, so the project's own packages are not yet to be found.
sys.path.insert(0, str(ROOT))

from govreport.messages import word  # noqa: E402
from tools.site import assets, markup, navigation, pages  # noqa: E402
from tools.site.words import LANGUAGES, say  # noqa: E402

# The template of mkdocstrings has this one word in English alone.
_BASES = "Bases: "
_HEAD_LINK = re.compile(r'<link rel="alternate" href="[^"]*" hreflang="[^"]*">\s*')


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Set what depends on the language."""
    language = _language(config)
    config.site_name = say("site", language)
    config.site_description = say("site-description", language)
    config.copyright = say("copyright", language)
    config.theme["language"] = language
    config.nav = navigation.tree(language)
    config.extra["not_found"] = say("not-found", language)
    for palette in config.theme["palette"]:
        palette["toggle"]["name"] = say(f"to-{'dark' if palette['scheme'] == 'default' else 'light'}", language)
    # Before the page about the API is written, this changes what was read of the code.
    options = config.plugins["mkdocstrings"].config["handlers"]["python"]["options"]
    options["extensions"] = [{"tools.site.docstrings": {"language": language}}]
    # The shim lets the search run from a folder; without this the theme would fetch it from the network.
    config.extra["polyfills"] = [assets.SHIM]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages and what they need."""
    language = _language(config)
    for path, text in pages.write(language):
        files.append(File.generated(config, path, content=text))
    for path, source in assets.shared().items():
        if isinstance(source, Path):
            files.append(File.generated(config, path, abs_src_path=str(source)))
        else:
            files.append(File.generated(config, path, content=source))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the generated parts into pages written by hand."""
    return pages.fill(markdown, _language(config))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell screen readers what heads what in tables and what is Chinese, and translate what a template has fixed."""
    language = _language(config)
    html = html.replace("<th>", '<th scope="col">').replace(
        _BASES, f"{say('bases', language)}{word('label-colon', language)}"
    )
    return html if language == LANGUAGES[0] else markup.tell_chinese(html)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Let the switch of language lead to the same page."""
    here = _language(config)
    root = "../" * page.url.count("/")
    config.extra["alternate"] = [
        {
            "name": say("this-language", there),
            "lang": there,
            "link": f"{root}../{page.url}" if there == LANGUAGES[0] else f"{root}{there}/{page.url}",
        }
        for there in LANGUAGES
        if there != here
    ]
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Take out what the theme writes for robots: its links lead astray, and its script looks for a sitemap there."""
    return _HEAD_LINK.sub("", output)


def on_post_build(config: MkDocsConfig) -> None:
    """Let the search understand Chinese, and build the English site once the Chinese one stands."""
    for worker in Path(config.site_dir).glob(assets.SEARCH):
        worker.write_text(assets.search() + worker.read_text(encoding="utf-8"), encoding="utf-8")
    if _language(config) == LANGUAGES[0]:
        other = load_config(
            str(ROOT / "mkdocs.yml"),
            docs_dir=str(ROOT / "docs" / LANGUAGES[1]),
            site_dir=str(Path(config.site_dir) / LANGUAGES[1]),
            strict=config.strict,
        )
        other.plugins.on_startup(command="build", dirty=False)
        build(other)


def _language(config: MkDocsConfig) -> str:
    return Path(config.docs_dir).name
