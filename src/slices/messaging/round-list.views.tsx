/** GET /utskick: the rounds, with where each stands and how far it has come. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Lang } from '../../kernel/lang.ts'
import { Alert } from '../../ui/alert.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState, Tag, type Tone } from '../../ui/card.tsx'
import { instantText } from '../../ui/day.texts.ts'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines } from '../../ui/table.tsx'
import { Pagination } from '../../ui/tabs.tsx'
import { numberText } from '../../ui/ui.texts.ts'
import type { ListedRound, RoundList } from './round-read.actions.ts'
import { roundTexts } from './round.texts.ts'
import { roundsPerPage, type Round, type RoundState } from './round.types.ts'

export type Told = { readonly lang: Lang; readonly today: PlainDate }

export const roundsAddress = '/utskick'
export const newRoundAddress = `${roundsAddress}/ny`
export const roundAddress = (roundId: string): string => `${roundsAddress}/${roundId}`

const tones: Readonly<Record<RoundState, Tone>> = {
  preparing: 'neutral',
  prepared: 'warning',
  released: 'info',
  done: 'success',
  cancelled: 'neutral',
}

/** Where a round stands, in words on a colour. */
export const RoundTag = ({ round, lang }: { round: Pick<Round, 'state' | 'reviewedBy'>; lang: Lang }) => {
  const t = roundTexts[lang]
  return <Tag tone={tones[round.state]}>{round.state === 'prepared' && round.reviewedBy !== null ? t.reviewed : t.states[round.state]}</Tag>
}

const rowOf = (round: ListedRound, { lang, today }: Told) => {
  const t = roundTexts[lang]
  const { messages, settled } = round
  return [
    <TwoLines below={t.kinds[round.kind]}>
      <a href={roundAddress(round.roundId)}>{round.name}</a>
    </TwoLines>,
    <RoundTag round={round} lang={lang} />,
    round.state === 'preparing' ? '–' : round.recipients,
    messages === 0 ? '–' : t.of(numberText(settled, lang), numberText(messages, lang)),
    <TwoLines below={round.preparedName ?? t.byItself}>{instantText(round.preparedAt, today, lang)}</TwoLines>,
  ]
}

const Rounds = ({ rounds, told }: { rounds: readonly ListedRound[]; told: Told }) => {
  const t = roundTexts[told.lang]
  const { round, state, recipients, sent, prepared } = t.columns
  if (rounds.length === 0) return <EmptyState title={t.empty}>{t.emptyText}</EmptyState>
  const columns = [round, state, recipients, sent, prepared].map((title) => ({ title, isNumber: title === recipients }))
  return <Table columns={columns} rows={rounds.map((one) => rowOf(one, told))} headed stacks />
}

/** The large round is offered until it has been made. */
const LargeDue = ({ lang }: { lang: Lang }) => {
  const t = roundTexts[lang]
  return (
    <Alert kind="info" title={t.largeDue}>
      <p>{t.largeDueText}</p>
      <a href={`${newRoundAddress}?slag=stor`}>{t.makeLarge}</a>
    </Alert>
  )
}

type Props = {
  readonly frame: Frame
  readonly told: Told
  readonly list: RoundList
  readonly page: number
  readonly maySet: boolean
}

/** The page. */
export const RoundsPage = ({ frame, told, list, page, maySet }: Props) => {
  const t = roundTexts[told.lang]
  return (
    <Page
      frame={frame}
      title={t.title}
      crumbs={[
        { href: '/uppsok', label: t.hub },
        { href: '', label: t.title },
      ]}
    >
      <PageHead heading={t.title} below={t.lead}>
        <LinkButton href={newRoundAddress} variant="primary">
          {t.newRound}
        </LinkButton>
        <LinkButton href={`${roundsAddress}/utlada`}>{t.outbox}</LinkButton>
        <LinkButton href={`${roundsAddress}/mallar`}>{t.templates}</LinkButton>
        {maySet && <LinkButton href={`${roundsAddress}/installningar`}>{t.settings}</LinkButton>}
      </PageHead>
      {list.isLargeDue && <LargeDue lang={told.lang} />}
      <Rounds rounds={list.rounds} told={told} />
      <Pagination page={page} pageSize={roundsPerPage} total={list.total} href={(to) => `${roundsAddress}?sida=${to}`} />
    </Page>
  )
}
