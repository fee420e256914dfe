/** One 32-bit seed out of several numbers: the same numbers always give the same seed, neighbours give unrelated ones. */
export function seedOf(...parts: number[]): number {
  let h = 0x9e3779b9
  for (const part of parts) {
    h = Math.imul(h ^ (part | 0), 0x85ebca6b)
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) ^ (h >>> 16)
    h = (Math.imul(h, 5) + 0xe6546b64) | 0
  }
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d)
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b)
  return (h ^ (h >>> 16)) >>> 0
}

/** Mulberry32: 32 bits of state, fast, and the same sequence on every machine. Not for secrets. */
export class Random {
  state: number

  constructor(...seed: number[]) {
    this.state = seedOf(...seed)
  }

  /** A number from 0 up to, never including, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T
  }

  /** One of `[value, weight]`. */
  weighted<T>(list: readonly (readonly [T, number])[]): T {
    let total = 0
    for (const [, weight] of list) total += weight
    let left = this.next() * total
    for (const [value, weight] of list) if ((left -= weight) < 0) return value
    return list[list.length - 1]![0]
  }

  /** Nearly standard normal (sum of four uniforms): cheap, and bounded by ±3.5. */
  normal(): number {
    return (this.next() + this.next() + this.next() + this.next() - 2) * 1.7320508
  }
}

const hex4 = Array.from({ length: 65536 }, (_, n) => n.toString(16).toUpperCase().padStart(4, '0'))
const hex8 = (n: number): string => hex4[n >>> 16]! + hex4[n & 65535]!

/** A national-looking identifier: 32 hexadecimal digits, the same for the same numbers. */
export function idOf(...parts: number[]): string {
  const a = seedOf(1, ...parts)
  const b = seedOf(a, 2, ...parts)
  return hex8(a) + hex8(b) + hex8(seedOf(b, 3, a)) + hex8(seedOf(a, 4, b))
}

/** A number out of a word, to seed by topic or to name a thing by its title. */
export function numberOf(word: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193)
  return h >>> 0
}
