/** One notice: what the school wrote, what we know, and what can be decided. */
import type { PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { Card, Columns, DefinitionList, Tag, type Fact } from '../../ui/card.tsx'
import { instantText } from '../../ui/day.texts.ts'
import { FormErrors } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { eventOf } from './decide.rules.ts'
import { DecideCard, type DecideProps } from './decide.views.tsx'
import type { DeskNotice } from './desk.types.ts'
import { KnownCard } from './known.views.tsx'
import { daysToNotice, hoursInMonth, isLate, reachesCsn } from './notice.rules.ts'
import type { NoticeSettings } from './notice-settings.rules.ts'
import { decideTexts } from './decide.texts.ts'
import { noticeTexts } from './notices.texts.ts'
import { openTexts } from './open.texts.ts'
import { eventText, hoursText, pupilText, StateTag } from './words.views.tsx'

type Props = DecideProps & { readonly today: PlainDate }

type Told = { readonly notice: DeskNotice; readonly lang: Frame['lang']; readonly today: PlainDate; readonly settings: NoticeSettings }

const fact = (term: string, value: string): Fact[] => (value === '' ? [] : [{ term, value }])

function absenceFacts({ notice, lang }: Told): Fact[] {
  const texts = noticeTexts[lang]
  const event = eventOf(notice)
  if (event?.kind !== 'absence') return []
  const inMonth = hoursText(hoursInMonth(event), lang)
  return [
    { term: texts.facts.did, value: notice.schoolDid.map((act) => openTexts[lang].acts[act]).join(', ') || texts.nothing },
    { term: texts.facts.csn, value: event.reportedToCsn ? texts.yes : texts.no },
    { term: texts.facts.csnTest, value: reachesCsn(event) ? texts.csnReached(inMonth) : texts.csnNot(inMonth) },
  ]
}

function deliveryText({ decision }: DeskNotice, lang: Frame['lang']): string {
  const texts = noticeTexts[lang]
  const delivery = decision?.delivery ?? null
  if (delivery === null) return texts.onItsWay
  return texts.delivered[delivery === 'byHand' && decision?.deliveredAt !== null ? 'handed' : delivery]
}

function decidedText({ notice, lang, today }: Told): string {
  const { decision } = notice
  if (decision === null) return ''
  const texts = noticeTexts[lang]
  const { outcome, byName, at, reason, answer, toMunicipality, effect } = decision
  return [
    texts.states[outcome],
    reason === null ? '' : decideTexts[lang].refusals[reason],
    answer === null ? '' : decideTexts[lang].answers[answer],
    toMunicipality === null ? '' : `${texts.inMunicipality(toMunicipality)}, ${deliveryText(notice, lang)}`,
    outcome === 'accepted' || outcome === 'agreed' ? texts.did[effect] : '',
    `${instantText(at, today, lang)}, ${texts.by(byName)}`,
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

function eventFacts(told: Told): Fact[] {
  const { notice, lang } = told
  const [{ facts, kinds }, words] = [noticeTexts[lang], openTexts[lang]]
  return [
    { term: facts.what, value: `${kinds[notice.kind]}, ${eventText(notice, lang)}` },
    ...fact(facts.how, notice.how === null ? '' : words.endings[notice.how]),
    ...fact(facts.schoolType, notice.schoolType === null ? '' : words.schoolTypes[notice.schoolType]),
    ...fact(facts.code, notice.educationCode),
    ...absenceFacts(told),
  ]
}

function pupilFacts({ notice, lang }: Told): Fact[] {
  const { facts, wiped } = noticeTexts[lang]
  return [
    ...fact(facts.name, notice.isWiped ? wiped : `${notice.givenName} ${notice.familyName}`),
    ...fact(facts.number, notice.number === null ? '' : `${notice.number.slice(0, 8)}-${notice.number.slice(8)}`),
    { term: facts.school, value: `${notice.unitName} (${notice.unitCode})`.trim() },
    { term: facts.authority, value: notice.authorityName },
    ...fact(facts.contact, [notice.contactName, notice.contactPhone, notice.contactEmail].filter((part) => part !== '').join(', ')),
  ]
}

function toldFacts(told: Told): Fact[] {
  const { notice, lang, today, settings } = told
  const { facts, origins, annulReasons, firstTold, lateFact, lateText } = noticeTexts[lang]
  const from =
    notice.fromMunicipality === null
      ? origins[notice.origin]
      : `${origins.forwarded}: ${noticeTexts[lang].inMunicipality(notice.fromMunicipality)}`
  const annulled = notice.annulledAt === null ? '' : instantText(notice.annulledAt, today, lang)
  return [
    ...eventFacts(told),
    ...pupilFacts(told),
    { term: facts.receipt, value: notice.receipt },
    { term: facts.received, value: `${instantText(notice.receivedAt, today, lang)}, ${from}` },
    ...fact(firstTold, notice.fromMunicipality === null ? '' : instantText(notice.toldAt, today, lang)),
    ...fact(
      lateFact,
      isLate(notice.eventOn, notice.toldOn, settings) ? lateText(daysToNotice(notice.eventOn, notice.toldOn), settings.lateDays) : '',
    ),
    ...fact(facts.annulled, notice.annulReason === null ? '' : `${annulled}: ${annulReasons[notice.annulReason]}`),
    ...fact(facts.decided, decidedText(told)),
  ]
}

const ToldCard = ({ frame: { lang }, today, found: { notice, settings } }: Pick<Props, 'frame' | 'today' | 'found'>) => (
  <Card heading={noticeTexts[lang].told}>
    <div {...(notice.state === 'annulled' ? { class: 'muted' } : {})}>
      <DefinitionList facts={toldFacts({ notice, lang, today, settings })} />
    </div>
  </Card>
)

const Side = (props: Props) => (
  <>
    <KnownCard found={props.found} frame={props.frame} />
    <DecideCard {...props} />
  </>
)

/** What another municipality has to do with it: that it came back from there, or is to be told that it was annulled. */
const ComesBack = ({ notice, lang }: { notice: DeskNotice; lang: Frame['lang'] }) => {
  const texts = noticeTexts[lang]
  const { state, returnedFrom, decision } = notice
  const handedTo = decision?.delivery === 'byHand' && decision.deliveredAt !== null ? decision.toMunicipality : null
  if (state === 'annulled' && handedTo !== null) return <Alert kind="warning" title={texts.tellThem(handedTo)} />
  if (state !== 'waiting' || returnedFrom === null) return null
  return (
    <Alert kind="info" title={texts.returned(returnedFrom)}>
      {texts.returnedHint}
    </Alert>
  )
}

/** The page. A notice that its school took back stays, grey. */
export const NoticePage = (props: Props) => {
  const { frame, found, draft } = props
  const texts = noticeTexts[frame.lang]
  const { notice } = found
  return (
    <Page
      frame={frame}
      title={texts.one}
      crumbs={[
        { href: '/anmalningar', label: texts.title },
        { href: '', label: texts.one },
      ]}
    >
      <ComesBack notice={notice} lang={frame.lang} />
      {draft.refusal !== null && <Alert kind="warning" title={draft.refusal} live />}
      <FormErrors problems={draft.problems} />
      <PageHead heading={`${pupilText(notice, frame.lang)}: ${texts.kinds[notice.kind].toLowerCase()}`}>
        <StateTag state={notice.state} lang={frame.lang} />
        {notice.person?.isProtected === true && <Tag tone="warning">{texts.protectedTag}</Tag>}
      </PageHead>
      <Columns main={<ToldCard {...props} />} side={<Side {...props} />} />
    </Page>
  )
}
