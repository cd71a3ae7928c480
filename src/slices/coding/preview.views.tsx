/** The second page: what will be written and why, what is left to ask, and the one press that saves it. */
import type { PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, DefinitionList } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Field, TextArea } from '../../ui/field.tsx'
import { Form, problemOf } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { NoteWarning, type ShownFlag } from '../hygiene/index.ts'
import { ladderTexts } from '../ladder/index.ts'
import type { Item } from '../measures/index.ts'
import { outcomeOf } from './codes.rules.ts'
import { codingTexts } from './coding.texts.ts'
import type { Convention } from './coding.types.ts'
import { asksOf, isMoment, type WillWrite } from './draft.rules.ts'
import { codingPath, type TypedCoding } from './event-form.views.tsx'
import { measureText, occupationText, upper } from './line.texts.ts'
import { wordTexts } from './words.texts.ts'

export type PreviewProps = {
  readonly frame: Frame
  readonly subjectId: string
  readonly will: WillWrite
  readonly on: PlainDate
  readonly convention: Convention
  readonly items: readonly Item[]
  readonly typed: TypedCoding
  readonly flags: readonly ShownFlag[]
  readonly isKept: boolean
  readonly once: string
}

function factsOf({ frame: { lang }, will: { codes, heard }, on, items }: PreviewProps) {
  const t = codingTexts[lang]
  const { channels, outcomes } = ladderTexts[lang]
  const contact =
    heard.channel === null ? t.noContact : `${channels[heard.channel]}, ${outcomes[outcomeOf(heard, codes)]}, ${shortDay(on, lang)}`
  const waits = items.find(({ key }) => key === codes.measure?.item)?.needsDecision === true
  const measure = measureText(codes.measure, items, lang)
  return [
    { term: t.parts.occupation, value: upper(occupationText(codes.occupation, lang)) },
    { term: t.parts.measure, value: upper(waits ? `${measure} (${t.waits})` : measure) },
    { term: t.parts.contact, value: upper(contact) },
    { term: t.parts.coverage, value: upper(codes.endsCoverage ? t.ends : t.stays) },
  ]
}

const carried = ['event', 'on', 'at', 'heard'] as const

const Carried = ({ typed, convention }: Pick<PreviewProps, 'typed' | 'convention'>) => (
  <>
    {carried.map((name) => (
      <input type="hidden" name={name} value={typed.value(name)} />
    ))}
    <input type="hidden" name="convention" value={convention.key} />
    <input type="hidden" name="version" value={String(convention.version)} />
  </>
)

const Later = ({ frame: { lang }, will: { codes }, typed: { value, problems }, flags, isKept }: PreviewProps) => {
  const t = codingTexts[lang]
  const asks = asksOf(codes, isMoment(codes.measure?.item ?? null))
  const given = (field: string) => ({ name: field, value: value(field), problem: problemOf(problems, field) })
  return (
    <>
      {(asks.since || asks.until) && (
        <div class="row">
          {asks.since && <Field {...given('sinceOn')} type="date" label={t.since} hint={t.sinceHint} required={false} />}
          {asks.until && <Field {...given('untilOn')} type="date" label={t.until} hint={t.untilHint} required={false} />}
        </div>
      )}
      {asks.ground && <TextArea {...given('ground')} label={t.ground} hint={t.groundHint} maxlength={1000} rows={3} required />}
      {asks.ground && <NoteWarning flags={flags} lang={lang} isKept={isKept} />}
    </>
  )
}

/** What will be written, the sentence that says why, and the form that saves it. */
export const PreviewCard = (props: PreviewProps) => {
  const { frame, subjectId, will, convention, typed, once } = props
  const { lang } = frame
  const t = codingTexts[lang]
  return (
    <Card heading={t.willWrite}>
      <DefinitionList facts={factsOf(props)} />
      <div class="spaced">
        <Alert kind={will.codes.endsCoverage ? 'warning' : 'info'} title={t.why}>
          <p>{wordTexts[lang].because[will.codes.because]}</p>
          <p class="muted">{t.by(t.conventionName(convention), convention.version)}</p>
        </Alert>
      </div>
      <div class="spaced">
        <Form frame={frame} action={`${codingPath(subjectId)}/spara`} once={once} label={t.willWrite}>
          <Carried typed={typed} convention={convention} />
          <Later {...props} />
          <div class="row">
            <Button>{t.save}</Button>
            <Button variant="tertiary" formaction={`${codingPath(subjectId)}/andra`}>
              {t.change}
            </Button>
          </div>
        </Form>
      </div>
    </Card>
  )
}
