/**
 * The round as it is walked: the next visit large, the others below. Drawn by the server for the page, and by the telephone itself when the
 * round is in its pocket: it is handed what is carried, and nothing else.
 */
import type { Lang } from '../../kernel/lang.ts'
import { Button } from '../../ui/button.tsx'
import { Card, Details, Tag } from '../../ui/card.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Form, problemOf, type FieldProblem } from '../../ui/form.tsx'
import { keptName, NoteWarning, type NoteDraft } from '../hygiene/index.ts'
import { cardTexts } from './cards.texts.ts'
import { fieldTexts } from './field.texts.ts'
import { baseOf, nextStop } from './pocket.rules.ts'
import { timeText } from './times.texts.ts'
import { visitTexts } from './visits.texts.ts'
import { visitResults, type Pocket, type PocketStop } from './visits.types.ts'

/** What was typed about a visit when the form was refused. */
export type FieldDraft = {
  readonly stopId: string
  readonly result: string
  readonly note: string
  readonly problems: readonly FieldProblem[]
  /** The warning of what is in the note. */
  readonly warning: NoteDraft
}

type Props = {
  readonly lang: Lang
  readonly pocket: Pocket
  readonly formToken: string
  readonly newOnce: () => string
  readonly draft: FieldDraft | null
  /** The round's day is another: nobody checks in now. */
  readonly isLate: boolean
  readonly mayWrite: boolean
}

type StopProps = Props & { readonly stop: PocketStop; readonly n: number }

const Where = ({ lang, stop }: StopProps) => (
  <>
    <p class="address">{stop.address}</p>
    <p>
      <a href={`geo:0,0?q=${encodeURIComponent(stop.address)}`}>{fieldTexts[lang].map}</a>
    </p>
  </>
)

const Clock = ({ lang, stop, pocket }: StopProps) => {
  const texts = fieldTexts[lang]
  const { checkedInAt, checkedOutAt } = stop.fields
  if (checkedInAt === null) return <p>{stop.plannedAt === null ? texts.noTime : texts.planned(stop.plannedAt)}</p>
  return (
    <>
      <p>
        <strong>{texts.checkedIn(timeText(checkedInAt))}</strong>
        {checkedOutAt !== null && ` · ${texts.checkedOut(timeText(checkedOutAt))}`}
      </p>
      {checkedOutAt === null && <p class="muted">{texts.outBy(timeText(checkedInAt + pocket.minutesInside * 60_000))}</p>}
    </>
  )
}

/** What each form carries: which visit, and what it was made from. */
const Carried = ({ stop, newOnce }: StopProps) => (
  <>
    <input type="hidden" name="stop" value={stop.stopId} />
    <input type="hidden" name="change" value={newOnce()} />
    <input type="hidden" name="version" value={String(stop.version)} />
    <input type="hidden" name="base" value={baseOf(stop.fields)} />
  </>
)

const formOf = ({ pocket, formToken, newOnce }: StopProps) => ({
  frame: { formToken },
  action: `/besok/${pocket.roundId}/falt`,
  once: newOnce(),
})

const CheckIn = (props: StopProps) => (
  <Form {...formOf(props)}>
    <Carried {...props} />
    <div class="row">
      <Button name="act" value="in">
        {fieldTexts[props.lang].checkIn}
      </Button>
    </div>
  </Form>
)

const Note = ({ lang, stop, draft }: StopProps, id: string) => {
  const texts = fieldTexts[lang]
  const own = draft?.stopId === stop.stopId ? draft : null
  const problem = own === null ? undefined : problemOf(own.problems, id)
  const value = own?.note ?? stop.fields.note
  return (
    <>
      <TextArea name="note" id={id} label={texts.note} hint={texts.noteHint} rows={2} maxlength={500} value={value} problem={problem} />
      {own !== null && <NoteWarning {...own.warning} lang={lang} id={`${keptName}-${id}`} />}
    </>
  )
}

const Skip = (props: StopProps) => (
  <Details summary={fieldTexts[props.lang].skip}>
    <Form {...formOf(props)}>
      <Carried {...props} />
      {Note(props, `skip-${props.n}`)}
      <div class="row">
        <Button variant="secondary" name="act" value="skip">
          {visitTexts[props.lang].results.notMade}
        </Button>
      </div>
    </Form>
  </Details>
)

/** Before the check-in: one button, and the way out when nobody goes there. */
const Before = (props: StopProps) => {
  const { lang, stop, isLate } = props
  return (
    <>
      {stop.why !== null && <p class="late">{cardTexts[lang].refusalHints[stop.why]}</p>}
      {stop.why === null && (isLate ? <Outcome {...props} /> : <CheckIn {...props} />)}
      <Skip {...props} />
    </>
  )
}

const OutcomeButtons = ({ lang, stop, isLate }: StopProps) => {
  const texts = fieldTexts[lang]
  const isOut = stop.fields.checkedOutAt !== null || isLate
  return (
    <div class="row">
      <Button name="act" value={isOut ? 'save' : 'save-out'}>
        {isOut ? texts.save : texts.saveOut}
      </Button>
      {!isOut && (
        <Button variant="secondary" name="act" value="out">
          {texts.checkOut}
        </Button>
      )}
      {!isOut && stop.fields.result === null && (
        <Button variant="tertiary" name="act" value="undo-in">
          {texts.undoIn}
        </Button>
      )}
    </div>
  )
}

/** How it went, in two taps: which, and save. */
const Outcome = (props: StopProps) => {
  const { lang, stop, n, draft } = props
  const own = draft?.stopId === stop.stopId ? draft : null
  const options = visitResults.map((value) => ({ value, label: visitTexts[lang].results[value] }))
  return (
    <Form {...formOf(props)}>
      <Carried {...props} />
      <RadioGroup
        name="result"
        id={`result-${n}`}
        label={fieldTexts[lang].how}
        options={options}
        value={own === null ? stop.fields.result : own.result}
        problem={own === null ? undefined : problemOf(own.problems, `result-${n}`)}
      />
      {Note(props, `note-${n}`)}
      <OutcomeButtons {...props} />
    </Form>
  )
}

const Acts = (props: StopProps) => {
  const { mayWrite, stop } = props
  if (!mayWrite) return null
  const isNew = stop.fields.checkedInAt === null && stop.fields.result === null
  return <div class="visit">{isNew ? <Before {...props} /> : <Outcome {...props} />}</div>
}

const Next = (props: Props) => {
  const { lang, pocket } = props
  const texts = fieldTexts[lang]
  const stop = nextStop(pocket)
  if (stop === null) {
    return (
      <Card heading={pocket.stops.length === 0 ? texts.none : texts.done}>
        <p>{texts.doneHint}</p>
      </Card>
    )
  }
  const whole = { ...props, stop, n: 0 }
  return (
    <section class="card next-stop" aria-label={texts.next}>
      <p class="muted">{stop.fields.checkedInAt !== null && stop.fields.checkedOutAt === null ? texts.now : texts.next}</p>
      <h2>{stop.name}</h2>
      <Where {...whole} />
      <Clock {...whole} />
      <Acts {...whole} />
    </section>
  )
}

const Row = (props: StopProps) => {
  const { lang, stop, n, draft, pocket } = props
  const { result, checkedInAt } = stop.fields
  const words = [stop.plannedAt ?? (checkedInAt === null ? '' : timeText(checkedInAt)), stop.name].filter((part) => part !== '').join(' ')
  return (
    <li>
      <details class="stop" open={draft?.stopId === stop.stopId}>
        <summary>
          <span>{`${n}. ${words}`}</span>
          {result !== null && (
            <Tag tone={result === 'reached' || result === 'declined' ? 'success' : 'neutral'}>{visitTexts[lang].results[result]}</Tag>
          )}
          {result === null && stop.why !== null && <Tag tone="warning">{cardTexts[lang].refusals[stop.why]}</Tag>}
        </summary>
        <Where {...props} />
        <Clock {...props} />
        {nextStop(pocket)?.stopId !== stop.stopId && <Acts {...props} />}
      </details>
    </li>
  )
}

/** The round as it is walked. */
export const FieldRound = (props: Props) => (
  <div class="stack">
    <Next {...props} />
    {props.pocket.stops.length > 0 && (
      <Card heading={fieldTexts[props.lang].rest}>
        <ol class="plain stops">
          {props.pocket.stops.map((stop, index) => (
            <Row {...props} stop={stop} n={index + 1} />
          ))}
        </ol>
      </Card>
    )}
  </div>
)
