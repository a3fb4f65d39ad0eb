"""A draft as Markdown and as HTML, for places where Word is not at hand."""

from __future__ import annotations

from html import escape

from assistant.drafting.grid import Table, caption, table
from assistant.drafting.nouns import ORIGIN_NAMES, Draft, Origin, Part, Sentence
from assistant.drafting.phrases import phrases

_STYLE = (
    "body{max-width:52em;margin:2em auto;font-family:FangSong,'Noto Serif CJK SC',serif;line-height:1.9}"
    "h1{text-align:center}p{text-indent:2em}.sign{text-align:right}table{border-collapse:collapse;width:100%}"
    "td{border:1px solid #333;padding:.2em .4em;text-align:center}mark{background:#fff3b0}"
)
_MARKED = {Origin.GIVEN, Origin.CONFIRM, Origin.SLOT, Origin.MODEL}


def markdown(draft: Draft) -> str:
    """Markdown with pipe tables, merged cells collapsed to their first place; a comment says where a model helped."""
    lines = [f"# {''.join(draft.title)}"]
    for part in draft.parts:
        if part.heading:
            lines.append(f"{'#' * (part.level + 1)} {part.heading}")
        lines += ["".join(sentence.text for sentence in paragraph) for paragraph in part.paragraphs]
        if part.table and part.table != "statistics":
            lines.append(_piped(table(part.table, draft.year, draft.cells)))
    lines += [draft.issuer.name, draft.dateline]
    if draft.has_annex:
        lines += [phrases("draft_sections").say("annex"), caption("statistics", draft.year)]
        lines.append(_piped(table("statistics", draft.year, draft.cells)))
    lines += [f"<!-- {note} -->" for note in _notes(draft)]
    return "\n\n".join(lines) + "\n"


def _notes(draft: Draft) -> list[str]:
    """What a language model had to do with the draft, and the passages of it that nobody has accepted."""
    sentences = [one for part in draft.parts for paragraph in part.paragraphs for one in paragraph]
    waiting = [f"未采纳：{one.text}" for one in sentences if one.origin is Origin.MODEL]
    return [note.replace("--", "—") for note in (draft.assisted, *waiting) if note]


def _piped(shown: Table) -> str:
    rows = [f"| {' | '.join(text.replace('|', '｜') for text in row)} |" for row in shown.expanded()]
    return "\n".join([rows[0], "|" + "---|" * len(shown.widths), *rows[1:]])


def html(draft: Draft) -> str:
    """A page by itself; what the official has to look at is marked, with the reason as its title."""
    title = escape("".join(draft.title))
    body = [f"<h1>{'<br>'.join(map(escape, draft.title))}</h1>"]
    for part in draft.parts:
        body += _part(part, draft)
    body += [f'<p class="sign">{escape(draft.issuer.name)}</p>', f'<p class="sign">{draft.dateline}</p>']
    if draft.has_annex:
        body.append(f"<p>{phrases('draft_sections').say('annex')}</p>")
        body.append(f"<h2>{caption('statistics', draft.year)}</h2>")
        body.append(_html_table(table("statistics", draft.year, draft.cells)))
    helped = f'<meta name="ai-assisted" content="{escape(draft.assisted)}">' if draft.assisted else ""
    head = f'{helped}<meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
    return f'<!DOCTYPE html>\n<html lang="zh-CN"><head>{head}</head><body>{"".join(body)}</body></html>\n'


def _part(part: Part, draft: Draft) -> list[str]:
    body = [f"<h{part.level + 1}>{escape(part.heading)}</h{part.level + 1}>"] if part.heading else []
    body += [f"<p>{''.join(map(_sentence, paragraph))}</p>" for paragraph in part.paragraphs]
    if part.table and part.table != "statistics":
        body.append(_html_table(table(part.table, draft.year, draft.cells)))
    return body


def _sentence(sentence: Sentence) -> str:
    text = escape(sentence.text)
    if sentence.origin not in _MARKED:
        return text
    return f'<mark title="{ORIGIN_NAMES[sentence.origin]}">{text}</mark>'


def _html_table(shown: Table) -> str:
    rows: list[list[str]] = [[] for _ in shown.rows]
    for row, _, cell in shown.placed():
        spans = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
        spans += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
        rows[row].append(f"<td{spans}>{escape(cell.text)}</td>")
    lines = "".join(f"<tr>{''.join(row)}</tr>" for row in rows)
    return f"<table>{lines}</table>"
