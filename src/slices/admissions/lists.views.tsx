/** Admission lists: those that have been read, the form for another, and what came of it. */
import type { PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, Details } from '../../ui/card.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Field, TextArea } from '../../ui/field.tsx'
import { Confirm, Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines } from '../../ui/table.tsx'
import { rounds, type ReadList } from './admissions.types.ts'
import type { ListRead } from './list.actions.ts'
import { listTexts } from './lists.texts.ts'
import { radarTexts } from './radar.texts.ts'
import { radarPath } from './radar.views.tsx'

export const listsPath = `${radarPath}/listor`

type Props = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly lists: readonly ReadList[]
  readonly typed: (field: string) => string
  readonly problems: readonly FieldProblem[]
  readonly newOnce: () => string
  readonly mayRadar: boolean
}

/** Whoever may not open the radar comes from the sources. */
const crumbsOf = (lang: Frame['lang'], mayRadar: boolean) => [
  mayRadar ? { href: radarPath, label: radarTexts[lang].title } : { href: '/kallor', label: listTexts[lang].sources },
  { href: '', label: listTexts[lang].title },
]

const TakeBack = ({ frame, newOnce, list: { listId, takenBack } }: Props & { readonly list: ReadList }) => {
  const texts = listTexts[frame.lang]
  if (takenBack !== null) return <span class="muted">{texts.takenBack(shortDay(takenBack.on, frame.lang), takenBack.byName ?? '')}</span>
  return (
    <Confirm
      frame={frame}
      action={`${listsPath}/${listId}/ta-tillbaka`}
      once={newOnce()}
      label={texts.takeBack}
      question={texts.takeBackQuestion}
      confirm={texts.takeBackDo}
    />
  )
}

const Read = (props: Props) => {
  const {
    frame: { lang },
    lists,
  } = props
  const texts = listTexts[lang]
  const columns = Object.values(texts.columns).map((title, index) => ({ title, isNumber: index >= 2 && index <= 4 }))
  const rows = lists.map((list) => [
    list.takenBack === null ? radarTexts[lang].rounds[list.round] : <s>{radarTexts[lang].rounds[list.round]}</s>,
    shortDay(list.on, lang),
    list.rows,
    list.unknownPeople,
    list.unreadable,
    <TwoLines below={list.byName ?? ''}>{shortDay(list.readOn, lang)}</TwoLines>,
    <TakeBack {...props} list={list} />,
  ])
  return <Table columns={columns} rows={rows} empty={texts.none} headed stacks />
}

const OwnColumns = ({ frame: { lang }, typed, problems }: Props) => {
  const texts = listTexts[lang]
  return (
    <Details summary={texts.words} open={problemOf(problems, 'words') !== undefined}>
      <Field name="numberColumn" label={texts.numberColumn} hint={texts.columnHint} value={typed('numberColumn')} maxlength={60} />
      <Field name="stateColumn" label={texts.stateColumn} hint={texts.columnHint} value={typed('stateColumn')} maxlength={60} />
      <TextArea
        name="words"
        label={texts.words}
        hint={texts.wordsHint}
        value={typed('words')}
        maxlength={500}
        problem={problemOf(problems, 'words')}
      />
    </Details>
  )
}

const NewList = (props: Props) => {
  const { frame, today, typed, problems, newOnce } = props
  const texts = listTexts[frame.lang]
  const options = rounds.map((value) => ({ value, label: radarTexts[frame.lang].rounds[value] }))
  const at = (name: string) => ({ name, problem: problemOf(problems, name) })
  return (
    <Card heading={texts.add}>
      <Form frame={frame} action={listsPath} once={newOnce()} sendsFiles>
        <RadioGroup {...at('round')} label={texts.round} options={options} value={typed('round')} />
        <Field {...at('on')} type="date" label={texts.on} hint={texts.onHint} value={typed('on')} max={today} />
        <Field {...at('file')} type="file" label={texts.file} hint={texts.fileHint} accept=".csv,.txt,text/csv,text/plain" />
        <OwnColumns {...props} />
        <Button>{texts.read}</Button>
      </Form>
    </Card>
  )
}

/** The page. */
export const ListsPage = (props: Props) => {
  const { frame, problems, mayRadar } = props
  const texts = listTexts[frame.lang]
  return (
    <Page frame={frame} title={texts.title} crumbs={crumbsOf(frame.lang, mayRadar)}>
      <FormErrors problems={problems} />
      <PageHead heading={texts.title} below={texts.lead} />
      <div class="stack">
        <Card>
          <Read {...props} />
        </Card>
        <NewList {...props} />
      </div>
    </Page>
  )
}

const shownFaults = 50

type ReadProps = { readonly frame: Frame; readonly read: ListRead; readonly mayRadar: boolean }

/** What came of reading a list: the rows that could not be used, by where they stand. */
export const ListReadPage = ({ frame, read, mayRadar }: ReadProps) => {
  const { count, answers, unknown, before, faults } = read
  const texts = listTexts[frame.lang]
  const below = before === null ? texts.readText(count, answers, unknown) : texts.readAgainText(shortDay(before, frame.lang), answers)
  return (
    <Page frame={frame} title={texts.readTitle} crumbs={crumbsOf(frame.lang, mayRadar)}>
      <PageHead heading={texts.readTitle} below={below} />
      <div class="stack">
        {faults.length > 0 && (
          <Alert kind="warning" title={texts.faultsTitle}>
            <ul>
              {faults.slice(0, shownFaults).map(({ reference, fault }) => (
                <li>{`${reference}: ${texts.faults[fault]}`}</li>
              ))}
            </ul>
            {faults.length > shownFaults && <p>{texts.more(faults.length - shownFaults)}</p>}
          </Alert>
        )}
        <div class="row">
          {mayRadar && (
            <LinkButton href={radarPath} variant="primary">
              {radarTexts[frame.lang].title}
            </LinkButton>
          )}
          <LinkButton href={listsPath}>{texts.back}</LinkButton>
        </div>
      </div>
    </Page>
  )
}
