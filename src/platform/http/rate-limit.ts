/** How often somebody may try: a bucket of tries for each key that fills up again with time. In memory, of bounded size. */
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

export type RateLimitOptions = {
  /** Tries that may come at once. */
  readonly capacity: number
  readonly refillPerMinute: number
  /** Buckets kept at most; the one that was used longest ago is forgotten first, and begins full if it comes again. */
  readonly maxKeys?: number
}

export type RateLimit = {
  /** Takes one try from the key's bucket at an instant in milliseconds. False: there is none, and nothing is taken. */
  readonly takes: (key: string, atMs: number) => boolean
  /** Gives a try back: it turned out to be one that costs nothing. */
  readonly gives: (key: string) => void
  /** Buckets kept now. */
  readonly keys: () => number
}

type Bucket = { readonly tries: number; readonly atMs: number }

/** A limit with empty memory. The clock is the caller's; one that goes backwards fills nothing. */
export function newRateLimit({ capacity, refillPerMinute, maxKeys = 10_000 }: RateLimitOptions): RateLimit {
  // A Map keeps its keys in the order they were set, so the first is the one used longest ago.
  const buckets = new Map<string, Bucket>()
  const triesAt = ({ tries, atMs }: Bucket, now: number): number =>
    Math.min(capacity, tries + (Math.max(0, now - atMs) * refillPerMinute) / 60_000)
  const forget = (now: number): void => {
    for (const [key, bucket] of buckets) {
      if (buckets.size <= maxKeys && triesAt(bucket, now) < capacity) return
      buckets.delete(key)
    }
  }
  const takes = (key: string, atMs: number): boolean => {
    const bucket = buckets.get(key)
    const tries = bucket === undefined ? capacity : triesAt(bucket, atMs)
    const allowed = tries >= 1
    buckets.delete(key)
    buckets.set(key, { tries: allowed ? tries - 1 : tries, atMs: Math.max(atMs, bucket?.atMs ?? atMs) })
    forget(atMs)
    return allowed
  }
  const gives = (key: string): void => {
    const bucket = buckets.get(key)
    if (bucket !== undefined) buckets.set(key, { ...bucket, tries: Math.min(capacity, bucket.tries + 1) })
  }
  return { takes, gives, keys: () => buckets.size }
}

/** The last of the addresses that proxies noted: the only one that the nearest proxy wrote itself. The others anybody can make up. */
const lastHop = (forwarded: string | undefined): string | undefined => forwarded?.split(',').at(-1)?.trim() || undefined

const groups = (part: string | undefined): string[] => (part === undefined || part === '' ? [] : part.split(':'))

/** The network that an address is counted as: whoever has an IPv6 address has the whole /64 around it. */
function counted(address: string): string {
  const plain = address
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/%.*$/, '')
    .toLowerCase()
  if (!plain.includes(':')) return plain
  const [before = '', after] = plain.split('::')
  const missing = after === undefined ? 0 : 8 - groups(before).length - groups(after).length
  const whole = [...groups(before), ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...groups(after)]
  return `${whole
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}

/**
 * Whom a request comes from, for counting only: the socket's address, or what the municipality's own proxy says when it is trusted.
 * Never to be stored: it is personal data of somebody who was promised to be nobody.
 */
export function clientAddress(c: Context, trustedProxy: boolean): string {
  const said = trustedProxy ? lastHop(c.req.header('X-Forwarded-For')) : undefined
  if (said !== undefined) return counted(said)
  // Where there is no socket (a test that asks the app) everybody is one.
  const env = c.env as { incoming?: unknown } | undefined
  return env?.incoming === undefined ? 'none' : counted(getConnInfo(c).remote.address ?? 'none')
}
