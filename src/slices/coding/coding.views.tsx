/** The page "Vad hände?" of a youth: the form or what it will write, and what was written before. */
import { Alert } from '../../ui/alert.tsx'
import { Columns } from '../../ui/card.tsx'
import { FormErrors, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import type { Child } from 'hono/jsx'
import type { CodingOfYouthPage } from './coding.actions.ts'
import { codingTexts } from './coding.texts.ts'
import type { ShownCoding } from './coding.types.ts'
import { HistoryCard } from './history.views.tsx'

type Props = {
  readonly frame: Frame
  readonly of: CodingOfYouthPage
  readonly problems: readonly FieldProblem[]
  /** Why something could not be taken back. */
  readonly refused: string | null
  readonly mayStrike: (one: ShownCoding) => boolean
  readonly newOnce: () => string
  readonly children: Child
}

/** The page around the form. */
export const CodingPage = ({ frame, of, problems, refused, mayStrike, newOnce, children }: Props) => {
  const { subjectId, givenName, familyName } = of.youth
  const t = codingTexts[frame.lang]
  const crumbs = [
    { href: '/ungdomar', label: t.youths },
    { href: `/ungdomar/${subjectId}`, label: t.page },
    { href: '', label: t.title },
  ]
  const history = { frame, subjectId, codings: of.codings, items: of.items, mayStrike, newOnce }
  return (
    <Page frame={frame} title={t.title} crumbs={crumbs}>
      <FormErrors problems={problems} />
      <PageHead heading={t.title} below={`${`${givenName} ${familyName}`.trim() || t.youth}. ${t.lead}`} />
      {refused !== null && (
        <Alert kind="danger" live>
          {refused}
        </Alert>
      )}
      <Columns main={children} side={<HistoryCard {...history} />} />
    </Page>
  )
}
