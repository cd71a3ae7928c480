/** Keys: our own with its fingerprint, and those of others. */
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { Confirm, Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines } from '../../ui/table.tsx'
import type { Keys } from './key.actions.ts'
import { keyTexts } from './key.texts.ts'
import { keysPath } from './desk.views.tsx'

type Props = {
  readonly frame: Frame
  readonly keys: Keys
  readonly typed: (field: string) => string
  readonly problems: readonly FieldProblem[]
  readonly newOnce: () => string
}

/** What is read out, and what is handed over. */
const OwnKey = ({ own, lang }: { readonly own: NonNullable<Keys['own']>; readonly lang: Frame['lang'] }) => (
  <>
    <p>
      <strong>{keyTexts[lang].fingerprint}</strong>
      <br />
      <code>{own.fingerprint}</code>
    </p>
    <p>
      <strong>{keyTexts[lang].ownText}</strong>
      <br />
      <code class="below">{own.text}</code>
    </p>
  </>
)

const Own = ({ frame, keys: { own }, newOnce }: Props) => {
  const texts = keyTexts[frame.lang]
  return (
    <Card heading={texts.own}>
      {own === null ? <p>{texts.ownNone}</p> : <OwnKey own={own} lang={frame.lang} />}
      <Confirm
        frame={frame}
        action={`${keysPath}/nya`}
        once={newOnce()}
        label={own === null ? texts.make : texts.remake}
        question={texts.makeQuestion}
        confirm={texts.makeDo}
      />
    </Card>
  )
}

const Partners = ({ frame, keys: { partners }, newOnce }: Props) => {
  const texts = keyTexts[frame.lang]
  const rows = partners.map(({ municipality, fingerprint, byName, comparedOn }) => [
    municipality,
    <code>{fingerprint}</code>,
    <TwoLines below={shortDay(comparedOn, frame.lang)}>{byName}</TwoLines>,
    <Confirm
      frame={frame}
      action={`${keysPath}/${municipality}/bort`}
      once={newOnce()}
      label={`${texts.drop} ${municipality}`}
      question={texts.dropQuestion}
      confirm={texts.dropDo}
    />,
  ])
  return (
    <Card heading={texts.partners}>
      <Table columns={texts.columns.map((title) => ({ title }))} rows={rows} empty={texts.none} headed stacks />
    </Card>
  )
}

const Add = ({ frame, typed, problems, newOnce }: Props) => {
  const texts = keyTexts[frame.lang]
  return (
    <Card heading={texts.add}>
      <Form frame={frame} action={`${keysPath}/kommun`} once={newOnce()}>
        <TextArea name="key" label={texts.key} value={typed('key')} maxlength={500} problem={problemOf(problems, 'key')} />
        <Field
          name="fingerprint"
          label={texts.heard}
          hint={texts.heardHint}
          value={typed('fingerprint')}
          maxlength={80}
          problem={problemOf(problems, 'fingerprint')}
        />
        <Button>{texts.save}</Button>
      </Form>
    </Card>
  )
}

/** The page. */
export const KeysPage = (props: Props) => {
  const { frame, problems } = props
  const texts = keyTexts[frame.lang]
  const crumbs = [
    { href: '/samverkan', label: texts.together },
    { href: '', label: texts.title },
  ]
  return (
    <Page frame={frame} title={texts.title} crumbs={crumbs}>
      <FormErrors problems={problems} />
      <PageHead heading={texts.title} below={texts.lead} />
      <div class="stack">
        <Own {...props} />
        <Partners {...props} />
        <Add {...props} />
      </div>
    </Page>
  )
}
