/** One talk: who is called and what they answer, letters and mail, that it was held or cancelled. */
import { Both } from '../../../ui/both.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, DefinitionList, Tag } from '../../../ui/card.tsx'
import { CheckboxGroup } from '../../../ui/choice.tsx'
import { longDay } from '../../../ui/day.texts.ts'
import { Select, TextArea } from '../../../ui/field.tsx'
import { Confirm, Form, FormErrors, problemOf, type FieldProblem } from '../../../ui/form.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Lang } from '../../../kernel/lang.ts'
import { monthOf, plusMonths } from '../calendar/month.rules.ts'
import { Room } from '../people/room.views.tsx'
import type { SectionFrame } from '../section.ts'
import { reportAddress, talkAddress, talksAddress } from './talk-address.ts'
import type { ReadTalk } from './talk-page.actions.ts'
import { talkPageTexts } from './talk-page.texts.ts'
import { talkTones } from './talk-list.views.tsx'
import { BackToTalks } from './report-form.views.tsx'
import { talkTexts } from './talks.texts.ts'
import { invitationAnswers, type Invited } from './talks.types.ts'

type Props = {
  readonly shown: SectionFrame
  readonly read: ReadTalk
  readonly problems: readonly FieldProblem[]
  /** What was typed as a reason, and ticked as come, when it was refused. */
  readonly why: string
  readonly came: readonly string[]
  readonly isStale: boolean
}

export const invitedName = ({ actor, name }: Invited, lang: Lang): string =>
  talkPageTexts[lang].letterTo(talkTexts[lang].actors[actor], name)

const Answer = ({ shown: { frame, lang, newOnce }, read: { youth, talk }, one }: Props & { readonly one: Invited }) => {
  const t = talkPageTexts[lang]
  if (talk.state === 'held') return <Tag tone={one.came ? 'success' : 'neutral'}>{one.came ? t.cameTag : t.notCame}</Tag>
  if (talk.state === 'cancelled') return <>{talkTexts[lang].answers[one.answer]}</>
  const label = t.answer(invitedName(one, lang))
  const options = invitationAnswers.map((value) => ({ value, label: talkTexts[lang].answers[value] }))
  return (
    <Form frame={frame} action={`${talkAddress(youth.id, talk.talkId)}/svar`} once={newOnce()} label={label} inline>
      <input type="hidden" name="invitation" value={one.invitationId} />
      <Select id={`answer-${one.invitationId}`} name="answer" label={label} hideLabel options={options} value={one.answer} />
      <Button variant="secondary">{t.saveAnswer}</Button>
    </Form>
  )
}

/** A letter in the reader's own mail program: it names neither the youth nor what the talk is about. */
function mailTo({ shown: { lang }, read: { youth, talk, actors } }: Props, one: Invited): string | null {
  if (youth.protection !== 'none') return null
  const email = one.actor === 'youth' ? youth.email : (actors.find(({ id }) => id === one.actorId)?.email ?? '')
  if (email === '') return null
  const t = talkPageTexts[lang]
  const body = t.mailText(`${longDay(talk.on, lang)} ${talk.at}`, talk.place, talk.calledBy)
  return `mailto:${encodeURIComponent(email)}?subject=${encodeURIComponent(t.mailSubject)}&body=${encodeURIComponent(body)}`
}

const Letters = (props: Props & { readonly one: Invited }) => {
  const { shown, read, one } = props
  const t = talkPageTexts[shown.lang]
  if (read.talk.state !== 'called') return <>–</>
  const mail = mailTo(props, one)
  return (
    <>
      <a href={`${talkAddress(read.youth.id, read.talk.talkId)}/kallelse/${one.invitationId}`}>{t.letter}</a>
      {mail !== null && (
        <>
          {' · '}
          <a href={mail}>{t.mail}</a>
        </>
      )}
    </>
  )
}

const Called = (props: Props) => {
  const { shown, read } = props
  const t = talkPageTexts[shown.lang]
  const rows = read.talk.invited.map((one) => {
    const name = invitedName(one, shown.lang)
    return one.leftOutWhy !== null
      ? [name, t.leftOut(one.leftOutWhy), '–']
      : [name, <Answer {...props} one={one} />, <Letters {...props} one={one} />]
  })
  return (
    <Card heading={t.invited}>
      <Table columns={t.invitedColumns.map((title) => ({ title }))} rows={rows} headed stacks />
      {read.youth.protection !== 'none' && <p>{t.protectedHint}</p>}
    </Card>
  )
}

const Calendar = ({ shown: { frame, lang }, read: { youth, talk } }: Props) => {
  const t = talkPageTexts[lang]
  if (youth.protection !== 'none' || talk.state !== 'called') return null
  return (
    <Form frame={frame} action={`${talkAddress(youth.id, talk.talkId)}/kalender`} label={t.calendar} givesFile>
      <p class="muted">{t.calendarHint}</p>
      <div>
        <Button variant="secondary">{t.calendar}</Button>
      </div>
    </Form>
  )
}

const Hold = ({ shown: { frame, lang, today, newOnce }, read: { youth, talk }, came, problems }: Props) => {
  const t = talkPageTexts[lang]
  if (talk.state !== 'called' || talk.on > today) return null
  const options = talk.invited
    .filter(({ leftOutWhy }) => leftOutWhy === null)
    .map((one) => ({ value: one.invitationId, label: invitedName(one, lang) }))
  return (
    <Card heading={t.hold}>
      <Form frame={frame} action={`${talkAddress(youth.id, talk.talkId)}/hallet`} once={newOnce()} label={t.hold}>
        <input type="hidden" name="version" value={talk.version} />
        <CheckboxGroup name="came" label={t.came} hint={t.holdHint} options={options} values={came} problem={problemOf(problems, 'came')} />
        <div>
          <Button>{t.hold}</Button>
        </div>
      </Form>
    </Card>
  )
}

const Cancel = ({ shown: { frame, lang, newOnce }, read: { youth, talk }, why, problems }: Props) => {
  const t = talkPageTexts[lang]
  if (talk.state !== 'called') return null
  const problem = problemOf(problems, 'why')
  const asked = { label: t.cancel, question: t.cancelAsk, confirm: t.cancelYes, open: problem !== undefined }
  return (
    <Confirm frame={frame} action={`${talkAddress(youth.id, talk.talkId)}/stallin`} once={newOnce()} {...asked} danger>
      <input type="hidden" name="version" value={talk.version} />
      <TextArea name="why" label={t.cancelWhy} value={why} problem={problem} rows={2} maxlength={500} required />
    </Confirm>
  )
}

const Facts = ({ shown: { lang }, read: { youth, talk } }: Props) => {
  const t = talkPageTexts[lang]
  const facts = [
    { term: t.when, value: `${longDay(talk.on, lang)} ${talk.at}` },
    { term: t.place, value: talk.place },
    { term: t.state, value: <Tag tone={talkTones[talk.state]}>{talkTexts[lang].states[talk.state]}</Tag> },
  ]
  return (
    <>
      <DefinitionList facts={facts} />
      <p class="muted">{t.calledBy(longDay(talk.calledOn, lang), talk.calledBy)}</p>
      {talk.cancelledWhy !== '' && <p>{t.cancelledBecause(talk.cancelledWhy)}</p>}
      {talk.state === 'held' && (
        <p>
          <a href={reportAddress(youth.id, talk.recipient, plusMonths(monthOf(talk.on), 1))}>{t.report}</a>
        </p>
      )}
    </>
  )
}

/** GET /uppfoljning/ungdom/:id/samtal/:talk. */
export const TalkPage = (props: Props) => {
  const { shown, read, problems, isStale } = props
  return (
    <Room shown={shown} youth={read.youth} title={talkPageTexts[shown.lang].one}>
      {isStale && <Both differences={[]} />}
      <FormErrors problems={problems} />
      <div class="stack" id="talk" tabindex={-1}>
        <Facts {...props} />
        <Called {...props} />
        <Calendar {...props} />
        <Hold {...props} />
        <Cancel {...props} />
        <p>
          <BackToTalks shown={shown} href={talksAddress(read.youth.id)} />
        </p>
      </div>
    </Room>
  )
}
