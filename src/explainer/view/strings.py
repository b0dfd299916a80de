"""Words of the Explorer's own controls and panels; none of them tells a fact."""

from __future__ import annotations

from typing import Any

NO_FILE = "If no file comes, the frame that this page stands in keeps it back: open the page alone."

LOST = (
    "The kernel that made this has ended. It goes on working here, but Python does not hear of it: "
    "run its cell again."
)

# Of each guess that a reader is asked to settle on before anything is shown.
PREDICT: dict[str, Any] = {
    "question": "What do the findings here say of “{domain}” when the {receptor} is activated?",
    "receptor": "Receptor",
    "domain": "Domain",
    "choose": "Choose …",
    "or": "Or predict what was found:",
    "show": "Settle on it, then see",
    "sure": "How sure are you?",
    "sureness": [["guess", "just guessing"], ["fairly", "fairly sure"], ["sure", "sure"]],
    "line": "Your reason in one line, if you like",
    "guess": "Your guess in one line",
    "line_hint": "from findings, not about yourself",
    "guessed": "You expected:",
    "apart": "Two findings that point apart",
    "one": "What one finding says",
    "rest": "{n} more {n|finding|findings} on activating it",
    "others": "It was {done} instead: {n} {n|finding|findings}",
    "article": "The article names no receptor type. What it says of this domain: "
    "{n} {n|claim|claims}",
    "anew": "Guess anew",
    "kept": "Kept in this browser alone. Nothing is sent.",
    "history": "What you guessed so far ({n})",
    "export": "Save as text",
    "forget": "Forget all",
}

# Of findings that go opposite ways, and of a claim beside what weighs on it.
ODDS: dict[str, str] = {
    "title": "Findings at odds",
    "sign": "at odds",
    "open": "Side by side",
    "told": "At odds with {n} other {n|finding|findings}, which {n|stands|stand} beside it.",
    "all": "{n} {n|pair|pairs} at odds in this view",
    "weight": "What weighs on this claim",
    "claim": "The article claims",
    "verdict": "Our verdict",
    "weighed": "{n} {n|finding|findings} {head}",
    "beside": "The claim and {n} {n|finding|findings} that {n|weighs|weigh} on it stand "
    "side by side.",
}

WORDS: dict[str, Any] = {
    "name": "Opioid System Explorer",
    "picture": "Picture of the opioid system. Arrow keys move between things, Enter chooses one, "
    "Shift and Enter shows what joins it to the chosen one, Escape shows everything again.",
    "silent": "The article names none of these.",
    "membrane": "cell membrane",
    "descriptive": "Descriptive only: not advice, not a dosing tool.",
    "trail": "A line is one or more rows of a table. Lines that meet are separate findings, "
    "not a prediction for a person.",
    "controls": "What is shown",
    "search": "Find",
    "search_hint": "a receptor, a molecule, a word …",
    "not_found": "Nothing here is called “{typed}”.",
    "lens": "Voice",
    "filter": "Filters",
    "filters": {
        "receptor": "Receptor",
        "action": "What a molecule does",
        "domain": "Domain",
        "direction": "Which way it went",
        "evidence": "Evidence",
        "verdict": "Verdict on the claim",
        "origin": "Origin",
        "people": "Studied in",
    },
    "map": "Whole map",
    "sealed": "What do the findings say? Guess first; then they are shown.",
    "about": "About it",
    "article": "The article",
    "lost": LOST,
    "undo": "Undo",
    "redo": "Redo",
    "reset": "Show all",
    "share": {
        "name": "Share",
        "code": "Code of this view",
        "take": "Show this code",
        "copy_code": "Copy code",
        "copy_link": "Copy link",
        "citations": "List of sources",
        "slide_svg": "Slide (SVG)",
        "slide_png": "Slide (PNG)",
        "full_screen": "Full screen",
        "no_full_screen": "This page may not fill the screen. Open it by itself, then try again.",
        "taken": "This is the view of that code.",
        "copied": "Copied.",
        "no_file": NO_FILE,
        "not_copied": "This page may not copy. The text is selected: copy it from there.",
    },
    "panels_name": "More about what is shown",
    "panels": {"table": "Table of what is shown", "outline": "Outline of what is shown",
               "compare": "Molecules side by side"},
    "nothing": "Choose anything in the picture to read its rows and sources.",
    "filtered": "These rows fit the filters ({n}).",
    "undrawn": "Rows that no line can draw ({n})",
    "from_where": "comes from",
    "sources": "Sources",
    "no_rows": "No row joins it in this view.",
    "no_pair": "No row joins these two in this view.",
    "table": "{n} rows. Choose a heading to sort by it.",
    "columns": ["From", "What is said", "To", "In words", "Evidence", "Who says it", "Sources"],
    "caveat": "Caveat",
    "all": "Show all {n} rows",
    "outline": "Arrow keys walk the outline: right opens, left closes, Enter chooses.",
    "trace_from": "From",
    "choose": "Choose …",
    "no_trace": "No path of rows begins here in this view.",
    "steps": [
        "What it does at a receptor",
        "What was found on that receptor",
        "What the article says of that domain",
    ],
    "more": "{n} more",
    "rows": "Rows ({n})",
    "molecules": ["First", "Second", "Third"],
    "none_of_them": "None",
    "no_row": "no row in these tables",
    "compare": "Side by side is not a ranking: values come from different studies and species, "
    "and how tightly a molecule binds does not tell what it does.",
    "scale": "Bars: each reported range of affinity (-log10 of a molar concentration; further "
    "right binds more tightly). Rows that would mislead on a chart are told, not drawn.",
    "predict": PREDICT,
    "odds": ODDS,
    "faulty": "This part could not be drawn. The picture and the other parts still work.",
    "too_large": "{n} things are too many to draw at once. Find one by name, or choose a receptor, "
    "a domain or another filter: what joins it is drawn.",
}  # fmt: skip
