/** The templates, and one text with its versions, its sample and who proofread it. */
import type { PlainDate } from '../../platform/plain-date.ts'
import { contactLangs, type ContactLang } from '../../kernel/contact-lang.ts'
import type { Lang } from '../../kernel/lang.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, Columns, Tag } from '../../ui/card.tsx'
import { instantText } from '../../ui/day.texts.ts'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Rolling, Table, TwoLines } from '../../ui/table.tsx'
import type { Composed } from './message.types.ts'
import { messageNames } from './names.texts.ts'
import { channelOf } from './shipped/fields.ts'
import { templateKeys, type TemplateKey } from './shipped/shipped.types.ts'
import type { TemplateOverview } from './template.actions.ts'
import { templateAddress, templatesAddress } from './template-address.ts'
import { Difference, SampleCard, TextFacts } from './template-parts.views.tsx'
import { templateTexts } from './template.texts.ts'
import type { TemplateMeasure, TemplateName, TemplateVersion } from './template.types.ts'

export type Told = { readonly lang: Lang; readonly today: PlainDate }

/** The way down to a template's pages. */
export const templateCrumbs = (lang: Lang, ...below: readonly { readonly href: string; readonly label: string }[]) => [
  { href: '/utskick', label: templateTexts[lang].messages },
  { href: templatesAddress, label: templateTexts[lang].title },
  ...below,
]

type ListProps = { readonly frame: Frame; readonly overview: TemplateOverview; readonly maySet: boolean }

const cellOf = (overview: TemplateOverview, key: TemplateKey, of: ContactLang, lang: Lang) => {
  const t = templateTexts[lang]
  const found = overview.find((one) => one.key === key && one.lang === of)
  if (found === undefined) return '–'
  const { version, isProofread } = found
  return (
    <TwoLines below={isProofread ? '' : t.toProofread}>
      <a
        href={templateAddress({ key, lang: of })}
        aria-label={`${messageNames[lang].templates[key]}, ${t.langs[of]}: ${t.version(version)}`}
      >
        {version === 0 ? t.shipped : t.version(version)}
      </a>
    </TwoLines>
  )
}

/** GET /utskick/mallar */
export const TemplatesPage = ({ frame, overview, maySet }: ListProps) => {
  const { lang } = frame
  const t = templateTexts[lang]
  const names = messageNames[lang]
  return (
    <Page
      frame={frame}
      title={t.title}
      crumbs={templateCrumbs(lang).map((crumb, index) => (index === 1 ? { ...crumb, href: '' } : crumb))}
      wide
    >
      <PageHead heading={t.title} below={t.lead}>
        {maySet && <LinkButton href="/utskick/installningar">{t.settings}</LinkButton>}
      </PageHead>
      <Rolling label={t.title}>
        <Table
          columns={[{ title: t.template }, ...contactLangs.map((of) => ({ title: t.langs[of] }))]}
          rows={templateKeys.map((key) => [
            <TwoLines below={names.channels[channelOf[key]]}>{names.templates[key]}</TwoLines>,
            ...contactLangs.map((of) => cellOf(overview, key, of, lang)),
          ])}
          headed
          stacks
        />
      </Rolling>
    </Page>
  )
}

export type TemplatePageProps = {
  readonly frame: Frame
  readonly told: Told
  readonly name: TemplateName
  /** The newest first; the last is the shipped one. */
  readonly versions: readonly TemplateVersion[]
  readonly shown: TemplateVersion
  readonly isCompared: boolean
  readonly sample: Composed | null
  readonly measure: TemplateMeasure
  readonly smsOre: number
  readonly mayEdit: boolean
  readonly newOnce: () => string
}

/** What a text is called in the interface: the template and its language. */
export const templateHeading = ({ key, lang: of }: TemplateName, lang: Lang): string =>
  `${messageNames[lang].templates[key]}, ${templateTexts[lang].langs[of].toLowerCase()}`

const versionRow = (one: TemplateVersion, inForce: TemplateVersion, { lang, today }: Told) => {
  const t = templateTexts[lang]
  const isNow = one.version === inForce.version
  const links = isNow ? (
    t.inForce
  ) : (
    <>
      <a href={templateAddress(one, one.version)}>{t.show}</a>
      {' · '}
      <a href={templateAddress(one, one.version, true)}>{t.compare}</a>
    </>
  )
  return [
    t.version(one.version),
    one.savedAt === null ? '–' : instantText(one.savedAt.replace(' ', 'T'), today, lang),
    one.savedBy ?? '–',
    one.proofreadBy ?? '–',
    links,
  ]
}

const VersionsCard = ({ versions, told }: Pick<TemplatePageProps, 'versions' | 'told'>) => {
  const t = templateTexts[told.lang]
  const [inForce] = versions
  if (inForce === undefined) return null
  const columns = [t.text, t.saved, t.by, t.proofreading, t.show].map((title) => ({ title }))
  return (
    <Card heading={t.versions}>
      <Table columns={columns} rows={versions.map((one) => versionRow(one, inForce, told))} headed stacks />
    </Card>
  )
}

const ProofreadingCard = ({ frame, told, name, shown, mayEdit, newOnce }: TemplatePageProps) => {
  const { lang, today } = told
  const t = templateTexts[lang]
  if (name.lang === 'sv') return <Card heading={t.proofreading}>{t.needsNone}</Card>
  if (shown.proofreadBy !== null) {
    const at = instantText((shown.proofreadAt ?? '').replace(' ', 'T'), today, lang)
    return <Card heading={t.proofreading}>{t.readBy(shown.proofreadBy, at)}</Card>
  }
  return (
    <Card heading={t.proofreading} action={<Tag tone="warning">{t.toProofread}</Tag>}>
      <p>{t.notRead}</p>
      {mayEdit && (
        <Form frame={frame} action={`${templateAddress(name)}/korrektur`} once={newOnce()}>
          <input type="hidden" name="version" value={String(shown.version)} />
          <Field name="translator" label={t.translator} maxlength={80} required />
          <div>
            <Button variant="secondary">{t.noteRead}</Button>
          </div>
        </Form>
      )}
    </Card>
  )
}

const texts = ({ subject, body }: TemplateVersion): string => (subject === '' ? body : `${subject}\n\n${body}`)

const CompareCard = ({ name, shown, versions, told }: TemplatePageProps) => {
  const t = templateTexts[told.lang]
  const [inForce] = versions
  if (inForce === undefined) return null
  return (
    <Card heading={t.difference(t.version(shown.version), t.version(inForce.version))}>
      {texts(shown) === texts(inForce) ? t.same : <Difference earlier={texts(shown)} later={texts(inForce)} name={name} lang={told.lang} />}
    </Card>
  )
}

const PreviewLink = ({ name, shown, lang }: Pick<TemplatePageProps, 'name' | 'shown'> & { lang: Lang }) => {
  const t = templateTexts[lang]
  return (
    <Card heading={t.preview}>
      <p>{t.previewHint}</p>
      <LinkButton href={`${templateAddress(name)}/prov?version=${shown.version}`}>{t.preview}</LinkButton>
    </Card>
  )
}

const isPaper = ({ key }: TemplateName): boolean => channelOf[key] === 'letter' || channelOf[key] === 'card'

const Main = (props: TemplatePageProps) => {
  const { told, name, versions, shown, isCompared } = props
  const isNow = shown.version === versions[0]?.version
  return (
    <>
      {!isNow && <Alert kind="info">{templateTexts[told.lang].earlier}</Alert>}
      {isCompared && !isNow && <CompareCard {...props} />}
      <Card heading={templateTexts[told.lang].version(shown.version)}>
        <TextFacts name={name} text={shown} lang={told.lang} />
      </Card>
      <VersionsCard versions={versions} told={told} />
    </>
  )
}

const Side = (props: TemplatePageProps) => {
  const { told, name, shown, sample, measure, smsOre } = props
  return (
    <>
      <SampleCard name={name} sample={sample} measure={measure} smsOre={smsOre} lang={told.lang} />
      {isPaper(name) && sample !== null && <PreviewLink name={name} shown={shown} lang={told.lang} />}
      <ProofreadingCard {...props} />
    </>
  )
}

/** GET /utskick/mallar/:key/:lang */
export const TemplatePage = (props: TemplatePageProps) => {
  const { frame, told, name, shown, mayEdit } = props
  const t = templateTexts[told.lang]
  const heading = templateHeading(name, told.lang)
  const below = `${messageNames[told.lang].channels[channelOf[name.key]]} · ${t.version(shown.version)}`
  return (
    <Page frame={frame} title={t.title} crumbs={templateCrumbs(told.lang, { href: '', label: heading })}>
      <PageHead heading={heading} below={below}>
        {mayEdit && <LinkButton href={`${templateAddress(name)}/andra`}>{t.edit}</LinkButton>}
      </PageHead>
      <Columns main={<Main {...props} />} side={<Side {...props} />} />
    </Page>
  )
}
