/** The ledger's page: reading it, adding a way, saying something of one, and how the youth wants to be contacted. Each with its line in the log. */
import type { Scope } from '../../kernel/actor.ts'
import type { ContactLang } from '../../kernel/contact-lang.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Pool, Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { readAs } from '../audit/index.ts'
import { heldBack, holdBack, hygieneDetail, unchecked, type Kept, type NoteCheck } from '../hygiene/index.ts'
import { listSettings } from '../settings/index.ts'
import { findSeenYouth, readNoteAbout, type SeenYouth } from '../worklist/index.ts'
import { isFollowedOn, type Logger } from './contact.actions.ts'
import { holdLines, listSameRecords } from './contact.store.ts'
import { choiceVersion, maySay, onePerValue, type WayActRefusal } from './ledger.rules.ts'
import { endWay, findRegisteredAddress, holdWay, insertWayAct, isInLedger, listLedger } from './ledger.store.ts'
import type { ContactChoice, Ledger, LedgerPage, LedgerWay, OptOutChannel, WayAct } from './ledger.types.ts'
import { outreachSettingsFrom } from './outreach-settings.rules.ts'
import type { NewWay } from './outreach.types.ts'
import { changeSoon } from './patience.actions.ts'
import { recordWay } from './record.actions.ts'
import { refreshStandings } from './standing.actions.ts'
import { insertSearch } from './search.store.ts'
import { wayStateFrom } from './way-state.rules.ts'
import { listWayUses, saveWayState } from './way-state.store.ts'

/** Language and refusals are messaging's, which stands on outreach: the pages are handed the way to them (`cli/pages.ts`). */
export type ContactChoices = {
  readonly languageOf: (tx: Tx, personIds: readonly number[]) => Promise<ContactLang>
  readonly saveLanguage: (tx: Tx, personId: number, lang: ContactLang, setBy: string) => Promise<void>
  readonly listOptOuts: (tx: Tx, personIds: readonly number[]) => Promise<OptOutChannel[]>
  readonly saveOptOuts: (tx: Tx, personId: number, channels: readonly OptOutChannel[], saidBy: string) => Promise<unknown>
  readonly endOptOut: (tx: Tx, personIds: readonly number[], channel: OptOutChannel) => Promise<unknown>
}

/** Who reads: as who logs, and whether the sign-in is fresh enough for a protected record. */
export type LedgerReader = Logger & { readonly isFresh: boolean }

/** The ledger of all the records that are the same person. */
export async function ledgerOf(tx: Tx, personIds: readonly number[]): Promise<Ledger> {
  const all = await listLedger(tx, personIds)
  return {
    address: await findRegisteredAddress(tx, personIds),
    ways: onePerValue(all.filter(({ endedAt }) => endedAt === null)),
    ended: all.filter(({ endedAt }) => endedAt !== null),
  }
}

const choiceOf = async (tx: Tx, choices: ContactChoices, personIds: readonly number[]): Promise<ContactChoice> => ({
  lang: await choices.languageOf(tx, personIds),
  optOuts: await choices.listOptOuts(tx, personIds),
})

async function load(tx: Tx, reader: LedgerReader, choices: ContactChoices, youth: SeenYouth): Promise<LedgerPage> {
  const records = await listSameRecords(tx, youth.personId)
  return {
    youth,
    ledger: await ledgerOf(tx, records),
    choice: await choiceOf(tx, choices, records),
    searchSteps: outreachSettingsFrom(await listSettings(tx, 'infinity')).searchSteps,
    isFollowed: await isFollowedOn(tx, reader, youth.personId, reader.now.on),
  }
}

type Read = LedgerPage | 'missing' | 'sign-in-again'

/** One youth's ledger. A protected record needs a fresh sign-in; a youth the reader may not see leaves no trace of whether there is one. */
export const readLedger = (pool: Pool, reader: LedgerReader, choices: ContactChoices, subjectId: string): Promise<Read> =>
  readAs(
    pool,
    (found: Read) => ({
      actor: reader.staffId,
      action: 'outreach.readLedger',
      outcome: typeof found === 'string' ? found : 'done',
      subjectId: found === 'missing' ? null : subjectId,
    }),
    async (tx): Promise<Read> => {
      const youth = await findSeenYouth(tx, reader.scope, subjectId)
      if (youth === null) return 'missing'
      return youth.isProtected && !reader.isFresh ? 'sign-in-again' : load(tx, reader, choices, youth)
    },
  )

/** A change of what is kept of one youth, whose line is held while it is made. */
function changeOf<T, Reason extends string>(
  { pool, scope, staffId }: { readonly pool: Pool; readonly scope: Scope; readonly staffId: string },
  subjectId: string,
  line: () => { readonly action: string; readonly detail: Readonly<Record<string, unknown>> },
  work: (tx: Tx, youth: SeenYouth, records: readonly number[]) => Promise<Decision<T, Reason>>,
): Promise<Decision<T, Reason | 'missing' | 'night-is-running'>> {
  let isSeen = false
  return changeSoon<T, Reason | 'missing'>(
    pool,
    () => ({ actor: staffId, subjectId: isSeen ? subjectId : null, ...line() }),
    async (tx) => {
      const youth = await findSeenYouth(tx, scope, subjectId)
      if (youth === null) return refuse('missing')
      isSeen = true
      await holdLines(tx, [youth.personId])
      return work(tx, youth, await listSameRecords(tx, youth.personId))
    },
  )
}

/** `stepKey`: the search step that found it; empty when nobody searched. */
type WrittenWay = Pick<NewWay, 'kind' | 'value' | 'source'> & { readonly stepKey: string }

/**
 * Adds a way that somebody found; with a search step it comes from the step's source, and the step is ticked. Refused when the ledger has it,
 * and for a youth whose contacts may not be kept (förordning 2006:39 4 §).
 */
export const addWay = (
  reader: Logger,
  subjectId: string,
  { kind, value, source, stepKey }: WrittenWay,
): Promise<Decision<number, AddRefusal>> =>
  changeOf<number, 'already-there' | 'not-followed'>(
    reader,
    subjectId,
    () => ({ action: 'outreach.addWay', detail: { kind, source } }),
    async (tx, { personId }, records) => {
      if (!(await isFollowedOn(tx, reader, personId, reader.now.on))) return refuse('not-followed')
      if (await isInLedger(tx, records, kind, value)) return refuse('already-there')
      const { searchSteps } = outreachSettingsFrom(await listSettings(tx, 'infinity'))
      const step = searchSteps.find(({ key }) => key === stepKey)
      const by = { foundOn: reader.now.on, foundBy: reader.staffId }
      const wayId = await recordWay(tx, { personId, kind, value, source: step?.source ?? source, sourceDetail: step?.key ?? '', ...by })
      if (step !== undefined) await insertSearch(tx, { personId, step: step.key, on: reader.now.on, wayId, staffId: reader.staffId })
      return grant(wayId)
    },
  )
export type AddRefusal = 'already-there' | 'not-followed' | 'missing' | 'night-is-running'

/** Why, and what was flagged in it and is kept. */
type WhySaid = { readonly why: string; readonly noteKept: Kept }
type Said = { readonly wayId: string; readonly version: number; readonly act: WayAct } & WhySaid

const checkReason = async (tx: Tx, youth: SeenYouth, { why, noteKept }: WhySaid): Promise<NoteCheck> =>
  heldBack([{ field: 'why', text: why }], noteKept, await readNoteAbout(tx, youth))

async function say(tx: Tx, { id }: LedgerWay, { act, why }: Omit<Said, 'noteKept'>, staffId: string): Promise<void> {
  await insertWayAct(tx, id, act, why, staffId)
  if (act === 'removed') return void (await endWay(tx, id, staffId))
  const { ladder } = outreachSettingsFrom(await listSettings(tx, 'infinity'))
  await saveWayState(tx, id, wayStateFrom(await listWayUses(tx, id), ladder))
}

/**
 * Says something of a way, from the version that was seen. One that somebody else said something of meanwhile is not touched. `note-flags`: the
 * reason holds what may not belong, and is not said to be kept.
 */
export function sayOfWay(
  reader: Pick<Logger, 'pool' | 'scope' | 'staffId'>,
  subjectId: string,
  said: Said,
): Promise<Decision<null, WayActRefusal | 'note-flags' | 'missing' | 'night-is-running'>> {
  let notes = unchecked
  return changeOf<null, WayActRefusal | 'note-flags'>(
    reader,
    subjectId,
    () => ({ action: 'outreach.sayOfWay', detail: { act: said.act, ...hygieneDetail(notes) } }),
    async (tx, youth, records) => {
      const way = await holdWay(tx, records, said.wayId)
      if (way === null) return refuse('stale')
      const allowed = maySay(way, said.version, said.act)
      if (!allowed.granted) return allowed
      notes = await checkReason(tx, youth, said)
      if (notes.asked.length > 0) return holdBack(notes)
      await say(tx, way, said, reader.staffId)
      await refreshStandings(tx, [youth.personId])
      return grant(null)
    },
  )
}

/** The register's address as a way of the ledger, put there when it was not. */
async function registeredWay(
  tx: Tx,
  personId: number,
  records: readonly number[],
  line: string,
  foundOn: PlainDate,
): Promise<LedgerWay | null> {
  const found = { source: 'populationRegister', sourceDetail: '', foundOn, foundBy: 'folkbokföringen' } as const
  await recordWay(tx, { personId, kind: 'address', value: line, ...found })
  const all = await listLedger(tx, records)
  return all.find(({ kind, value, endedAt }) => kind === 'address' && value === line && endedAt === null) ?? null
}

/**
 * Says that letters to the population register's address come back. Refused when the register has another address than the one that was seen,
 * for a protected youth, whose address is copied nowhere, and `note-flags`.
 */
export function sayOfAddress(
  reader: Logger,
  subjectId: string,
  { line, ...reason }: WhySaid & { readonly line: string },
): Promise<Decision<null, 'stale' | 'note-flags' | 'missing' | 'night-is-running'>> {
  let notes = unchecked
  return changeOf<null, 'stale' | 'note-flags'>(
    reader,
    subjectId,
    () => ({ action: 'outreach.sayOfWay', detail: { act: 'dead', kind: 'address', ...hygieneDetail(notes) } }),
    async (tx, youth, records) => {
      const address = await findRegisteredAddress(tx, records)
      if (youth.isProtected || address.kind !== 'line' || address.line !== line) return refuse('stale')
      notes = await checkReason(tx, youth, reason)
      if (notes.asked.length > 0) return holdBack(notes)
      const way = await registeredWay(tx, youth.personId, records, line, reader.now.on)
      if (way === null || way.deadOn !== null) return refuse('stale')
      await say(tx, way, { wayId: way.wayId, version: way.version, act: 'dead', why: reason.why }, reader.staffId)
      await refreshStandings(tx, [youth.personId])
      return grant(null)
    },
  )
}

/** Notes how the youth wants to be contacted. `seen`: the choice that the form was made from. */
export const saveChoice = (
  reader: Logger,
  choices: ContactChoices,
  subjectId: string,
  { wanted, seen }: { readonly wanted: ContactChoice; readonly seen: string },
): Promise<Decision<null, 'stale' | 'missing' | 'night-is-running'>> =>
  changeOf<null, 'stale'>(
    reader,
    subjectId,
    () => ({ action: 'outreach.chooseContact', detail: { lang: wanted.lang, optOuts: wanted.optOuts.join(' ') } }),
    async (tx, { personId }, records) => {
      const present = await choiceOf(tx, choices, records)
      if (choiceVersion(present) !== seen) return refuse('stale')
      if (present.lang !== wanted.lang) await choices.saveLanguage(tx, personId, wanted.lang, reader.staffId)
      for (const channel of present.optOuts) if (!wanted.optOuts.includes(channel)) await choices.endOptOut(tx, records, channel)
      await choices.saveOptOuts(
        tx,
        personId,
        wanted.optOuts.filter((channel) => !present.optOuts.includes(channel)),
        reader.staffId,
      )
      await refreshStandings(tx, [personId])
      return grant(null)
    },
  )
