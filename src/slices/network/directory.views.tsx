/** The directory: partners, what they offer, and what must be seen to. */
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, EmptyState } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Field } from '../../ui/field.tsx'
import type { Frame } from '../../ui/frame.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines } from '../../ui/table.tsx'
import { Chips } from '../../ui/tabs.tsx'
import { partnersIn, searchedFrom, type DirectoryView } from './directory.rules.ts'
import { meetingTexts } from './meeting.texts.ts'
import { networkTexts } from './network.texts.ts'
import { partnerKinds, type PartnerKind } from './network.types.ts'
import type { Directory } from './partner.actions.ts'
import { ContactText, EndTag, MeetingsTable, networkPath, partnerPath, type NetworkRights } from './words.views.tsx'

type DirectoryProps = NetworkRights & {
  readonly frame: Frame
  readonly today: PlainDate
  readonly directory: Directory
  readonly view: DirectoryView
}

const addressOf = ({ kind, words }: DirectoryView): string => {
  const query = new URLSearchParams({ ...(kind === null ? {} : { slag: kind }), ...(words === '' ? {} : { sok: words }) })
  return query.size === 0 ? networkPath : `${networkPath}?${query.toString()}`
}

/** A city has scores of partners. */
const Search = ({ frame: { lang }, directory: { partners }, view }: DirectoryProps) => {
  const t = networkTexts[lang]
  if (partners.length < searchedFrom) return null
  return (
    <form class="row low" method="get" action={networkPath} role="search">
      {view.kind !== null && <input type="hidden" name="slag" value={view.kind} />}
      <Field name="sok" label={t.search} hint={t.searchHint} value={view.words} maxlength={60} />
      <Button variant="secondary">{t.searchDo}</Button>
    </form>
  )
}

const KindChips = ({ frame: { lang }, directory: { partners }, view }: DirectoryProps) => {
  const t = networkTexts[lang]
  const count = (of: PartnerKind): number => partnersIn(partners, { ...view, kind: of }).length
  const links = partnerKinds
    .filter((one) => count(one) > 0)
    .map((one) => ({
      href: addressOf({ ...view, kind: one === view.kind ? null : one }),
      label: t.kinds[one],
      count: count(one),
      current: one === view.kind,
    }))
  return links.length < 2 ? null : <Chips label={t.kindsLabel} links={links} />
}

/** Agreements that somebody must see to, for everybody who opens the directory. */
const ToRenew = ({ frame: { lang }, today, directory: { toRenew } }: DirectoryProps) => {
  const t = networkTexts[lang]
  if (toRenew.length === 0) return null
  return (
    <Alert kind="warning" title={t.renewTitle(toRenew.length)}>
      <ul class="plain">
        {toRenew.map(({ partnerId, partnerName, name, lastOn }) => (
          <li>
            <a href={partnerPath(partnerId)}>
              {t.renewLine(partnerName, name, lastOn === null ? '' : shortDay(lastOn, lang), lastOn !== null && lastOn < today)}
            </a>
          </li>
        ))}
      </ul>
    </Alert>
  )
}

const PartnersTable = (props: DirectoryProps) => {
  const { frame, today, directory, view } = props
  const t = networkTexts[frame.lang]
  const shown = partnersIn(directory.partners, view)
  if (directory.partners.length === 0) return <EmptyState title={t.none}>{t.noneText}</EmptyState>
  if (shown.length === 0) return <EmptyState title={t.noneFound}>{<a href={networkPath}>{t.showAll}</a>}</EmptyState>
  const rows = shown.map((partner) => [
    <TwoLines below={[t.kinds[partner.kind], partner.area].filter((text) => text !== '').join(' · ')}>
      <a href={partnerPath(partner.partnerId)}>{partner.name}</a> <EndTag partner={partner} frame={frame} today={today} />
    </TwoLines>,
    partner.offers,
    partner.meets,
    <ContactText partner={{ ...partner, email: null }} />,
  ])
  return <Table columns={Object.values(t.columns).map((title) => ({ title }))} rows={rows} headed stacks />
}

/** The directory. */
export const DirectoryPage = (props: DirectoryProps) => {
  const { frame, directory, mayEdit, mayMeet } = props
  const t = networkTexts[frame.lang]
  return (
    <Page
      frame={frame}
      title={t.title}
      crumbs={[
        { href: '/samverkan', label: t.together },
        { href: '', label: t.title },
      ]}
    >
      <PageHead heading={t.title} below={t.below}>
        {mayEdit && <LinkButton href={`${networkPath}/ny`}>{t.add}</LinkButton>}
      </PageHead>
      <div class="stack">
        <ToRenew {...props} />
        <Search {...props} />
        <KindChips {...props} />
        <PartnersTable {...props} />
        <Card heading={meetingTexts[frame.lang].meetings}>
          <MeetingsTable meetings={directory.meetings} lang={frame.lang} mayOpen={mayMeet} />
        </Card>
      </div>
    </Page>
  )
}
