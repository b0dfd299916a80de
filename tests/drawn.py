"""What a frame of the picture must keep to: boxes of words, marks and labels, and their faults."""

import re

from explainer.drawing.display import Frame, Stroke, Words, place_of
from explainer.drawing.geometry import Box
from explainer.drawing.type_metrics import width_of
from explainer.view.findings import Finding

BOLD = ("strong", "on-receptor", "on-apart", "on-socket")
LEAST_MARK = 8
LEAST_TYPE = 12


def box_of(words: Words) -> Box:
    """Where type stands: from the tops of its capitals to its baseline."""
    w = width_of(words.text, words.size, is_bold=any(look in words.look for look in BOLD))
    left = {"start": words.x, "middle": words.x - w / 2, "end": words.x - w}[words.anchor]
    return Box(left, words.y - words.size * 0.74, w, words.size * 0.76)


def marks_of(frame: Frame) -> list[Box]:
    """Every mark and every stack as a box."""
    boxes = []
    for where in frame.fields:
        for i in range(len(where.marks)):
            x, y = place_of(where, i)
            boxes.append(Box(x - where.size / 2, y - where.size / 2, where.size, where.size))
    return boxes + [
        Box(one.x - one.size / 2, one.y - one.size / 2, one.size, one.size) for one in frame.stacks
    ]


def labels_of(frame: Frame) -> list[Box]:
    """Labels beside marks."""
    return [
        Box(x + where.size / 2 + 4, y - 5, width_of(label, 12), 10)
        for where in frame.fields
        for i, label in enumerate(where.labels)
        for x, y in [place_of(where, i)]
    ] + [
        Box(one.x + one.size / 2 + 4, one.y - 5, width_of(str(len(one.marks)), 12), 10)
        for one in frame.stacks
    ]


def clashes(boxes: list[Box]) -> list[tuple[Box, Box]]:
    """Pairs of boxes that share an area; sorted by height, so that few pairs are compared."""
    boxes = sorted(boxes, key=lambda box: box.y)
    return [
        (one, other)
        for i, one in enumerate(boxes)
        for other in boxes[i + 1 :]
        if other.y < one.bottom and one.overlaps(other)
    ]


def overlaps(frame: Frame) -> list[str]:
    """Words, marks and labels that share an area, told by what they say."""
    said = {box_of(one): one.text for one in frame.words}
    found = clashes([*map(box_of, frame.words), *marks_of(frame), *labels_of(frame)])
    return [f"{said.get(one, one)} and {said.get(other, other)}" for one, other in found]


def outside(frame: Frame) -> list[str]:
    """What is drawn beyond the edges of the frame."""
    boxes = [(one.text, box_of(one)) for one in frame.words]
    boxes += [(str(box), box) for box in (*marks_of(frame), *labels_of(frame))]
    boxes += [(s.look, Box(s.x, s.y, s.w, s.h)) for s in frame.shapes]
    return [
        name
        for name, b in boxes
        if b.x < -0.5 or b.y < -0.5 or b.right > frame.width + 0.5 or b.bottom > frame.height + 0.5
    ]


def miscounted(frame: Frame, own: list[Finding]) -> list[str]:
    """Findings that have no mark, or more than one, or one too small, or people in a stack."""
    drawn = [i for f in frame.fields for i in f.marks] + [i for s in frame.stacks for i in s.marks]
    people = {one.place for one in own if one.who == "people"}
    faults = []
    if sorted(drawn) != sorted(one.place for one in own):
        faults.append(f"{len(drawn)} marks for {len(own)} findings")
    if any(
        size < LEAST_MARK
        for size in [one.size for one in frame.fields] + [one.size for one in frame.stacks]
    ):
        faults.append("a mark too small to be hit")
    if people & {i for s in frame.stacks for i in s.marks}:
        faults.append("people are never folded")
    return faults


def unread(frame: Frame) -> list[str]:
    """Words in type that is too small."""
    return [one.text for one in frame.words if one.size < LEAST_TYPE]


def points(stroke: Stroke, number: int = 60) -> list[tuple[float, float]]:
    """Points on a stroke, which is one cubic curve."""
    n = [float(v) for v in re.findall(r"-?[\d.]+", stroke.path)]
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = zip(n[::2], n[1::2], strict=True)
    out = []
    for k in range(number + 1):
        t = k / number
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        out.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
    return out


def crossings(frame: Frame) -> list[str]:
    """Lines that run through a box at which they do not end."""
    return [
        f"{stroke.ends} through {shape.id}"
        for stroke in frame.strokes
        for shape in frame.shapes
        if shape.id and shape.id not in stroke.ends
        if any(
            shape.x < x < shape.x + shape.w and shape.y < y < shape.y + shape.h
            for x, y in points(stroke)
        )
    ]


def faults_of(frame: Frame, own: list[Finding]) -> list[str]:
    """Every fault of a frame that must hold these findings."""
    return [
        *(f"overlap: {one}" for one in overlaps(frame)),
        *(f"outside: {one}" for one in outside(frame)),
        *(f"too small: {one}" for one in unread(frame)),
        *(f"line: {one}" for one in crossings(frame)),
        *miscounted(frame, own),
    ]
