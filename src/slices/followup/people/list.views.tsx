/** The list of youths. */
import { LinkButton } from '../../../ui/button.tsx'
import { EmptyState, Tag } from '../../../ui/card.tsx'
import { Table, TwoLines } from '../../../ui/table.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { followupTexts } from '../followup.texts.ts'
import type { SectionFrame } from '../section.ts'
import { Shell } from '../shell.views.tsx'
import { peopleTexts } from './people.texts.ts'
import type { ListedYouth } from './people.types.ts'

type Props = { readonly shown: SectionFrame; readonly youths: readonly ListedYouth[]; readonly left: boolean }

const rowOf = (youth: ListedYouth, { lang }: SectionFrame) => {
  const t = peopleTexts[lang]
  const link = <a href={`/uppfoljning/ungdom/${youth.id}`}>{`${youth.givenName} ${youth.familyName}`}</a>
  return [
    youth.protection === 'none' ? link : <TwoLines below={<Tag tone="warning">{t.protectedTag}</Tag>}>{link}</TwoLines>,
    youth.unit ?? t.noUnit,
    youth.district,
    youth.processes.map((process) => followupTexts[lang].processes[process]).join(', '),
  ]
}

const Youths = ({ shown, youths }: Omit<Props, 'left'>) => {
  const t = peopleTexts[shown.lang]
  const { name, unit, district, processes } = t.columns
  if (youths.length === 0) {
    return (
      <EmptyState title={t.none}>
        <p>{t.noneHint}</p>
      </EmptyState>
    )
  }
  const columns = [name, unit, district, processes].map((title) => ({ title }))
  return <Table columns={columns} rows={youths.map((youth) => rowOf(youth, shown))} headed stacks isWorklist />
}

/** GET /uppfoljning/ungdomar. */
export const YouthsPage = ({ shown, youths, left }: Props) => {
  const { frame, lang, may } = shown
  const t = peopleTexts[lang]
  const register = may('followup.register') ? <LinkButton href="/uppfoljning/ungdomar/ny">{t.register}</LinkButton> : undefined
  const links = [
    { href: '/uppfoljning/ungdomar', label: t.here, count: left ? null : youths.length, current: !left },
    { href: '/uppfoljning/ungdomar?lage=utflyttade', label: t.left, count: left ? youths.length : null, current: left },
  ]
  return (
    <Shell frame={frame} part="youths" may={may} heading={followupTexts[lang].youths} below={t.listLead} actions={register}>
      <Tabs label={t.listTabs} links={links} />
      <Youths shown={shown} youths={youths} />
    </Shell>
  )
}
