"""An office file as the parts that it is made of, some of which are written anew; all others keep their bytes."""

import io
import zipfile
from collections.abc import Iterator
from posixpath import dirname, join, normpath, relpath
from typing import NamedTuple

from govreport.documents.archives import Archive
from govreport.documents.limits import Limits, UnreadableDocument
from govreport.documents.trees.splicing import Splice, plain

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPES_PART = "[Content_Types].xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Relation(NamedTuple):
    """That one part refers to another: by what name, as what, and to which, "" for one outside the file."""

    id: str
    kind: str
    target: str


class Package:
    """The parts of an office file by name."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._archive = Archive(data, limits)
        self._changed: dict[str, bytes] = {}
        if len(self._archive.entries) != len(self._archive.names):
            raise UnreadableDocument("document-damaged", reason="several parts of one name")

    def holds(self, name: str) -> bool:
        """Tell whether there is a part of this name."""
        return name in self._archive.names or name in self._changed

    def read(self, name: str) -> bytes:
        """Return a part as it is now."""
        return self._changed[name] if name in self._changed else self._archive.read(name)

    def opened(self, name: str) -> Splice:
        """Return a part for something to be put in; what becomes of it goes to `write`."""
        return Splice(self.read(name), self._archive.most_elements)

    def write(self, name: str, data: bytes) -> None:
        """Put a part in place of what was there, or beside the others."""
        self._changed[name] = data

    def free(self, pattern: str) -> str:
        """Return the first name of a pattern, such as `xl/comments{}.xml`, that no part has."""
        taken = {name.lower() for name in (*self._archive.names, *self._changed)}
        number = 1
        while pattern.format(number).lower() in taken:
            number += 1
        return pattern.format(number)

    def relations(self, part: str) -> Iterator[Relation]:
        """Yield to which parts a part refers."""
        name = _relations_of(part)
        if not self.holds(name):
            return
        for element in self.opened(name).root:
            target = element.get("Target", "")
            is_inside = element.get("TargetMode", "Internal") == "Internal"
            path = normpath(join("/", dirname(part), target)).lstrip("/") if is_inside else ""
            yield Relation(element.get("Id", ""), element.get("Type", ""), path)

    def related(self, part: str, kind: str) -> str | None:
        """Return the part that another one refers to as this kind, None where it refers to none that is there."""
        found = (relation.target for relation in self.relations(part) if relation.kind == kind)
        return next(filter(self.holds, found), None)

    def relate(self, part: str, kind: str, target: str) -> str:
        """Let a part refer to another one, and return by what name."""
        name = _relations_of(part)
        taken = {relation.id.lower() for relation in self.relations(part)}
        number = len(taken) + 1
        while f"rid{number}" in taken:
            number += 1
        path = relpath(target, dirname(part) or ".")
        piece = f'Id="rId{number}" Type="{kind}" Target="{plain(path)}"/>'
        if not self.holds(name):
            self.write(
                name, f'{_HEAD}<Relationships xmlns="{_RELATIONS}"><Relationship {piece}</Relationships>'.encode()
            )
            return f"rId{number}"
        text = self.opened(name)
        text.last(text.root, f"<Relationship{_namespace(text, _RELATIONS)} {piece}")
        self.write(name, text.written())
        return f"rId{number}"

    def declare(self, part: str, kind: str) -> None:
        """Say of what kind a part is, where that is not said yet."""
        text = self.opened(_TYPES_PART)
        if not any(element.get("PartName", "").lower() == f"/{part.lower()}" for element in text.root):
            space = _namespace(text, _TYPES)
            text.last(text.root, f'<Override{space} PartName="/{plain(part)}" ContentType="{kind}"/>')
            self.write(_TYPES_PART, text.written())

    def declare_all(self, extension: str, kind: str) -> None:
        """Say of what kind all parts are whose names end like this, where that is not said yet."""
        text = self.opened(_TYPES_PART)
        if not any(element.get("Extension", "").lower() == extension for element in text.root):
            space = _namespace(text, _TYPES)
            # What is said of all comes before what is said of one.
            text.first(text.root, f'<Default{space} Extension="{extension}" ContentType="{kind}"/>')
            self.write(_TYPES_PART, text.written())

    def written(self) -> bytes:
        """Return the file: the parts that it had in their order, packed as they were, and then the new ones."""
        target = io.BytesIO()
        known = self._archive.names
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
            for entry in self._archive.entries:
                info = zipfile.ZipInfo(entry.filename, entry.date_time)
                info.compress_type, info.external_attr = entry.compress_type, entry.external_attr
                packed.writestr(info, self.read(entry.filename))
            for name in self._changed:
                if name not in known:
                    info = zipfile.ZipInfo(name)
                    info.compress_type = zipfile.ZIP_DEFLATED
                    packed.writestr(info, self._changed[name])
        return target.getvalue()


def new_part(name: str, namespaces: str, content: str) -> bytes:
    """Return a part of its own: a root of this name, with what it holds."""
    return f"{_HEAD}<{name} {namespaces}>{content}</{name}>".encode()


def _relations_of(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/")


def _namespace(text: Splice, namespace: str) -> str:
    """Return the declaration that an element without a prefix needs, where the others have one."""
    return f' xmlns="{namespace}"' if text.prefix(text.root) else ""
