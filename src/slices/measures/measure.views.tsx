/** One measure: what it is, how it was before, and the forms that change it. */
import type { PlainDate } from '../../platform/plain-date.ts'
import { Both } from '../../ui/both.tsx'
import { Card, DefinitionList, Details, type Fact } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import type { Frame } from '../../ui/frame.ts'
import { ladderTexts } from '../ladder/index.ts'
import type { OutreachSettings } from '../outreach/index.ts'
import type { Sent } from './draft.ts'
import { ChangeForm, EndForms, StrikeForm } from './measure-forms.views.tsx'
import { neverBegan, stands } from './measure.rules.ts'
import type { Measure, Reason, PastMeasure, ShownDecision } from './measures.types.ts'
import { pageTexts } from './page.texts.ts'
import { daysText, prefixed, StateTags, YouthPage } from './parts.views.tsx'
import { StagesCard } from './stage.views.tsx'
import { measureWords, nameOf } from './words.texts.ts'

export type MeasurePageProps = {
  readonly frame: Frame
  readonly subjectId: string
  readonly name: string
  readonly today: PlainDate
  readonly measure: Measure
  readonly past: readonly PastMeasure[]
  readonly decisions: readonly ShownDecision[]
  readonly reasons: readonly Reason[]
  readonly departments: OutreachSettings['departments']
  /** The form that was sent and refused. */
  readonly sent: Sent | null
  /** What was typed beside what it is now, when somebody else was first. */
  readonly differences: readonly { readonly what: string; readonly mine: string; readonly theirs: string }[] | null
  readonly problem: string | null
  readonly newOnce: () => string
}

const departmentName = (departments: OutreachSettings['departments'], key: string | null): string =>
  departments.find((one) => one.key === key)?.name ?? key ?? ''

function endFacts({ measure, reasons, frame: { lang } }: MeasurePageProps): Fact[] {
  const texts = pageTexts[lang]
  if (measure.endedOn === null || measure.endReason === null) return []
  const { occupationAfter } = measure
  const when = neverBegan(measure) ? texts.never : shortDay(measure.endedOn, lang)
  return [
    { term: texts.term.ended, value: when },
    { term: texts.term.reason, value: nameOf(reasons, measure.endReason, lang) },
    { term: texts.term.after, value: occupationAfter === null ? texts.notAsked : ladderTexts[lang].occupations[occupationAfter] },
  ]
}

const Facts = (props: MeasurePageProps) => {
  const { frame, measure, departments, decisions, today } = props
  const { lang } = frame
  const [texts, words] = [pageTexts[lang], measureWords[lang]]
  const decided = decisions.map(({ outcome, heldOn, present, ground }) => (
    <p>
      {texts.decided(words.outcomes[outcome], shortDay(heldOn, lang), present.join(', '))} {ground}
    </p>
  ))
  const facts: Fact[] = [
    { term: texts.term.state, value: <StateTags measure={measure} on={today} lang={lang} /> },
    { term: texts.term.days, value: daysText(measure, lang) },
    ...endFacts(props),
    { term: texts.term.responsible, value: words.responsible[measure.responsible] },
    ...(measure.department === null ? [] : [{ term: texts.term.department, value: departmentName(departments, measure.department) }]),
    ...(measure.note === '' ? [] : [{ term: texts.term.note, value: measure.note }]),
    ...(measure.counts ? [] : [{ term: texts.term.counts, value: texts.doesNotCount }]),
    ...(decided.length === 0 ? [] : [{ term: texts.term.decision, value: decided }]),
  ]
  const origin = texts.origin[measure.origin]
  const { struck } = measure
  return (
    <Card heading={measure.name[lang]}>
      {struck !== null && <p>{texts.struckBy(struck.by, struck.at, struck.why)}</p>}
      <DefinitionList facts={facts} />
      <p class="muted">{[texts.by(measure.byName, shortDay(measure.recordedOn, lang)), ...(origin === '' ? [] : [origin])].join(' · ')}</p>
    </Card>
  )
}

const told = ({ fromOn, plannedUntilOn, endedOn, endReason, responsible, department, note, placement }: PastMeasure): string =>
  JSON.stringify([fromOn, plannedUntilOn, endedOn, endReason, responsible, department, note, placement])

/** Versions that only a stage made say the same as the one after: they are left out. */
const different = (past: readonly PastMeasure[]): PastMeasure[] =>
  past.filter((one, index) => {
    const before = past[index - 1]
    return before === undefined || told(before) !== told(one)
  })

const Versions = ({ past, departments, frame: { lang } }: MeasurePageProps) => {
  const [texts, words] = [pageTexts[lang], measureWords[lang]]
  if (past.length === 0) return null
  return (
    <Details summary={texts.versions}>
      <ul class="plain stack">
        {different(past).map((one) => (
          <li>
            {[daysText(one, lang), words.responsible[one.responsible], departmentName(departments, one.department), one.note]
              .filter((part) => part !== '')
              .join(' · ')}
            <br />
            <small class="muted">{texts.version(one.changedBy, one.untilAt)}</small>
          </li>
        ))}
      </ul>
    </Details>
  )
}

/** The page. */
export const MeasurePage = (props: MeasurePageProps) => {
  const { frame, subjectId, name, measure, sent, differences, problem } = props
  const texts = pageTexts[frame.lang]
  const problems = sent === null ? [] : prefixed(sent.draft.problems, `${sent.form}-`)
  const isOpen = measure.struck === null && measure.placement !== 'refused'
  return (
    <YouthPage {...{ frame, subjectId, name, problems, problem }} title={texts.one}>
      {differences !== null && <Both differences={differences} />}
      <Facts {...props} />
      {measure.itemStages.length > 0 && stands(measure) && <StagesCard {...props} />}
      {isOpen && (
        <Card id="andra">
          <div class="stack">
            <ChangeForm {...props} />
            {stands(measure) && <EndForms {...props} />}
            <StrikeForm {...props} />
          </div>
        </Card>
      )}
      <Versions {...props} />
    </YouthPage>
  )
}
