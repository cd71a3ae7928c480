/** The signals that the reader's processes have: what is new to acknowledge, and what goes on. */
import { Alert } from '../../../ui/alert.tsx'
import { Button } from '../../../ui/button.tsx'
import { EmptyState, Tag } from '../../../ui/card.tsx'
import { Form } from '../../../ui/form.tsx'
import { Table, TwoLines } from '../../../ui/table.tsx'
import { followupTexts } from '../followup.texts.ts'
import { areaName } from '../instrument/points.texts.ts'
import { peopleTexts } from '../people/people.texts.ts'
import type { SectionFrame } from '../section.ts'
import { Shell } from '../shell.views.tsx'
import type { Assignment, Assignments } from './assignments.actions.ts'
import { StateTag } from './signal.views.tsx'

export const assignmentTexts = {
  sv: {
    title: 'Mina uppdrag',
    lead: 'Här är de ungdomar som din process följer upp. Kvittera nya uppdrag, så ser myndigheten att de har kommit fram.',
    columns: ['Ungdom', 'Område', 'Process', 'Sedan', 'Läge'],
    acknowledge: 'Kvittera',
    what: (area: string, name: string) => `Kvittera ${area}: ${name}`,
    done: 'Uppdraget är kvitterat.',
    empty: 'Inga uppdrag nu',
    hint: 'När myndigheten ger din process en signal står den här.',
    refused: 'Inget ändrades',
  },
  en: {
    title: 'My assignments',
    lead: 'These are the youths that your process follows up. Acknowledge new assignments, so that the authority process sees that they have arrived.',
    columns: ['Youth', 'Area', 'Process', 'Since', 'State'],
    acknowledge: 'Acknowledge',
    what: (area: string, name: string) => `Acknowledge ${area}: ${name}`,
    done: 'The assignment is acknowledged.',
    empty: 'No assignments now',
    hint: 'When the authority process gives your process a signal, it is listed here.',
    refused: 'Nothing was changed',
  },
} as const

type Props = { readonly shown: SectionFrame; readonly read: Assignments; readonly refusal: string | null }

const nameOf = ({ givenName, familyName }: Assignment['youth']): string => `${givenName} ${familyName}`

const Standing = ({ shown: { frame, lang, newOnce }, read, of: { youth, signal } }: Props & { readonly of: Assignment }) => {
  const t = assignmentTexts[lang]
  if (signal.state !== 'confirmed') return <StateTag lang={lang} state={signal.state} />
  const label = t.what(areaName(read.instrument, signal.area, lang), nameOf(youth))
  return (
    <Form frame={frame} action={`/uppfoljning/ungdom/${youth.id}/uppdrag/${signal.signalId}`} once={newOnce()} label={label} inline>
      <Button variant="secondary">{t.acknowledge}</Button>
    </Form>
  )
}

const cellsOf = (props: Props, of: Assignment) => {
  const { youth, signal } = of
  const { lang } = props.shown
  const link = <a href={`/uppfoljning/ungdom/${youth.id}`}>{nameOf(youth)}</a>
  return [
    youth.protection === 'none' ? link : <TwoLines below={<Tag tone="warning">{peopleTexts[lang].protectedTag}</Tag>}>{link}</TwoLines>,
    areaName(props.read.instrument, signal.area, lang),
    followupTexts[lang].processes[signal.recipient],
    signal.heldFrom,
    <Standing {...props} of={of} />,
  ]
}

/** GET /uppfoljning/uppdrag. */
export const AssignmentsPage = (props: Props) => {
  const { shown, read, refusal } = props
  const { frame, lang, may } = shown
  const t = assignmentTexts[lang]
  const rows = read.all.map((of) => cellsOf(props, of))
  return (
    <Shell frame={frame} part="assignments" may={may} heading={t.title} below={t.lead}>
      {refusal !== null && (
        <Alert kind="warning" title={t.refused} live>
          <p>{refusal}</p>
        </Alert>
      )}
      {rows.length === 0 ? (
        <EmptyState title={t.empty}>
          <p>{t.hint}</p>
        </EmptyState>
      ) : (
        <Table columns={t.columns.map((title) => ({ title }))} rows={rows} headed stacks isWorklist />
      )}
    </Shell>
  )
}
