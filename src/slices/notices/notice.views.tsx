/** One notice: what the school wrote, what we know, and what can be decided. */
import type { PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Card, Columns, DefinitionList, Tag, type Fact } from '../../ui/card.tsx'
import { instantText, shortDay } from '../../ui/day.texts.ts'
import { FormErrors } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { eventOf } from './decide.rules.ts'
import { DecideCard, type DecideProps } from './decide.views.tsx'
import type { OneNotice } from './desk.actions.ts'
import type { DeskNotice } from './desk.types.ts'
import { namesAgree } from './match.rules.ts'
import { hoursInMonth, reachesCsn } from './notice.rules.ts'
import { decideTexts } from './decide.texts.ts'
import { noticeTexts } from './notices.texts.ts'
import { openTexts } from './open.texts.ts'
import { eventText, hoursText, pupilText, StateTag } from './words.views.tsx'

type Props = DecideProps & { readonly today: PlainDate }

type Told = { readonly notice: DeskNotice; readonly lang: Frame['lang']; readonly today: PlainDate }

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

function decidedText({ notice: { decision }, lang, today }: Told): string {
  if (decision === null) return ''
  const texts = noticeTexts[lang]
  const { outcome, byName, at, reason, answer, toMunicipality, delivery, effect } = decision
  return [
    texts.states[outcome],
    reason === null ? '' : decideTexts[lang].refusals[reason],
    answer === null ? '' : decideTexts[lang].answers[answer],
    toMunicipality === null
      ? ''
      : `${texts.inMunicipality(toMunicipality)}, ${delivery === null ? texts.onItsWay : texts.delivered[delivery]}`,
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
    { term: facts.what, value: `${kinds[notice.kind]} ${eventText(notice, lang)}` },
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
  const { notice, lang, today } = told
  const { facts, origins, annulReasons } = noticeTexts[lang]
  const from = notice.fromMunicipality === null ? origins[notice.origin] : `${origins.forwarded} (${notice.fromMunicipality})`
  const annulled = notice.annulledAt === null ? '' : instantText(notice.annulledAt, today, lang)
  return [
    ...eventFacts(told),
    ...pupilFacts(told),
    { term: facts.receipt, value: notice.receipt },
    { term: facts.received, value: `${instantText(notice.receivedAt, today, lang)}, ${from}` },
    ...fact(facts.annulled, notice.annulReason === null ? '' : `${annulled}: ${annulReasons[notice.annulReason]}`),
    ...fact(facts.decided, decidedText(told)),
  ]
}

const Studies = ({ found: { known }, lang }: { found: OneNotice; lang: Frame['lang'] }) => {
  const texts = noticeTexts[lang]
  if (known.length === 0) return <p class="muted">{texts.noStudies}</p>
  return (
    <ul>
      {known.map(({ source, schoolType, educationCode, startOn, endOn }) => (
        <li>{`${source}: ${[schoolType, educationCode].filter((part) => part !== '').join(' ')}, ${texts.study(shortDay(startOn, lang), endOn === null ? null : shortDay(endOn, lang))}`}</li>
      ))}
    </ul>
  )
}

type KnownProps = Pick<Props, 'found' | 'frame'>

const KnownPerson = ({ found, frame: { lang } }: KnownProps) => {
  const texts = noticeTexts[lang]
  const { person } = found.notice
  if (person === null) return null
  return (
    <div class="spaced">
      <h3>{texts.studies}</h3>
      <Studies found={found} lang={lang} />
      <p>
        <LinkButton href={`/ungdomar/${person.subjectId}`}>{texts.toYouth}</LinkButton>
      </p>
    </div>
  )
}

const Would = ({ found: { notice, would }, frame: { lang } }: KnownProps) =>
  would === null || notice.state !== 'waiting' ? null : (
    <div class="spaced">
      <h3>{noticeTexts[lang].would}</h3>
      <p>{noticeTexts[lang].wouldSay[would.effect]}</p>
    </div>
  )

const KnownCard = (props: KnownProps) => {
  const { notice } = props.found
  const texts = noticeTexts[props.frame.lang]
  const { person, residence, residenceCode } = notice
  const home = [texts.residences[residence], residenceCode === null ? '' : texts.inMunicipality(residenceCode)].filter(
    (part) => part !== '',
  )
  const name = person === null ? '' : `${person.givenName} ${person.familyName}`.trim()
  return (
    <Card heading={texts.known}>
      {person !== null && !notice.isWiped && !namesAgree(notice, person) && <Alert kind="warning" title={texts.nameDiffers} />}
      <DefinitionList facts={[...fact(texts.registerName, name), { term: texts.residence, value: home.join(', ') }]} />
      <KnownPerson {...props} />
      <Would {...props} />
    </Card>
  )
}

const ToldCard = ({ frame: { lang }, today, found: { notice } }: Pick<Props, 'frame' | 'today' | 'found'>) => (
  <Card heading={noticeTexts[lang].told}>
    <div {...(notice.state === 'annulled' ? { class: 'muted' } : {})}>
      <DefinitionList facts={toldFacts({ notice, lang, today })} />
    </div>
  </Card>
)

const Side = (props: Props) => (
  <>
    <KnownCard found={props.found} frame={props.frame} />
    <DecideCard {...props} />
  </>
)

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
