/** The pages of assessments: a youth's, the form by area, and what an assessment gave. */
import { Both, type Difference } from '../../../ui/both.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Card, Columns, Details } from '../../../ui/card.tsx'
import { shortDay } from '../../../ui/day.texts.ts'
import { Form, FormErrors, type FieldProblem } from '../../../ui/form.tsx'
import { Table } from '../../../ui/table.tsx'
import { followupTexts } from '../followup.texts.ts'
import { quarterText } from '../calendar/calendar.texts.ts'
import { areaName, pointsIn } from '../instrument/points.texts.ts'
import { Room } from '../people/room.views.tsx'
import type { SectionFrame } from '../section.ts'
import type { Scored } from './assessments.rules.ts'
import { assessmentPageTexts } from './pages.texts.ts'
import type { ReadSheet, YouthAssessments } from './pages.actions.ts'
import { QuarterTable, ScoreTable } from './scores.views.tsx'
import { AnswerFields, LastFields, type Filled } from './sheet.views.tsx'

type Shown = { readonly shown: SectionFrame }

const own = (youthId: string): string => `/uppfoljning/ungdom/${youthId}/bedomningar`

const Beginnings = ({ shown: { frame, lang, newOnce }, read: { youth, begun, open } }: Shown & { read: YouthAssessments }) => {
  const t = assessmentPageTexts[lang]
  return (
    <>
      {begun.map(({ assessmentId, quarter }) => (
        <p>
          {t.begun(quarterText(quarter, lang))} <LinkButton href={`${own(youth.id)}/${assessmentId}`}>{t.goOn}</LinkButton>
        </p>
      ))}
      {open.map((quarter, at) => (
        <Form frame={frame} action={own(youth.id)} once={newOnce()} label={t.begin(quarterText(quarter, lang))}>
          <input type="hidden" name="quarter" value={quarter} />
          <div>
            <Button variant={at === 0 ? 'primary' : 'secondary'}>{t.begin(quarterText(quarter, lang))}</Button>
          </div>
        </Form>
      ))}
    </>
  )
}

type ListProps = Shown & { readonly read: YouthAssessments; readonly problems: readonly FieldProblem[] }

/** GET /uppfoljning/ungdom/:id/bedomningar. */
export const AssessmentsPage = ({ shown, read, problems }: ListProps) => {
  const t = assessmentPageTexts[shown.lang]
  return (
    <Room shown={shown} youth={read.youth} title={t.title} below={t.lead}>
      <FormErrors problems={problems} />
      <div class="stack" id="quarter" tabindex={-1}>
        <Beginnings shown={shown} read={read} />
        <Card>
          <QuarterTable youthId={read.youth.id} scored={read.scored} lang={shown.lang} />
        </Card>
      </div>
    </Room>
  )
}

type FormProps = Shown & {
  readonly read: ReadSheet
  readonly filled: Filled
  readonly differences: readonly Difference[] | null
  /** A correction of one that is done; else it is only begun. */
  readonly corrects: boolean
}

const Buttons = ({ shown: { lang }, read: { youth, sheet }, corrects }: Pick<FormProps, 'shown' | 'read' | 'corrects'>) => {
  const t = assessmentPageTexts[lang]
  return corrects ? (
    <div class="row">
      <Button>{t.correctTitle}</Button>
      <LinkButton href={`${own(youth.id)}/${sheet.assessmentId}`} variant="tertiary">
        {followupTexts[lang].leave}
      </LinkButton>
    </div>
  ) : (
    <div class="row">
      <Button name="do" value="finish">
        {t.finish}
      </Button>
      <Button name="do" value="draft" variant="secondary">
        {t.draft}
      </Button>
    </div>
  )
}

/** The form of an assessment: GET /uppfoljning/ungdom/:id/bedomningar/:assessment while it is begun, and its correction. */
export const SheetPage = ({ shown, read, filled, differences, corrects }: FormProps) => {
  const { frame, lang, newOnce } = shown
  const { youth, sheet } = read
  const t = assessmentPageTexts[lang]
  const path = `${own(youth.id)}/${sheet.assessmentId}${corrects ? '/ratta' : ''}`
  const below = `${quarterText(sheet.quarter, lang)}. ${corrects ? t.correctLead : ''}`
  return (
    <Room shown={shown} youth={youth} title={corrects ? t.correctTitle : t.one} below={below}>
      {differences !== null && <Both differences={differences} />}
      <FormErrors problems={filled.problems} />
      <Form frame={frame} action={path} once={newOnce()} label={t.one}>
        <input type="hidden" name="version" value={corrects ? sheet.revision : sheet.version} />
        <AnswerFields lang={lang} read={read} filled={filled} />
        <LastFields lang={lang} filled={filled} corrects={corrects} />
        <Buttons shown={shown} read={read} corrects={corrects} />
      </Form>
    </Room>
  )
}

const Answered = ({ shown: { lang }, read: { sheet, instrument } }: Shown & { read: ReadSheet }) => {
  const t = assessmentPageTexts[lang]
  const answers = sheet.revisions[0]?.answers ?? {}
  const rows = instrument.areas.flatMap((area) =>
    area.items.map((item) => {
      const points = answers[item.key]
      return [item[lang], area[lang], points === undefined ? t.missing : pointsIn(points, lang)]
    }),
  )
  return (
    <Details summary={t.answers}>
      <Table
        columns={[{ title: t.one }, { title: t.columns.area }, { title: t.columns.points, isNumber: true }]}
        rows={rows}
        headed
        stacks
      />
    </Details>
  )
}

const History = ({ shown: { lang }, read: { sheet, instrument } }: Shown & { read: ReadSheet }) => {
  const t = assessmentPageTexts[lang]
  const rows = sheet.revisions.map(({ savedAt, byName, why, scores }) => [
    savedAt.replace('T', ' '),
    byName,
    why === '' ? t.firstSaving : why,
    scores.map(({ area, points }) => `${areaName(instrument, area, lang)} ${pointsIn(points, lang)}`).join(', '),
  ])
  return (
    <Card heading={t.history}>
      <Table columns={t.historyColumns.map((title) => ({ title }))} rows={rows} headed stacks />
    </Card>
  )
}

/** An assessment that is done. */
export const DonePage = ({ shown, read, now }: Shown & { readonly read: ReadSheet; readonly now: Scored }) => {
  const { lang } = shown
  const { youth, sheet, before, signals } = read
  const t = assessmentPageTexts[lang]
  const newest = sheet.revisions[0]
  const told = `${quarterText(sheet.quarter, lang)}. ${t.assessedBy(shortDay(now.assessment.assessedOn, lang), newest?.byName ?? '')}, ${t.version(sheet.instrumentVersion)}.`
  const scores = (
    <Card heading={t.columns.points} action={<a href={`${own(youth.id)}/${sheet.assessmentId}/ratta`}>{t.correct}</a>}>
      <ScoreTable now={now} before={before} lang={lang} />
      {newest !== undefined && newest.note !== '' && <p class="as-typed">{newest.note}</p>}
      <Answered shown={shown} read={read} />
    </Card>
  )
  return (
    <Room shown={shown} youth={youth} title={t.one} below={told}>
      {signals.some(({ state }) => state === 'proposed') && (
        <p>
          <a class="ds-button" data-variant="primary" href={`/uppfoljning/ungdom/${youth.id}/signaler`}>
            {t.answerSignals}
          </a>
        </p>
      )}
      <Columns main={scores} side={<History shown={shown} read={read} />} />
    </Room>
  )
}
