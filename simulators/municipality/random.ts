/** A small seeded generator of numbers: the same seed gives the same municipality on every machine. Never for anything secret. */

/** Drawn numbers and choices. Every call moves the generator one step or more. */
export type Random = {
  /** A number in [0, 1). */
  readonly next: () => number
  /** A whole number from low to high, both included. */
  readonly whole: (low: number, high: number) => number
  /** True with the probability. */
  readonly chance: (probability: number) => boolean
  /** One of the list, all equally likely. */
  readonly pick: <T>(list: readonly T[]) => T
  /** One of the keys, each as likely as its weight says. */
  readonly weighted: <K extends string>(weights: Readonly<Partial<Record<K, number>>>) => K
}

/** Mixes whole numbers into one of 32 bits, so that neighbouring seeds give unlike generators. */
export function mixed(...numbers: readonly number[]): number {
  let hash = 0x811c9dc5
  for (const number of numbers) {
    hash = Math.imul(hash ^ number, 0x9e3779b1)
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    hash ^= hash >>> 16
  }
  return hash >>> 0
}

/** The generator mulberry32 (public domain, Tommy Ettinger). */
function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mix = Math.imul(state ^ (state >>> 15), 1 | state)
    mix = (mix + Math.imul(mix ^ (mix >>> 7), 61 | mix)) ^ mix
    return ((mix ^ (mix >>> 14)) >>> 0) / 4_294_967_296
  }
}

function chosen<K extends string>(weights: Readonly<Partial<Record<K, number>>>, draw: number): K {
  const entries = Object.entries(weights) as [K, number][]
  let left = draw * entries.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [key, weight] of entries) {
    left -= weight
    if (left < 0) return key
  }
  throw new RangeError('nothing to choose from')
}

/** A generator for the seed and what it is for (a person, a file), so that one more draw here changes nothing there. */
export function randomFrom(...seeds: readonly number[]): Random {
  const next = mulberry32(mixed(...seeds))
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: (list) => {
      const found = list[Math.floor(next() * list.length)]
      if (found === undefined) throw new RangeError('nothing to pick from')
      return found
    },
    weighted: (weights) => chosen(weights, next()),
  }
}

/** The list in a drawn order (Fisher and Yates). */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const result = [...list]
  for (let i = result.length - 1; i > 0; i--) {
    const j = random.whole(0, i)
    const held = result[i] as T
    result[i] = result[j] as T
    result[j] = held
  }
  return result
}
