/** Text to bytes in the encodings that a return can be sent in. What does not fit its encoding is never replaced in silence. */

/** What Windows-1252 has at 0x80 to 0x9F; the rest is Latin-1. Five of the places are empty. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'
const firstOfWindows = 0x80

export type Charset = 'utf-8' | 'utf-8-bom' | 'windows-1252' | 'iso-8859-1'

/** The byte of a UTF-16 unit; null when the encoding lacks it. */
function byteOf(point: number, charset: 'windows-1252' | 'iso-8859-1'): number | null {
  if (point < 0x80 || (point >= 0xa0 && point <= 0xff)) return point
  if (charset === 'iso-8859-1') return null
  const place = windows.indexOf(String.fromCodePoint(point))
  return place === -1 || place + firstOfWindows === point ? null : place + firstOfWindows
}

/** The text as bytes. @throws when a character does not fit, which no code or column name of a profile does */
export function bytesOf(text: string, charset: Charset): Uint8Array {
  if (charset === 'utf-8' || charset === 'utf-8-bom') return new TextEncoder().encode(charset === 'utf-8' ? text : `\uFEFF${text}`)
  const bytes = new Uint8Array(text.length)
  for (let index = 0; index < text.length; index++) {
    const byte = byteOf(text.charCodeAt(index), charset)
    if (byte === null) throw new Error(`a character does not fit ${charset}`)
    bytes[index] = byte
  }
  return bytes
}
