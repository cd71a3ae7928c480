/** The lists: overview, units, districts and staff. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../kernel/lang.ts'
import type { Frame } from '../../ui/frame.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card, Cards, Details, Tag } from '../../ui/card.tsx'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import type { PlacelessCode } from '../worklist/index.ts'
import type { Organisation } from './organisation.actions.ts'
import { organisationTexts } from './organisation.texts.ts'
import { phoneText, type E164Phone } from '../../platform/phone.ts'
import type { District, StaffMember, Unit } from './organisation.types.ts'
import { writeCodes } from './routing.rules.ts'

/** Role names in words; handed in because they belong to access. */
export type RoleNames = Readonly<Record<StaffMember['roles'][number], string>>

export type Part = 'units' | 'districts' | 'staff'
export const partPaths: Readonly<Record<Part, string>> = {
  units: '/organisation/enheter',
  districts: '/organisation/omraden',
  staff: '/organisation/medarbetare',
}
const parts = ['units', 'districts', 'staff'] as const

type ShellProps = { readonly frame: Frame; readonly part: Part; readonly action?: Child; readonly children: Child }

/** A part of the organisation with its tabs. */
const Shell = ({ frame, part, action, children }: ShellProps) => {
  const t = organisationTexts[frame.lang]
  return (
    <Page
      frame={frame}
      title={t[part]}
      crumbs={[
        { href: '/organisation', label: t.title },
        { href: partPaths[part], label: t[part] },
      ]}
    >
      <PageHead heading={t[part]}>{action}</PageHead>
      <Tabs label={t.tabs} links={parts.map((one) => ({ href: partPaths[one], label: t[one], count: null, current: one === part }))} />
      {children}
    </Page>
  )
}

type OverviewProps = { readonly frame: Frame; readonly organisation: Organisation; readonly mayReadCover: boolean }

const mostNamed = 8

const PartCard = ({ part, names, t }: { part: Part; names: readonly string[]; t: (typeof organisationTexts)[Lang] }) => (
  <Card heading={t[part]} action={<a href={partPaths[part]}>{`${t[part]} (${names.length})`}</a>}>
    <ul class="plain">
      {names.slice(0, mostNamed).map((name) => (
        <li>{name}</li>
      ))}
      {names.length > mostNamed && <li class="muted">…</li>}
    </ul>
  </Card>
)

/** GET /organisation: three cards, and the ways to the team and the settings. */
export const OverviewPage = ({ frame, organisation: { units, districts, staff }, mayReadCover }: OverviewProps) => {
  const t = organisationTexts[frame.lang]
  return (
    <Page frame={frame} title={t.title}>
      <PageHead heading={t.title} below={t.intro} />
      <Cards>
        <PartCard part="units" t={t} names={units.filter(({ active }) => active).map(({ name }) => name)} />
        <PartCard part="districts" t={t} names={districts.map(({ name, unit }) => (unit === null ? name : `${name} – ${unit}`))} />
        <PartCard part="staff" t={t} names={staff.filter(({ active }) => active).map(({ name }) => name)} />
        {mayReadCover && (
          <Card heading={t.team} action={<a href="/arbetslag">{t.openTeam}</a>}>
            <p>{t.teamText}</p>
          </Card>
        )}
        <Card heading={t.settings} action={<a href="/installningar">{t.openSettings}</a>}>
          <p>{t.settingsText}</p>
        </Card>
      </Cards>
    </Page>
  )
}

type ListProps<Row> = { readonly frame: Frame; readonly mayEdit: boolean; readonly rows: readonly Row[] }

const edited = (href: string, name: string, mayEdit: boolean): Child => (mayEdit ? <a href={href}>{name}</a> : name)

/** GET /organisation/enheter */
export const UnitsPage = ({ frame, mayEdit, rows }: ListProps<Unit>) => {
  const t = organisationTexts[frame.lang]
  const columns = [{ title: t.name }, { title: t.districts }, { title: t.staff, isNumber: true }, { title: '' }]
  return (
    <Shell frame={frame} part="units" action={mayEdit ? <LinkButton href={`${partPaths.units}/ny`}>{t.newUnit}</LinkButton> : undefined}>
      <Card>
        <Table
          columns={columns.map((column) => ({ ...column, title: column.title || t.inUse }))}
          rows={rows.map((unit) => [
            edited(`${partPaths.units}/${unit.id}`, unit.name, mayEdit),
            unit.districts.join(', ') || '–',
            unit.staff,
            <Tag tone={unit.active ? 'success' : 'neutral'}>{unit.active ? t.inUse : t.retired}</Tag>,
          ])}
          empty={t.noUnits}
          headed
          stacks
        />
      </Card>
    </Shell>
  )
}

const Placeless = ({ lang, codes }: { lang: Lang; codes: readonly PlacelessCode[] }) => {
  const t = organisationTexts[lang]
  return (
    <Card heading={t.placeless}>
      <p>{codes.length === 0 ? t.placelessNone : t.placelessText}</p>
      {codes.length > 0 && (
        <Table
          columns={[{ title: t.codes }, { title: t.covered, isNumber: true }]}
          rows={codes.map(({ code, covered }) => [code === '' ? t.noCode : code, covered])}
          headed
        />
      )}
    </Card>
  )
}

const Codes = ({ codes, all }: { codes: District['codes']; all: string }) => {
  const text = writeCodes(codes)
  return text.length < 60 ? <>{text || '–'}</> : <Details summary={all}>{text}</Details>
}

type DistrictsProps = ListProps<District> & { readonly placeless: readonly PlacelessCode[] }

/** GET /organisation/omraden, with the postal codes that no district has. */
export const DistrictsPage = ({ frame, mayEdit, rows, placeless }: DistrictsProps) => {
  const t = organisationTexts[frame.lang]
  const action = mayEdit ? <LinkButton href={`${partPaths.districts}/ny`}>{t.newDistrict}</LinkButton> : undefined
  return (
    <Shell frame={frame} part="districts" action={action}>
      <div class="stack">
        <Card>
          <Table
            columns={[{ title: t.name }, { title: t.unit }, { title: t.codes }]}
            rows={rows.map((district) => [
              edited(`${partPaths.districts}/${district.id}`, district.name, mayEdit),
              district.unit ?? <Tag tone="warning">{t.noUnit}</Tag>,
              <Codes codes={district.codes} all={t.codes} />,
            ])}
            empty={t.noDistricts}
            headed
            stacks
          />
        </Card>
        <Placeless lang={frame.lang} codes={placeless} />
      </div>
    </Shell>
  )
}

type StaffProps = ListProps<StaffMember> & { readonly roleNames: RoleNames }

/** GET /organisation/medarbetare */
export const StaffPage = ({ frame, mayEdit, rows, roleNames }: StaffProps) => {
  const t = organisationTexts[frame.lang]
  const columns = [t.name, t.roles, t.unit, t.phone, t.lastSignedIn, t.access].map((title) => ({ title }))
  return (
    <Shell frame={frame} part="staff">
      <Card>
        <Table
          columns={columns}
          rows={rows.map((one) => [
            edited(`${partPaths.staff}/${one.id}`, one.name, mayEdit),
            one.roles.map((role) => roleNames[role]).join(', ') || t.noRoles,
            one.unit ?? '–',
            one.phone === null ? t.noContact : phoneText(one.phone as E164Phone),
            one.lastSignedInAt ?? t.never,
            <Tag tone={one.active ? 'success' : 'neutral'}>{one.active ? t.letIn : t.shutOut}</Tag>,
          ])}
          empty={t.noStaff}
          headed
          stacks
        />
        <p class="muted">{t.rolesNote}</p>
      </Card>
    </Shell>
  )
}
