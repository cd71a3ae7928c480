/** A youth's talks and reports: on a page of their own, and on the youth's page in short. */
import type { Lang } from '../../../kernel/lang.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Card, Tag, type Tone } from '../../../ui/card.tsx'
import { longDay, shortDay } from '../../../ui/day.texts.ts'
import { Table } from '../../../ui/table.tsx'
import { monthName } from '../calendar/calendar.texts.ts'
import { followupTexts } from '../followup.texts.ts'
import { Room } from '../people/room.views.tsx'
import type { SectionFrame } from '../section.ts'
import { reportPageTexts } from './report-page.texts.ts'
import { callAddress, reportAddress, talkAddress, talksAddress } from './talk-address.ts'
import type { ReadTalks, ReportLine, YouthTalks } from './talk-page.actions.ts'
import { talkPageTexts } from './talk-page.texts.ts'
import { talkTexts } from './talks.texts.ts'
import type { CalledTalk, TalkState } from './talks.types.ts'

export const talkTones: Readonly<Record<TalkState, Tone>> = { called: 'info', held: 'success', cancelled: 'neutral' }

/** Who is called, in a line: names of actors, else what they are. */
const calledText = ({ invited }: CalledTalk, lang: Lang): string =>
  invited
    .filter(({ leftOutWhy }) => leftOutWhy === null)
    .map(({ actor, name }) => (name === '' ? talkTexts[lang].actors[actor] : name))
    .join(', ')

const ReportState = ({ line: { sentOn, dueOn, isBegun }, shown: { lang, today } }: { line: ReportLine; shown: SectionFrame }) => {
  const t = talkPageTexts[lang]
  if (sentOn !== null) return <Tag tone="success">{t.sent(shortDay(sentOn, lang))}</Tag>
  const day = shortDay(dueOn, lang)
  return (
    <>
      <Tag tone={dueOn < today ? 'danger' : 'info'}>{dueOn < today ? t.late(day) : t.dueBy(day)}</Tag> {isBegun && <Tag>{t.begun}</Tag>}
    </>
  )
}

type Props = { readonly shown: SectionFrame; readonly read: ReadTalks }

const Reports = ({ shown, read: { youth, reports } }: Props) => {
  const t = talkPageTexts[shown.lang]
  const rows = reports.map((line) => [
    <a href={reportAddress(youth.id, line.recipient, line.month)}>{monthName(line.month, shown.lang)}</a>,
    followupTexts[shown.lang].processes[line.recipient],
    <ReportState line={line} shown={shown} />,
  ])
  return (
    <Card heading={t.reports}>
      <Table columns={t.reportColumns.map((title) => ({ title }))} rows={rows} empty={t.noReports} headed stacks />
    </Card>
  )
}

const Talks = ({ shown: { lang }, read: { youth, talks } }: Props) => {
  const t = talkPageTexts[lang]
  const rows = talks.map((talk) => [
    <a href={talkAddress(youth.id, talk.talkId)}>{`${shortDay(talk.on, lang)} ${talk.at}`}</a>,
    talk.place,
    <Tag tone={talkTones[talk.state]}>{talkTexts[lang].states[talk.state]}</Tag>,
    calledText(talk, lang),
  ])
  return (
    <Card heading={t.talks}>
      <Table columns={t.talkColumns.map((title) => ({ title }))} rows={rows} empty={t.noTalks} headed stacks />
    </Card>
  )
}

/** GET /uppfoljning/ungdom/:id/samtal. */
export const TalksPage = (props: Props) => {
  const { shown, read } = props
  const t = talkPageTexts[shown.lang]
  return (
    <Room shown={shown} youth={read.youth} title={t.title} below={t.lead}>
      <div class="stack">
        {read.following.length > 0 && (
          <p>
            <LinkButton href={callAddress(read.youth.id)} variant="primary">
              {t.call}
            </LinkButton>
          </p>
        )}
        <Reports {...props} />
        <Talks {...props} />
      </div>
    </Room>
  )
}

type CardProps = { readonly shown: SectionFrame; readonly youthId: string; readonly told: YouthTalks }

const Owed = ({ shown: { lang, today }, youthId, told: { reports } }: CardProps) => {
  const t = talkPageTexts[lang]
  return (
    <>
      {reports
        .filter(({ sentOn }) => sentOn === null)
        .map(({ recipient, month, dueOn, isBegun }) => (
          <p>
            <a href={reportAddress(youthId, recipient, month)}>{t.dueReport(monthName(month, lang), shortDay(dueOn, lang))}</a>{' '}
            {dueOn < today && <Tag tone="danger">{reportPageTexts[lang].late}</Tag>} {isBegun && <Tag>{t.begun}</Tag>}
          </p>
        ))}
    </>
  )
}

/** The card on the youth's page: the next talk, and the reports that are owed. */
export const TalkCard = (props: CardProps) => {
  const { shown, youthId, told } = props
  const { lang, today } = shown
  const t = talkPageTexts[lang]
  const next = told.talks.findLast(({ on, state }) => state === 'called' && on >= today)
  return (
    <Card heading={t.card} action={<a href={talksAddress(youthId)}>{t.all}</a>}>
      <p>
        {next === undefined ? (
          t.noNext
        ) : (
          <a href={talkAddress(youthId, next.talkId)}>{t.next(longDay(next.on, lang), next.at, next.place)}</a>
        )}
      </p>
      <Owed {...props} />
      {told.following.length > 0 && (
        <p>
          <a href={callAddress(youthId)}>{t.call}</a>
        </p>
      )}
    </Card>
  )
}
