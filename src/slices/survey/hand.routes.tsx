/** /enkater: codes handed out on the screen or on slips. Each is shown in the answer to the form and nowhere else. */
import { z } from 'zod'
import { optionalText } from '../../platform/form.ts'
import { pdfOf } from '../../platform/pdf.ts'
import { longDay } from '../../ui/day.texts.ts'
import { file, page, typedValue, type Answer, type Pages, type Typed, type Visit } from '../access/index.ts'
import { handOut, readHandOut, type HandedOut } from './hand.actions.ts'
import { mostCodes } from './hand.rules.ts'
import { HandPage, type HandDraft } from './hand.views.tsx'
import { ScreenPage } from './screen.views.tsx'
import { slipSheets } from './slips-page.ts'
import { answerPath } from './survey-links.ts'
import { surveyTexts } from './survey.texts.ts'

const form = z.strictObject({ key: optionalText(40), unit: optionalText(10), count: optionalText(10) })

type Handed = z.infer<typeof form>

/** The form as it is at first: the reader's own unit, and a group of ten. */
const freshDraft = ({ actor }: Visit): HandDraft => ({ key: 'afterMeeting', unit: String(actor.unit?.id ?? ''), count: '10', problems: [] })

async function show(visit: Visit, draft: HandDraft, status: 200 | 422 = 200): Promise<Answer> {
  const places = await readHandOut(visit.place.pool, visit)
  const shown = { frame: visit.frame, places, draft, once: visit.newOnce(), mayRead: visit.may('survey.read') }
  return page(<HandPage {...shown} />, status)
}

const isWhole = (text: string): boolean => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= mostCodes

/** Hands out, and answers with what was made; or with the form and what is wrong. */
async function hand(visit: Visit, given: Handed, count: string, answer: (handed: HandedOut) => Answer): Promise<Answer> {
  const t = surveyTexts[visit.lang].hand
  const refused = (field: string, text: string) => {
    const typed = { ...given, count: given.count === '' && count === '1' ? '10' : given.count }
    return show(visit, { ...typed, problems: [{ field, text }] }, 422)
  }
  if (!isWhole(count)) return refused('count', t.wrongCount(mostCodes))
  const handing = { staffId: visit.actor.staffId, scope: visit.scope, today: visit.today }
  const unitId = /^\d{1,9}$/.test(given.unit) ? Number(given.unit) : -1
  const decision = await handOut(visit.place.pool, handing, { key: given.key, unitId, count: Number(count) })
  if (decision.granted) return answer(decision.value)
  return decision.reason === 'unknown-unit' ? refused('unit', t.chooseUnit) : refused('key', t.chooseQuestionnaire)
}

const bare = (address: string): string => address.replace(/^https?:\/\//, '')

function slips(visit: Visit, { codes, questionnaire, unit, expiresOn }: HandedOut, addressOf: (code: string | null) => string): Answer {
  const t = surveyTexts[visit.lang].slips
  const title = t.heading(questionnaire.content.title.sv, unit.name)
  const words = { ...t, title, lasts: t.lasts(longDay(expiresOn, visit.lang)) }
  const at = { municipality: visit.place.name, address: bare(addressOf(null)), href: addressOf }
  return file(t.file, 'application/pdf', Uint8Array.from(pdfOf(slipSheets(codes, words, at))))
}

const reshow = (visit: Visit, typed: Typed): Promise<Answer> =>
  show(
    visit,
    {
      key: typedValue(typed, 'key'),
      unit: typedValue(typed, 'unit'),
      count: typedValue(typed, 'count'),
      problems: [{ field: 'key', text: surveyTexts[visit.lang].hand.chooseQuestionnaire }],
    },
    422,
  )

/** Registers the pages. */
export function addHandPages(pages: Pages, publicUrl: string): void {
  const declared = { permit: 'survey.hand', shows: 'nothing' } as const
  const addressIn =
    ({ place }: Visit) =>
    (code: string | null): string =>
      `${publicUrl}${answerPath(place.code, code)}`
  pages.get('/enkater', declared, (visit) => show(visit, freshDraft(visit)))
  pages.post(
    '/enkater/skarm',
    declared,
    form,
    (visit, given) =>
      hand(visit, given, '1', (handed) => {
        const [href, typedAt] = [addressIn(visit)(handed.codes[0] ?? null), bare(addressIn(visit)(null))]
        return page(<ScreenPage frame={visit.frame} handed={handed} once={visit.newOnce()} href={href} typedAt={typedAt} />)
      }),
    (visit, _, typed) => reshow(visit, typed),
  )
  pages.post(
    '/enkater/lappar',
    declared,
    form,
    (visit, given) => hand(visit, given, given.count, (handed) => slips(visit, handed, addressIn(visit))),
    (visit, _, typed) => reshow(visit, typed),
  )
}
