/** Parts of the outbox beside its list: how far sending has come, what stands in the way, and the print folders. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { Card, Tag } from '../../ui/card.tsx'
import { instantText } from '../../ui/day.texts.ts'
import { Confirm } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Table } from '../../ui/table.tsx'
import { numberText } from '../../ui/ui.texts.ts'
import { problemText } from './names.texts.ts'
import { outboxAddress } from './outbox-address.ts'
import { isMendable, progressOf } from './outbox.rules.ts'
import { outboxTexts } from './outbox.texts.ts'
import type { Outbox, OutboxFilter, OutboxFolder, OutboxProblem } from './outbox.types.ts'

export type Told = { readonly lang: Lang; readonly today: PlainDate }

/** Which channels are set up: what goes by the others waits. */
export type SetUp = { readonly sms: boolean; readonly email: boolean }

/** How far sending has come, while something leaves. */
export const ProgressCard = ({ outbox, filter, lang }: { outbox: Outbox; filter: OutboxFilter; lang: Lang }) => {
  const texts = outboxTexts[lang]
  const { all, done } = progressOf(outbox.counts)
  const text = texts.progress(numberText(done, lang), numberText(all, lang))
  return (
    <Card heading={texts.progressHeading}>
      <p role="status">{text}</p>
      <p>
        <progress max={Math.max(all, 1)} value={done} aria-label={texts.progressHeading}>
          {text}
        </progress>
      </p>
      <p class="muted">{texts.progressHint}</p>
      <a href={outboxAddress(filter)}>{texts.reload}</a>
    </Card>
  )
}

/** Channels that messages wait for because nobody has set them up. */
export const NotSetUp = ({ setUp, lang }: { setUp: SetUp; lang: Lang }) => {
  const { notSetUp } = outboxTexts[lang]
  const missing = [...(setUp.sms ? [] : [notSetUp.sms]), ...(setUp.email ? [] : [notSetUp.email])]
  if (missing.length === 0) return null
  return (
    <Alert kind="warning">
      {missing.map((one) => (
        <p>{one}</p>
      ))}
    </Alert>
  )
}

const Problem = ({ one, lang }: { one: OutboxProblem; lang: Lang }) => {
  const texts = outboxTexts[lang]
  const { what, advice } = problemText(one.problem, lang)
  const then = one.state === 'queued' && advice === '' ? texts.byItself : one.state === 'unsure' ? `${texts.decides} ${advice}` : advice
  return (
    <li>
      {texts.problem(numberText(one.n, lang), what)}
      {then !== '' && <small class="below">{then}</small>}
    </li>
  )
}

type ProblemsProps = {
  readonly frame: Frame
  readonly outbox: Outbox
  readonly filter: OutboxFilter
  readonly once: string
}

/** What stands in the way of how many, and the way to send again what can be. */
export const ProblemsCard = ({ frame, outbox: { problems }, filter, once }: ProblemsProps) => {
  const { lang } = frame
  const texts = outboxTexts[lang]
  if (problems.length === 0) return null
  const { retryAll: label, retryQuestion: question, retryDo: confirm } = texts
  const asked = { label, question, confirm, frame, action: '/utskick/utlada/igen', once }
  return (
    <Card heading={texts.problemsHeading}>
      <ul>
        {problems.map((one) => (
          <Problem one={one} lang={lang} />
        ))}
      </ul>
      {problems.some(({ state, problem }) => state === 'failed' && isMendable(problem)) && (
        <Confirm {...asked}>
          <input type="hidden" name="back" value={outboxAddress(filter)} />
        </Confirm>
      )}
    </Card>
  )
}

const folderState = ({ closedAt, problem }: OutboxFolder, { lang, today }: Told) => {
  const texts = outboxTexts[lang]
  if (closedAt !== null) return texts.folderReady(instantText(closedAt, today, lang))
  if (problem === null) return <Tag tone="info">{texts.folderOpen}</Tag>
  return <Tag tone="warning">{problemText(problem, lang).what}</Tag>
}

/** The print folders: those that are written, and the latest. */
export const FoldersCard = ({ folders, told }: { folders: readonly OutboxFolder[]; told: Told }) => {
  const texts = outboxTexts[told.lang]
  if (folders.length === 0) return null
  const { folder, round, letters, state } = texts.folderColumns
  const columns = [{ title: folder }, { title: round }, { title: letters, isNumber: true }, { title: state }]
  return (
    <Card heading={texts.foldersHeading}>
      <p class="muted">{texts.foldersLead}</p>
      <Table
        columns={columns}
        rows={folders.map((one) => [one.folder, one.round ?? texts.single, one.letters, folderState(one, told)])}
        headed
        stacks
      />
    </Card>
  )
}
