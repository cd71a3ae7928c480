/** What the pages of groups of settings share: somebody else's save, problems, the form with its version, and how it came to be so. */
import type { Child } from 'hono/jsx'
import { Both } from '../../ui/both.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Form, FormErrors } from '../../ui/form.tsx'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, type Cell } from '../../ui/table.tsx'
import type { GroupPageProps } from './group-page.routes.tsx'

/** The page's own words. */
type GroupTexts = {
  readonly title: string
  readonly intro: string
  readonly save: string
  readonly saveAnyway: string
  readonly leave: string
  readonly history: string
  readonly noHistory: string
}

type Props = {
  readonly of: Omit<GroupPageProps<unknown>, 'typed' | 'changes'>
  readonly path: string
  readonly texts: GroupTexts
  /** The page above, which leaving without saving leads to unless another is named; and what this page is called there. */
  readonly above: { readonly href: string; readonly label: string }
  readonly crumb?: string
  readonly leaveHref?: string
  /** When, who, which setting, from what, to what. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** The fields. */
  readonly children: Child
}

/** The page of one group of settings around its fields. */
export const SettingsGroupPageView = ({ of, path, texts: t, above, crumb, leaveHref, columns, rows, children }: Props) => {
  const { frame, once, version, problems, differences } = of
  return (
    <Page frame={frame} title={t.title} crumbs={[above, { href: '', label: crumb ?? t.title }]}>
      {differences !== null && <Both differences={differences} />}
      <FormErrors problems={problems} />
      <PageHead heading={t.title} below={t.intro} />
      <div class="stack">
        <Form frame={frame} action={path} once={once}>
          <input type="hidden" name="version" value={String(version)} />
          {children}
          <div class="row">
            <Button>{differences === null ? t.save : t.saveAnyway}</Button>
            <LinkButton href={leaveHref ?? above.href} variant="tertiary">
              {t.leave}
            </LinkButton>
          </div>
        </Form>
        <Card heading={t.history} id="historik">
          <Table columns={columns.map((title) => ({ title }))} rows={rows} empty={t.noHistory} stacks />
        </Card>
      </div>
    </Page>
  )
}
