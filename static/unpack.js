// Opens what the page that is one file carries: LZMA, as its specification describes it, since what browsers bring themselves packs a
// quarter less. It stands in front of everything, unpacked, and knows nothing of the interview.

const KINDS = 12;
/** What comes after a literal, a match, a repetition and a short repetition. */
const next = (state, kind) => (kind ? [0, 7, 8, 9][kind] + (state < 7 ? 0 : kind === 3 ? 2 : 3) : state < 4 ? 0 : state < 10 ? state - 3 : state - 6);
const half = (length) => new Uint16Array(length).fill(1024);

/** `packed` begins with the header of an .lzma file; `size` is that of what comes out. */
export function unpack(packed, size) {
  const out = new Uint8Array(size);
  const [properties] = packed;
  const [literalBits, literalPlaces, places] = [properties % 9, Math.floor(properties / 9) % 5, Math.floor(properties / 45)];
  let [at, range, code, written, state] = [13, 0xffffffff, 0, 0, 0];
  const last = [0, 0, 0, 0];
  for (let n = 0; n < 5; n += 1) code = ((code << 8) | packed[at++]) >>> 0;

  const shift = () => {
    if (range >= 0x1000000) return;
    range = (range << 8) >>> 0;
    code = ((code << 8) | packed[at++]) >>> 0;
  };
  const bit = (odds, n) => {
    const bound = (range >>> 11) * odds[n];
    const one = code >= bound;
    if (one) {
      range -= bound;
      code -= bound;
      odds[n] -= odds[n] >>> 5;
    } else {
      range = bound;
      odds[n] += (2048 - odds[n]) >>> 5;
    }
    shift();
    return +one;
  };
  const plain = (bits) => {
    let value = 0;
    for (let n = 0; n < bits; n += 1) {
      range >>>= 1;
      const one = code >= range;
      if (one) code -= range;
      shift();
      value = value * 2 + one;
    }
    return value;
  };
  const tree = (odds, bits, from = 0) => {
    let node = 1;
    for (let n = 0; n < bits; n += 1) node = node * 2 + bit(odds, from + node);
    return node - (1 << bits);
  };
  const reversed = (odds, bits, from = 0) => {
    let [node, value] = [1, 0];
    for (let n = 0; n < bits; n += 1) {
      const one = bit(odds, from + node);
      node = node * 2 + one;
      value |= one << n;
    }
    return value;
  };
  const lengths = () => {
    const [choice, low, middle, high] = [half(2), half(128), half(128), half(256)];
    return (place) => {
      if (!bit(choice, 0)) return 2 + tree(low, 3, place << 3);
      return bit(choice, 1) ? 18 + tree(high, 8) : 10 + tree(middle, 3, place << 3);
    };
  };

  const [isMatch, isRepeat, isFirst, isLong, isSecond, isThird] = [half(KINDS << 4), half(KINDS), half(KINDS), half(KINDS << 4), half(KINDS), half(KINDS)];
  const [literals, slots, far, aligned] = [half(0x300 << (literalBits + literalPlaces)), half(256), half(128), half(16)];
  const [matchLength, repeatLength] = [lengths(), lengths()];

  const literal = () => {
    const before = written ? out[written - 1] : 0;
    const from = 0x300 * (((written & ((1 << literalPlaces) - 1)) << literalBits) + (before >> (8 - literalBits)));
    let node = 1;
    if (state >= 7) {
      let match = out[written - last[0] - 1];
      while (node < 0x100) {
        const wanted = (match >> 7) & 1;
        match <<= 1;
        const one = bit(literals, from + ((1 + wanted) << 8) + node);
        node = node * 2 + one;
        if (one !== wanted) break;
      }
    }
    while (node < 0x100) node = node * 2 + bit(literals, from + node);
    out[written++] = node;
    state = next(state, 0);
  };
  const distance = (length) => {
    const slot = tree(slots, 6, Math.min(length - 2, 3) << 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) << bits;
    return slot < 14 ? base + reversed(far, bits, base - slot) : base + plain(bits - 4) * 16 + reversed(aligned, 4);
  };

  while (written < size) {
    const place = written & ((1 << places) - 1);
    const both = (state << 4) + place;
    if (!bit(isMatch, both)) {
      literal();
      continue;
    }
    let length = 1;
    if (!bit(isRepeat, state)) {
      length = matchLength(place);
      state = next(state, 1);
      last.unshift(distance(length));
      last.pop();
    } else {
      const which = bit(isFirst, state) && 1 + (bit(isSecond, state) && 1 + bit(isThird, state));
      if (which || bit(isLong, both)) {
        last.unshift(...last.splice(which, 1));
        length = repeatLength(place);
        state = next(state, 2);
      } else state = next(state, 3);
    }
    for (; length && written < size; length -= 1, written += 1) out[written] = out[written - last[0] - 1];
  }
  return out;
}
