/** Reading rounds: the list, one round with its numbers and previews, and a preview's letter. Each leaves its line in the log. */
import { scopeThrough } from '../../kernel/disclosure.ts'
import { inTransaction, type Tx } from '../../platform/db/tx.ts'
import { pdfOf } from '../../platform/pdf.ts'
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { smsSegments } from '../../platform/sms-segments.ts'
import { readAs } from '../audit/index.ts'
import { outreachSettingsFrom } from '../outreach/index.ts'
import { listSettings } from '../settings/index.ts'
import { listReceivers } from './compose.store.ts'
import type { ComposeAround } from './compose.types.ts'
import type { ComposedPaper } from './message.types.ts'
import type { Acting } from './round.actions.ts'
import { roundCounts, type RoundCounts } from './round-count.rules.ts'
import { composedAs, readKnown, type RoundKnown } from './round-draft.actions.ts'
import type { RoundAround } from './round-prepare.actions.ts'
import { countMessages, countRecipients, isWhollySeen, listFigures, listPreviews } from './round-recipient.store.ts'
import type { Preview, ProgressRow, RoundFigures } from './round-recipient.types.ts'
import { isLargeRoundDue } from './round.rules.ts'
import { countRounds, findRound, lastLargeOn, listRounds, type ToldRound } from './round.store.ts'
import { roundsPerPage, type RoundChannel } from './round.types.ts'
import { findTemplate } from './template.actions.ts'
import type { TemplateName } from './template.types.ts'

export type ListedRound = ToldRound & Pick<RoundFigures, 'recipients' | 'messages' | 'settled'>
export type RoundList = { readonly rounds: readonly ListedRound[]; readonly total: number; readonly isLargeDue: boolean }

async function isLargeDue(tx: Tx, today: PlainDate): Promise<boolean> {
  const { ladder } = outreachSettingsFrom(await listSettings(tx, 'infinity'))
  const last = await lastLargeOn(tx)
  return isLargeRoundDue(dayOf(today), ladder.largeRoundAfter, last === null ? null : dayOf(last))
}

/** A page of rounds, and whether it is time for the large one. Counts only: no read line. */
export const readRounds = ({ pool, scope, staffId }: Acting, today: PlainDate, page: number): Promise<RoundList> =>
  inTransaction(pool, async (tx) => {
    const rounds = await listRounds(tx, scope, staffId, roundsPerPage, (page - 1) * roundsPerPage)
    const figures = new Map(
      (
        await listFigures(
          tx,
          scope,
          rounds.map(({ id }) => id),
        )
      ).map((one) => [one.roundKey, one]),
    )
    const none = { recipients: 0, messages: 0, settled: 0 }
    return {
      rounds: rounds.map((round) => ({ ...round, ...none, ...figures.get(round.id) })),
      total: await countRounds(tx, scope, staffId),
      isLargeDue: await isLargeDue(tx, today),
    }
  })

/** What a preview shows besides its letter. */
export type ShownPreview = Preview & {
  readonly sms: { readonly text: string; readonly segments: number } | null
  readonly email: { readonly subject: string; readonly text: string } | null
}

export type ShownRound = {
  readonly round: ToldRound
  readonly counts: RoundCounts
  readonly progress: readonly ProgressRow[]
  readonly previews: readonly ShownPreview[]
  readonly smsOre: number
  /** Texts of the round that no translator has read, in the version that is sent. */
  readonly unproofread: readonly TemplateName[]
  /** Texts that somebody has changed since: the round sends the earlier version, which is the one that was reviewed. */
  readonly changedTexts: readonly TemplateName[]
  /** Whether the reader sees everybody whom the round reaches. */
  readonly isWhollySeen: boolean
}

const nameOf = (name: string): TemplateName => {
  const [key = '', lang = ''] = name.split('.')
  return { key, lang } as TemplateName
}

async function shownPreview(tx: Tx, round: ToldRound, preview: Preview, known: RoundKnown): Promise<ShownPreview> {
  const [sms, email] = [await previewOf(tx, round, preview, 'sms', known), await previewOf(tx, round, preview, 'email', known)]
  return {
    ...preview,
    sms: sms?.kind === 'sms' ? { text: sms.text, segments: smsSegments(sms.text).segments } : null,
    email: email?.kind === 'email' ? { subject: email.subject, text: email.text } : null,
  }
}

/** The preview's message on a channel as it would be sent now, with a code that leads nowhere; null when there is none. */
async function previewOf(tx: Tx, round: ToldRound, preview: Preview, channel: RoundChannel, known: RoundKnown) {
  const { lang, personId, letterKey, smsKey, emailKey } = preview
  const key = { letter: letterKey, sms: smsKey, email: emailKey }[channel]
  if (key === null || !preview.channels.includes(channel)) return null
  const template = await findTemplate(tx, { key, lang }, round.versions[`${key}.${lang}`] ?? 0)
  const scope = scopeThrough('letter.file', { units: null, mayReadProtected: false })
  const [receiver] = await listReceivers(tx, scope, [personId])
  if (template === null || receiver === undefined) return null
  const made = composedAs(channel, template, receiver, known)
  return made.granted ? made.value : null
}

const aroundOf = ({ place, publicUrl }: RoundAround, today: PlainDate): ComposeAround => ({
  place: { code: place.code, name: place.name },
  publicUrl,
  today,
})

async function shown(tx: Tx, given: RoundAround, { scope }: Acting, round: ToldRound, today: PlainDate): Promise<ShownRound> {
  const known = await readKnown(tx, round, aroundOf(given, today))
  const names = Object.entries(round.versions).map(([name, version]) => ({ ...nameOf(name), version }))
  const previews: ShownPreview[] = []
  for (const preview of await listPreviews(tx, scope, round.id)) previews.push(await shownPreview(tx, round, preview, known))
  return {
    round,
    previews,
    counts: roundCounts(await countRecipients(tx, scope, round.id)),
    progress: await countMessages(tx, scope, round.id),
    smsOre: known.settings.smsOre,
    unproofread: names.filter((name) => !known.templates.isProofread(name, name.version)),
    changedTexts: names.filter((name) => known.templates.find(name).version !== name.version),
    isWhollySeen: await isWhollySeen(tx, round.id, scope.units),
  }
}

const isRoundId = (id: string): boolean => /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/.test(id)

/** A round as its reader may see it; null when there is none, or not for this reader. */
export const readRound = (given: RoundAround, acting: Acting, roundId: string, today: PlainDate): Promise<ShownRound | null> =>
  readAs(
    acting.pool,
    (found) => ({
      actor: acting.staffId,
      action: 'messages.readRound',
      ...(found === null ? { outcome: 'missing' } : { detail: { round: roundId, previews: found.previews.length } }),
    }),
    async (tx) => {
      const round = isRoundId(roundId) ? await findRound(tx, acting.scope, acting.staffId, roundId) : null
      return round === null ? null : shown(tx, given, acting, round, today)
    },
  )

/** The letter of a preview as a PDF; null when there is none. The reader's line says whose it was. */
export async function readPreviewLetter(
  given: RoundAround,
  acting: Acting,
  { roundId, nth, today }: { readonly roundId: string; readonly nth: number; readonly today: PlainDate },
): Promise<Uint8Array | null> {
  let subjectId: string | null = null
  const letter = await readAs<ComposedPaper | null>(
    acting.pool,
    (found) => ({
      actor: acting.staffId,
      action: 'messages.readPreview',
      subjectId,
      outcome: found === null ? 'missing' : 'done',
      detail: { round: roundId },
    }),
    async (tx) => {
      const round = isRoundId(roundId) ? await findRound(tx, acting.scope, acting.staffId, roundId) : null
      const preview = round === null ? undefined : (await listPreviews(tx, acting.scope, round.id)).find((one) => one.nth === nth)
      if (round === null || preview === undefined) return null
      const made = await previewOf(tx, round, preview, 'letter', await readKnown(tx, round, aroundOf(given, today)))
      if (made?.kind !== 'paper') return null
      subjectId = preview.subjectId
      return made
    },
  )
  return letter === null ? null : pdfOf(`${letter.setUp}\n${letter.part}`)
}
