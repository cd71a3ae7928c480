/** The last run and the explained youths as HTML. */
import { dateOf, dayOf } from '../../platform/plain-date.ts'
import { Layout } from '../../ui/layout.tsx'
import { Rolling, Table, type Column } from '../../ui/table.tsx'
import { reasonText } from '../law/index.ts'
import type { Movement, PastRun, RunReport, SourceReport } from '../matching/index.ts'
import type { Overview } from './overview.actions.ts'
import { StoryCard } from './story.views.tsx'

const note = 'Allt på sidan är påhittat: kommunen, människorna och namnen. Numren är Skatteverkets testnummer.'

export const ErrorPage = ({ title, text }: { title: string; text: string }) => (
  <Layout title={title} place="" note="">
    <h1>{title}</h1>
    <p>{text}</p>
    <p>
      <a href="/">Till startsidan</a>
    </p>
  </Layout>
)

const numbers = (...titles: string[]): Column[] => titles.map((title) => ({ title, isNumber: true }))

const MovementList = ({ title, movement }: { title: string; movement: Movement }) => (
  <section class="card">
    <h2>{`${title}: ${movement.total.toLocaleString('sv-SE')}`}</h2>
    {movement.total === 0 ? (
      <p class="muted">Ingen den här natten.</p>
    ) : (
      <Table
        columns={[{ title: 'Anledning' }, ...numbers('Antal')]}
        rows={Object.entries(movement.byReason).map(([reason, n]) => [reasonText(reason), n])}
      />
    )}
  </section>
)

const sourceStates: Readonly<Record<SourceReport['state'], string>> = {
  good: 'läst',
  stopped: 'stoppad, väntar på svar',
  refused: 'avvisad',
  failed: 'internt fel',
  'nothing-new': 'inget nytt',
}

function ageText(days: number | null): string {
  if (days === null) return 'aldrig'
  if (days === 0) return 'samma dag'
  return days === 1 ? 'för 1 dag sedan' : `för ${days} dagar sedan`
}

const Sources = ({ sources }: { sources: readonly SourceReport[] }) => (
  <section class="card">
    <h2>Källor</h2>
    <Rolling label="Källor, tabell som kan rullas i sidled">
      <Table
        headed
        empty="Inga källor lästes."
        columns={[
          { title: 'Källa' },
          { title: 'Läge' },
          { title: 'Läst' },
          ...numbers('Personer', 'Rader', 'Nya', 'Ändrade', 'Avslutade', 'Avvisade', 'Undantag'),
        ]}
        rows={sources.map((one) => [
          one.source,
          sourceStates[one.state],
          ageText(one.ageDays),
          one.people,
          one.rows,
          one.new,
          one.changed,
          one.ended,
          one.rejected,
          one.exceptions,
        ])}
      />
    </Rolling>
  </section>
)

const Figure = ({ name, value }: { name: string; value: number }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value.toLocaleString('sv-SE')}</dd>
  </div>
)

const RunSection = ({ report }: { report: RunReport }) => (
  <>
    <dl class="figures">
      <Figure name="omfattas nu" value={report.covered} />
      <Figure name="kom in" value={report.entered.total} />
      <Figure name="lämnade" value={report.left.total} />
      <Figure name="öppna undantag" value={report.openExceptions} />
    </dl>
    <div class="cards">
      <MovementList title="Kom in" movement={report.entered} />
      <MovementList title="Lämnade" movement={report.left} />
    </div>
    <Sources sources={report.sources} />
  </>
)

const runStates: Readonly<Record<string, string>> = {
  running: 'pågår',
  done: 'klar',
  exceptions: 'klar, med undantag',
  refused: 'en källa avvisad',
  stopped: 'en källa stoppad av spärren',
  failed: 'misslyckades',
  interrupted: 'avbröts',
}

const pastRow = ({ on_day, state, report }: PastRun): (string | number)[] => [
  on_day,
  runStates[state] ?? state,
  ...(report === null ? ['–', '–', '–'] : [report.entered.total, report.left.total, report.covered]),
]

const PastRuns = ({ runs }: { runs: readonly PastRun[] }) => (
  <section class="card spaced">
    <h2>Senaste körningarna</h2>
    <Table headed columns={[{ title: 'Dag' }, { title: 'Läge' }, ...numbers('Kom in', 'Lämnade', 'Omfattas')]} rows={runs.map(pastRow)} />
  </section>
)

export const OverviewPage = ({ name, on, report, runs, stories }: Overview) => (
  <Layout title="Nattens samkörning" place={name} note={note}>
    <h1>Nattens samkörning</h1>
    {report === null ? (
      <p>Ingen samkörning har gjorts än.</p>
    ) : (
      <>
        <p class="muted">{`Körning ${report.runId}, ${dateOf(dayOf(on))}, tog ${report.seconds.toLocaleString('sv-SE')} sekunder.`}</p>
        <RunSection report={report} />
        <PastRuns runs={runs} />
      </>
    )}
    <h2 class="spaced">Varför står de på listan, eller inte?</h2>
    <div class="cards">
      {stories.map((story) => (
        <StoryCard story={story} on={on} />
      ))}
    </div>
  </Layout>
)
