"""What can be seen of an Explorer and done to it, in whatever page it stands."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

SCREENSHOTS = Path(__file__).parent / "screenshots"


class Explored:
    """An Explorer in a page, in the words of the tests."""

    page: Page
    # A tour holds an Explorer of its own; who tests the tour names that one.
    root = ".explainer:not(.explainer-tour .explainer)"

    @property
    def explorer(self) -> Locator:
        """The whole Explorer: controls, sentence, picture and panels."""
        return self.page.locator(self.root)

    @property
    def picture(self) -> Locator:
        """The whole map, with all names and lines."""
        return self.explorer.locator(".stage .map > svg")

    @property
    def drawn(self) -> Locator:
        """The picture that is shown: the findings or the whole map."""
        both = self.explorer.locator(".stage :is(.map > svg, svg.sockets:not(.inline))")
        return both.locator("visible=true")

    @property
    def sentence(self) -> Locator:
        return self.explorer.locator(".sentence")

    @property
    def message(self) -> Locator:
        return self.explorer.locator(".message")

    @property
    def panel(self) -> Locator:
        return self.explorer.get_by_role("tabpanel")

    @property
    def card(self) -> Locator:
        """The open panel; at first it is the card."""
        return self.panel

    @property
    def search(self) -> Locator:
        return self.explorer.get_by_role("combobox", name="Find", exact=True)

    @property
    def suggestions(self) -> Locator:
        return self.explorer.locator(".search [role=option]")

    def unfold(self) -> None:
        """Open every folded part of the panel, by its heading, as with the mouse."""
        folded = self.panel.locator("details:not([open]) > summary").locator("visible=true")
        while folded.count():
            folded.first.click()

    @property
    def lit(self) -> set[str]:
        """Ids of the nodes that stand out now."""
        nodes = "nodes => nodes.map(node => node.dataset.id)"
        return set(self.explorer.locator(".node.lit").evaluate_all(nodes))

    @property
    def pressed(self) -> str:
        """Id of the node that is chosen, or nothing."""
        found = self.picture.locator(".node[aria-pressed=true]").evaluate_all(
            "nodes => nodes.map(node => node.dataset.id)"
        )
        assert len(found) <= 1
        return "".join(found)

    @property
    def shapes(self) -> Locator:
        """Receptors, sockets and chips of the picture of findings."""
        return self.explorer.locator("svg.sockets:not(.inline) .shape[role=button]")

    def shape(self, node: str) -> Locator:
        return self.explorer.locator(f'svg.sockets:not(.inline) .shape[data-id="{node}"]')

    def open_map(self) -> None:
        """Show the whole map, as with the mouse."""
        if self.button("Whole map").get_attribute("aria-pressed") == "false":
            self.button("Whole map").click()
        expect(self.picture).to_be_visible()

    def control(self, label: str) -> Locator:
        """A list to choose from, found by the label that a screen reader says."""
        return self.explorer.get_by_label(label, exact=True)

    def button(self, name: str) -> Locator:
        return self.explorer.get_by_role("button", name=name, exact=True)

    def tab(self, name: str) -> Locator:
        return self.explorer.get_by_role("tab", name=name, exact=True)

    def node(self, node: str) -> Locator:
        return self.explorer.locator(f'.node[data-id="{node}"]')

    def chosen(self, label: str) -> str:
        """Words that a list shows, or the button of a switch that is pressed."""
        if label == "Voice":
            return str(self.voices.and_(self.page.locator("[aria-pressed=true]")).inner_text())
        return str(self.control(label).evaluate("list => list.selectedOptions[0].text"))

    @property
    def voices(self) -> Locator:
        """The buttons of which one says whose voice is heard."""
        return self.explorer.locator(".switch button")

    def choose(self, label: str, words: str) -> None:
        """Choose from a list or a switch, as with the mouse."""
        if label == "Voice":
            self.voices.get_by_text(words, exact=True).click()
            return
        self.control(label).select_option(label=words)

    def guess(self, answer: str, line: str = "") -> None:
        """Say what one expects, how sure one is, and why, as with the mouse."""
        self.panel.get_by_label(answer, exact=True).check()
        self.panel.get_by_label("fairly sure", exact=True).check()
        self.panel.get_by_label("Your reason in one line, if you like", exact=True).fill(line)

    def open_filters(self) -> None:
        """Show the seven filters, where they are not shown."""
        filters = self.explorer.locator(".buttons button").first
        if filters.get_attribute("aria-expanded") == "false":
            filters.click()

    def open_share(self) -> None:
        """Show the code and the exports, where they are not shown."""
        if self.button("Share").get_attribute("aria-expanded") == "false":
            self.button("Share").click()

    def fold(self) -> None:
        """Put filters and sharing away."""
        unfolded = self.explorer.locator('.buttons [aria-expanded="true"]')
        while unfolded.count():
            unfolded.first.click()

    @property
    def code(self) -> str:
        """The code that the reader could hand on now."""
        return self.explorer.locator(".share input").input_value()

    def take(self, code: str) -> None:
        """Type a code and take it up."""
        self.open_share()
        self.explorer.get_by_label("Code of this view").fill(code)
        self.button("Show this code").click()

    def tab_to(self, script: str, most: int = 40) -> None:
        """Press Tab until a script says that the focused element (`a`) is the wanted one."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(f"(a => {script})(document.activeElement)"):
                return
        message = f"{most} times Tab did not lead to: {script}; now on {self.focused()!r}"
        raise AssertionError(message)

    def focused(self) -> str:
        """The element that has the keyboard: a node's id, or its tag and name."""
        return str(
            self.page.evaluate(
                """() => {
                  const a = document.activeElement;
                  return a.dataset.id || `${a.tagName} ${a.getAttribute('aria-label') ?? a.textContent.slice(0, 60)}`;
                }"""
            )
        )

    def walk_to(self, node: str) -> None:
        """From a focused node to another, with arrow keys alone."""
        way = """(picture, id) => {
          const at = node => {
            const { x, y, width, height } = node.getBoundingClientRect();
            return [x + width / 2, y + height / 2];
          };
          const [[x, y], [x0, y0]] = [at(picture.querySelector(`[data-id="${id}"]`)), at(document.activeElement)];
          return [x - x0, y - y0];
        }"""
        been: list[tuple[str, str]] = []
        for _ in range(60):
            here = self.focused()
            if here == node:
                return
            dx, dy = self.picture.evaluate(way, node)
            keys = ["ArrowRight" if dx > 0 else "ArrowLeft", "ArrowDown" if dy > 0 else "ArrowUp"]
            if abs(dy) > abs(dx):
                keys.reverse()
            key = next((k for k in keys if (here, k) not in been), keys[0])
            been.append((here, key))
            self.page.keyboard.press(key)
        message = f"60 arrow keys did not lead to {node}"
        raise AssertionError(message)

    def frames(self) -> None:
        """Wait until two frames have been drawn."""
        self.page.evaluate(
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
        )

    def shoot(self, name: str, *, whole: bool = False) -> None:
        """Keep a screenshot, to be looked at, of what is on screen or of the whole page."""
        SCREENSHOTS.mkdir(exist_ok=True)
        self.frames()
        path = SCREENSHOTS / f"{name}.png"
        self.page.screenshot(path=path, full_page=whole)

    def expect_chosen(self, node: str) -> None:
        expect(self.node(node)).to_have_attribute("aria-pressed", "true")
