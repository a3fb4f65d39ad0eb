"""Bodies that a report names as its own where title and signature do not: contact, preamble, page data, text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from index.language.text import squeeze
from index.naming.issuer import body_of_office
from index.naming.names import BodyKind, split_name
from index.outline.particulars import CONTACT_OFFICE
from index.schema import Block

_BODY = "(?P<body>[一-鿿]{3,40}?)"
_NAMED = (
    CONTACT_OFFICE,
    re.compile(rf"(?:^|[,。;]){_BODY}(?=编制|编写|公布|根据《|依据《|按照《)"),
    re.compile(rf"(?:由|是){_BODY}(?=\(以下|根据|依据|按照|编制|编写|负责|结合)"),
    re.compile(
        rf"(?:结合|公布|公开|现将|编制了?|形成|《|向社会公[布开])(?:20\d\d年度?)?{_BODY}(?:20\d\d年度?)?(?:的)?(?:政府|政务)?信息公开"
    ),
    re.compile(
        rf"(?:发布机构|发文机关|发布单位|填报单位(?:\([^)]*\))?|公开主体|制作单位|编制单位|发布者|信息来源|来源):{_BODY}(?![一-鿿])"
    ),
)
_SUBJECT = re.compile(
    r"(?:^|[。,;\n]|年度?)(?P<body>[一-鿿]{3,30}?)(?=认真|严格|通过|高度|坚持|按照|共|主动|积极|深入|全面|始终|继续|不断|持续|信息公开|政务公开|政府信息)"
)
_OWN_OFFICE = re.compile("(?<!于)(?:我|本)(?:办|厅|室)(?!法)")
_OFFICE_OF_GOVERNMENT = re.compile("(?P<body>.+(?:人民政府|政府))办公[室厅]?")


def bodies_named(blocks: Sequence[Block]) -> Iterator[str]:
    """Bodies that contact, preamble and page data name as the report's own, the most telling first.

    For an office that compiled a report it is the body whose office it is.
    """
    texts = [squeeze(block.text) for block in blocks]
    for pattern in _NAMED:
        for text in texts:
            yield from filter(None, (body_of_office(match["body"]) for match in pattern.finditer(text)))
    yield from (
        text
        for text in texts
        if len(text) <= 25 and (parts := split_name(text)) and parts.kind is not BodyKind.AREA
    )


def subjects(texts: Iterable[str]) -> list[str]:
    """Bodies that begin sentences of the squeezed texts as those who act, the most frequent first."""
    names = Counter(match["body"] for text in texts for match in _SUBJECT.finditer(text))
    return [name for name, _ in names.most_common() if (parts := split_name(name)) and parts.area]


def signing_body(signature: str, text: str) -> str:
    """Whose report it is that ``signature`` signs: an office signs its government's, unless ``text`` says 我办."""
    match = _OFFICE_OF_GOVERNMENT.fullmatch(signature)
    return match["body"] if match and not _OWN_OFFICE.search(text) else signature
