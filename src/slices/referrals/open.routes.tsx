/** /hanvisning/:code/:token: the receiver's page, without account. Following the link shows its cover; what was sent is shown, and fetched, by a press. */
import type { Lang } from '../../kernel/lang.ts'
import { newRateLimit } from '../../platform/http/rate-limit.ts'
import { parseDate } from '../../platform/plain-date.ts'
import type { FieldProblem } from '../../ui/form.tsx'
import { data, file, page, typedValue, type Answer, type OpenVisit, type Pages, type Typed } from '../access/index.ts'
import { packageSchema, packageText } from '../consents/index.ts'
import { acknowledgeLinked, answerLinked, coverOf, openReferral, tellLinked, type LinkRefusal } from './link.actions.ts'
import { openTexts } from './open.texts.ts'
import { CoverPage, LinkedPage, NowherePage, OverPage, type OpenFrame } from './open.views.tsx'
import { packagePdf } from './package-paper.ts'
import { outcomeKinds, rejectReasons, type LinkedReferral } from './referrals.types.ts'
import type { Answered, SaidOutcome } from './said.actions.ts'

/** A link holds 144 bits and is not guessed; the limit keeps the log and the database from those who try. */
const wrongTries = { capacity: 20, refillPerMinute: 2 } as const

const langOf = ({ query }: OpenVisit): Lang => (query.get('sprak') === 'en' ? 'en' : 'sv')
const tokenOf = ({ params }: OpenVisit): string => params['token'] ?? ''
const frameOf = (visit: OpenVisit): OpenFrame => ({
  lang: langOf(visit),
  place: visit.place.name,
  code: visit.place.code,
  path: `/hanvisning/${visit.place.code}/${tokenOf(visit)}`,
  today: visit.today,
})

type Shown = { readonly typed?: Typed; readonly problems?: readonly FieldProblem[]; readonly notice?: string | null }

const show = (visit: OpenVisit, linked: LinkedReferral, { typed = {}, problems = [], notice = null }: Shown = {}): Answer => {
  const frame = frameOf(visit)
  if (linked.content === null) return page(<OverPage frame={frame} linked={linked} notice={notice} />)
  const draft = { value: (field: string) => typedValue(typed, field), problems }
  return page(<LinkedPage frame={frame} linked={linked} draft={draft} notice={notice} />, problems.length === 0 ? 200 : 422)
}

type Read<Said> = { readonly said: Said } | { readonly problems: readonly FieldProblem[] }

/** The answer that was typed. A reason belongs to a no; with a yes it is passed over. */
function readAnswer(typed: Typed, lang: Lang): Read<Answered> {
  const t = openTexts[lang]
  const answer = typedValue(typed, 'answer')
  const reason = rejectReasons.find((one) => one === typedValue(typed, 'reason'))
  if (answer === 'accepted') return { said: { answer } }
  if (answer !== 'rejected') return { problems: [{ field: 'answer', text: t.chooseOne }] }
  return reason === undefined ? { problems: [{ field: 'reason', text: t.chooseReason }] } : { said: { answer, reason } }
}

function readOutcome(typed: Typed, lang: Lang): Read<SaidOutcome> {
  const t = openTexts[lang]
  const kind = outcomeKinds.find((one) => one === typedValue(typed, 'outcome'))
  const onDay = parseDate(typedValue(typed, 'onDay').trim())
  const problems: FieldProblem[] = []
  if (kind === undefined) problems.push({ field: 'outcome', text: t.chooseOne })
  if (onDay === null) problems.push({ field: 'onDay', text: t.notADay })
  return kind === undefined || onDay === null ? { problems } : { said: { kind, onDay } }
}

/** The file that was asked for, or null when it was no file. */
function fileOf(visit: OpenVisit, act: string, linked: LinkedReferral): Answer | null {
  const { content } = linked
  if (content === null || (act !== 'json' && act !== 'pdf')) return null
  if (act === 'json') return file(`hanvisning-${visit.today}.json`, 'application/json', packageText(content))
  const printing = { place: visit.place.name, on: visit.today }
  return file(`hanvisning-${visit.today}.pdf`, 'application/pdf', new Uint8Array(packagePdf(content, linked, printing)))
}

/** Where a refusal is told. */
const fieldOf = (reason: LinkRefusal): string => (reason.startsWith('outcome') ? 'onDay' : reason === 'answered' ? 'answer' : 'outcome')

/** Looks at what a link leads to; the page that says so when it leads nowhere. */
type Find = <Found extends object>(visit: OpenVisit, look: () => Promise<Found | null>) => Promise<Found | Answer>

const nowhere = (visit: OpenVisit, isTooMany: boolean): Answer =>
  page(<NowherePage frame={frameOf(visit)} isTooMany={isTooMany} />, isTooMany ? 429 : 404)

/** Looks at links, with a limit to how often somebody may be wrong. */
function newFind(): Find {
  const wrong = newRateLimit(wrongTries)
  return async (visit, look) => {
    if (!wrong.takes(visit.from, visit.nowMs)) return nowhere(visit, true)
    const found = await look()
    if (found === null) return nowhere(visit, false)
    wrong.gives(visit.from)
    return found
  }
}

/** What was sent, to whoever has pressed for it: on the page, or as a file to take along. */
const opened = (visit: OpenVisit, find: Find, wanted = 'open'): Promise<LinkedReferral | Answer> => {
  const how = wanted === 'json' || wanted === 'pdf' ? wanted : 'open'
  return find(visit, () => openReferral(visit.place.pool, tokenOf(visit), { how, today: visit.today }))
}

type Act<Said> = {
  readonly typed: Typed
  readonly read: Read<Said>
  readonly act: (said: Said) => Promise<{ readonly granted: boolean; readonly reason?: LinkRefusal }>
  readonly notice: string
}

/** Does what was asked; then the page as it is now, with what was wrong. */
async function done<Said>(visit: OpenVisit, find: Find, { typed, read, act, notice }: Act<Said>): Promise<Answer> {
  const decision = 'problems' in read ? null : await act(read.said)
  const linked = await opened(visit, find)
  if ('kind' in linked) return linked
  if ('problems' in read) return show(visit, linked, { typed, problems: read.problems })
  const reason = decision?.reason
  if (reason === undefined || reason === 'missing' || reason === 'not-needed') return show(visit, linked, { notice })
  return show(visit, linked, { typed, problems: [{ field: fieldOf(reason), text: openTexts[langOf(visit)].problems[reason] }] })
}

/** What the form asks for. */
function doAct(visit: OpenVisit, find: Find, wanted: string, typed: Typed): Promise<Answer> | null {
  const [{ pool }, token, lang, { today }] = [visit.place, tokenOf(visit), langOf(visit), visit]
  const t = openTexts[lang]
  switch (wanted) {
    case 'answer':
      return done(visit, find, {
        typed,
        read: readAnswer(typed, lang),
        act: (said) => answerLinked(pool, token, said, today),
        notice: t.answered,
      })
    case 'tell':
      return done(visit, find, {
        typed,
        read: readOutcome(typed, lang),
        act: (said) => tellLinked(pool, token, said, today),
        notice: t.told,
      })
    case 'acknowledge':
      return done(visit, find, { typed, read: { said: null }, act: () => acknowledgeLinked(pool, token), notice: t.acknowledged })
    default:
      return null
  }
}

/** The cover of the link: who sends, and that something waits. The same for everybody, however often; nothing is noted. */
const get =
  (find: Find) =>
  async (visit: OpenVisit): Promise<Answer> => {
    const cover = await find(visit, () => coverOf(visit.place.pool, tokenOf(visit), visit.today))
    if ('kind' in cover) return cover
    return cover.isWaiting ? page(<CoverPage frame={frameOf(visit)} />) : show(visit, cover.linked)
  }

/** What the forms of the page ask for. A program that sends something else is shown the cover. */
const acts = new Set(['open', 'json', 'pdf', 'answer', 'tell', 'acknowledge'])

const post =
  (find: Find) =>
  async (visit: OpenVisit, typed: Typed): Promise<Answer> => {
    const wanted = typedValue(typed, 'act')
    if (!acts.has(wanted)) return get(find)(visit)
    const linked = await opened(visit, find, wanted)
    if ('kind' in linked) return linked
    return (await doAct(visit, find, wanted, typed)) ?? fileOf(visit, wanted, linked) ?? show(visit, linked)
  }

/** Registers the link's page. What a press shows is what there is consent to, of a youth who is not protected. */
export function addOpenReferralPages({ open }: Pages): void {
  const find = newFind()
  const declared = { permit: 'public', shows: 'person', outlet: 'referral.public' } as const
  const path = '/hanvisning/:code/:token{[\\w-]{24}}'
  open.get(path, get(find), { permit: 'public', shows: 'nothing' })
  open.post(path, post(find), declared)
  open.get('/hanvisning/:code/schema', () => data('application/schema+json', packageSchema()), { permit: 'public', shows: 'nothing' })
}
