/** The reply page's routes: no sign-in, no session, nothing of anybody. Tries are limited for each address they come from. */
import { contactLangs, type ContactLang } from '../../kernel/contact-lang.ts'
import { newRateLimit, type RateLimit } from '../../platform/http/rate-limit.ts'
import { phoneText, type E164Phone } from '../../platform/phone.ts'
import { goTo, page, typedValue, type Answer, type OpenVisit, type Pages, type Typed } from '../access/index.ts'
import { giveAnswer } from './answer.actions.ts'
import { isProblems, kindOf, readAnswer } from './answer.forms.ts'
import { readCode, writtenCode } from './code.rules.ts'
import { readReplyState } from './public.actions.ts'
import { AnswerPage, type ReplyDraft } from './reply-form.views.tsx'
import { replyPath, thanksHref, type ReplyAt } from './reply-links.ts'
import { ChoosePage, CodePage, ThanksPage, type ReplyFrame } from './reply-page.views.tsx'
import { askAgains } from './replies.types.ts'

/**
 * A code that is wrong costs a try: twenty at once and then two a minute from one address. One that is right costs nothing, since many youths
 * share an address (a school, a mobile operator). Guessing one of 10,000 live codes among 5.9e14 takes some 50,000 years at that rate, and
 * leads to nothing about anybody (code.rules.ts).
 */
const wrongTries = { capacity: 20, refillPerMinute: 2 } as const
/** Whoever has a code may change the answer, but not for ever and ever. */
const answersPerCode = { capacity: 10, refillPerMinute: 0.5 } as const

const langOf = ({ query }: OpenVisit): ContactLang => contactLangs.find((lang) => lang === query.get('sprak')) ?? 'sv'

const frameOf = (visit: OpenVisit, phone: string | null, path: string): ReplyFrame => ({
  place: visit.place.name,
  code: visit.place.code,
  lang: langOf(visit),
  phone: phone === null ? null : phoneText(phone as E164Phone),
  path,
})

const atOf = (visit: OpenVisit, reply: string): ReplyAt => ({ code: visit.place.code, reply: writtenCode(reply), lang: langOf(visit) })

const nothingTyped: ReplyDraft = { value: () => '', problems: [] }

type Live = { readonly frame: ReplyFrame; readonly at: ReplyAt; readonly reply: string; readonly phone: string | null }

/** The page for typing a code, with what is wrong: the same for a code that is unknown, expired, revoked or no code at all. */
const codePage = (visit: OpenVisit, phone: string | null, problem: 'wrong' | 'tooMany' | 'missing' | null): Answer => {
  const status = problem === null ? 200 : problem === 'tooMany' ? 429 : problem === 'missing' ? 422 : 404
  return page(<CodePage frame={frameOf(visit, phone, `/svar/${visit.place.code}`)} problem={problem} />, status)
}

/** What must come after a code on an address, so that a change of language comes back to the same step. */
function stepOf({ query }: OpenVisit): string {
  const kept = ['svar', 'tack', 'igen'].flatMap((name) => {
    const value = query.get(name)
    return value === null || !/^[a-zA-Z]{1,20}$/.test(value) ? [] : [`${name}=${value}`]
  })
  return kept.length === 0 ? '' : `?${kept.join('&')}`
}

/** The live code of the path, or the page that says that there is none. */
async function findLive(visit: OpenVisit, wrong: RateLimit): Promise<Live | Answer> {
  if (!wrong.takes(visit.from, visit.nowMs)) return codePage(visit, null, 'tooMany')
  const reply = readCode(visit.params['reply'] ?? '')
  const { phone, isLive } = await readReplyState(visit.place.pool, reply)
  if (reply === null || !isLive) return codePage(visit, phone, 'wrong')
  wrong.gives(visit.from)
  const at = atOf(visit, reply)
  return { frame: frameOf(visit, phone, replyPath(at.code, at.reply) + stepOf(visit)), at, reply, phone }
}

async function showStep(visit: OpenVisit, wrong: RateLimit): Promise<Answer> {
  const found = await findLive(visit, wrong)
  if ('kind' in found) return found
  const thanked = kindOf(visit.query.get('tack') ?? '')
  const again = askAgains.find((one) => one === visit.query.get('igen')) ?? null
  if (thanked !== null) return page(<ThanksPage {...found} kind={thanked} again={again} />)
  const kind = kindOf(visit.query.get('svar') ?? '')
  return page(kind === null ? <ChoosePage {...found} /> : <AnswerPage {...found} kind={kind} draft={nothingTyped} />)
}

type Limits = { readonly wrong: RateLimit; readonly answers: RateLimit }

async function takeAnswer(visit: OpenVisit, typed: Typed, { wrong, answers }: Limits): Promise<Answer> {
  const found = await findLive(visit, wrong)
  if ('kind' in found) return found
  const kind = kindOf(visit.query.get('svar') ?? '')
  if (kind === null) return page(<ChoosePage {...found} />, 422)
  const read = readAnswer(kind, typed, visit.today)
  const draft = (problems: ReplyDraft['problems']): ReplyDraft => ({ value: (field) => typedValue(typed, field), problems })
  if (isProblems(read)) return page(<AnswerPage {...found} kind={kind} draft={draft(read)} />, 422)
  if (!answers.takes(found.reply, visit.nowMs)) return codePage(visit, found.phone, 'tooMany')
  const given = await giveAnswer(visit.place.pool, found.reply, read, found.at.lang)
  if (!given.granted) return codePage(visit, null, 'wrong')
  return goTo(thanksHref(found.at, kind, read.kind === 'notNow' ? read.again : null))
}

/** Somebody typed a code: on to its address, where it is looked up. */
const typedCode = async (visit: OpenVisit, typed: Typed): Promise<Answer> => {
  const written = typedValue(typed, 'reply')
  const reply = readCode(written)
  const { phone } = await readReplyState(visit.place.pool, null)
  if (reply === null) return codePage(visit, phone, written.trim() === '' ? 'missing' : 'wrong')
  return goTo(`${replyPath(visit.place.code, writtenCode(reply))}?sprak=${langOf(visit)}`)
}

/** Registers the reply page. */
export function addPublicReplyPages({ open }: Pages): void {
  const limits: Limits = { wrong: newRateLimit(wrongTries), answers: newRateLimit(answersPerCode) }
  open.get('/svar/:code', async (visit) => codePage(visit, (await readReplyState(visit.place.pool, null)).phone, null))
  open.post('/svar/:code', typedCode)
  open.get('/svar/:code/:reply', (visit) => showStep(visit, limits.wrong))
  open.post('/svar/:code/:reply', (visit, typed) => takeAnswer(visit, typed, limits))
}
