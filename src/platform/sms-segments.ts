/** How many SMS a text becomes (3GPP TS 23.038 and 23.040): 7-bit signs when all are in the alphabet, else 16-bit units. */

/** The default alphabet (23.038, 6.2.1). */
const basic: ReadonlySet<string> = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
/** Its extension: each is written as an escape and a sign (23.038, 6.2.1.1). */
const extended: ReadonlySet<string> = new Set('\f^{}\\[~]|€')

export type SmsSegments = {
  readonly encoding: 'gsm7' | 'ucs2'
  /** Septets or 16-bit units, in all. */
  readonly units: number
  readonly segments: number
  /** Units that each segment holds: fewer when there are several, since each then says which one it is. */
  readonly perSegment: number
}

const room = { gsm7: { alone: 160, joined: 153 }, ucs2: { alone: 70, joined: 67 } } as const

/** Segments of so many units, when what is one sign (an escape and its sign, a surrogate pair) may not be parted. */
function segmentsOf(sizes: readonly number[], perSegment: number): number {
  let segments = 1
  let used = 0
  for (const size of sizes) {
    if (used + size > perSegment) {
      segments += 1
      used = 0
    }
    used += size
  }
  return segments
}

/** What is sent, and paid for, when the text is sent as an SMS. No text is no SMS. */
export function smsSegments(text: string): SmsSegments {
  const signs = Array.from(text)
  const encoding = signs.every((sign) => basic.has(sign) || extended.has(sign)) ? 'gsm7' : 'ucs2'
  const sizes = signs.map((sign) => (encoding === 'ucs2' ? sign.length : extended.has(sign) ? 2 : 1))
  const units = sizes.reduce((sum, size) => sum + size, 0)
  const { alone, joined } = room[encoding]
  if (units <= alone) return { encoding, units, segments: units === 0 ? 0 : 1, perSegment: alone }
  return { encoding, units, segments: segmentsOf(sizes, joined), perSegment: joined }
}
