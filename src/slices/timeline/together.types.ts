/** What happens before a youth falls out of school, and together with others: the happenings' own nouns. */
import type { PlainDate } from '../../platform/plain-date.ts'

type Consented = { readonly purpose: string; readonly receiver: string }
type AboutSchool = { readonly school: string }
type AboutMatter = AboutSchool & { readonly matter: string }

/** Each with what its words are made of. `receiver` is empty when its name has been taken away. */
export type TogetherHappened =
  | {
      readonly event: 'schoolNotice'
      readonly detail: AboutSchool & {
        readonly notice: 'start' | 'end' | 'absence'
        readonly fromOn: PlainDate | null
        readonly eventOn: PlainDate
        readonly hours: number | null
      }
    }
  | { readonly event: 'noticeAnnulled'; readonly detail: AboutSchool & { readonly reason: string } }
  | {
      readonly event: 'noticeDecided'
      readonly detail: AboutSchool & {
        readonly outcome: string
        readonly effect: string
        readonly reason: string | null
        readonly municipality: string | null
      }
    }
  | { readonly event: 'absence'; readonly detail: { readonly month: PlainDate; readonly minutes: number } }
  | { readonly event: 'matterOpened'; readonly detail: AboutMatter }
  | { readonly event: 'matterReferred'; readonly detail: AboutMatter & { readonly how: string } }
  | { readonly event: 'matterClosed'; readonly detail: AboutMatter & { readonly closing: string } }
  | { readonly event: 'admission'; readonly detail: { readonly round: string; readonly state: string } }
  | { readonly event: 'radarStep'; readonly detail: { readonly step: string } }
  | { readonly event: 'consentGiven'; readonly detail: Consented & { readonly untilOn: PlainDate; readonly withGuardian: boolean } }
  | { readonly event: 'consentWithdrawn' | 'referralSent' | 'referralRevoked'; readonly detail: Consented }
  | { readonly event: 'referralAnswered'; readonly detail: Consented & { readonly answer: string; readonly reason: string | null } }
  | { readonly event: 'referralOutcome'; readonly detail: Consented & { readonly outcome: string } }
  | { readonly event: 'transferOut' | 'transferIn'; readonly detail: { readonly step: string; readonly municipality: string } }
  | { readonly event: 'transferKept'; readonly detail: { readonly part: string; readonly municipality: string } }
  | { readonly event: 'moveClosed'; readonly detail: { readonly outcome: string } }
  | { readonly event: 'turningTalked'; readonly detail: { readonly answer: null } }
  | { readonly event: 'turningAsked'; readonly detail: { readonly answer: string } }
  | { readonly event: 'turningWaived'; readonly detail: { readonly item: string; readonly why: string } }
  | { readonly event: 'receiverAsked' | 'receiverAnswered'; readonly detail: { readonly receiver: string; readonly answer: string | null } }
  | { readonly event: 'turningEnded'; readonly detail: { readonly outcome: string; readonly receiver: string } }
