"""What a reader of a page in a browser has in sight, as the browser itself sees it."""

from __future__ import annotations

from playwright.sync_api import Page

from seen import Seen

# Words by the block they stand in; a fold that is closed, what is hidden and what is see-through
# holds none. On paper, the last page is for whoever has guessed.
_SIGHT = """skip => {
  const spoken = ['alt', 'title', 'aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription',
    'aria-placeholder', 'aria-braillelabel', 'placeholder', 'label', 'data-title', 'summary'];
  const found = [];
  const inline = one => /^(inline|contents)/.test(getComputedStyle(one).display)
    && !(one instanceof SVGElement);
  const isSeen = one => one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const walk = one => {
    if (skip && one.matches(skip)) return;
    if (/^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT)$/.test(one.tagName)) return;
    const seen = isSeen(one);
    if (seen) {
      for (const name of spoken) {
        const text = one.getAttribute(name);
        if (text) found.push([name, text]);
      }
      const words = [...one.childNodes].filter(node => node.nodeType === 3 && node.data.trim());
      if (words.length && !inline(one)) {
        const kind = /^H[1-6]$/.test(one.tagName) ? one.tagName.toLowerCase() : 'text';
        found.push([kind, one.innerText ?? one.textContent]);
      } else if (words.length && !words.every(node => one.parentElement?.innerText?.includes(node.data.trim())))
        found.push(['text', one.textContent]);
      else if (words.length && ![...one.parentElement.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
        found.push([/^H[1-6]$/.test(one.parentElement.tagName) ? one.parentElement.tagName.toLowerCase() : 'text', one.textContent]);
    }
    for (const child of one.children) walk(child);
  };
  walk(document.body);
  return found;
}"""


def in_sight(page: Page, *, on_paper: bool = False) -> list[Seen]:
    """What is in sight; on paper, of all pages but the last."""
    if on_paper:
        page.emulate_media(media="print")
    found = page.evaluate(_SIGHT, ".folded" if on_paper else "")
    return [Seen(kind, text) for kind, text in found]
