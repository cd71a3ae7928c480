/** What the pages of the network share: addresses, a partner's contact, and the table of meetings. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { phoneText, type E164Phone } from '../../platform/phone.ts'
import { Tag } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import type { Frame } from '../../ui/frame.ts'
import { Table } from '../../ui/table.tsx'
import { meetingTexts } from './meeting.texts.ts'
import { networkTexts } from './network.texts.ts'
import type { NetworkMeeting, Partner } from './network.types.ts'

export const networkPath = '/natverk'
export const partnerPath = (partnerId: string): string => `${networkPath}/${partnerId}`
export const meetingPath = (meetingId: string): string => `${networkPath}/moten/${meetingId}`

/** The way to a meeting. */
export const meetingCrumbs = (lang: Lang, { partnerId, partnerName }: NetworkMeeting) => [
  { href: networkPath, label: networkTexts[lang].title },
  { href: partnerPath(partnerId), label: partnerName },
  { href: '', label: meetingTexts[lang].title },
]

export const youthName = ({ givenName, familyName }: { readonly givenName: string; readonly familyName: string }): string =>
  `${givenName} ${familyName}`.trim()

/** What the reader may do besides reading. */
export type NetworkRights = { readonly mayEdit: boolean; readonly mayMeet: boolean }

type EndProps = { readonly partner: Partner; readonly frame: Frame; readonly today: PlainDate }

/** That the co-operation has ended, or will. */
export const EndTag = ({ partner: { endedOn }, frame: { lang }, today }: EndProps) => {
  const t = networkTexts[lang]
  if (endedOn === null) return null
  return <Tag tone="warning">{endedOn <= today ? t.endedTag(shortDay(endedOn, lang)) : t.endsTag(shortDay(endedOn, lang))}</Tag>
}

/** Who answers at the partner, and how they are reached. */
export const ContactText = ({ partner: { contact, phone, email } }: { readonly partner: Partner }) => (
  <>
    {contact}
    {phone !== null && (
      <>
        {contact !== '' && <br />}
        <a href={`tel:${phone}`}>{phoneText(phone as E164Phone)}</a>
      </>
    )}
    {email !== null && (
      <>
        {(contact !== '' || phone !== null) && <br />}
        <a href={`mailto:${email}`}>{email}</a>
      </>
    )}
  </>
)

type MeetingsProps = { readonly meetings: readonly NetworkMeeting[]; readonly lang: Lang; readonly mayOpen: boolean }

/** Meetings with their numbers, the open ones first. */
export const MeetingsTable = ({ meetings, lang, mayOpen }: MeetingsProps) => {
  const t = meetingTexts[lang]
  const columns = Object.values(t.columns).map((title) => ({ title }))
  const rows = meetings.map(({ meetingId, partnerName, heldOn, beginsAt, place, counts }) => {
    const when = t.when(shortDay(heldOn, lang), beginsAt)
    return [
      mayOpen ? <a href={meetingPath(meetingId)}>{when}</a> : when,
      partnerName,
      place,
      counts === null ? <Tag tone="info">{t.open}</Tag> : t.countsText(counts.asked, counts.yes, counts.no, counts.unknown),
    ]
  })
  return <Table columns={columns} rows={rows} empty={t.meetingsNone} headed stacks />
}
