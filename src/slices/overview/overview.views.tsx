/** The last run and the explained youths as HTML. */
import { dateOf, dayOf } from '../../platform/plain-date.ts'
import { Layout } from '../../ui/layout.tsx'
import { factText, lineText, originText, reasonText, type ChainLine } from '../law/index.ts'
import type { Movement, PastRun, RunReport, SourceReport } from '../matching/index.ts'
import { periodsSeenOn } from '../register/index.ts'
import type { ExplainedStory, Overview } from './overview.actions.ts'
import { TimePicture } from './time-picture.tsx'

const note = 'Allt på sidan är påhittat: kommunen, människorna och namnen. Numren är Skatteverkets testnummer.'
const count = (n: number): string => n.toLocaleString('sv-SE')

export const ErrorPage = ({ title, text }: { title: string; text: string }) => (
  <Layout title={title} place="" note="">
    <h1>{title}</h1>
    <p>{text}</p>
    <p>
      <a href="/">Till startsidan</a>
    </p>
  </Layout>
)

const MovementList = ({ title, movement }: { title: string; movement: Movement }) => (
  <section class="card">
    <h2>{`${title}: ${count(movement.total)}`}</h2>
    {movement.total === 0 ? (
      <p class="muted">Ingen den här natten.</p>
    ) : (
      <table>
        <thead>
          <tr>
            <th scope="col">Anledning</th>
            <th scope="col" class="number">
              Antal
            </th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(movement.byReason).map(([reason, n]) => (
            <tr>
              <td>{reasonText(reason)}</td>
              <td class="number">{count(n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </section>
)

const sourceStates: Readonly<Record<SourceReport['state'], string>> = {
  good: 'läst',
  stopped: 'stoppad, väntar på svar',
  refused: 'avvisad',
  'nothing-new': 'inget nytt',
}

const ageText = (days: number | null): string => (days === null ? 'aldrig' : days === 0 ? 'samma dag' : days === 1 ? 'för 1 dag sedan' : `för ${days} dagar sedan`)

const Sources = ({ sources }: { sources: readonly SourceReport[] }) => (
  <section class="card">
    <h2>Källor</h2>
    <div class="scroll" tabindex={0} role="region" aria-label="Källor, tabell som kan rullas i sidled">
      <table>
        <thead>
          <tr>
            <th scope="col">Källa</th>
            <th scope="col">Läge</th>
            <th scope="col">Läst</th>
            {['Personer', 'Rader', 'Nya', 'Ändrade', 'Avslutade', 'Avvisade', 'Undantag'].map((head) => (
              <th scope="col" class="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <tr>
              <th scope="row">{source.source}</th>
              <td>{sourceStates[source.state]}</td>
              <td>{ageText(source.ageDays)}</td>
              {[source.people, source.rows, source.new, source.changed, source.ended, source.rejected, source.exceptions].map((n) => (
                <td class="number">{count(n)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
)

const RunSection = ({ report }: { report: RunReport }) => (
  <>
    <dl class="figures">
      <div>
        <dt>omfattas nu</dt>
        <dd>{count(report.covered)}</dd>
      </div>
      <div>
        <dt>kom in</dt>
        <dd>{count(report.entered.total)}</dd>
      </div>
      <div>
        <dt>lämnade</dt>
        <dd>{count(report.left.total)}</dd>
      </div>
      <div>
        <dt>öppna undantag</dt>
        <dd>{count(report.openExceptions)}</dd>
      </div>
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

const PastRuns = ({ runs }: { runs: readonly PastRun[] }) => (
  <section class="card spaced">
    <h2>Senaste körningarna</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">Dag</th>
          <th scope="col">Läge</th>
          <th scope="col" class="number">
            Kom in
          </th>
          <th scope="col" class="number">
            Lämnade
          </th>
          <th scope="col" class="number">
            Omfattas
          </th>
        </tr>
      </thead>
      <tbody>
        {runs.map(({ on_day, state, report }) => (
          <tr>
            <th scope="row">{on_day}</th>
            <td>{runStates[state] ?? state}</td>
            <td class="number">{report === null ? '–' : count(report.entered.total)}</td>
            <td class="number">{report === null ? '–' : count(report.left.total)}</td>
            <td class="number">{report === null ? '–' : count(report.covered)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

const ChainItem = ({ line }: { line: ChainLine }) => (
  <li class={line.holds ? 'holds' : 'fails'}>
    <span class="mark" aria-hidden="true">
      {line.holds ? '✓' : '✕'}
    </span>
    <div>
      <span>{lineText(line)}</span>
      {line.facts.map((fact) => (
        <small>{`${factText(fact)} · ${originText(fact)}`}</small>
      ))}
      <small>{line.rule}</small>
    </div>
  </li>
)

const StoryCard = ({ story, on }: { story: ExplainedStory; on: Overview['on'] }) => {
  const { person, explanation } = story
  const name = `${person.givenName} ${person.familyName}`.trim()
  const periods = periodsSeenOn(explanation.periods, dayOf(on))
  return (
    <article class="card">
      <h3>{`${name}: ${story.title}`}</h3>
      <p>
        <span class={explanation.covered ? 'tag yes' : 'tag no'}>
          {explanation.covered ? 'Omfattas' : `Omfattas inte: ${reasonText(explanation.reason ?? '')}`}
        </span>
      </p>
      <p class="muted">{story.text}</p>
      <TimePicture life={person.life} periods={explanation.periods} on={dayOf(on)} name={name} />
      <table>
        <caption>Ansvarsperioder</caption>
        <thead>
          <tr>
            <th scope="col">Från</th>
            <th scope="col">Till</th>
            <th scope="col">Kom in</th>
            <th scope="col">Lämnade</th>
          </tr>
        </thead>
        <tbody>
          {periods.length === 0 && (
            <tr>
              <td colspan={4}>Inga perioder enligt det som nu är känt.</td>
            </tr>
          )}
          {periods.map((period) => (
            <tr>
              <td>{period.fromOn}</td>
              <td>{period.untilOn ?? 'pågår'}</td>
              <td>{reasonText(period.entryReason)}</td>
              <td>{period.exitReason === null ? '' : reasonText(period.exitReason)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <details>
        <summary>{explanation.covered ? `Varför finns ${person.givenName} här?` : `Varför finns ${person.givenName} inte här?`}</summary>
        <ul class="plain chain">
          {explanation.chain.map((line) => (
            <ChainItem line={line} />
          ))}
        </ul>
      </details>
    </article>
  )
}

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
    <h2 class="spaced">Fem ungdomar och varför de står på listan eller inte</h2>
    <div class="cards">
      {stories.map((story) => (
        <StoryCard story={story} on={on} />
      ))}
    </div>
  </Layout>
)
