"""One rule for what differs: in the rows, in the figures, and in the Explorer's own script."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

import explainer as ex
from copies import Copy
from explainer.drawing import theme
from explainer.voices import consensus
from explainer.voices.consensus import differ, families, told
from explainer.widgets import bundle
from nodejs import node as find_node

ASK = """
import { byPair, differs, saidBy } from "./explorer/selection.js";
import fs from "node:fs";
const picture = JSON.parse(fs.readFileSync(0, "utf-8"));
const answers = [...byPair(picture, picture.rows.map((_, r) => r))].map(([pair, rows]) => {
  const said = saidBy(picture, rows);
  return [pair, said.map(([, ...rest]) => rest), differs(picture, said)];
});
console.log(JSON.stringify(answers));
"""


def test_rows_that_say_the_same_are_counted() -> None:
    signs = [("improves", "+"), ("worsens", "+"), ("improves", "+"), ("improves", "−")]
    assert told(signs) == {("improves", "+"): 2, ("worsens", "+"): 1, ("improves", "−"): 1}


def test_binding_is_left_out_beside_a_stated_action_and_nowhere_else() -> None:
    binds, blocks, nothing = ("binds", ""), ("blocks", ""), ("none", "")
    assert told([binds, blocks, binds]) == {blocks: 1}
    assert told([binds, binds]) == {binds: 2}
    assert told([binds, nothing]) == {binds: 1, nothing: 1}
    assert told([]) == {}


@pytest.mark.parametrize(
    "signs",
    [
        [("improves", "+"), ("worsens", "+")],
        [("activates", ""), ("partly", "")],
        [("activates", ""), ("none", "")],
        [("binds", ""), ("none", "")],
    ],
)
def test_rows_differ_where_of_the_same_thing_done_more_than_one_is_told(
    signs: list[consensus.Sign],
) -> None:
    assert differ(signs)


@pytest.mark.parametrize(
    "signs",
    [
        [("improves", "+"), ("worsens", "−")],
        [("improves", "+"), ("not known", "+")],
        [("improves", ""), ("", "")],
        [("activates", ""), ("binds", "")],
        [("activates", ""), ("activates", "")],
        [],
    ],
)
def test_rows_do_not_differ_where_nothing_contradicts(signs: list[consensus.Sign]) -> None:
    assert not differ(signs)


def test_the_words_of_the_rule_are_words_of_the_visual_language() -> None:
    assert set(consensus.BARE) < set(theme.FAMILIES)
    assert set(consensus.WEAK) < {*theme.DIRECTIONS, *theme.FAMILIES}
    assert set(consensus.SILENT) < set(consensus.BARE)


@pytest.mark.parametrize(
    ("limit", "looks"),
    [
        (9.0, ["activates"]),  # what was found, 8.3, lies where the other could not look
        (8.0, ["activates", "none"]),  # the other looked there, and found nothing
        (8.3, ["activates", "none"]),
    ],
)
def test_a_limit_contradicts_only_what_lies_beyond_it(
    copy: Copy, limit: float, looks: list[str]
) -> None:
    copy.copy(
        "pharmacology/interactions.csv", "dynorphin_a_kappa_1", id="dynorphin_a_kappa_2",
        action="no measurable affinity", relation="<", affinity_low=str(limit),
        affinity_high=str(limit), reported="Ki above it",
    )  # fmt: skip
    copy.set("pharmacology/interactions.csv", "dynorphin_a_kappa_1", affinity_high="8.3")
    rows = ex.load(copy.path).interactions.where(ligand="dynorphin_a").values()
    assert families(rows) == looks


def test_a_limit_alone_is_nothing_measured(copy: Copy) -> None:
    copy.set(
        "pharmacology/interactions.csv", "dynorphin_a_kappa_1", action="no measurable affinity",
        relation="<", affinity_low="5", affinity_high="5",
    )  # fmt: skip
    rows = ex.load(copy.path).interactions.where(ligand="dynorphin_a").values()
    assert families(rows) == ["none"]


@pytest.mark.parametrize(
    ("signs", "said"),
    [
        ([("doubtful", ""), ("blocks", "")], {("blocks", ""): 1}),
        ([("doubtful", ""), ("none", "")], {("doubtful", ""): 1, ("none", ""): 1}),
        ([("doubtful", "")], {("doubtful", ""): 1}),
    ],
)
def test_a_row_in_doubt_says_nothing_beside_another_and_contradicts_none(
    signs: list[consensus.Sign], said: dict[consensus.Sign, int]
) -> None:
    assert told(signs) == said
    assert not differ(signs)


@pytest.mark.parametrize(("molecule", "receptor"), [("tianeptine", "delta"), ("codeine", "kappa")])
def test_no_sources_differ_where_a_value_lies_beneath_a_limit(
    system: ex.System, molecule: str, receptor: str
) -> None:
    rows = system.interactions_of(molecule).where(receptor=receptor).values()
    assert families(rows) == ["activates"]


def explorer_says(built: dict[str, Any], folder: Path) -> list[tuple[int, list[Any], bool]]:
    """Ask the Explorer's own script what each pair says, and whether its rows differ."""
    node = find_node()
    modules = shutil.copytree(bundle.STATIC, folder / "static")
    (modules / "package.json").write_text('{"type": "module"}')
    (modules / "ask.js").write_text(ASK, encoding="utf-8")
    done = subprocess.run(
        [node, str(modules / "ask.js")], input=json.dumps(built), capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    return [(pair, says, differs) for pair, says, differs in json.loads(done.stdout)]


def with_bare_rows(built: dict[str, Any]) -> dict[str, Any]:
    """Add pairs that the tables may come to hold: what binds in one row and does nothing in one."""
    added = [
        ["doubtful", "blocks"],
        ["doubtful", "none"],
        ["doubtful"],
        ["binds", "none"],
        ["binds", "none", "blocks"],
        ["none"],
        ["binds"],
    ]
    first, zeros = len(built["pairs"]), [0] * 8
    pairs = [[0, 1, "acts on", "pharmacology"] for _ in added]
    rows = [[first + i, look, "", *zeros] for i, looks in enumerate(added) for look in looks]
    return built | {"pairs": built["pairs"] + pairs, "rows": built["rows"] + rows}


def test_the_explorer_and_python_agree_on_every_pair(
    picture: dict[str, Any], tmp_path: Path
) -> None:
    built = with_bare_rows(picture)
    signs: dict[int, list[consensus.Sign]] = {}
    for pair, look, done, *_ in built["rows"]:
        signs.setdefault(pair, []).append((look, done))
    ours = [
        (pair, [[*sign, number] for sign, number in told(rows).items()], differ(rows))
        for pair, rows in signs.items()
    ]
    theirs = explorer_says(built, tmp_path)
    assert sorted(theirs) == sorted(ours)
    assert {differs for *_, differs in theirs} == {True, False}


def test_the_figures_and_the_rule_agree_on_every_molecule_and_receptor(system: ex.System) -> None:
    found = 0
    for molecule in (*system.peptides, *system.ligands):
        for receptor in system.receptors:
            rows = list(system.interactions_of(molecule).where(receptor=receptor).values())
            signs = [(look, "") for look in consensus.looks(rows).values()]
            assert (len(families(rows)) > 1) == differ(signs), (molecule, receptor)
            found += differ(signs)
    assert found > 0
