/** The municipality's catalogue: all items, and the form of one with its versions. */
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, Details, Tag } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines } from '../../ui/table.tsx'
import type { Catalogue, CatalogueItem } from './catalogue.actions.ts'
import { catalogueTexts } from './catalogue.texts.ts'
import { draftProfile, longestItemName } from './item.rules.ts'
import type { Item, ItemVersion } from './measures.types.ts'
import { StageRows } from './stage-rows.views.tsx'

/** The rules of an item in a few words. */
function rulesText(item: Item, lang: Frame['lang']): string {
  const texts = catalogueTexts[lang]
  return [
    item.counts ? texts.counts : texts.countsNot,
    ...(item.isExclusive ? [texts.exclusive] : []),
    ...(item.needsDecision ? [texts.decision] : []),
    ...(item.stages.length === 0 ? [] : [texts.stageCount(item.stages.length)]),
  ].join(', ')
}

const departmentOf = ({ departments }: Pick<Catalogue, 'departments'>, key: string | null): string =>
  departments.find((one) => one.key === key)?.name ?? key ?? '–'

const Items = ({ catalogue, lang }: { catalogue: Catalogue; lang: Frame['lang'] }) => {
  const texts = catalogueTexts[lang]
  const { name, valid, department, rules, code } = texts.columns
  const rows = catalogue.items.map((item) => [
    <TwoLines below={item.name[lang === 'sv' ? 'en' : 'sv']}>
      <a href={`/atgarder/katalog/${item.key}`}>{item.name[lang]}</a>
    </TwoLines>,
    texts.valid(item.fromOn, item.untilOn),
    departmentOf(catalogue, item.department),
    rulesText(item, lang),
    item.codes[draftProfile] ?? '–',
  ])
  return <Table columns={[name, valid, department, rules, code].map((title) => ({ title }))} rows={rows} headed stacks />
}

const Reasons = ({ catalogue, lang }: { catalogue: Catalogue; lang: Frame['lang'] }) => {
  const texts = catalogueTexts[lang]
  const rows = catalogue.reasons.map(({ name, uses }) => [name[lang], uses.map((use) => texts.reasonUses[use]).join(', ')])
  return (
    <Card heading={texts.reasons}>
      <p class="muted">{texts.reasonsText}</p>
      <Table columns={[{ title: texts.reasonColumns.name }, { title: texts.reasonColumns.uses }]} rows={rows} headed stacks />
    </Card>
  )
}

/** What the catalogue lies under: the desk for those who work there, else the settings. */
const aboveOf = (isAtDesk: boolean, lang: Frame['lang']) =>
  isAtDesk ? { href: '/atgarder', label: catalogueTexts[lang].desk } : { href: '/installningar', label: catalogueTexts[lang].settings }

type CatalogueProps = { readonly frame: Frame; readonly catalogue: Catalogue; readonly isAtDesk: boolean }

/** All items. */
export const CataloguePage = ({ frame, catalogue, isAtDesk }: CatalogueProps) => {
  const texts = catalogueTexts[frame.lang]
  const crumbs = [aboveOf(isAtDesk, frame.lang), { href: '', label: texts.title }]
  return (
    <Page frame={frame} title={texts.title} crumbs={crumbs}>
      <PageHead heading={texts.title} below={texts.below}>
        <LinkButton href="/atgarder/katalog/ny" variant="primary">
          {texts.add}
        </LinkButton>
      </PageHead>
      <div class="stack">
        <Alert kind="info">{texts.draftNote}</Alert>
        <Card>
          <Items catalogue={catalogue} lang={frame.lang} />
        </Card>
        <Reasons catalogue={catalogue} lang={frame.lang} />
      </div>
    </Page>
  )
}

/** What stands in the form of an item. */
export type ItemDraft = { readonly values: Readonly<Record<string, readonly string[]>>; readonly problems: readonly FieldProblem[] }

export type ItemPageProps = {
  readonly frame: Frame
  readonly catalogue: Catalogue
  /** The item and its versions; null: a new one. */
  readonly of: CatalogueItem | null
  readonly draft: ItemDraft
  readonly problem: string | null
  readonly once: string
  readonly isAtDesk: boolean
}

const Names = ({ frame, draft, catalogue }: ItemPageProps) => {
  const texts = catalogueTexts[frame.lang]
  const at = (name: string) => ({ name, value: draft.values[name]?.[0] ?? '', problem: problemOf(draft.problems, name) })
  const shown = catalogue.departments.filter(({ key, active }) => active || key === at('department').value)
  return (
    <>
      <Field {...at('nameSv')} label={texts.nameSv} maxlength={longestItemName} />
      <Field {...at('nameEn')} label={texts.nameEn} maxlength={longestItemName} />
      <div class="row low">
        <Field {...at('from')} type="date" label={texts.from} />
        <Field {...at('until')} type="date" label={texts.until} hint={texts.untilHint} required={false} />
      </div>
      <Select
        {...at('department')}
        label={texts.department}
        blank={texts.noDepartment}
        options={shown.map(({ key: value, name: label }) => ({ value, label }))}
      />
      <Field {...at('code')} label={texts.code} maxlength={20} required={false} size={8} />
    </>
  )
}

const Ticks = ({ frame, draft }: ItemPageProps) => {
  const texts = catalogueTexts[frame.lang]
  const isTicked = (name: string): boolean => (draft.values[name] ?? []).length > 0
  return (
    <>
      <Checkbox name="counts" label={texts.countsLabel} hint={texts.countsHint} checked={isTicked('counts')} />
      <Checkbox name="exclusive" label={texts.exclusiveLabel} checked={isTicked('exclusive')} />
      <Checkbox name="needsDecision" label={texts.decisionLabel} checked={isTicked('needsDecision')} />
    </>
  )
}

const Versions = ({ versions, lang }: { versions: readonly ItemVersion[]; lang: Frame['lang'] }) => {
  const texts = catalogueTexts[lang]
  return (
    <Card heading={texts.versions}>
      <ul class="plain stack">
        {versions.map((one) => (
          <li>
            <strong>{texts.version(one.version)}</strong> {one.isInForce && <Tag tone="success">{texts.inForce}</Tag>}
            <br />
            {[one.name[lang], texts.valid(one.fromOn, one.untilOn), rulesText(one, lang)].join(' · ')}
            <br />
            <small class="muted">{texts.versionBy(one.changedBy, one.at, one.used)}</small>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** One item: its form and its versions; or a new one. */
export const ItemPage = (props: ItemPageProps) => {
  const { frame, of, draft, problem, once, isAtDesk } = props
  const texts = catalogueTexts[frame.lang]
  const crumbs = [aboveOf(isAtDesk, frame.lang), { href: '/atgarder/katalog', label: texts.title }, { href: '', label: texts.item }]
  return (
    <Page frame={frame} title={texts.item} crumbs={crumbs}>
      <PageHead heading={of?.item.name[frame.lang] ?? texts.add} below={of?.item.isShipped === true ? texts.shipped : undefined} />
      <div class="stack">
        {problem !== null && <Alert kind="warning">{problem}</Alert>}
        <FormErrors problems={draft.problems} />
        <Card>
          <Form frame={frame} action={`/atgarder/katalog/${of?.item.key ?? 'ny'}`} once={once}>
            <input type="hidden" name="version" value={String(of?.item.version ?? 0)} />
            <Names {...props} />
            <Ticks {...props} />
            <Details summary={texts.stages} open={(draft.values['stageSv1']?.[0] ?? '') !== ''}>
              <StageRows {...props} />
            </Details>
            <Button>{of === null ? texts.addDo : texts.save}</Button>
          </Form>
        </Card>
        {of !== null && <Versions versions={of.versions} lang={frame.lang} />}
      </div>
    </Page>
  )
}
