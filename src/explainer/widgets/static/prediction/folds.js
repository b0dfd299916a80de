// @ts-check
// What a page keeps folded until the reader has settled: opened then, and closed for a new guess.

export class Folds {
  #found;
  #isOpen = false;
  /** @type {WeakSet<Element>} those that were opened: the reader may close them again */
  #opened = new WeakSet();
  // A notebook may draw a cell only once it comes into view.
  #watcher = new MutationObserver(() => this.#open());

  /** @param {string} name the class of what is folded */
  constructor(name) {
    this.#found = document.getElementsByClassName(name); // follows the page by itself
    this.#watcher.observe(document.body, { childList: true, subtree: true });
  }

  #open() {
    if (!this.#isOpen) return;
    for (const fold of this.#found) {
      if (!this.#opened.has(fold) && fold instanceof HTMLDetailsElement) fold.open = true;
      this.#opened.add(fold);
    }
  }

  /** @param {boolean} isOpen */
  set(isOpen) {
    if (this.#isOpen === isOpen) return;
    this.#isOpen = isOpen;
    this.#opened = new WeakSet();
    this.#open();
    if (isOpen) return;
    for (const fold of this.#found) if (fold instanceof HTMLDetailsElement) fold.open = false;
  }

  end() {
    this.#watcher.disconnect();
  }
}
