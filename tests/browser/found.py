"""The picture of findings in a page: what of it can be seen, hit and read."""

from __future__ import annotations

import os
import random
import subprocess
from dataclasses import asdict
from pathlib import Path
from typing import Any

from still import Still

from explainer.view.state import State

SIZES = {390: (390, 844), 832: (832, 720), 1182: (1182, 768)}

# Faults of the picture as it is drawn now. Type is measured as the browser sets it, without the
# room above its capitals and below its baseline.
FAULTS = """() => {
  // Boxes that can be chosen are met by no line that does not end there, by no mark, and by words
  // only where these stand inside.
  const crossings = (picture, words, marks, boxOf) => {
    const faults = [];
    const boxes = [...picture.querySelectorAll('.shape:is(.receptor, .socket, .chip, .apart)')]
      .filter(one => one.checkVisibility())
      .map(one => boxOf(one.firstElementChild, 'box', one.dataset.id ?? one.getAttribute('class')));
    const meets = (a, b) => a.left < b.right - 1 && b.left < a.right - 1
      && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    const isInside = (a, b) => a.left >= b.left - 1 && a.right <= b.right + 1
      && a.top >= b.top - 1 && a.bottom <= b.bottom + 1;
    for (const box of boxes) {
      for (const mark of marks) if (meets(mark, box)) faults.push(`crossed: mark ${mark.name} and ${box.name}`);
      for (const word of words) if (meets(word, box) && !isInside(word, box)) faults.push(`crossed: words ${word.name} and ${box.name}`);
    }
    const ctm = picture.getScreenCTM();
    for (const line of picture.querySelectorAll('.stroke')) {
      if (!line.checkVisibility()) continue;
      const ends = line.dataset.ends.split(' ');
      const length = line.getTotalLength();
      const others = boxes.filter(({ name }) => !ends.includes(name));
      for (let at = 0; at <= length; at += 3) {
        const { x, y } = line.getPointAtLength(at).matrixTransform(ctm);
        const met = others.find(b => x > b.left + 1 && x < b.right - 1 && y > b.top + 1 && y < b.bottom - 1);
        if (!met) continue;
        faults.push(`crossed: line ${ends} and ${met.name}`);
        break;
      }
    }
    return faults;
  };
  const root = document.querySelector('.explainer');
  const picture = root.querySelector('svg.sockets:not(.inline)');
  const frame = picture.getBoundingClientRect();
  const faults = [];
  const scale = picture.getScreenCTM().a;
  const boxOf = (one, kind, name) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    return { left, right, top, bottom, kind, name };
  };
  const letters = one => {
    const box = boxOf(one, 'words', one.textContent);
    const size = parseFloat(one.getAttribute('font-size')) * scale;
    const base = new DOMPoint(0, +one.getAttribute('y')).matrixTransform(picture.getScreenCTM()).y;
    return { ...box, top: base - size * 0.74, bottom: base + size * 0.02 };
  };
  const visible = one => one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const texts = [...picture.querySelectorAll('text')].filter(visible);
  const words = texts.map(letters);
  for (const one of texts) {
    const size = parseFloat(one.getAttribute('font-size')) * scale;
    if (size < 11.9) faults.push(`small: words ${one.textContent}, ${size} px`);
  }
  const marks = [...picture.querySelectorAll('.mark')].map(one =>
    ({ ...boxOf(one.querySelector('.target'), 'mark', one.dataset.finding), one }));
  const all = [...words, ...marks];
  all.sort((a, b) => a.top - b.top);
  const touch = (a, b) => a.left < b.right - 0.5 && b.left < a.right - 0.5
    && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
  all.forEach((a, i) => {
    for (let j = i + 1; j < all.length && all[j].top < a.bottom; j++)
      if (touch(a, all[j])) faults.push(`overlap: ${a.kind} ${a.name} and ${all[j].kind} ${all[j].name}`);
    if (a.left < frame.left - 1 || a.right > frame.right + 1 || a.top < frame.top - 1 || a.bottom > frame.bottom + 1)
      faults.push(`outside: ${a.kind} ${a.name}`);
  });
  // What the marks mean stands above them: a button there is higher than a line of its words.
  const key = [...root.querySelectorAll('.findings .key :is(li, button)')].filter(visible)
    .map(one => ({ ...boxOf(one, 'key', one.textContent), one }));
  key.forEach((a, i) => {
    for (const b of key.slice(i + 1))
      if (touch(a, b) && !a.one.contains(b.one)) faults.push(`overlap: key ${a.name} and ${b.name}`);
    for (const b of words) if (touch(a, b)) faults.push(`overlap: key ${a.name} and words ${b.name}`);
  });
  faults.push(...crossings(picture, words, marks, boxOf)); // before the page is scrolled
  for (const { left, right, name, one } of marks) {
    if (right - left < 8 * Math.min(1, scale) - 0.1) faults.push(`small: mark ${name}, ${right - left} px`);
    const target = one.querySelector('.target');
    const { y: at } = target.getBoundingClientRect();
    if (at < 60 || at > innerHeight - 60) one.scrollIntoView({ block: 'start' });
    const { x, y, width, height } = target.getBoundingClientRect();
    const hit = document.elementFromPoint(x + width / 2, y + height / 2);
    if (!one.contains(hit)) faults.push(`covered: mark ${name} by ${hit?.outerHTML.slice(0, 80)}`);
  }
  const headline = root.querySelector('.headline');
  const box = headline.getBoundingClientRect();
  if (headline.scrollWidth > headline.clientWidth + 1 || headline.scrollHeight > headline.clientHeight + 1
      || box.right > innerWidth + 1 || box.left < -1) faults.push(`clipped: ${headline.textContent}`);
  if (!headline.textContent.trim()) faults.push('no headline');
  return faults;
}"""

# Numbers of the findings that are drawn or counted: a mark alone is one, a stack as many as it says.
COUNTED = """() => {
  const picture = document.querySelector('.explainer svg.sockets:not(.inline)');
  const numbers = [...picture.querySelectorAll('.labels text')].filter(one => /^\\d{1,3}$/.test(one.textContent));
  const marks = picture.querySelectorAll('.mark').length;
  return marks - numbers.length + numbers.reduce((sum, one) => sum + Number(one.textContent), 0);
}"""

# Each state set, drawn and measured in the page, one after the other: its faults, and its number.
ALL_FAULTS = f"""async states => {{
  const faultsOf = {FAULTS};
  const countOf = {COUNTED};
  const told = [];
  for (const words of states) {{
    await view(words);
    await new Promise(requestAnimationFrame);
    told.push([faultsOf(), countOf()]);
  }}
  return told;
}}"""
# The same of the headline alone.
HEADLINES = """async states => {
  const told = [];
  for (const words of states) {
    await view(words);
    const one = document.querySelector('.explainer .headline');
    const { left, right } = one.getBoundingClientRect();
    const isCut = one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1;
    if (isCut || left < -1 || right > innerWidth + 1 || !one.textContent.trim()) told.push(one.textContent);
  }
  return told;
}"""

MARKS = "svg.sockets:not(.inline) .mark"
TARGETS = "svg.sockets:not(.inline) [role=button]"


def findings(still: Still) -> list[dict[str, Any]]:
    return list(still.picture_data["sockets"]["findings"])


def let_through(still: Still, state: State) -> int:
    """Count the findings that a state should show, by the tables."""
    if state.lens == "article" or state.panel == "predict":
        return 0
    sockets = still.picture_data["sockets"]
    key = next((k for k in (state.focus, state.domain, state.receptor) if k), "")
    other = state.also[0] if state.also else ""
    for one, two in ((key, other), (other, key)):
        if f"{one}>{two}" in sockets["headlines"]:
            key = one
            break
    if key not in sockets["frames"]:
        key = ""
    frame = sockets["frames"][key][0]
    held = [i for part in ("fields", "stacks") for f in frame.get(part, []) for i in f["marks"]]
    return sum(not state.people or sockets["findings"][i]["who"] == "people" for i in held)


def some_states(still: Still, number: int, seed: int) -> list[State]:
    """Give random states of the picture of findings: near, filtered, by one voice, of one row."""
    chance = random.Random(seed)  # noqa: S311 - nothing here is a secret
    sockets = still.picture_data["sockets"]
    keys = [key for key in sockets["frames"] if key]
    states = [State(), State(people="people"), State(lens="article"), State(panel="predict")]
    while len(states) < number:
        words: dict[str, Any] = {"focus": chance.choice([*keys, ""])}
        if chance.random() < 0.3:
            row = chance.choice(sockets["findings"])
            words = {"focus": row["agent"], "also": (row["domain"],)}
            if chance.random() < 0.5:
                words["row"] = row["id"]
        if chance.random() < 0.3:
            words["people"] = "people"
        if chance.random() < 0.2:
            words["view"] = chance.choice(list(sockets["lists"]))
        if chance.random() < 0.2:
            words["lens"] = chance.choice(["article", "pharmacology"])
        if words["focus"] in still.choices["focus"]:
            states.append(State(**words))
    return states


def all_states(still: Still) -> list[State]:
    """Give every choice of one thing, of people alone too, every pair, and every row."""
    sockets = still.picture_data["sockets"]
    keys = [key for key in sockets["frames"] if key in still.choices["focus"]]
    known = set(still.choices["focus"])
    pairs = [key.split(">") for key in sockets["headlines"] if ">" in key]
    return [
        State(lens="article"),
        State(panel="predict"),
        *(State(focus=key) for key in keys),
        *(State(focus=key, people="people") for key in keys),
        *(State(focus=one, also=(other,)) for one, other in pairs if one in known),
        *(
            State(focus=row["agent"], also=(row["domain"],), row=row["id"])
            for row in sockets["findings"]
            if row["agent"] in known
        ),
    ]


def seed_of_commit() -> int:
    """Give a number that is another for each commit, so that other states are tried each time."""
    if given := os.environ.get("SEED"):
        return int(given)
    done = subprocess.run(
        ["git", "rev-parse", "HEAD"],
        capture_output=True, text=True, check=False, cwd=Path(__file__).parent,
    )  # fmt: skip
    return int(done.stdout.strip()[:7] or "12", 16)


def words_of(states: list[State]) -> list[dict[str, Any]]:
    """States as a kernel sets them."""
    return [asdict(state) | {"also": list(state.also)} for state in states]
