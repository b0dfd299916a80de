"""What a table looks like: on a screen light or dark, on a phone, in forced colours, on paper.

Each table brings its own style, since a reader may keep one output and clear the others. All of it
is scoped by a class, named three times over where a notebook's own rules would else be stronger.
"""

from __future__ import annotations

from collections.abc import Iterable
from string import Template

LONG = 36  # letters; a longer cell has a line of a card for itself
_TEXT, _WORD, _PAD = 22, 16, 2  # letters: room for a text, for a word, and between columns
_EM = 0.54  # of the type's size: how wide a letter is, with its share of what parts words
_STEP = 4  # em: few widths at which tables fold, so that neighbours fold together

_CSS = Template("""
$t{container-type:inline-size;color:inherit;background:none;margin:.5em 0 1em;line-height:1.4;\
font-size:.9375em;text-align:start;--soft:color-mix(in srgb,currentColor 76%,transparent);\
--rule:color-mix(in srgb,currentColor 22%,transparent);\
--edge:color-mix(in srgb,currentColor 58%,transparent)}
$t .et-tint{color:var(--light)}
@media (prefers-color-scheme:dark){
:where(body:not([data-jp-theme-light],[data-vscode-theme-kind])) $t .et-tint{color:var(--dark)}
}
:where([data-jp-theme-light="false"],[data-vscode-theme-kind*="dark"]) $t .et-tint{\
color:var(--dark)}
$t table{width:100%;min-width:0;table-layout:auto;border-collapse:collapse;border:0;margin:0;\
font-size:inherit;color:inherit}
$t caption{text-align:start;padding:0 0 .6em;color:inherit;caption-side:top}
$t caption strong{display:block;font-size:1.13em;color:inherit}
$t :is(thead,tbody) :is(tr,tr:hover){background:none;text-align:start}
$t :is(th,td){border:0;border-bottom:1px solid var(--rule);padding:.35em .8em .35em 0;min-width:0;\
max-width:none;text-align:start;vertical-align:top;white-space:normal;overflow-wrap:break-word;\
font-weight:400}
$t :is(th,td):last-child{padding-inline-end:0}
$t thead th{vertical-align:bottom;font-weight:700;border-bottom:2px solid var(--edge)}
$t .et-named tbody th[scope=row]{font-weight:600}
$t th[scope=rowgroup]{padding:.9em 0 .25em;font-weight:700;\
border-bottom:1px solid var(--edge)}
$t p{margin:.5em 0 0;font-size:.94em;color:var(--soft)}
$t svg{flex:none;width:1.15em;height:1.15em;margin-top:.12em;fill:none;\
stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
$t .et-sign{flex:none;width:1.15em;font-weight:700;text-align:center}
$t .et-signed{display:flex;gap:.3em}
$t .et-differ{font-size:.87em;color:var(--soft)}
$t .et-strong{font-weight:700}
$t .et-soft{color:var(--soft)}
$t .et-paper{padding:.05em .4em;border:1px dashed currentColor;\
border-inline-end:0}
$t .et-none{padding:0 .4em;color:var(--soft);border:1px dotted var(--edge)}
$t .et-count{display:grid;grid-template-columns:2.6em 1fr;align-items:center;\
font-variant-numeric:tabular-nums}
$t .et-bar{height:.6em;width:var(--share);min-width:2px;background:currentColor}
@container (max-width:$fold){
$t :is(table,tbody,caption){display:block}
$t thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
$t tbody tr{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,10em),1fr));\
gap:.3em 1em;padding:.6em 0;border-bottom:1px solid var(--rule)}
$t tbody :is(th,td){display:block;padding:0;border:0;overflow-wrap:anywhere}
$t tbody :is(th,.et-long){grid-column:1/-1}
$t tbody td:empty{display:none}
$t tbody tr:has([scope=rowgroup]){padding:1em 0 .2em;border-bottom-color:var(--edge)}
$t tbody th[scope=rowgroup]{font-size:1.13em;padding:0;border:0}
$t tbody th.et-long{margin-bottom:.2em}
$t tbody td[data-head]::before{content:attr(data-head);content:attr(data-head) / "";display:block;\
font-size:.87em;font-weight:400;color:var(--soft)}
}
@media (forced-colors:active){$t svg{stroke:CanvasText}$t .et-bar{background:CanvasText;\
forced-color-adjust:none}$t .et-tint{color:CanvasText}}
@media print{$t{print-color-adjust:exact;font-size:8.5pt}$t .et-tint{color:var(--light)}\
$t tr{break-inside:avoid}$t tr:has([scope=rowgroup]){break-after:avoid}}
""")


def room_for(cells: Iterable[str]) -> int:
    """Tell how many letters wide a column must be for words in it to stand whole."""
    cells = list(cells)
    word = max((len(word) for cell in cells for word in cell.split()), default=0)
    longest = max(map(len, cells), default=0)
    least = _TEXT if longest > LONG else min(longest, _WORD)
    return max(least, min(word, _WORD)) + _PAD


def sheet(letters: int) -> tuple[str, str]:
    """Write the style of tables that need room for so many letters in a row, and name its class."""
    width = max(1, -(-int(letters * _EM) // _STEP)) * _STEP
    scope = f".explainer-table.explainer-table.fold-{width}"
    return _CSS.substitute(t=scope, fold=f"{width}em").replace("\n", ""), f"fold-{width}"
