/** The summary of an absence: what happened with each youth meanwhile. */
import type { Lang } from '../../kernel/lang.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, EmptyState, Figures, Tag, type Figure } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines, type Cell } from '../../ui/table.tsx'
import { ladderTexts } from '../ladder/index.ts'
import { reasonText } from '../law/index.ts'
import { teamPaths } from './cover.paths.ts'
import { coverTexts } from './cover.texts.ts'
import { daysText } from './span.texts.ts'
import { happeningKinds } from './summary.rules.ts'
import type { Happening, Summary, YouthMeanwhile } from './summary.types.ts'

type Props = { readonly frame: Frame; readonly summary: Summary; readonly newOnce: () => string }

function whatText(happening: Happening, lang: Lang): string {
  const t = coverTexts[lang]
  switch (happening.kind) {
    case 'reached':
    case 'attempt': {
      const { channels, outcomes, occupations } = ladderTexts[lang]
      const said = happening.occupation === null ? [] : [`”${occupations[happening.occupation]}”`]
      return [channels[happening.channel], outcomes[happening.outcome], ...said, t.by(happening.by)].join(', ')
    }
    case 'reply':
      return happening.isOpen ? t.replyOpen : t.replyDone
    case 'given':
    case 'taken':
      return t[happening.kind]
    case 'entered':
    case 'left':
      return t[happening.kind](reasonText(happening.reason, lang))
  }
}

function rowOf({ subjectId, givenName, familyName, isProtected, staff, happenings }: YouthMeanwhile, lang: Lang): Cell[] {
  const t = coverTexts[lang]
  const name = (
    <>
      <a href={`/ungdomar/${subjectId}`}>{`${givenName} ${familyName}`.trim()}</a>
      {isProtected ? [' ', <Tag tone="warning">{t.protectedTag}</Tag>] : ''}
    </>
  )
  const isTaken = happenings.at(-1)?.kind === 'taken' && staff !== null
  return [
    isTaken ? <TwoLines below={t.nowWith(staff)}>{name}</TwoLines> : name,
    <ul class="plain">
      {happenings.map((one) => (
        <li>{t.said(shortDay(one.on, lang), whatText(one, lang))}</li>
      ))}
    </ul>,
  ]
}

const Read = ({ frame, summary, newOnce }: Props) => {
  const t = coverTexts[frame.lang]
  if (!summary.isOver) return <p class="muted">{t.ongoing}</p>
  if (summary.isRead) return <p class="muted">{t.isRead}</p>
  return (
    <Form frame={frame} action={teamPaths.summary(summary.absenceId)} once={newOnce()}>
      <div>
        <Button>{t.markRead}</Button>
      </div>
    </Form>
  )
}

const figuresOf = ({ counts, outside }: Summary, lang: Lang): Figure[] => {
  const t = coverTexts[lang]
  const inside = happeningKinds.filter((kind) => counts[kind] > 0).map((kind) => ({ label: t.counts[kind], value: counts[kind] }))
  return outside === 0 ? inside : [...inside, { label: t.outsideGroup, value: outside }]
}

const Youths = ({ frame: { lang }, summary }: Props) => {
  const { youths, isCut } = summary
  const t = coverTexts[lang]
  if (youths.length === 0) {
    return (
      <EmptyState title={t.quiet}>
        <p>{t.quietText}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <Figures figures={figuresOf(summary, lang)} />
      {isCut && <Alert kind="warning">{t.cut}</Alert>}
      <Card>
        <Table columns={[{ title: t.youth }, { title: t.happened }]} rows={youths.map((youth) => rowOf(youth, lang))} headed stacks />
      </Card>
    </>
  )
}

/** GET /arbetslag/franvaro/:id/sammanfattning */
export const SummaryPage = (props: Props) => {
  const { frame, summary } = props
  const { lang } = frame
  const t = coverTexts[lang]
  return (
    <Page
      frame={frame}
      title={t.summaryTitle}
      crumbs={[
        { href: teamPaths.team, label: t.title },
        { href: '', label: t.summaryTitle },
      ]}
    >
      <PageHead heading={t.summaryTitle} below={t.summaryBelow(daysText(summary, lang), summary.substitute)} />
      <div class="stack">
        <Youths {...props} />
        <Read {...props} />
      </div>
    </Page>
  )
}
