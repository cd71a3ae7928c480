/** One youth in prevention: absence, who follows, and matters with the school. */
import type { FieldProblem } from '../../ui/form.tsx'
import { Form, FormErrors } from '../../ui/form.tsx'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, DefinitionList, Tag } from '../../ui/card.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { QuestionText } from '../questions/index.ts'
import { isOverThreshold, reachesCsn, shareOf } from './absence.rules.ts'
import { Matters } from './matter.views.tsx'
import { matterTexts } from './matter.texts.ts'
import { preventionTexts } from './prevention.texts.ts'
import type { OnePupil, SchoolLink } from './pupil.actions.ts'
import { hoursOf, monthText, preventionPath, pupilPath } from './words.views.tsx'

export type PupilProps = {
  readonly frame: Frame
  readonly subjectId: string
  readonly today: PlainDate
  readonly mayWatch: boolean
  readonly pupil: OnePupil
  readonly problems: readonly FieldProblem[]
  readonly newOnce: () => string
}

const crumbsOf = (lang: Frame['lang'], subjectId: string) => [
  { href: preventionPath, label: preventionTexts[lang].title },
  { href: `/ungdomar/${subjectId}`, label: preventionTexts[lang].youth },
  { href: '', label: preventionTexts[lang].card },
]

const Absence = ({ frame: { lang }, pupil: { absence, settings } }: PupilProps) => {
  const [t, p] = [matterTexts[lang], preventionTexts[lang]]
  if (absence === null) return <p class="muted">{t.absenceNone}</p>
  const most = Math.max(absence.invalid, absence.before)
  const share = shareOf(absence)
  const present = `${p.hours(hoursOf(absence.invalid, lang))}${share === null ? '' : `, ${p.share(share)}`}`
  return (
    <>
      <DefinitionList
        facts={[
          { term: t.thisMonth(monthText(absence.month, lang)), value: present },
          { term: t.monthBefore, value: p.hours(hoursOf(absence.before, lang)) },
        ]}
      />
      <p>
        {isOverThreshold(most, settings) && <Tag tone="warning">{p.overTag}</Tag>} {reachesCsn(most, settings) && <Tag>{p.csnTag}</Tag>}
      </p>
    </>
  )
}

/** The watch of the person page, begun from here: it says there when something has to be read over. */
const Watch = ({ frame, subjectId, newOnce }: PupilProps) => {
  const t = matterTexts[frame.lang]
  return (
    <Form frame={frame} action={`/ungdomar/${subjectId}/bevaka`} once={newOnce()}>
      <TextArea name="ground" label={t.watchGround} maxlength={500} rows={2} required />
      <Button>{t.watchDo}</Button>
    </Form>
  )
}

const Follow = (props: PupilProps) => {
  const {
    frame: { lang },
    subjectId,
    pupil: { isWatched, isFollowed },
    mayWatch,
  } = props
  const t = matterTexts[lang]
  return (
    <>
      <p>{isWatched ? t.followYes : isFollowed ? t.followCovered : t.followNo}</p>
      {!isWatched && !isFollowed && mayWatch && <Watch {...props} />}
      <div class="row">
        <LinkButton href={`/ungdomar/${subjectId}`}>{preventionTexts[lang].youth}</LinkButton>
        {isFollowed && <LinkButton href={`/ungdomar/${subjectId}/kontakter`}>{t.contactDo}</LinkButton>}
      </div>
    </>
  )
}

/** The page. */
export const PupilPage = (props: PupilProps) => {
  const { frame, subjectId, pupil, problems } = props
  const t = matterTexts[frame.lang]
  const { givenName, familyName } = pupil.youth
  const schools = pupil.schools.map(({ name }) => name).join(', ')
  return (
    <Page frame={frame} title={preventionTexts[frame.lang].card} crumbs={crumbsOf(frame.lang, subjectId)}>
      <FormErrors problems={problems} />
      <PageHead
        heading={preventionTexts[frame.lang].card}
        below={`${givenName} ${familyName} · ${schools === '' ? preventionTexts[frame.lang].noSchool : schools}`}
      />
      <div class="stack">
        <Card heading={t.absence}>
          <Absence {...props} />
        </Card>
        <Card heading={t.follow}>
          <Follow {...props} />
        </Card>
        <Matters {...props} />
      </div>
    </Page>
  )
}

type LinkProps = { readonly frame: Frame; readonly subjectId: string; readonly address: string; readonly link: SchoolLink }

/** The link to the school, once, with exactly what it shows. */
export const SchoolLinkPage = ({ frame, subjectId, address, link: { days, youth, kind, address: sendTo } }: LinkProps) => {
  const t = matterTexts[frame.lang]
  const { givenName, familyName, bornOn } = youth
  const shown = { givenName, familyName, birthYear: bornOn?.slice(0, 4) ?? null, birthDate: null }
  return (
    <Page frame={frame} title={t.linkTitle} crumbs={crumbsOf(frame.lang, subjectId)}>
      <PageHead heading={t.linkTitle} below={t.linkText} />
      <div class="stack">
        <Card>
          <Field name="link" label={t.link} value={address} readonly />
          <Field name="message" label={t.message} value={t.messageText(address, days)} readonly />
          {sendTo !== null && <p>{t.sendTo(sendTo)}</p>}
        </Card>
        <Card heading={t.preview}>
          <p>
            <strong>
              <QuestionText lang="sv" kind="school" asks={kind === 'gone' ? 'deregistered' : 'complaint'} youth={shown} />
            </strong>
          </p>
        </Card>
        <LinkButton href={pupilPath(subjectId)} variant="primary">
          {t.back}
        </LinkButton>
      </div>
    </Page>
  )
}
