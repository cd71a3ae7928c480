/** What must never be in the repository: somebody's identity number, a key, a machine's own paths, a registry's address, a heavy file. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'

const heaviest = 1_000_000
const notOurs = new Set(['node_modules', '.git', 'dist', '.data', 'coverage', 'reports', '.lots-lock'])

/** @param {string} digits ten of them */
function hasCheckDigit(digits) {
  const sum = Array.from(digits).reduce((total, digit, index) => {
    const weighted = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (weighted > 9 ? weighted - 9 : weighted)
  }, 0)
  return sum % 10 === 0
}

/** A day of birth, or that of a samordningsnummer (day + 60). */
function isBirthday(year, month, day) {
  const real = new Date(Date.UTC(year, month - 1, day > 60 ? day - 60 : day))
  return (
    year >= 1900 && real.getTime() <= Date.now() && real.getUTCMonth() === month - 1 && real.getUTCDate() === (day > 60 ? day - 60 : day)
  )
}

/** Skatteverket's published test numbers have 238 or 239 after the date; nobody else has them. */
function isSomebodys(date, serial) {
  if (/^23[89]/.test(serial) || !hasCheckDigit(date.slice(-6) + serial)) return false
  const [month, day] = [Number(date.slice(-4, -2)), Number(date.slice(-2))]
  const years = date.length === 8 ? [Number(date.slice(0, 4))] : [1900, 2000].map((century) => century + Number(date.slice(0, 2)))
  return years.some((year) => isBirthday(year, month, day))
}

const numberShapes = /(?<![\d.])(?:(\d{8})[-+]?|(\d{6})[-+])(\d{4})(?!\d)/g
const machinePath = /(?<![\w.~-])\/(?:root|work|home|Users)\/(?=\w)/
const keys = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----\s*[A-Za-z0-9+/=]{20}/,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /_authToken\s*=\s*\w{8}/,
]

/** @param {string} text */
function faultsInLine(text) {
  const numbers = [...text.matchAll(numberShapes)].filter(([, long, short, serial]) => isSomebodys(long ?? short, serial))
  return [
    ...numbers.map(() => 'ett tal som kan vara någons personnummer; använd Skatteverkets testnummer (ÅÅÅÅMMDD238x eller 239x)'),
    ...(machinePath.test(text) ? ['en sökväg som bara finns på en viss dator'] : []),
  ]
}

/** @param {string} path @param {Buffer} bytes @returns {string[]} one line a fault; what was found is never repeated */
export function faultsInFile(path, bytes) {
  const heavy = bytes.length > heaviest ? [`${path}: ${(bytes.length / 1e6).toFixed(1)} MB; högst 1 MB`] : []
  if (bytes.subarray(0, 8000).includes(0)) return heavy
  const text = bytes.toString('utf8')
  const isLockFile = basename(path) === 'package-lock.json'
  const inLines = text.split('\n').flatMap((line, index) => {
    const found = faultsInLine(line)
    if (isLockFile && /"resolved": "https?:/.test(line))
      found.push('ett registers adress; installera med --omit-lockfile-registry-resolved')
    return found.map((fault) => `${path}:${index + 1} ${fault}`)
  })
  return [...heavy, ...inLines, ...(keys.some((key) => key.test(text)) ? [`${path}: en hemlig nyckel`] : [])]
}

/** What git holds or would hold; without git, everything but what is installed or built. */
export function filesUnder(root) {
  try {
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64e6,
    })
    const files = listed
      .toString('utf8')
      .split('\0')
      .filter((path) => path !== '' && statSync(join(root, path), { throwIfNoEntry: false })?.isFile())
    if (files.length > 0) return files
  } catch {
    // No git, or no repository here: the folder itself is read below.
  }
  const walk = (folder) =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      if (notOurs.has(entry.name)) return []
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return walk(path)
      return entry.isFile() ? [relative(root, path)] : []
    })
  return walk(root)
}

export const faultsUnder = (root) => filesUnder(root).flatMap((path) => faultsInFile(path, readFileSync(join(root, path))))

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const root = process.argv[2] ?? process.cwd()
  const faults = faultsUnder(root)
  for (const fault of faults) process.stdout.write(`${fault}\n`)
  process.stdout.write(`Renlighet: ${filesUnder(root).length} filer, ${faults.length === 0 ? 'inga fel' : `${faults.length} fel`}\n`)
  process.exitCode = faults.length === 0 ? 0 : 1
}
