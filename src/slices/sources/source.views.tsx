/** One source over time, and the guard's question with its answer. */
import type { Lang } from '../../kernel/lang.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, DefinitionList } from '../../ui/card.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { Pagination } from '../../ui/tabs.tsx'
import { feedTexts } from '../feeds/index.ts'
import { HealthTag, SourceAge } from './health.views.tsx'
import { inboxLink, readLink, sourceLink, sourcesPath } from './links.ts'
import { Ground, sourcesCrumbs } from './parts.views.tsx'
import { runTexts } from './run.texts.ts'
import type { ShownRead, ShownSourceHistory } from './sources.actions.ts'
import { sourcesTexts } from './sources.texts.ts'
import type { ReadLine } from './sources.types.ts'

/** Why a read ended as it did. The reason is the program's own and in Swedish; the ground is what a person wrote. */
const Why = ({ read, lang }: { read: ReadLine; lang: Lang }) => (
  <>
    {read.reason !== null && <span lang="sv">{read.reason}</span>}
    {read.answeredBy !== null && (
      <small class="below">{sourcesTexts[lang].answered(read.answeredBy, read.answeredOn ?? '', read.ground ?? '')}</small>
    )}
  </>
)

const ReadTable = ({ reads, lang }: { reads: readonly ReadLine[]; lang: Lang }) => {
  const texts = sourcesTexts[lang]
  const words = runTexts[lang]
  const columns = [
    ...[texts.day, texts.kind, texts.state].map((title) => ({ title })),
    ...[texts.people, texts.rows, texts.added, texts.changed, texts.ended, texts.rejected].map((title) => ({ title, isNumber: true })),
    { title: texts.why },
  ]
  const rows = reads.map((read) => [
    <span class="nowrap">{read.onDay}</span>,
    words.readKinds[read.kind],
    read.state === 'stopped' ? <a href={readLink(read.id)}>{words.reads.stopped}</a> : words.reads[read.state],
    read.people,
    read.rows,
    read.new,
    read.changed,
    read.ended,
    read.rejected,
    <Why read={read} lang={lang} />,
  ])
  return <Table headed stacks columns={columns} rows={rows} />
}

type SourcePageProps = { readonly frame: Frame; readonly shown: ShownSourceHistory; readonly pageSize: number }

const SourceFacts = ({ shown: { source, exceptions }, lang }: { shown: ShownSourceHistory; lang: Lang }) => {
  const texts = sourcesTexts[lang]
  const words = texts.exceptionsOf(exceptions)
  const facts = [
    { term: texts.state, value: <HealthTag health={source.health} lang={lang} /> },
    { term: texts.lastGood, value: <SourceAge source={source} lang={lang} /> },
    { term: texts.kind, value: `${feedTexts[lang][source.feed]}, ${source.isFetched ? texts.fetched : texts.byHand}` },
    { term: texts.exceptions, value: exceptions === 0 ? words : <a href={inboxLink({ kind: null, source: source.name })}>{words}</a> },
  ]
  return <DefinitionList facts={facts} />
}

/** One source. */
export const SourcePage = ({ frame, shown, pageSize }: SourcePageProps) => {
  const { lang } = frame
  const texts = sourcesTexts[lang]
  const { source, reads, total, page } = shown
  return (
    <Page frame={frame} title={texts.source} wide crumbs={sourcesCrumbs(lang, source.name)}>
      <PageHead heading={source.name} />
      <div class="stack">
        <Card>
          <SourceFacts shown={shown} lang={lang} />
        </Card>
        <Card heading={texts.reads}>
          <ReadTable reads={reads} lang={lang} />
          <Pagination page={page} pageSize={pageSize} total={total} href={(wanted) => sourceLink(source.name, wanted)} />
        </Card>
      </div>
    </Page>
  )
}

export type TypedAnswer = { readonly answer: string; readonly ground: string }

/** What became of a read that does not wait any more. */
const Answered = ({ read, typed, lang }: { read: ReadLine; typed: TypedAnswer | null; lang: Lang }) => {
  const texts = sourcesTexts[lang]
  return (
    <Alert kind={typed === null ? 'info' : 'warning'} title={texts.notWaiting}>
      <p>{`${texts.stateNow}: ${runTexts[lang].reads[read.state]}.`}</p>
      <p>{read.answeredBy === null ? texts.newerCame : texts.answeredBefore(read.answeredBy, read.answeredOn ?? '', read.ground ?? '')}</p>
      {typed !== null && (
        <>
          <p>{texts.youWrote}</p>
          <blockquote>{typed.ground}</blockquote>
        </>
      )}
      <p>
        <a href={sourcesPath}>{texts.back}</a>
      </p>
    </Alert>
  )
}

type GuardPageProps = {
  readonly frame: Frame
  readonly shown: ShownRead
  readonly mayAnswer: boolean
  readonly once: string
  readonly typed: TypedAnswer | null
  readonly problems: readonly FieldProblem[]
}

const AnswerForm = ({ frame, shown, once, typed, problems }: Omit<GuardPageProps, 'mayAnswer'>) => {
  const texts = sourcesTexts[frame.lang]
  const options = [
    { value: 'approved', label: texts.approve, hint: texts.approveHint },
    { value: 'refused', label: texts.refuse, hint: texts.refuseHint },
  ]
  return (
    <Form frame={frame} action={`${readLink(shown.read.id)}/svar`} once={once}>
      <RadioGroup
        name="answer"
        label={texts.answer}
        options={options}
        value={typed?.answer}
        required
        problem={problemOf(problems, 'answer')}
      />
      <Ground name="ground" label={texts.ground} hint={texts.groundHint} value={typed?.ground} problems={problems} />
      <Button>{texts.send}</Button>
    </Form>
  )
}

/** A read that the guard stopped: its numbers as a sentence, and the answer; or what became of it. */
export const GuardPage = ({ frame, shown, mayAnswer, once, typed, problems }: GuardPageProps) => {
  const { lang } = frame
  const texts = sourcesTexts[lang]
  const { read, waits } = shown
  return (
    <Page frame={frame} title={texts.guard} crumbs={sourcesCrumbs(lang, texts.guard)}>
      <PageHead heading={texts.guardTitle(read.source)} below={`${read.onDay}, ${runTexts[lang].readKinds[read.kind]}`} />
      <FormErrors problems={problems} />
      <Card>
        {waits === null ? (
          <Answered read={read} typed={typed} lang={lang} />
        ) : (
          <>
            <p>
              <strong>{texts.guardSentence(read.source, waits)}</strong>
            </p>
            <p>{texts.guardHelp}</p>
            {mayAnswer && <AnswerForm frame={frame} shown={shown} once={once} typed={typed} problems={problems} />}
          </>
        )}
      </Card>
    </Page>
  )
}
