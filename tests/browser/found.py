"""The picture of findings in a page: what of it can be seen, hit and read."""

from __future__ import annotations

import random
from typing import Any

from still import Still

from explainer.view.state import State

SIZES = {390: (390, 844), 832: (832, 720), 1182: (1182, 768)}

# Faults of the picture as it is drawn now. Type is measured as the browser sets it, without the
# room above its capitals and below its baseline.
FAULTS = """() => {
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
  const words = [...picture.querySelectorAll('text')].filter(visible).map(letters);
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
  for (const { left, right, top, bottom, name, one } of marks) {
    if (right - left < 8 * Math.min(1, scale) - 0.1) faults.push(`small: mark ${name}, ${right - left} px`);
    one.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = one.querySelector('.target').getBoundingClientRect();
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
