/** A signal told: where it comes from, who has it, how it stands, what has happened; and the card on the youth's page. */
import { followupTexts } from '../followup.texts.ts'
import { signalTexts } from './signals.texts.ts'
import type { Lang } from '../../../kernel/lang.ts'
import { Card, DefinitionList, Details, Tag, type Tone } from '../../../ui/card.tsx'
import { Table } from '../../../ui/table.tsx'
import { quarterText } from '../calendar/calendar.texts.ts'
import { areaName, lowSide, pointsIn } from '../instrument/points.texts.ts'
import type { SectionFrame } from '../section.ts'
import type { TracedSignal } from './pages.actions.ts'
import { isOpen } from './signals.rules.ts'
import { signalPageTexts } from './pages.texts.ts'
import type { DoneAct, Signal, SignalState } from './signals.types.ts'

const tones: Readonly<Record<SignalState, Tone>> = {
  proposed: 'warning',
  confirmed: 'info',
  acknowledged: 'accent',
  dismissed: 'neutral',
  ended: 'neutral',
}

/** How it stands, in words on a colour. */
export const StateTag = ({ lang, state }: { readonly lang: Lang; readonly state: SignalState }) => (
  <Tag tone={tones[state]}>{signalTexts[lang].states[state]}</Tag>
)

function originText({ origin, area }: Signal, { instrument }: TracedSignal, lang: Lang): string {
  const t = signalPageTexts[lang]
  if (origin.kind === 'added') return t.added(origin.ground)
  const direction = instrument.areas.find(({ key }) => key === area)?.direction ?? 'below'
  const side = lowSide({ threshold: origin.threshold, direction }, lang)
  return t.scored(quarterText(origin.quarter, lang), pointsIn(origin.points, lang), side)
}

type FactsProps = { readonly lang: Lang; readonly traced: TracedSignal; readonly youthId: string }

/** What is known of the signal. */
export const SignalFacts = ({ lang, traced, youthId }: FactsProps) => {
  const { signal } = traced
  const t = signalPageTexts[lang]
  const { origin } = signal
  const told = originText(signal, traced, lang)
  const path = `/uppfoljning/ungdom/${youthId}/bedomningar`
  const facts = [
    { term: t.facts.origin, value: origin.kind === 'added' ? told : <a href={`${path}/${origin.assessmentId}`}>{told}</a> },
    { term: t.facts.recipient, value: followupTexts[lang].processes[signal.recipient] },
    ...(signal.fromOn === null ? [] : [{ term: t.facts.from, value: signal.fromOn }]),
    ...(signal.acknowledgedOn === null ? [] : [{ term: t.facts.acknowledged, value: signal.acknowledgedOn }]),
    ...(signal.endedOn === null ? [] : [{ term: t.facts.ended, value: signal.endedOn }]),
  ]
  return <DefinitionList facts={facts} />
}

/** What has been done with it, in order. */
export const SignalHistory = ({ lang, acts }: { readonly lang: Lang; readonly acts: readonly DoneAct[] }) => {
  const t = signalPageTexts[lang]
  if (acts.length === 0) return null
  const whatOf = ({ kind, recipient }: DoneAct): string =>
    recipient === null ? signalTexts[lang].acts[kind] : `${signalTexts[lang].acts[kind]}: ${followupTexts[lang].processes[recipient]}`
  const rows = acts.map((act) => [act.on, whatOf(act), act.byName, act.ground === '' ? '–' : act.ground])
  return (
    <Details summary={t.history}>
      <Table columns={t.historyColumns.map((title) => ({ title }))} rows={rows} headed stacks />
    </Details>
  )
}

type CardProps = { readonly shown: SectionFrame; readonly youthId: string; readonly traced: readonly TracedSignal[] }

/** The signals that are open, on the youth's page: all of them for the authority process, the own ones for the others. */
export const SignalCard = ({ shown: { lang, may }, youthId, traced }: CardProps) => {
  const t = signalPageTexts[lang]
  const open = traced.filter(({ signal }) => isOpen(signal))
  const action = may('followup.signal') ? <a href={`/uppfoljning/ungdom/${youthId}/signaler`}>{t.all}</a> : undefined
  const columns = [t.area, t.facts.recipient, t.facts.from, t.state].map((title) => ({ title }))
  const rows = open.map(({ signal, instrument }) => [
    areaName(instrument, signal.area, lang),
    followupTexts[lang].processes[signal.recipient],
    signal.fromOn ?? '–',
    <StateTag lang={lang} state={signal.state} />,
  ])
  return (
    <Card heading={t.title} action={action}>
      <Table columns={columns} rows={rows} empty={traced.length === 0 ? t.none : t.noneOpen} headed stacks />
    </Card>
  )
}
