/** Asking before a text is saved. The writer's tick keeps exactly what was shown: what is written in afterwards is asked about anew. */
import { flagsOf } from './flags.rules.ts'
import { flagKinds, type FieldFlag, type Kept, type NoteAbout, type NoteCheck, type NoteText, type ShownFlag } from './hygiene.types.ts'

/** The name of the tick in every form. */
export const keptName = 'noteKept'

const between = '|'

const keyOf = ({ kind, word }: ShownFlag): string => `${kind}:${word.toLowerCase().replaceAll(/\s+/gu, ' ')}`

/** Flags without those that say the same once more. */
export function distinctFlags<Flag extends ShownFlag>(flags: readonly Flag[]): Flag[] {
  const byKey = new Map<string, Flag>()
  for (const flag of flags) if (!byKey.has(keyOf(flag))) byKey.set(keyOf(flag), flag)
  return [...byKey.values()]
}

/** What the tick sends when it is ticked: the flags that were shown. It goes with the text in the form and nowhere else. */
export const keptValue = (flags: readonly ShownFlag[]): string => distinctFlags(flags).map(keyOf).join(between)

/** The tick's value, read. Anything that we did not write keeps nothing. */
export const keptFrom = (value: string): Kept => value.split(between).filter((key) => key !== '')

/** The flags that a tick was about, as it was sent: to show the warning again, ticked, when something else in the form was wrong. */
export const flagsInKept = (value: string): ShownFlag[] =>
  keptFrom(value).flatMap((key) => {
    const kind = flagKinds.find((one) => key.startsWith(`${one}:`))
    return kind === undefined ? [] : [{ kind, word: key.slice(kind.length + 1) }]
  })

/** What a form shows of its warning. Not asked: no flags. */
export type NoteDraft = { readonly flags: readonly ShownFlag[]; readonly isKept: boolean }

/** Nobody was warned. */
export const notWarned: NoteDraft = { flags: [], isKept: false }

/** The warning of a form that comes back: that of its refusal, or the one that was answered by the tick as it was sent. */
export function noteDraft(flags: readonly ShownFlag[], sentTick: string): NoteDraft {
  if (flags.length > 0) return { flags, isKept: false }
  const kept = flagsInKept(sentTick)
  return { flags: kept, isKept: kept.length > 0 }
}

/** Before anything is looked at. */
export const unchecked: NoteCheck = { flags: [], asked: [] }

/**
 * Looks through the texts of a form. `before`: what stood in the same fields already; its words were answered for then and are not asked
 * about again. Nothing is to be saved while something is `asked`.
 */
export function heldBack(texts: readonly NoteText[], kept: Kept, about: NoteAbout, before: readonly string[] = []): NoteCheck {
  const flags: FieldFlag[] = texts.flatMap(({ field, text }) => flagsOf(text, about).map((flag) => ({ ...flag, field })))
  const answered = new Set([...kept, ...before.flatMap((text) => flagsOf(text, about).map(keyOf))])
  return { flags, asked: flags.filter((flag) => !answered.has(keyOf(flag))) }
}

/** Several checks of one form as one. */
export const joinedChecks = (...checks: readonly NoteCheck[]): NoteCheck => ({
  flags: checks.flatMap(({ flags }) => flags),
  asked: checks.flatMap(({ asked }) => asked),
})

/** A refusal that carries what was flagged to the page. It is a refusal as any other, with the name `note-flags`. */
export type Held = { readonly granted: false; readonly reason: 'note-flags'; readonly flags: readonly FieldFlag[] }

/** Refuses to save what its writer has not answered for. All flags are carried, so that the tick keeps all. */
export const holdBack = ({ flags }: NoteCheck): Held => ({ granted: false, reason: 'note-flags', flags })

/** The flags of a refusal; none when it was refused for something else. */
export const flagsIn = (refused: { readonly granted: boolean; readonly reason?: string; readonly flags?: unknown }): readonly FieldFlag[] =>
  refused.reason === 'note-flags' && Array.isArray(refused.flags) ? (refused.flags as readonly FieldFlag[]) : []

/** What the log is told: how many of each kind, and whether the writer kept them. Never a word of the text. Nothing when nothing was flagged. */
export function hygieneDetail({ flags, asked }: NoteCheck): {
  readonly flagged?: Readonly<Record<string, number>>
  readonly kept?: boolean
} {
  if (flags.length === 0) return {}
  const counts = flagKinds.map((kind) => [kind, flags.filter((flag) => flag.kind === kind).length] as const)
  return { flagged: Object.fromEntries(counts.filter(([, count]) => count > 0)), kept: asked.length === 0 }
}
