// @ts-check
// Unpacks what a page of the site carries in the form that Python's `lzma` writes (raw LZMA1, no
// filter beside it, lc=3, lp=0, pb=0), bit by bit as Igor Pavlov's specification has it. No browser
// does so by itself, and what they do by themselves makes a page a third heavier.

const PLACE = Symbol.for("explainer unpacker");
const EVEN = 1024; // of 2048: a bit of which nothing is known yet
const TOP = 0xff000000 | 0;
const SIGN = 0x80000000 | 0;

/** @param {number} length */
const evenly = (length) => new Uint16Array(length).fill(EVEN);

/** Reads bits, each with the odds that were learnt for its place. */
class Bits {
  #range = -1; // all bits set; these two are unsigned, kept as what a machine adds fastest
  #code = 0;
  #at = 5;

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    for (let place = 1; place < 5; place++) this.#code = (this.#code << 8) | bytes[place];
  }

  #fill() {
    if (this.#range & TOP) return;
    this.#range <<= 8;
    this.#code = (this.#code << 8) | this.bytes[this.#at++];
  }

  /** @param {Uint16Array} odds @param {number} place */
  bit(odds, place) {
    const known = odds[place];
    const bound = Math.imul(this.#range >>> 11, known);
    const isOne = (this.#code ^ SIGN) >= (bound ^ SIGN); // as unsigned numbers
    if (isOne) {
      this.#range -= bound;
      this.#code -= bound;
      odds[place] = known - (known >> 5);
    } else {
      this.#range = bound;
      odds[place] = known + ((2048 - known) >> 5);
    }
    this.#fill();
    return isOne ? 1 : 0;
  }

  /** Bits of even odds, the highest first. @param {number} count */
  plain(count) {
    let value = 0;
    for (let left = count; left > 0; left--) {
      this.#range >>>= 1;
      const isOne = (this.#code ^ SIGN) >= (this.#range ^ SIGN);
      if (isOne) this.#code -= this.#range;
      value = (value << 1) | (isOne ? 1 : 0);
      this.#fill();
    }
    return value;
  }

  /** The highest bit first. @param {Uint16Array} odds @param {number} from @param {number} count */
  tree(odds, from, count) {
    let place = 1;
    for (let left = count; left > 0; left--) place = (place << 1) | this.bit(odds, from + place);
    return place - (1 << count);
  }

  /** The lowest bit first. @param {Uint16Array} odds @param {number} from @param {number} count */
  reversed(odds, from, count) {
    let value = 0;
    for (let done = 0, place = 1; done < count; done++) {
      const bit = this.bit(odds, from + place);
      place = (place << 1) | bit;
      value |= bit << done;
    }
    return value;
  }
}

/** How long a repetition is. @returns {(bits: Bits) => number} */
function lengths() {
  const [choice, low, mid, high] = [2, 8, 8, 256].map(evenly);
  return (bits) => {
    if (!bits.bit(choice, 0)) return 2 + bits.tree(low, 0, 3);
    return bits.bit(choice, 1) ? 18 + bits.tree(high, 0, 8) : 10 + bits.tree(mid, 0, 3);
  };
}

/** How far back it was first said, less one. @returns {(bits: Bits, length: number) => number} */
function distances() {
  const [slots, near, align] = [256, 128, 16].map(evenly);
  return (bits, length) => {
    const slot = bits.tree(slots, Math.min(length - 2, 3) << 6, 6);
    if (slot < 4) return slot;
    const count = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) << count;
    if (slot < 14) return base + bits.reversed(near, base - slot, count);
    return base + (bits.plain(count - 4) << 4) + bits.reversed(align, 0, 4);
  };
}

/** Reads one letter, by the one before it and, after a repetition, by what would have gone on.
 * @returns {(bits: Bits, before: number, expected: number) => number} */
function letters() {
  const odds = evenly(0x300 << 3);
  return (bits, before, expected) => {
    const from = 0x300 * (before >> 5);
    let [letter, would] = [1, expected];
    while (would >= 0 && letter < 256) {
      const next = (would >> 7) & 1;
      would = (would << 1) & 255;
      const bit = bits.bit(odds, from + ((1 + next) << 8) + letter);
      letter = (letter << 1) | bit;
      if (bit !== next) would = -1;
    }
    while (letter < 256) letter = (letter << 1) | bits.bit(odds, from + letter);
    return letter & 255;
  };
}

/** Which of the last four distances holds again, in its new order; 0 for one letter of the last.
 * @returns {(bits: Bits, state: number, last: number[]) => boolean} */
function recent() {
  const [first, second, third, isLong] = [12, 12, 12, 12].map(evenly);
  return (bits, state, last) => {
    if (!bits.bit(first, state)) return bits.bit(isLong, state) === 1;
    const place = bits.bit(second, state) ? 2 + bits.bit(third, state) : 1;
    last.unshift(...last.splice(place, 1));
    return true;
  };
}

/** Unpack step by step: each call goes on up to a place, and gives all that is there so far.
 * @param {Uint8Array} packed @param {number} size @returns {(upTo: number) => Uint8Array} */
export function unpacker(packed, size) {
  const bits = new Bits(packed);
  const out = new Uint8Array(size);
  const [isRepeated, isRecent] = [evenly(12), evenly(12)];
  const [letter, far, again] = [letters(), distances(), recent()];
  const [lengthOfNew, lengthOfRecent] = [lengths(), lengths()];
  const last = [0, 0, 0, 0];
  let [at, state] = [0, 0];

  function readLetter() {
    out[at] = letter(bits, at ? out[at - 1] : 0, state < 7 ? -1 : out[at - last[0] - 1]);
    at++;
    state = state < 4 ? 0 : state - (state < 10 ? 3 : 6);
  }
  function readNew() {
    state = state < 7 ? 7 : 10;
    const length = lengthOfNew(bits);
    last.pop();
    last.unshift(far(bits, length));
    return length;
  }
  function readRecent() {
    const isEarly = state < 7;
    const isLong = again(bits, state, last);
    const early = isLong ? 8 : 9;
    state = isEarly ? early : 11;
    return isLong ? lengthOfRecent(bits) : 1;
  }
  function repeat() {
    const length = bits.bit(isRecent, state) ? readRecent() : readNew();
    for (let left = length; left > 0; left--, at++) out[at] = out[at - last[0] - 1];
  }
  return (upTo) => {
    while (at < Math.min(upTo, size)) {
      if (bits.bit(isRepeated, state)) repeat();
      else readLetter();
    }
    return out;
  };
}

/** @type {any} */ (globalThis)[PLACE] = unpacker;
