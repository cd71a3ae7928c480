/** School authorities: the list, and one with its schools and clients. Shows nothing of any pupil. */
import { Button, LinkButton } from '../../ui/button.tsx'
import { Alert } from '../../ui/alert.tsx'
import { Card, DefinitionList, Details, EmptyState, Tag } from '../../ui/card.tsx'
import { CheckboxGroup } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Confirm, Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, type Cell } from '../../ui/table.tsx'
import { scopes } from './notices.types.ts'
import { schoolTexts } from './school.texts.ts'
import type { AuthorityLine, AuthorityWhole, Client, Unit } from './school.types.ts'
import { timeText } from './words.views.tsx'

const schoolsPath = '/anmalningar/skolor'
export const authorityPath = (authorityId: string): string => `${schoolsPath}/${authorityId}`

export type SchoolDraft = {
  readonly value: (field: string) => string
  readonly values: (field: string) => readonly string[]
  readonly problems: readonly FieldProblem[]
}
type ListProps = {
  readonly frame: Frame
  readonly place: string
  readonly authorities: readonly AuthorityLine[]
  readonly draft: SchoolDraft
  readonly mayEditSettings: boolean
  readonly newOnce: () => string
}

/** By way of the room of schools: whoever tends schools and clients may not be one who reads notices. */
const crumbs = ({ lang }: Frame, last: string) => [
  { href: '/skola', label: schoolTexts[lang].school },
  ...(last === schoolTexts[lang].title ? [] : [{ href: schoolsPath, label: schoolTexts[lang].title }]),
  { href: '', label: last },
]

const AddAuthority = ({ frame, draft, newOnce }: Pick<ListProps, 'frame' | 'draft' | 'newOnce'>) => {
  const texts = schoolTexts[frame.lang]
  return (
    <Card heading={texts.add}>
      <Form frame={frame} action={schoolsPath} once={newOnce()}>
        <Field name="name" label={texts.name} value={draft.value('name')} maxlength={120} problem={problemOf(draft.problems, 'name')} />
        <Button>{texts.addDo}</Button>
      </Form>
    </Card>
  )
}

/** All school authorities. */
export const AuthoritiesPage = ({ frame, place, authorities, draft, mayEditSettings, newOnce }: ListProps) => {
  const texts = schoolTexts[frame.lang]
  const { name, units, clients } = texts.columns
  const rows = authorities.map((one): Cell[] => [<a href={authorityPath(one.authorityId)}>{one.name}</a>, one.units, one.clients])
  return (
    <Page frame={frame} title={texts.title} crumbs={crumbs(frame, texts.title)}>
      <FormErrors problems={draft.problems} />
      <PageHead heading={texts.title} below={texts.lead}>
        <LinkButton href={`/anmalan/${place}`}>{texts.publicForm}</LinkButton>
        <LinkButton href={`/api/${place}/v1/openapi.json`}>{texts.description}</LinkButton>
        {mayEditSettings && <LinkButton href="/anmalningar/installningar">{texts.settings}</LinkButton>}
      </PageHead>
      <div class="stack">
        {authorities.length === 0 ? (
          <EmptyState title={texts.none} />
        ) : (
          <Table columns={[{ title: name }, { title: units, isNumber: true }, { title: clients, isNumber: true }]} rows={rows} headed />
        )}
        <AddAuthority frame={frame} draft={draft} newOnce={newOnce} />
      </div>
    </Page>
  )
}

type OneProps = { readonly frame: Frame; readonly authority: AuthorityWhole; readonly draft: SchoolDraft; readonly newOnce: () => string }

const UnitActs = ({ frame, authority, unit, newOnce }: Omit<OneProps, 'draft'> & { unit: Unit }) => {
  const texts = schoolTexts[frame.lang]
  const path = `${authorityPath(authority.authorityId)}/skola/${unit.code}`
  if (unit.isEnded) return null
  return (
    <div class="stack">
      <Form frame={frame} action={`${path}/lank`} label={`${texts.link}: ${unit.name}`} inline>
        <Button variant="secondary">{texts.link}</Button>
      </Form>
      <Confirm
        frame={frame}
        action={`${path}/avsluta`}
        once={newOnce()}
        label={texts.unitEnd}
        question={texts.unitEndQuestion}
        confirm={texts.unitEndDo}
        danger
      />
    </div>
  )
}

const UnitsCard = (props: OneProps) => {
  const { frame, authority, draft, newOnce } = props
  const texts = schoolTexts[frame.lang]
  const { code, name, email, state, act } = texts.unitColumns
  const rows = authority.units.map((unit): Cell[] => [
    unit.code,
    unit.name,
    unit.email || '–',
    <Tag tone={unit.isEnded ? 'neutral' : 'success'}>{unit.isEnded ? texts.ended : texts.inUse}</Tag>,
    <UnitActs {...props} unit={unit} />,
  ])
  const at = (field: string) => ({ name: field, value: draft.value(field), problem: problemOf(draft.problems, field) })
  return (
    <Card heading={texts.unitsHeading}>
      {rows.length === 0 ? (
        <p class="muted">{texts.unitsNone}</p>
      ) : (
        <Table columns={[code, name, email, state, act].map((title) => ({ title }))} rows={rows} headed stacks />
      )}
      <Details summary={texts.unitAdd} open={rows.length === 0 || draft.problems.some(({ field }) => field.startsWith('unit'))}>
        <Form frame={frame} action={`${authorityPath(authority.authorityId)}/skola`} once={newOnce()} label={texts.unitAdd}>
          <Field {...at('unitCode')} label={texts.unitCode} hint={texts.unitCodeHint} inputmode="numeric" maxlength={8} size={10} />
          <Field {...at('unitName')} label={texts.unitName} maxlength={120} />
          <Field {...at('unitEmail')} type="email" label={texts.unitEmail} hint={texts.unitEmailHint} maxlength={200} />
          <Button>{texts.unitSave}</Button>
        </Form>
      </Details>
    </Card>
  )
}

const clientRow = ({ frame, authority, newOnce }: OneProps, client: Client): Cell[] => {
  const texts = schoolTexts[frame.lang]
  const isRevoked = client.revokedAt !== null
  const path = `${authorityPath(authority.authorityId)}/klient/${client.clientId}/dra-in`
  return [
    client.clientId,
    client.name,
    client.scopes.map((scope) => texts.scopes[scope]).join(', '),
    client.lastUsedAt === null ? texts.clientNever : timeText(client.lastUsedAt),
    <Tag tone={isRevoked ? 'neutral' : 'success'}>{isRevoked ? texts.revokedTag : texts.inUse}</Tag>,
    isRevoked ? (
      ''
    ) : (
      <Confirm
        frame={frame}
        action={path}
        once={newOnce()}
        label={texts.revoke}
        question={texts.revokeQuestion}
        confirm={texts.revokeDo}
        danger
      />
    ),
  ]
}

const NewClient = ({ frame, authority, draft, newOnce }: OneProps) => {
  const texts = schoolTexts[frame.lang]
  const options = scopes.map((value) => ({ value, label: texts.scopes[value] }))
  return (
    <Details summary={texts.clientAdd} open={draft.problems.some(({ field }) => field.startsWith('client'))}>
      <Form frame={frame} action={`${authorityPath(authority.authorityId)}/klient`} once={newOnce()} label={texts.clientAdd}>
        <Field
          name="clientName"
          label={texts.clientName}
          value={draft.value('clientName')}
          maxlength={80}
          problem={problemOf(draft.problems, 'clientName')}
        />
        <CheckboxGroup
          name="clientScopes"
          label={texts.clientScopes}
          options={options}
          values={draft.values('clientScopes')}
          problem={problemOf(draft.problems, 'clientScopes')}
        />
        <Button>{texts.clientDo}</Button>
      </Form>
    </Details>
  )
}

const ClientsCard = (props: OneProps) => {
  const { frame, authority } = props
  const texts = schoolTexts[frame.lang]
  const columns = Object.values(texts.clientColumns).map((title) => ({ title }))
  const rows = authority.clients.map((client) => clientRow(props, client))
  return (
    <Card heading={texts.clientsHeading}>
      {rows.length === 0 ? <p class="muted">{texts.clientsNone}</p> : <Table columns={columns} rows={rows} headed stacks />}
      <NewClient {...props} />
    </Card>
  )
}

/** One school authority. */
export const AuthorityPage = (props: OneProps) => {
  const { frame, authority, draft } = props
  return (
    <Page frame={frame} title={schoolTexts[frame.lang].title} crumbs={crumbs(frame, authority.name)}>
      <FormErrors problems={draft.problems} />
      <PageHead heading={authority.name} />
      <div class="stack">
        <UnitsCard {...props} />
        <ClientsCard {...props} />
      </div>
    </Page>
  )
}

type ShownOnceProps = {
  readonly frame: Frame
  readonly authorityId: string
  readonly title: string
  readonly text: string
  readonly facts: readonly { term: string; value: string }[]
}

/** What is shown once and kept nowhere. */
export const ShownOncePage = ({ frame, authorityId, title, text, facts }: ShownOnceProps) => (
  <Page frame={frame} title={title} crumbs={crumbs(frame, title)}>
    <PageHead heading={title} />
    <Alert kind="warning" title={text} />
    <Card>
      <DefinitionList facts={facts.map(({ term, value }) => ({ term, value: <code>{value}</code> }))} />
    </Card>
    <p>
      <LinkButton href={authorityPath(authorityId)}>{schoolTexts[frame.lang].back}</LinkButton>
    </p>
  </Page>
)
