/**
 * The schools' form without sign-in. Proof comes first: anybody can ask for a link, and only whoever reads the school's registered address gets it.
 * So nothing about a pupil is ever taken from somebody who is not the school, and what others send here is a code of eight digits.
 */
import type { Lang } from '../../kernel/lang.ts'
import { newRateLimit } from '../../platform/http/rate-limit.ts'
import { page, typedValue, type Answer, type OpenVisit, type Pages, type Typed } from '../access/index.ts'
import { askForLink, hashOfSecret, linked, type Linked } from './client.actions.ts'
import { columnsOf, fromFlat } from './flat.rules.ts'
import { annulNotice, lookThrough, receiveNotices } from './intake.actions.ts'
import { annulReasons, noticeKinds, type NoticeKind } from './notices.types.ts'
import { NoticeFormPage, type NoticeDraft } from './open-form.views.tsx'
import type { OpenFrame } from './open-frame.views.tsx'
import { openTexts } from './open.texts.ts'
import { AskedPage, AskPage, ChoosePage, OwnPage, ReceiptPage, SayPage } from './open.views.tsx'
import { problemWords } from './problem.texts.ts'

const links = { capacity: 5, refillPerMinute: 1 } as const
/** All of them together: a school year's busiest day is far below it. */
const allLinks = { capacity: 300, refillPerMinute: 60 } as const
const wrongTries = { capacity: 20, refillPerMinute: 2 } as const
/** Behind a link, as often as a program may ask. */
const requests = { capacity: 120, refillPerMinute: 120 } as const

const langOf = ({ query }: OpenVisit): Lang => (query.get('sprak') === 'en' ? 'en' : 'sv')
const kindOf = ({ query }: OpenVisit): NoticeKind | null => noticeKinds.find((kind) => kind === query.get('slag')) ?? null

function frameOf(visit: OpenVisit, beneath = ''): OpenFrame {
  const { place, params } = visit
  const token = params['token']
  const kind = kindOf(visit)
  const path = `/anmalan/${place.code}${token === undefined ? '' : `/${token}`}${beneath}`
  return { lang: langOf(visit), place: place.name, code: place.code, path, query: kind === null ? '' : `slag=${kind}` }
}

const say = (visit: OpenVisit, saying: 'gone' | 'tooMany'): Answer =>
  page(<SayPage frame={frameOf(visit)} saying={saying} />, saying === 'gone' ? 404 : 429)

const schoolOf = (visit: OpenVisit, { unitName, unitCode }: Linked): string => openTexts[langOf(visit)].school(unitName, unitCode)

const draftOf = (typed: Typed, problems: NoticeDraft['problems']): NoticeDraft => ({
  value: (field) => typedValue(typed, field),
  values: (field) => typed[field] ?? [],
  problems,
})

/** The fields of the form as flat text; ticked boxes are one field of several. */
const flatOf = (typed: Typed, kind: NoticeKind, unitCode: string): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(columnsOf[kind].map((column) => [column, (typed[column] ?? []).join('|')])),
  kind,
  schoolUnit: unitCode,
})

/** In which field the day of each kind stands. */
const dayField = { start: 'startOn', end: 'lastDayOn', absence: 'untilOn' } as const

/** What is said above the school's own notices: what was done, or which receipt's form has to be mended. */
type Above = { readonly said?: string | null; readonly unread?: string | null; readonly status?: 200 | 409 | 422 }

async function showOwn(visit: OpenVisit, found: Linked, { said = null, unread = null, status = 200 }: Above = {}): Promise<Answer> {
  const notices = await lookThrough(visit.place.pool, found.sender, { after: null, since: null, state: null, limit: 50 })
  const back = frameOf(visit).path
  return page(
    <OwnPage
      frame={frameOf(visit, '/anmalningar')}
      school={schoolOf(visit, found)}
      notices={notices}
      said={said}
      unread={unread}
      back={back}
    />,
    status,
  )
}

const showForm = (visit: OpenVisit, found: Linked, kind: NoticeKind, draft: NoticeDraft, status: 200 | 422): Answer =>
  page(<NoticeFormPage frame={frameOf(visit)} kind={kind} school={schoolOf(visit, found)} draft={draft} />, status)

function show(visit: OpenVisit, found: Linked): Promise<Answer> {
  const kind = kindOf(visit)
  const shown = kind === null ? page(<ChoosePage frame={frameOf(visit)} school={schoolOf(visit, found)} />) : null
  return Promise.resolve(shown ?? showForm(visit, found, kind ?? 'start', draftOf({}, []), 200))
}

async function send(visit: OpenVisit, found: Linked, typed: Typed): Promise<Answer> {
  const kind = kindOf(visit)
  if (kind === null) return page(<ChoosePage frame={frameOf(visit)} school={schoolOf(visit, found)} />)
  const [answer] = await receiveNotices(visit.place.pool, found.sender, [fromFlat(flatOf(typed, kind, found.unitCode))], visit.today)
  if (answer?.granted === true) {
    const own = { kind, number: typedValue(typed, 'number'), day: typedValue(typed, dayField[kind]) }
    return page(<ReceiptPage frame={{ ...frameOf(visit), query: '' }} receipt={answer.value} school={schoolOf(visit, found)} typed={own} />)
  }
  const problems = (answer?.problems ?? []).map(({ field, problem }) => ({ field, text: problemWords(problem, langOf(visit)) }))
  return showForm(visit, found, kind, draftOf(typed, problems), 422)
}

async function takeBack(visit: OpenVisit, found: Linked, typed: Typed): Promise<Answer> {
  const texts = openTexts[langOf(visit)]
  const receipt = typedValue(typed, 'receipt')
  const reason = annulReasons.find((one) => one === typedValue(typed, 'reason'))
  // Why is kept for good: what cannot be read is asked for again, never guessed.
  if (reason === undefined) return showOwn(visit, found, { unread: receipt, status: 422 })
  const decision = await annulNotice(visit.place.pool, found.sender, receipt, reason)
  return showOwn(visit, found, decision.granted ? { said: texts.annulled } : { said: texts.notAnnulled, status: 409 })
}

/** Asking for a link. The answer is the same for every code, and so is the work: the worker finds out whether there is such a school. */
function addAskingPages({ open }: Pages): void {
  const [each, all] = [newRateLimit(links), newRateLimit(allLinks)]
  open.get('/anmalan/:code', (visit) => Promise.resolve(page(<AskPage frame={frameOf(visit)} unit="" problems={[]} />)))
  open.post('/anmalan/:code', async (visit, typed) => {
    const unit = typedValue(typed, 'unit').replaceAll(/\s/g, '')
    if (!/^\d{8}$/.test(unit)) {
      const problems = [{ field: 'unit', text: problemWords('not-a-school-unit', langOf(visit)) }]
      return page(<AskPage frame={frameOf(visit)} unit={unit} problems={problems} />, 422)
    }
    if (!each.takes(visit.from, visit.nowMs) || !all.takes(visit.place.code, visit.nowMs)) return say(visit, 'tooMany')
    await askForLink(visit.place.pool, unit, langOf(visit))
    return page(<AskedPage frame={frameOf(visit)} />)
  })
}

/** Registers the pages. */
export function addSchoolFormPages(pages: Pages): void {
  addAskingPages(pages)
  const [wrong, made] = [newRateLimit(wrongTries), newRateLimit(requests)]
  const declared = { permit: 'public', shows: 'person', outlet: 'notices.public' } as const
  const path = '/anmalan/:code/:token{[\\w-]{43}}'

  const behindLink =
    (handle: (visit: OpenVisit, found: Linked, typed: Typed) => Promise<Answer>) =>
    async (visit: OpenVisit, typed: Typed = {}): Promise<Answer> => {
      if (!wrong.takes(visit.from, visit.nowMs)) return say(visit, 'tooMany')
      const token = visit.params['token'] ?? ''
      const found = await linked(visit.place.pool, token)
      if (found === null) return say(visit, 'gone')
      wrong.gives(visit.from)
      if (!made.takes(hashOfSecret(token, 'link').toString('base64url'), visit.nowMs)) return say(visit, 'tooMany')
      return handle(visit, found, typed)
    }

  pages.open.get(path, behindLink(show), declared)
  pages.open.post(path, behindLink(send), declared)
  pages.open.get(
    `${path}/anmalningar`,
    behindLink((visit, found) => showOwn(visit, found)),
    declared,
  )
  pages.open.post(`${path}/anmalningar`, behindLink(takeBack), declared)
}
