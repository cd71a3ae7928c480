/** "Not right …": which line, what is wrong, which source, and the text to it. */
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { Select, TextArea } from '../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { correctionReasons, correctionTexts, type Correction } from '../corrections/index.ts'
import { NoteWarning, type NoteDraft } from '../hygiene/index.ts'
import { lineText, noFactText, plainFact, plainOrigin, type ChainLine, type Told } from '../law/index.ts'
import { mayNameNumber, sourceFor, type KnownSource } from './correct.rules.ts'
import { correctTexts } from './correct.texts.ts'
import { youthTexts } from './youth.texts.ts'
import type { ReadYouth } from './youth.types.ts'
import { aboutText, fullName, ProtectedBanner } from './youth.views.tsx'

/** The form as it was typed; `line` null: no line is chosen yet. */
export type CorrectDraft = {
  readonly line: ChainLine | null
  readonly value: (field: string) => string | null
  readonly problems: readonly FieldProblem[]
  /** The warning of what is in the note and the message. */
  readonly note: NoteDraft
}

type Props = {
  readonly frame: Frame
  readonly youth: ReadYouth
  readonly told: Told
  readonly sources: readonly KnownSource[]
  readonly draft: CorrectDraft
  /** The reader's name, under the letter. */
  readonly by: string
  readonly newOnce: () => string
}

const pathOf = ({ seen }: ReadYouth): string => `/ungdomar/${seen.subjectId}/stammer-inte`

const openCase = ({ corrections }: ReadYouth, { line }: ChainLine): Correction | null =>
  corrections.find((one) => one.line === line && one.state !== 'closed') ?? null

function factsOf({ line, facts }: ChainLine, told: Told): string[] {
  const none = noFactText(line, told.lang)
  if (facts.length === 0) return none === null ? [] : [none]
  return facts.map((fact) => `${plainFact(fact, told)} · ${plainOrigin(fact, told)}`)
}

const LineChoice = ({ youth, line, told }: { youth: ReadYouth; line: ChainLine; told: Told }) => {
  const open = openCase(youth, line)
  const texts = correctTexts[told.lang]
  return (
    <li>
      <a href={open === null ? `${pathOf(youth)}?rad=${line.line}` : `/rattelser/${open.id}`}>{lineText(line, told.lang)}</a>
      {open !== null && <small class="below">{texts.open}</small>}
      {factsOf(line, told).map((fact) => (
        <small class="below">{fact}</small>
      ))}
    </li>
  )
}

const Lines = ({ youth, told }: Pick<Props, 'youth' | 'told'>) => {
  const texts = correctTexts[told.lang]
  return (
    <Card heading={texts.which}>
      <p>{texts.whichHint}</p>
      <ul class="plain stack">
        {youth.explanation.chain.map((line) => (
          <LineChoice youth={youth} line={line} told={told} />
        ))}
      </ul>
    </Card>
  )
}

/** The proposed text, in the words of the facts that the source itself has said. */
function letterOf({ youth, told, sources, by }: Props, line: ChainLine, source: string | null): string {
  const swedish: Told = { ...told, lang: 'sv' }
  const feed = sources.find(({ name }) => name === source)?.feed ?? ''
  const { seen } = youth
  const number = mayNameNumber(feed, seen.isProtected) ? seen.number : null
  const facts = line.facts.filter((fact) => fact.source === source).map((fact) => plainFact(fact, swedish))
  return correctTexts.sv.letter(number, facts, by, told.place.name)
}

const Message = (props: Props & { line: ChainLine; source: string | null }) => {
  const { youth, told, draft, line, source } = props
  const texts = correctTexts[told.lang]
  if (youth.seen.isProtected) return <Alert kind="warning">{texts.noMessage}</Alert>
  return (
    <TextArea
      name="message"
      label={texts.message}
      hint={texts.messageHint}
      rows={12}
      maxlength={4000}
      value={draft.value('message') ?? letterOf(props, line, source)}
      problem={problemOf(draft.problems, 'message')}
    />
  )
}

type FieldsProps = Pick<Props, 'draft' | 'told' | 'sources'> & { readonly source: string | null }

const Fields = ({ draft: { value, problems }, told, sources, source }: FieldsProps) => {
  const texts = correctTexts[told.lang]
  const { reasons } = correctionTexts[told.lang]
  const given = (field: string) => ({ name: field, value: value(field), problem: problemOf(problems, field) })
  return (
    <>
      <RadioGroup
        {...given('reason')}
        label={texts.reason}
        options={correctionReasons.map((reason) => ({ value: reason, label: reasons[reason] }))}
        required
      />
      <TextArea {...given('note')} label={texts.note} hint={texts.noteHint} maxlength={2000} />
      <Select
        {...given('source')}
        label={texts.source}
        options={sources.map(({ name }) => ({ value: name, label: name }))}
        value={source}
        required
      />
    </>
  )
}

const CorrectForm = (props: Props & { line: ChainLine }) => {
  const { frame, youth, told, sources, draft, newOnce, line } = props
  const texts = correctTexts[told.lang]
  const source = draft.value('source') ?? sourceFor(line, sources)
  return (
    <Form frame={frame} action={pathOf(youth)} once={newOnce()}>
      <input type="hidden" name="line" value={line.line} />
      <Fields draft={draft} told={told} sources={sources} source={source} />
      <Message {...props} source={source} />
      <NoteWarning {...draft.note} lang={told.lang} />
      <div class="row">
        <Button>{texts.park}</Button>
        <LinkButton href={pathOf(youth)} variant="tertiary">
          {texts.otherLine}
        </LinkButton>
      </div>
    </Form>
  )
}

const OneLine = (props: Props & { line: ChainLine }) => {
  const { youth, told, sources, line } = props
  const texts = correctTexts[told.lang]
  const open = openCase(youth, line)
  const isManual = line.facts.some(({ source }) => source === 'manuellt')
  return (
    <Card heading={lineText(line, told.lang)}>
      {factsOf(line, told).map((fact) => (
        <p class="muted">{fact}</p>
      ))}
      {isManual && (
        <Alert kind="info">
          <a href={`/ungdomar/${youth.seen.subjectId}/beslut`}>{texts.manual}</a>
        </Alert>
      )}
      {open !== null && (
        <Alert kind="warning">
          {`${texts.open}. `}
          <a href={`/rattelser/${open.id}`}>{texts.toCase}</a>
        </Alert>
      )}
      {sources.length === 0 ? <p>{texts.noSources}</p> : <CorrectForm {...props} />}
    </Card>
  )
}

/** The page: first the line, then the form. */
export const CorrectPage = (props: Props) => {
  const { frame, youth, told, draft } = props
  const texts = correctTexts[told.lang]
  const crumbs = [
    { href: '/ungdomar', label: youthTexts[told.lang].list },
    { href: `/ungdomar/${youth.seen.subjectId}`, label: youthTexts[told.lang].title },
    { href: '', label: texts.title },
  ]
  return (
    <Page frame={frame} title={texts.title} crumbs={crumbs}>
      <ProtectedBanner youth={youth} lang={told.lang} />
      <FormErrors problems={draft.problems} />
      <PageHead heading={texts.title} below={`${fullName(youth, told.lang)} · ${aboutText(youth, told)}`} />
      {draft.line === null ? <Lines youth={youth} told={told} /> : <OneLine {...props} line={draft.line} />}
    </Page>
  )
}
