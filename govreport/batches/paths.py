"""Which files paths stand for: folders searched through, patterns expanded, and nothing left out in silence."""

import glob
import os
from collections.abc import Callable, Collection, Iterator

from govreport.formats import BESIDE_SUFFIXES, CODEBOOK_SUFFIXES, PUBLISHED_SUFFIXES, SIDECAR_SUFFIX, suffix

STDIN = "-"
# Told of each file of a folder that is of another kind than those asked for.
PassOver = Callable[[str], object]
# Word, Excel and WPS keep such a file beside a document that is open; hidden files begin with a point.
_PASSING = (".", "~$")
# A table that was written from reports has this beside it, and is none itself.
_CODEBOOK = CODEBOOK_SUFFIXES[-1]
# Browsers save a page with a folder of all that belongs to it.
_PAGES = (".html", ".htm")
_PAGE_FOLDERS = ("_files", ".files")


def nobody(path: str) -> None:
    """Tell nobody of a file that is passed over."""


def find(path: str, suffixes: Collection[str], pass_over: PassOver = nobody) -> Iterator[str]:
    """Yield the files that a path stands for, in order; a file or "-" stands for itself, whatever it is.

    A folder stands for the files below it with one of the suffixes, a pattern such as `2024/*.html` for all
    that matches it. Hidden files and folders are left out, and so are the passing files of office programs,
    the folders that browsers save with a page, files of losses, codebooks, and explanations of a document beside them.
    Whatever else has another suffix is told to `pass_over`, and so are explanations of no document. A folder that may
    not be read is yielded itself.
    """
    if path == STDIN:
        yield path
    elif os.path.isdir(path):
        yield from _folder(path, suffixes, pass_over)
    elif _is_pattern(path):
        for match in sorted(glob.glob(path, recursive=True)):
            if os.path.isdir(match):
                yield from _folder(match, suffixes, pass_over)
            elif not match.endswith(BESIDE_SUFFIXES):
                yield match
    elif os.path.lexists(path):
        yield path


def is_single(path: str) -> bool:
    """Tell whether a path stands for one file: it is neither a folder nor a pattern."""
    return path == STDIN or not (os.path.isdir(path) or _is_pattern(path))


def _is_pattern(path: str) -> bool:
    return not os.path.lexists(path) and glob.has_magic(path)


def _folder(folder: str, suffixes: Collection[str], pass_over: PassOver) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            # Names only, so that a folder of a hundred thousand files stays small in memory.
            names = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries)
    except OSError:
        yield folder
        return
    pages = (os.path.splitext(name)[0] for name, _ in names if name.lower().endswith(_PAGES))
    belongings = {page + end for page in pages for end in _PAGE_FOLDERS}
    tables = {name.removesuffix(_CODEBOOK) for name, _ in names if name.endswith(_CODEBOOK)}
    documents = {os.path.splitext(name)[0] for name, _ in names if suffix(name) in PUBLISHED_SUFFIXES}
    for name, is_folder in names:
        path = os.path.join(folder, name)
        if name.startswith(_PASSING) or name.endswith(BESIDE_SUFFIXES):
            if name.endswith(SIDECAR_SUFFIX) and name.removesuffix(SIDECAR_SUFFIX) not in documents:
                pass_over(path)
            continue
        if is_folder:
            if name not in belongings:
                yield from _folder(path, suffixes, pass_over)
        elif suffix(name) in suffixes and name not in tables:
            yield path
        else:
            pass_over(path)
