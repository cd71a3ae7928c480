/** From what is due for each youth to a process' board: days that lack a rating are one line a youth, and the earliest due comes first. Pure. */
import type { PlainDate } from '../../../platform/plain-date.ts'
import { earlier } from '../calendar/month.rules.ts'
import { missedOf } from '../due/due.rules.ts'
import { dueKinds, dueStandings, type DueItem, type DueStanding, type YouthDue } from '../due/due.types.ts'
import type { Routine } from '../instrument/routine.types.ts'
import type { MemberRole, Process } from '../members/members.types.ts'
import { processes } from '../members/members.types.ts'
import type { ListedYouth } from '../people/people.types.ts'

/** A line of a board. `days`: how many days that lack a rating it stands for; 1 for everything else. */
export type BoardLine = DueItem & { readonly youth: ListedYouth; readonly days: number }

/** What a process has to do: what is late, what is due on the day, what comes. */
export type Board = { readonly process: Process } & Readonly<Record<DueStanding, readonly BoardLine[]>>

const isSame = (one: BoardLine, other: BoardLine): boolean =>
  one.kind === 'rate' && other.kind === 'rate' && one.standing === other.standing && one.youth.id === other.youth.id

const joined = (one: BoardLine, other: BoardLine): BoardLine => ({
  ...one,
  dueOn: earlier(one.dueOn, other.dueOn),
  about: earlier(one.about, other.about),
  areas: [...new Set([...one.areas, ...other.areas])],
  days: one.days + other.days,
})

/** Days to rate of one youth are one line. */
function gathered(lines: readonly BoardLine[]): BoardLine[] {
  const found: BoardLine[] = []
  for (const line of lines) {
    const at = found.findIndex((one) => isSame(one, line))
    const before = found[at]
    if (before === undefined) found.push(line)
    else found[at] = joined(before, line)
  }
  return found
}

const inOrder = (a: BoardLine, b: BoardLine): number =>
  a.dueOn === b.dueOn ? dueKinds.indexOf(a.kind) - dueKinds.indexOf(b.kind) : a.dueOn < b.dueOn ? -1 : 1

/** The board of a process. The youths come by name, and keep that order on a day. */
export function boardOf(process: Process, youths: readonly YouthDue[]): Board {
  const lines = gathered(
    youths.flatMap(({ youth, due }) => due.filter((item) => item.process === process).map((item) => ({ ...item, youth, days: 1 }))),
  )
  const standing = (one: DueStanding): BoardLine[] => lines.filter((line) => line.standing === one).toSorted(inOrder)
  const [late, due, coming] = dueStandings.map(standing)
  return { process, late: late ?? [], due: due ?? [], coming: coming ?? [] }
}

/** The processes that somebody with the roles works in. */
export const processesOf = (roles: readonly MemberRole[]): Process[] => processes.filter((process) => roles.includes(process))

/** What was never done and cannot be any more, by kind: it is told as a number, and stays in the history of each youth. */
export function missedIn(
  process: Process,
  youths: readonly YouthDue[],
  { today, routine, since }: { readonly today: PlainDate; readonly routine: Routine; readonly since: PlainDate },
): { readonly kind: DueItem['kind']; readonly n: number }[] {
  const missed = youths
    .flatMap(({ history }) => missedOf(history, today, routine))
    .filter((one) => one.process === process && one.dueOn >= since)
  return dueKinds.flatMap((kind) => {
    const n = missed.filter((one) => one.kind === kind).length
    return n === 0 ? [] : [{ kind, n }]
  })
}
