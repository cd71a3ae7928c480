/** The list of answers that wait. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Card, EmptyState, Tag } from '../../ui/card.tsx'
import { instantText } from '../../ui/day.texts.ts'
import { Alert } from '../../ui/alert.tsx'
import { FormErrors } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines } from '../../ui/table.tsx'
import { AnswerText, DecideForms, type DecideDraft } from './decide.views.tsx'
import { repliesTexts } from './replies.texts.ts'
import type { WaitingAnswer } from './replies.types.ts'

type Props = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly answers: readonly WaitingAnswer[]
  readonly problem: string | null
  /** A decision that came back. */
  readonly draft: DecideDraft | null
  readonly newOnce: () => string
}

const Youth = ({ answer, lang }: { answer: WaitingAnswer; lang: Lang }) => {
  const texts = repliesTexts[lang]
  return (
    <TwoLines below={answer.staff ?? texts.nobody}>
      <a href={`/ungdomar/${answer.subjectId}`}>{answer.name}</a>
      {answer.isProtected ? [' ', <Tag tone="warning">{texts.protectedTag}</Tag>] : ''}
    </TwoLines>
  )
}

const Answers = ({ frame, today, answers, draft, newOnce }: Props) => {
  const texts = repliesTexts[frame.lang]
  const { youth, answer: title, when, decide } = texts.columns
  const rows = answers.map((answer) => [
    <Youth answer={answer} lang={frame.lang} />,
    answer.answered === null ? (
      <a href={`/ungdomar/${answer.subjectId}`}>{texts.afterSignIn}</a>
    ) : (
      <AnswerText answer={{ ...answer, answered: answer.answered }} lang={frame.lang} />
    ),
    <TwoLines below={texts.channels[answer.channel] ?? ''}>{instantText(answer.answeredAt, today, frame.lang)}</TwoLines>,
    answer.answered === null ? (
      ''
    ) : (
      <DecideForms
        answer={{ ...answer, answered: answer.answered }}
        frame={frame}
        lang={frame.lang}
        from="list"
        draft={draft}
        newOnce={newOnce}
      />
    ),
  ])
  return (
    <Card>
      <Table columns={[youth, title, when, decide].map((column) => ({ title: column }))} rows={rows} headed stacks />
    </Card>
  )
}

/** Answers that wait, the oldest first. */
export const WaitingPage = (props: Props) => {
  const { frame, answers, problem, draft } = props
  const texts = repliesTexts[frame.lang]
  const crumbs = [
    { href: '/uppsok', label: texts.hub },
    { href: '', label: texts.title },
  ]
  return (
    <Page frame={frame} title={texts.title} crumbs={crumbs}>
      <FormErrors problems={draft?.problems ?? []} />
      <PageHead heading={texts.title} below={texts.below} />
      <div class="stack">
        {problem !== null && <Alert kind="warning">{problem}</Alert>}
        {answers.length === 0 ? (
          <EmptyState title={texts.empty}>
            <p>{texts.emptyHelp}</p>
          </EmptyState>
        ) : (
          <Answers {...props} />
        )}
      </div>
    </Page>
  )
}
