/** Saved filters: chips on the list, and the page where they are named, shared and removed. */
import type { Lang } from '../../kernel/lang.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, EmptyState } from '../../ui/card.tsx'
import { Field, Select, type Option } from '../../ui/field.tsx'
import { Confirm, Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Chips } from '../../ui/tabs.tsx'
import { queryOf } from './filter.rules.ts'
import type { ListPageProps } from './list.views.tsx'
import { savedTexts } from './saved.texts.ts'
import { worklistTexts } from './worklist.texts.ts'
import type { ListView, SavedFilter } from './worklist.types.ts'

type ChipsProps = { readonly lang: Lang; readonly view: ListView; readonly saved: readonly SavedFilter[] }

/** The saved filters as links; nothing when there are none. */
export const SavedChips = ({ lang, view, saved }: ChipsProps) => {
  if (saved.length === 0) return null
  const t = worklistTexts[lang]
  const now = queryOf({ ...view, page: 1 })
  const links = saved.map(({ name, query }) => ({
    href: query === '' ? '/ungdomar' : `/ungdomar?${query}`,
    label: name,
    count: null,
    current: query === now,
  }))
  return (
    <div class="row">
      <span class="muted">{`${t.savedLabel}:`}</span>
      <Chips label={t.savedLabel} links={links} />
      <a href="/ungdomar/filter">{t.manage}</a>
    </div>
  )
}

const sharing = (lang: Lang, mayShare: boolean, now: SavedFilter['shared'] = 'me'): Option[] => {
  const t = savedTexts[lang]
  return (['me', 'unit', 'all'] as const)
    .filter((value) => value === 'me' || value === now || mayShare)
    .map((value) => ({ value, label: t.shared[value] }))
}

type NamingProps = {
  readonly lang: Lang
  readonly id: string
  readonly mayShare: boolean
  readonly name?: string
  readonly shared?: SavedFilter['shared']
  readonly problem?: string | undefined
}

const Naming = ({ lang, id, mayShare, name = '', shared = 'me', problem }: NamingProps) => {
  const t = worklistTexts[lang]
  return (
    <>
      <Field name="name" id={`${id}-name`} label={t.saveName} hint={t.saveNameHint} value={name} maxlength={60} problem={problem} />
      <Select
        name="shared"
        id={`${id}-shared`}
        label={savedTexts[lang].sharedLabel}
        options={sharing(lang, mayShare, shared)}
        value={shared}
      />
    </>
  )
}

/** Saves the view under a name. */
export const SaveFilter = ({ frame, shown: { view }, mayShare, newOnce }: ListPageProps) => {
  const t = worklistTexts[frame.lang]
  return (
    <Card heading={t.saveHeading}>
      <Form frame={frame} action="/ungdomar/filter" once={newOnce()}>
        <input type="hidden" name="view" value={queryOf({ ...view, page: 1 })} />
        <Naming lang={frame.lang} id="new" mayShare={mayShare} />
        <div>
          <Button variant="secondary">{t.save}</Button>
        </div>
      </Form>
    </Card>
  )
}

type SaveProps = {
  readonly frame: Frame
  readonly view: string
  readonly name: string
  readonly shared: SavedFilter['shared']
  readonly problem: string
  readonly mayShare: boolean
  readonly once: string
}

/** The form again, when the name could not be used. */
export const SaveAgainPage = ({ frame, view, name, shared, problem, mayShare, once }: SaveProps) => {
  const t = worklistTexts[frame.lang]
  return (
    <Page frame={frame} title={t.saveHeading}>
      <PageHead heading={t.saveHeading} />
      <Form frame={frame} action="/ungdomar/filter" once={once}>
        <input type="hidden" name="view" value={view} />
        <Naming lang={frame.lang} id="new" mayShare={mayShare} name={name} shared={shared} problem={problem} />
        <div class="row">
          <Button>{t.save}</Button>
          <a href={view === '' ? '/ungdomar' : `/ungdomar?${view}`}>{savedTexts[frame.lang].back}</a>
        </div>
      </Form>
    </Page>
  )
}

type ManageProps = {
  readonly frame: Frame
  readonly saved: readonly SavedFilter[]
  readonly mayShare: boolean
  readonly newOnce: () => string
  readonly problem?: { readonly id: number; readonly text: string; readonly name: string }
}

const Remove = ({ frame, filter, once }: { frame: Frame; filter: SavedFilter; once: string }) => {
  const t = savedTexts[frame.lang]
  const action = `/ungdomar/filter/${filter.id}/ta-bort`
  const question = t.removeQuestion(filter.name)
  return (
    <Confirm frame={frame} action={action} once={once} label={t.remove} question={question} confirm={t.removeConfirm} danger>
      <input type="hidden" name="version" value={filter.version} />
    </Confirm>
  )
}

const One = ({ frame, filter, mayShare, newOnce, problem }: ManageProps & { filter: SavedFilter }) => {
  const t = savedTexts[frame.lang]
  const own = problem?.id === filter.id ? problem : undefined
  return (
    <Card heading={filter.name} action={<a href={filter.query === '' ? '/ungdomar' : `/ungdomar?${filter.query}`}>{t.open}</a>}>
      <Form frame={frame} action={`/ungdomar/filter/${filter.id}`} once={newOnce()}>
        <input type="hidden" name="version" value={filter.version} />
        <Naming
          lang={frame.lang}
          id={`f${filter.id}`}
          mayShare={mayShare}
          name={own?.name ?? filter.name}
          shared={filter.shared}
          problem={own?.text}
        />
        <div>
          <Button variant="secondary">{t.change}</Button>
        </div>
      </Form>
      <Remove frame={frame} filter={filter} once={newOnce()} />
    </Card>
  )
}

const Others = ({ lang, others }: { lang: Lang; others: readonly SavedFilter[] }) => (
  <Card heading={savedTexts[lang].others}>
    <ul>
      {others.map(({ name, query, shared }) => (
        <li>
          <a href={query === '' ? '/ungdomar' : `/ungdomar?${query}`}>{name}</a>{' '}
          <span class="muted">{savedTexts[lang].shared[shared]}</span>
        </li>
      ))}
    </ul>
  </Card>
)

/** The reader's own saved filters, and those shared with them. */
export const SavedPage = (props: ManageProps) => {
  const { frame, saved } = props
  const t = savedTexts[frame.lang]
  const mine = saved.filter(({ isMine }) => isMine)
  const others = saved.filter(({ isMine }) => !isMine)
  const crumbs = [
    { href: '/ungdomar', label: worklistTexts[frame.lang].title },
    { href: '', label: t.title },
  ]
  return (
    <Page frame={frame} title={t.title} crumbs={crumbs}>
      <PageHead heading={t.title} below={t.below} />
      {mine.length === 0 && (
        <EmptyState title={t.none}>
          <p>{t.noneHelp}</p>
        </EmptyState>
      )}
      <div class="cards">
        {mine.map((filter) => (
          <One {...props} filter={filter} />
        ))}
      </div>
      {others.length > 0 && <Others lang={frame.lang} others={others} />}
    </Page>
  )
}

type StaleProps = {
  readonly frame: Frame
  readonly now: SavedFilter
  readonly wanted: { readonly name: string; readonly shared: SavedFilter['shared'] }
  readonly once: string
}

/** Somebody (the same person in another tab) was first: both are shown, and one can save over or leave. */
export const StaleFilterPage = ({ frame, now, wanted, once }: StaleProps) => {
  const t = savedTexts[frame.lang]
  return (
    <Page frame={frame} title={t.staleTitle}>
      <PageHead heading={t.staleTitle} />
      <Alert kind="warning" live>
        {t.stale}
      </Alert>
      <dl class="facts">
        <dt>{t.yours}</dt>
        <dd>{`${wanted.name} · ${t.shared[wanted.shared]}`}</dd>
        <dt>{t.nowIs}</dt>
        <dd>{`${now.name} · ${t.shared[now.shared]}`}</dd>
      </dl>
      <Form frame={frame} action={`/ungdomar/filter/${now.id}`} once={once} inline>
        <input type="hidden" name="version" value={now.version} />
        <input type="hidden" name="name" value={wanted.name} />
        <input type="hidden" name="shared" value={wanted.shared} />
        <Button>{t.saveOver}</Button>
        <LinkButton href="/ungdomar/filter">{t.leave}</LinkButton>
      </Form>
    </Page>
  )
}
