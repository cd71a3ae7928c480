/** What a search found. What was written stays in the field, and nowhere else. */
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, EmptyState } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, type Cell } from '../../ui/table.tsx'
import { youthCell, type RowFrame } from './row.views.tsx'
import type { Found, Hit } from './search.actions.ts'
import { searchTexts } from './search.texts.ts'
import { worklistTexts } from './worklist.texts.ts'

type Props = {
  readonly frame: Frame
  readonly today: RowFrame['today']
  readonly written: string
  /** Null before anything was searched for. */
  readonly found: Found | null
}

const Search = ({ frame, written, found }: Props) => {
  const t = worklistTexts[frame.lang]
  const problem =
    found?.kind === 'too-long' ? searchTexts[frame.lang].tooLong : found?.kind === 'empty' ? searchTexts[frame.lang].empty : undefined
  return (
    <form class="row" method="post" action="/ungdomar/sok" role="search">
      <input type="hidden" name="formToken" value={frame.formToken} />
      <Field name="q" label={t.search} type="search" size={30} value={written} problem={problem} spellcheck={false} />
      <Button>{t.searchButton}</Button>
    </form>
  )
}

const None = ({ frame: { lang } }: Props) => (
  <EmptyState title={searchTexts[lang].none}>
    {searchTexts[lang].noneAdvice.map((line) => (
      <p>{line}</p>
    ))}
  </EmptyState>
)

function cells(hit: Hit, { frame: { lang }, today }: Props): Cell[] {
  const t = worklistTexts[lang]
  const frame: RowFrame = { lang, today, tab: hit.tab ?? 'toAct', lastNight: null }
  return [
    youthCell({ row: hit, frame }),
    hit.bornOn ?? '',
    hit.tab === null ? <span class="muted">{searchTexts[lang].notListed}</span> : t.tabs[hit.tab],
    hit.isProtected ? <span class="muted">{t.hidden}</span> : (hit.unit ?? t.noUnit),
    hit.staff ?? t.nobody,
  ]
}

const Hits = (props: Props & { found: Found }) => {
  const { frame, found } = props
  const [t, own] = [worklistTexts[frame.lang], searchTexts[frame.lang]]
  const columns = [t.youth, own.born, own.status, t.columns.unit, t.columns.responsible].map((title) => ({ title }))
  return (
    <>
      {found.isCut && <Alert kind="info">{own.cut}</Alert>}
      <Card>
        <Table
          caption={own.found(found.hits.length)}
          columns={columns}
          rows={found.hits.map((hit) => cells(hit, props))}
          headed
          stacks
          isWorklist
        />
      </Card>
    </>
  )
}

/** The search page: before, and with what was found. */
export const SearchPage = (props: Props) => {
  const { frame, found } = props
  const t = searchTexts[frame.lang]
  return (
    <Page
      frame={frame}
      title={t.title}
      wide
      crumbs={[
        { href: '/ungdomar', label: worklistTexts[frame.lang].title },
        { href: '', label: t.title },
      ]}
    >
      <PageHead heading={t.title} below={t.below} />
      <div class="stack">
        <Search {...props} />
        {found !== null && found.hits.length > 0 && <Hits {...props} found={found} />}
        {found !== null && found.hits.length === 0 && found.kind !== 'empty' && found.kind !== 'too-long' && <None {...props} />}
      </div>
    </Page>
  )
}
