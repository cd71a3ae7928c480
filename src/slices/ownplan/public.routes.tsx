/** The own page's routes: whoever has the link asks for a code, and whoever has the telephone comes in. Tries are limited in memory first. */
import { createHash } from 'node:crypto'
import { contactLangs, type ContactLang } from '../../kernel/contact-lang.ts'
import { newRateLimit, type RateLimit } from '../../platform/http/rate-limit.ts'
import { phoneText, type E164Phone } from '../../platform/phone.ts'
import { goTo, page, typedValue, withPass, type OpenAnswer, type OpenVisit, type Pages, type Typed } from '../access/index.ts'
import { askForCode, enterWithCode } from './code.actions.ts'
import { readStanding, type Keys, type Standing } from './live.actions.ts'
import { leave } from './own.actions.ts'
import { CodePage, DoorPage, GonePage, LeftPage, TooManyPage } from './own-door.views.tsx'
import type { OwnFrame } from './own-frame.views.tsx'
import { stepText } from './own-plan.rules.ts'
import { addStepTyped, sayYes, showPlan, tickTyped, type Inside } from './inside.routes.tsx'
import { readCode, stayMinutes } from './ownplan.rules.ts'

/** A link that leads nowhere, and a wrong code, cost a try: twenty at once and then two a minute from one address. What is right costs nothing. */
const wrongTries = { capacity: 20, refillPerMinute: 2 } as const
/** Codes tried with one link, from wherever: before the database is asked, which counts five to each code. */
const codeTriesPerLink = { capacity: 10, refillPerMinute: 1 } as const
/** Codes asked for from one address: a school, or a mobile operator's. Each link has its own limit in the database. */
const asksPerAddress = { capacity: 30, refillPerMinute: 5 } as const
/** What is done inside with one link. */
const actsPerLink = { capacity: 60, refillPerMinute: 20 } as const

type Limits = { readonly wrong: RateLimit; readonly codes: RateLimit; readonly asks: RateLimit; readonly acts: RateLimit }

const langOf = ({ query }: OpenVisit): ContactLang => contactLangs.find((lang) => lang === query.get('sprak')) ?? 'sv'
const tokenOf = ({ params }: OpenVisit): string => params['token'] ?? ''
const keysOf = (visit: OpenVisit): Keys => ({ token: tokenOf(visit), pass: visit.pass })
/** The link as the limits know it: the secret itself is not kept in memory either. */
const linkKeyOf = (visit: OpenVisit): string => createHash('sha256').update(tokenOf(visit)).digest('base64')

const frameOf = (visit: OpenVisit, phone: string | null): OwnFrame => ({
  place: visit.place.name,
  lang: langOf(visit),
  phone: phone === null ? null : phoneText(phone as E164Phone),
  path: `/plan/${visit.place.code}/${tokenOf(visit)}`,
})

const tooMany = (visit: OpenVisit): OpenAnswer => page(<TooManyPage frame={frameOf(visit, null)} />, 429)
/** The same for every link that leads nowhere, whatever the reason. */
const gone = (visit: OpenVisit, phone: string | null): OpenAnswer => page(<GonePage frame={frameOf(visit, phone)} />, 404)

type Found = Exclude<Standing, { at: 'gone' }>

/** Where the visitor stands, or the page that says that there is nothing there. */
async function found(visit: OpenVisit, { wrong }: Limits): Promise<Found | OpenAnswer> {
  if (!wrong.takes(visit.from, visit.nowMs)) return tooMany(visit)
  const standing = await readStanding(visit.place.pool, keysOf(visit))
  if (standing.at === 'gone') return gone(visit, standing.phone)
  wrong.gives(visit.from)
  return standing
}

/** What is told of somebody inside, to the pages there. */
const insideOf = (visit: OpenVisit, { phone }: Found): Inside => ({ visit, keys: keysOf(visit), frame: frameOf(visit, phone) })

async function show(visit: OpenVisit, limits: Limits): Promise<OpenAnswer> {
  const standing = await found(visit, limits)
  if ('kind' in standing) return standing
  const frame = frameOf(visit, standing.phone)
  if (standing.at === 'door') {
    const { channel } = standing
    return visit.query.get('steg') === 'kod'
      ? page(<CodePage frame={frame} channel={channel} isWrong={false} kept="" />)
      : page(<DoorPage frame={frame} channel={channel} because={null} kept="" />)
  }
  if (!limits.acts.takes(linkKeyOf(visit), visit.nowMs)) return tooMany(visit)
  return showPlan(insideOf(visit, standing))
}

async function ask(visit: OpenVisit, typed: Typed, limits: Limits): Promise<OpenAnswer> {
  const standing = await found(visit, limits)
  if ('kind' in standing) return standing
  const frame = frameOf(visit, standing.phone)
  if (standing.at === 'inside') return goTo(`${frame.path}?sprak=${frame.lang}`)
  const kept = stepText(typedValue(typed, 'text'))
  const { channel } = standing
  const refused = page(<DoorPage frame={frame} channel={channel} because="tooMany" kept={kept} />, 429)
  if (!limits.asks.takes(visit.from, visit.nowMs)) return refused
  const asked = await askForCode(visit.place.pool, tokenOf(visit))
  if (!asked.granted) return asked.reason === 'gone' ? gone(visit, standing.phone) : refused
  // What was typed cannot stand in an address.
  if (kept !== '') return page(<CodePage frame={frame} channel={channel} isWrong={false} kept={kept} />)
  return goTo(`${frame.path}?steg=kod&sprak=${frame.lang}`)
}

async function enter(visit: OpenVisit, typed: Typed, limits: Limits): Promise<OpenAnswer> {
  if (!limits.codes.takes(linkKeyOf(visit), visit.nowMs)) return tooMany(visit)
  const standing = await found(visit, limits)
  if ('kind' in standing) return standing
  const frame = frameOf(visit, standing.phone)
  if (standing.at === 'inside') return goTo(`${frame.path}?sprak=${frame.lang}`)
  const kept = stepText(typedValue(typed, 'text'))
  const wrong = page(<CodePage frame={frame} channel={standing.channel} isWrong kept={kept} />, 422)
  if (!limits.wrong.takes(visit.from, visit.nowMs)) return tooMany(visit)
  const code = readCode(typedValue(typed, 'code'))
  const entered = code === null ? null : await enterWithCode(visit.place.pool, tokenOf(visit), code)
  if (entered === null) return wrong
  if (!entered.granted) return entered.reason === 'gone' ? gone(visit, standing.phone) : wrong
  limits.wrong.gives(visit.from)
  limits.codes.gives(linkKeyOf(visit))
  const pass = { token: entered.value, seconds: stayMinutes * 60 }
  if (kept === '') return withPass(pass, goTo(`${frame.path}?sprak=${frame.lang}`))
  const inside = { visit, frame, keys: { token: tokenOf(visit), pass: entered.value } }
  return withPass(pass, await showPlan(inside, { text: kept, problem: null }))
}

type Act = (inside: Inside, typed: Typed) => Promise<OpenAnswer | 'outside'>

/** Something done inside. Whoever is no longer there is asked for a new code, with what was typed carried along. */
async function act(visit: OpenVisit, typed: Typed, limits: Limits, doIt: Act): Promise<OpenAnswer> {
  if (!limits.acts.takes(linkKeyOf(visit), visit.nowMs)) return tooMany(visit)
  const standing = await found(visit, limits)
  if ('kind' in standing) return standing
  const done = standing.at === 'inside' ? await doIt(insideOf(visit, standing), typed) : 'outside'
  if (done !== 'outside') return done
  if (standing.at === 'inside') return gone(visit, standing.phone)
  const kept = stepText(typedValue(typed, 'text'))
  return page(<DoorPage frame={frameOf(visit, standing.phone)} channel={standing.channel} because="over" kept={kept} />, 403)
}

async function close(visit: OpenVisit, limits: Limits): Promise<OpenAnswer> {
  const standing = await found(visit, limits)
  if ('kind' in standing) return standing
  if (standing.at === 'inside') await leave(visit.place.pool, keysOf(visit))
  return withPass(null, page(<LeftPage frame={frameOf(visit, standing.phone)} />))
}

/** Registers the own page. What it shows is the plan of a youth who is not protected, to whoever has both the link and the telephone. */
export function addPublicOwnPages({ open }: Pages): void {
  const limits: Limits = {
    wrong: newRateLimit(wrongTries),
    codes: newRateLimit(codeTriesPerLink),
    asks: newRateLimit(asksPerAddress),
    acts: newRateLimit(actsPerLink),
  }
  const declared = { permit: 'public', shows: 'person', outlet: 'plan.public' } as const
  const path = '/plan/:code/:token'
  open.get(path, (visit) => show(visit, limits), declared)
  open.post(`${path}/kod`, (visit, typed) => ask(visit, typed, limits), declared)
  open.post(`${path}/in`, (visit, typed) => enter(visit, typed, limits), declared)
  open.post(`${path}/steg`, (visit, typed) => act(visit, typed, limits, addStepTyped), declared)
  open.post(`${path}/steg/:step`, (visit, typed) => act(visit, typed, limits, tickTyped), declared)
  open.post(`${path}/ja`, (visit, typed) => act(visit, typed, limits, sayYes), declared)
  open.post(`${path}/stang`, (visit) => close(visit, limits), declared)
}
