/** One youth: the verdict, the picture and table of time, and the chain that explains it. */
import { dayOf } from '../../platform/plain-date.ts'
import { Table } from '../../ui/table.tsx'
import { factText, lineText, originText, reasonText, type ChainLine } from '../law/index.ts'
import { periodsSeenOn } from '../register/index.ts'
import type { ExplainedStory, Overview } from './overview.actions.ts'
import { TimePicture } from './time-picture.tsx'

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

const Chain = ({ story: { person, explanation } }: { story: ExplainedStory }) => (
  <details>
    <summary>{explanation.covered ? `Varför finns ${person.givenName} här?` : `Varför finns ${person.givenName} inte här?`}</summary>
    <ul class="plain chain">
      {explanation.chain.map((line) => (
        <ChainItem line={line} />
      ))}
    </ul>
  </details>
)

const Verdict = ({ story: { explanation } }: { story: ExplainedStory }) => (
  <p>
    <span class={explanation.covered ? 'tag yes' : 'tag no'}>
      {explanation.covered ? 'Omfattas' : `Omfattas inte: ${reasonText(explanation.reason ?? '')}`}
    </span>
  </p>
)

const columns = ['Från', 'Till', 'Kom in', 'Lämnade'].map((title) => ({ title }))

export const StoryCard = ({ story, on }: { story: ExplainedStory; on: Overview['on'] }) => {
  const { person, explanation, title, text } = story
  const name = `${person.givenName} ${person.familyName}`.trim()
  const rows = periodsSeenOn(explanation.periods, dayOf(on)).map(({ fromOn, untilOn, entryReason, exitReason }) => [
    fromOn,
    untilOn ?? 'pågår',
    reasonText(entryReason),
    exitReason === null ? '' : reasonText(exitReason),
  ])
  return (
    <article class="card">
      <h3>{`${name}: ${title}`}</h3>
      <Verdict story={story} />
      <p class="muted">{text}</p>
      <TimePicture life={person.life} periods={explanation.periods} on={dayOf(on)} name={name} />
      <Table caption="Ansvarsperioder" columns={columns} rows={rows} empty="Inga perioder enligt det som nu är känt." />
      <Chain story={story} />
    </article>
  )
}
