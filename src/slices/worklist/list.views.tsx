/** The list page: tabs, search, ready lists, the table, and below it what can be done with it. */
import type { Child } from 'hono/jsx'
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, Details, EmptyState } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Chips, Pagination, Tabs, type CountedLink } from '../../ui/tabs.tsx'
import { assignTexts } from './assign.texts.ts'
import { AssignForm, assignFormId } from './assign.views.tsx'
import { callLogScript, type JustLogged } from './call-log-address.ts'
import { CallSaid } from './call-log.views.tsx'
import { addressOf, asksForPlace, shippedNotReachedDays } from './filter.rules.ts'
import { filterTexts } from './filter.texts.ts'
import { FilterPanel, Kept, UsedFilters } from './filter.views.tsx'
import type { ShownList } from './list.actions.ts'
import type { RowFrame } from './row.views.tsx'
import { Rows } from './rows.views.tsx'
import { SaveFilter, SavedChips } from './saved.views.tsx'
import { shortDay } from './day.texts.ts'
import { worklistTexts } from './worklist.texts.ts'
import { firstLists, furtherLists, tabs, type Filter, type ReadyList } from './worklist.types.ts'

/** What the list page is handed. */
export type ListPageProps = {
  readonly frame: Frame
  readonly shown: ShownList
  readonly today: RowFrame['today']
  readonly me: { readonly staffId: string; readonly unitId: number | null }
  readonly unread: readonly (keyof Filter)[]
  readonly mayAssign: boolean
  readonly mayExport: boolean
  readonly mayShare: boolean
  readonly mayCall: boolean
  /** May begin a round of letters to everybody on the list. */
  readonly mayWrite: boolean
  /** A call that was logged a moment ago, and can be undone from here. */
  readonly logged: JustLogged | null
  /** Holds the right to protected identities: sees the restricted list. */
  readonly mayReadProtected: boolean
  /** The panel of filters and columns was asked for. */
  readonly isFilterOpen: boolean
  readonly newOnce: () => string
}

const tabLinks = ({ shown: { view, counts }, frame, mayReadProtected }: ListPageProps): CountedLink[] =>
  tabs
    .filter((tab) => tab !== 'unconfirmedStay' || mayReadProtected)
    .map((tab) => ({
      href: addressOf({ ...view, tab, page: 1 }),
      label: worklistTexts[frame.lang].tabs[tab],
      count: counts.tabs[tab],
      current: tab === view.tab,
    }))

function listLabel(list: ReadyList, { frame: { lang }, shown: { view, lastNight }, today }: ListPageProps): string {
  const t = worklistTexts[lang]
  const isClosed = view.tab === 'closed'
  if (list === 'notReached') return t.notReached(view.notReachedDays)
  if (list !== 'lastNight') return t.lists[list]
  if (lastNight !== null && lastNight.on !== today) return t.lastNightOn(shortDay(lang, lastNight.on, today), isClosed)
  return isClosed ? t.lastNightClosed : t.lists.lastNight
}

const listLinks = (props: ListPageProps, lists: readonly ReadyList[]): CountedLink[] => {
  const { view, counts } = props.shown
  return lists.map((list) => ({
    href: addressOf({ ...view, list: view.list === list ? null : list, page: 1 }),
    label: listLabel(list, props),
    count: counts.lists[list],
    current: view.list === list,
  }))
}

/** How many days nobody has been reached: asked where the list is. */
const DaysForm = ({ frame: { lang }, shown: { view } }: ListPageProps) => {
  const t = worklistTexts[lang]
  return (
    <form method="get" action="/ungdomar" class="row">
      <Kept view={{ ...view, notReachedDays: shippedNotReachedDays, page: 1 }} />
      <Field name="dagar" label={t.notReachedDays} value={view.notReachedDays} inputmode="numeric" size={6} maxlength={4} />
      <Button variant="secondary">{filterTexts[lang].showFiltered}</Button>
    </form>
  )
}

/** The ready lists: those used most, and the rest behind one press. */
const ReadyLists = (props: ListPageProps) => {
  const { frame, shown } = props
  const t = worklistTexts[frame.lang]
  const { list } = shown.view
  return (
    <div class="lists">
      <Chips label={t.listsLabel} links={listLinks(props, firstLists)} />
      <Details summary={t.furtherLists} open={furtherLists.some((one) => one === list)}>
        <Chips label={t.furtherLists} links={listLinks(props, furtherLists)} />
        {list === 'notReached' && <DaysForm {...props} />}
      </Details>
    </div>
  )
}

/** The search is a POST: what one searches for is in no address. */
const SearchForm = ({ frame }: { readonly frame: Frame }) => {
  const t = worklistTexts[frame.lang]
  return (
    <form class="row" method="post" action="/ungdomar/sok" role="search">
      <input type="hidden" name="formToken" value={frame.formToken} />
      <Field name="q" label={t.search} type="search" size={30} spellcheck={false} />
      <Button variant="secondary">{t.searchButton}</Button>
    </form>
  )
}

const FileForm = ({ frame, shown: { view }, newOnce }: ListPageProps) => {
  const t = worklistTexts[frame.lang]
  return (
    <Card heading={t.fileHeading}>
      <p>{t.fileText}</p>
      <Form frame={frame} action="/ungdomar/fil" once={newOnce()} givesFile inline>
        <input type="hidden" name="view" value={addressOf({ ...view, page: 1 }).split('?')[1] ?? ''} />
        <Button variant="secondary" name="format" value="csv">
          {t.fileCsv}
        </Button>
        <Button variant="secondary" name="format" value="xlsx">
          {t.fileXlsx}
        </Button>
      </Form>
    </Card>
  )
}

/** To a round of messages for everybody on the list: its address says which. */
const WriteCard = ({ frame, shown: { view } }: ListPageProps) => {
  const t = worklistTexts[frame.lang]
  const query = addressOf({ ...view, page: 1 }).split('?')[1] ?? ''
  return (
    <Card heading={t.writeHeading}>
      <p>{t.writeText}</p>
      <LinkButton href={query === '' ? '/utskick/ny?lage=atgardas' : `/utskick/ny?${query}`}>{t.write}</LinkButton>
    </Card>
  )
}

const Notes = ({ frame: { lang }, shown: { view }, unread, mayReadProtected }: ListPageProps): Child => {
  const [t, words] = [worklistTexts[lang], filterTexts[lang]]
  return (
    <>
      {unread.length > 0 && <Alert kind="warning">{words.unread(unread.map((field) => words.fields[field]).join(', '))}</Alert>}
      {mayReadProtected && asksForPlace(view.filter) && <Alert kind="info">{t.placeHidesProtected}</Alert>}
    </>
  )
}

const Below = (props: ListPageProps) => {
  const { frame, shown, me, mayAssign, mayExport, mayWrite, newOnce } = props
  const view = addressOf(shown.view).split('?')[1] ?? ''
  return (
    <>
      {mayAssign && shown.rows.length > 0 && (
        <div class="with-marked">
          <AssignForm frame={frame} id={assignFormId} choices={shown.choices} me={me} view={view} once={newOnce()} counts />
        </div>
      )}
      <Pagination page={shown.view.page} pageSize={50} total={shown.total} href={(page) => addressOf({ ...shown.view, page })} />
      <div class="cards">
        <SaveFilter {...props} />
        {mayWrite && shown.total > 0 && <WriteCard {...props} />}
        {mayExport && shown.total > 0 && <FileForm {...props} />}
      </div>
    </>
  )
}

/** The list page. */
export const ListPage = (props: ListPageProps) => {
  const { frame, shown } = props
  const t = worklistTexts[frame.lang]
  return (
    <Page frame={frame} title={t.title} wide scripts={props.mayCall ? [callLogScript.name] : []}>
      <PageHead heading={t.tabs[shown.view.tab]} below={t.tabNotes[shown.view.tab]}>
        <a href="/rattelser">{t.corrections}</a>
      </PageHead>
      <Tabs label={t.tabsLabel} links={tabLinks(props)} />
      <div class="stack">
        <div class="row low">
          <SearchForm frame={frame} />
          {props.mayCall && <LinkButton href="/ungdomar/ring-nasta">{t.callNext}</LinkButton>}
        </div>
        <ReadyLists {...props} />
        <SavedChips lang={frame.lang} view={shown.view} saved={shown.frame.saved} />
        <UsedFilters {...props} />
        <FilterPanel {...props} />
        <Notes {...props} />
        {props.mayCall && (
          <CallSaid frame={frame} query={addressOf(shown.view).split('?')[1] ?? ''} logged={props.logged} once={props.newOnce()} />
        )}
        <Rows {...props} />
        <Below {...props} />
      </div>
    </Page>
  )
}

/** There are more rows than a file may hold. */
export const FileTooLongPage = ({ frame, back }: { readonly frame: Frame; readonly back: string }) => {
  const t = worklistTexts[frame.lang]
  return (
    <Page frame={frame} title={t.fileHeading}>
      <PageHead heading={t.fileHeading} />
      <Alert kind="warning">{t.fileTooLong}</Alert>
      <LinkButton href={back} variant="primary">
        {assignTexts[frame.lang].back}
      </LinkButton>
    </Page>
  )
}

/** For those whose role is bound to a unit, and who have none: why it is empty, and whom to ask. */
export const NoUnitPage = ({ frame }: { readonly frame: Frame }) => {
  const t = worklistTexts[frame.lang]
  return (
    <Page frame={frame} title={t.title}>
      <PageHead heading={t.title} />
      <EmptyState title={t.noUnitTitle}>
        <p>{t.noUnitText}</p>
      </EmptyState>
    </Page>
  )
}
