/** What we know beside a notice: who has the number, where the pupil lives and studies, and what else has been told. */
import { Alert } from '../../ui/alert.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Card, DefinitionList, type Fact } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import type { Frame } from '../../ui/frame.ts'
import { dayOf } from '../../platform/plain-date.ts'
import type { OneNotice } from './desk.actions.ts'
import { namesAgree } from './match.rules.ts'
import { noticeTexts } from './notices.texts.ts'
import type { KnownEnrolment, OtherStudy } from './notices.types.ts'
import { eventText, noticePath, StateTag } from './words.views.tsx'

type Props = { readonly found: OneNotice; readonly frame: Frame }
type Lang = Frame['lang']

const spanText = (
  { schoolType, educationCode, startOn, endOn }: Pick<KnownEnrolment, 'schoolType' | 'educationCode' | 'startOn' | 'endOn'>,
  lang: Lang,
) =>
  `${[schoolType, educationCode].filter((part) => part !== '').join(' ')}, ${noticeTexts[lang].study(shortDay(startOn, lang), endOn === null ? null : shortDay(endOn, lang))}`

/** How far the source is from what the school says: the day that the notice is about. */
function apart({ notice }: OneNotice, { startOn, endOn }: KnownEnrolment, lang: Lang): string {
  if (notice.kind === 'absence') return ''
  const on = notice.kind === 'start' ? startOn : endOn
  return on === null ? '' : ` (${noticeTexts[lang].days(Math.abs(dayOf(on) - dayOf(notice.eventOn)))})`
}

const Studies = ({ found, lang }: { found: OneNotice; lang: Lang }) => {
  const texts = noticeTexts[lang]
  if (found.known.length === 0) return <p class="muted">{texts.noStudies}</p>
  return (
    <>
      <ul>
        {found.known.map((one) => (
          <li>{`${one.source}: ${spanText(one, lang)}${apart(found, one, lang)}`}</li>
        ))}
      </ul>
      {found.notice.kind !== 'absence' && <p class="muted">{texts.tolerance(found.settings.toleranceDays)}</p>}
    </>
  )
}

const Elsewhere = ({ studies, lang }: { studies: readonly OtherStudy[]; lang: Lang }) =>
  studies.length === 0 ? null : (
    <>
      <h3>{noticeTexts[lang].otherStudies}</h3>
      <ul>
        {studies.map((one) => (
          <li>{`${one.school}: ${spanText(one, lang)} (${one.source})`}</li>
        ))}
      </ul>
    </>
  )

const KnownPerson = ({ found, frame: { lang } }: Props) => {
  const texts = noticeTexts[lang]
  const { person } = found.notice
  if (person === null) return null
  return (
    <div class="spaced">
      <h3>{texts.studies}</h3>
      <Studies found={found} lang={lang} />
      <Elsewhere studies={found.elsewhere} lang={lang} />
      <p>
        <LinkButton href={`/ungdomar/${person.subjectId}`}>{texts.toYouth}</LinkButton>
      </p>
    </div>
  )
}

const Others = ({ found: { others }, frame: { lang } }: Props) =>
  others.length === 0 ? null : (
    <div class="spaced">
      <h3>{noticeTexts[lang].others}</h3>
      <ul class="plain stack">
        {others.map((one) => (
          <li {...(one.state === 'annulled' ? { class: 'muted' } : {})}>
            <a href={noticePath(one.noticeId)}>{`${noticeTexts[lang].kinds[one.kind]}, ${eventText(one, lang)}`}</a>{' '}
            <StateTag state={one.state} lang={lang} />
            <br />
            <small class="muted">{one.unitName || one.unitCode}</small>
          </li>
        ))}
      </ul>
    </div>
  )

const Would = ({ found: { notice, would }, frame: { lang } }: Props) =>
  would === null || notice.state !== 'waiting' || (notice.residence !== 'here' && notice.residence !== 'unconfirmed') ? null : (
    <div class="spaced">
      <h3>{noticeTexts[lang].would}</h3>
      <p>{noticeTexts[lang].wouldSay[would.effect]}</p>
    </div>
  )

const fact = (term: string, value: string): Fact[] => (value === '' ? [] : [{ term, value }])

function personFacts({ notice: { person, residence, residenceCode } }: OneNotice, lang: Lang): Fact[] {
  const texts = noticeTexts[lang]
  const home = [texts.residences[residence], residenceCode === null ? '' : texts.inMunicipality(residenceCode)]
  const facts: Fact[] = [{ term: texts.residence, value: home.filter((part) => part !== '').join(', ') }]
  if (person === null) return facts
  return [
    ...fact(texts.registerName, `${person.givenName} ${person.familyName}`.trim()),
    ...facts,
    { term: texts.wholePupil, value: person.isCovered ? texts.covered : texts.notCovered },
    ...fact(texts.hasHer, [person.staffName ?? '', person.unit ?? ''].filter((part) => part !== '').join(', ')),
  ]
}

/** What the register says, beside what the school wrote. */
export const KnownCard = (props: Props) => {
  const { found, frame } = props
  const texts = noticeTexts[frame.lang]
  const { person, isWiped } = found.notice
  return (
    <Card heading={texts.known}>
      {person !== null && !isWiped && !namesAgree(found.notice, person) && <Alert kind="warning" title={texts.nameDiffers} />}
      <DefinitionList facts={personFacts(found, frame.lang)} />
      <KnownPerson {...props} />
      <Others {...props} />
      <Would {...props} />
    </Card>
  )
}
