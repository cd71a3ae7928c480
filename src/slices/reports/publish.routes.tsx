/** Publishing in the browser: a report, or a figure by itself. The counting runs after the answer; the page that waits is in published.routes. */
import { goTo, page, problemText, typedValue, type Answer, type FieldProblem, type Pages, type Typed, type Visit } from '../access/index.ts'
import { dateOf, dayOf, plusDays } from '../../platform/plain-date.ts'
import { indicators, onTheDay, questionProblem, type AskedIndicator } from '../figures/index.ts'
import { figureForm, publishForm, type FigureForm, type PublishForm } from './reports.forms.ts'
import { FigurePage } from './figure.views.tsx'
import { publishedTexts } from './published.texts.ts'
import { reportKinds, stretchOf, yearFrom } from './report.rules.ts'
import { reportAddress } from './report.views.tsx'
import { isPersonal, publishOne, publishReport, type Publishing } from './reports.actions.ts'
import { showReport } from './report-visit.tsx'
import type { PublishOutcome } from './reports.types.ts'
import { startRun } from './runs.ts'

type Report = (error: unknown) => void
const publishes = { permit: 'figures.publish', shows: 'counts', outlet: 'figures.page' } as const

const publisherOf = ({ place, actor, today }: Visit): Publishing => ({
  pool: place.pool,
  staffId: actor.staffId,
  name: actor.name,
  municipality: place.code,
  today,
})

/** Starts the count and leads to the page that waits; null: another one runs. */
function begin({ place, actor }: Visit, back: string, work: () => Promise<PublishOutcome>, report: Report): Answer | null {
  const starting = { code: place.code, staffId: actor.staffId, what: 'publish', back } as const
  const started = startRun({ ...starting, work: async () => ({ is: 'published', outcome: await work() }) }, report)
  return started.granted ? goTo(`/rapporter/arbete/${started.value}`) : null
}

async function publish(visit: Visit, { kind, year, note }: PublishForm, report: Report): Promise<Answer> {
  const { problems } = publishedTexts[visit.lang]
  const again = (problem: string, status: 409 | 422) => showReport(visit, kind, String(year), { note, problem }, status)
  if (yearFrom(String(year), kind, visit.today).problem !== null || stretchOf({ kind, year }).fromOn > visit.today)
    return again(problems['not-begun'], 422)
  if (isPersonal(note)) return again(problems['note-personal'], 422)
  const work = (): Promise<PublishOutcome> => publishReport(publisherOf(visit), { kind, year }, note)
  return begin(visit, reportAddress({ kind, year }), work, report) ?? again(problems['another-runs'], 409)
}

function reshowPublish(visit: Visit, problems: readonly FieldProblem[], typed: Typed): Promise<Answer> {
  const kind = reportKinds.find((one) => one === typedValue(typed, 'kind')) ?? 'schoolYear'
  const problem = problemText(visit.lang, problems[0]?.problem ?? '')
  return showReport(visit, kind, typedValue(typed, 'year'), { note: typedValue(typed, 'note'), problem }, 422)
}

const fieldsOfFigure = ['figure', 'from', 'to', 'by', 'note'] as const
type Shown = { readonly typed: Typed; readonly problems: readonly { readonly field: string; readonly text: string }[] }

const showFigure = ({ frame, newOnce }: Visit, { typed, problems }: Shown, status: 200 | 409 | 422 = 200): Answer =>
  page(
    <FigurePage
      frame={frame}
      once={newOnce()}
      values={Object.fromEntries(fieldsOfFigure.map((field) => [field, typedValue(typed, field)]))}
      problems={problems}
    />,
    status,
  )

/** The question of the form: of a picture the last day is the day. */
function askedIn({ figure, from, to, by }: FigureForm, { today }: Visit): AskedIndicator {
  const split = by === '' ? [] : [by]
  if (indicators[figure].of === 'day') return { name: figure, question: onTheDay(to, split) }
  return { name: figure, question: { fromOn: from, untilOn: dateOf(plusDays(dayOf(to), 1)), on: today, by: split } }
}

const fieldOf = { 'unknown-dimension': 'by', 'day-ahead': 'to', 'end-before-start': 'to', 'too-long': 'to', 'not-begun': 'from' } as const

function publishFigure(visit: Visit, form: FigureForm, typed: Typed, report: Report): Answer {
  const { problems } = publishedTexts[visit.lang]
  const again = (field: string, text: string, status: 409 | 422 = 422) => showFigure(visit, { typed, problems: [{ field, text }] }, status)
  const asked = askedIn(form, visit)
  const problem = questionProblem(asked.name, asked.question, visit.today)
  if (problem !== null) return again(fieldOf[problem], problems[problem])
  if (isPersonal(form.note)) return again('note', problems['note-personal'])
  const work = (): Promise<PublishOutcome> => publishOne(publisherOf(visit), asked, form.note)
  return begin(visit, '/rapporter/siffra', work, report) ?? again('figure', problems['another-runs'], 409)
}

/** Registers the pages. */
export function addPublishPages(pages: Pages, report: Report): void {
  pages.post('/rapporter/publicera', publishes, publishForm, (visit, form) => publish(visit, form, report), reshowPublish)
  pages.get('/rapporter/siffra', publishes, (visit) => {
    const typed = Object.fromEntries([...visit.query].map(([name, value]) => [name, [value]]))
    return showFigure(visit, { typed, problems: [] })
  })
  pages.post(
    '/rapporter/siffra',
    publishes,
    figureForm,
    (visit, form, typed) => publishFigure(visit, form, typed, report),
    (visit, problems, typed) =>
      showFigure(
        visit,
        { typed, problems: problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) })) },
        422,
      ),
  )
}
