/** QR codes (ISO/IEC 18004) as SVG: black on white with the quiet zone around, for paper and screen. */
import { correction, generate } from 'lean-qr'

/** ISO/IEC 18004 5.3.8: four modules of nothing on each side. */
const quiet = 4

/** One row as bars: a printer leaves no hairlines between modules that are one shape. */
function barsOf(row: number, size: number, isDark: (x: number, y: number) => boolean): string {
  let path = ''
  for (let x = 0; x < size; x++) {
    if (!isDark(x, row)) continue
    const from = x
    while (x + 1 < size && isDark(x + 1, row)) x++
    path += `M${from + quiet} ${row + quiet}h${x + 1 - from}v1h-${x + 1 - from}z`
  }
  return path
}

/**
 * The text as a QR code that still reads when a seventh of it is dirty (level M). Say with a text beside it what it leads to.
 * @throws when the text is longer than a code can hold (2,331 bytes), which is a defect
 */
export function qrSvg(text: string): string {
  const code = generate(text, { minCorrectionLevel: correction.M })
  const path = Array.from({ length: code.size }, (_, row) => barsOf(row, code.size, (x, y) => code.get(x, y))).join('')
  const side = code.size + 2 * quiet
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">`,
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${path}"/></svg>`,
  ].join('')
}
