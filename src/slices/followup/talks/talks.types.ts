/** Talks that the actors are called to, and the monthly report that documents them by a template. */
import type { PlainDate } from '../../../platform/plain-date.ts'
import type { Recipient } from '../instrument/instrument.types.ts'
import { actorKinds } from '../people/people.types.ts'

/** Who is called to a talk: the youth, the trustee (god man) and the housing staff; school staff and others when needed. */
export const talkActors = ['youth', ...actorKinds] as const
export type TalkActor = (typeof talkActors)[number]

/** Those who are always called, or left out for a reason: a trustee's task ends at 18. */
export const calledActors = ['youth', 'trustee', 'housing'] as const satisfies readonly TalkActor[]

export const invitationAnswers = ['waiting', 'coming', 'notComing'] as const
export type InvitationAnswer = (typeof invitationAnswers)[number]

/** `actorId`: one of the youth's actors; null for the youth. */
export type Invitation = { readonly actor: TalkActor; readonly actorId: string | null }
export type LeftOut = { readonly actor: TalkActor; readonly why: string }

export type TalkState = 'called' | 'held' | 'cancelled'

/** A talk as the rules see it. */
export type Talk = {
  readonly talkId: string
  readonly recipient: Recipient
  readonly on: PlainDate
  readonly state: TalkState
  readonly version: number
}

/** A part of the template. `perArea`: answered once for each area that the recipient follows up. */
export type TemplateSection = {
  readonly key: string
  readonly sv: string
  readonly en: string
  readonly hintSv: string
  readonly hintEn: string
  readonly perArea: boolean
  readonly required: boolean
}

export type Template = { readonly sections: readonly TemplateSection[] }
export type TemplateVersion = Template & { readonly version: number; readonly fromOn: PlainDate; readonly byName: string }

/** Texts by section, and by `section.area` where the section is answered for each area. */
export type ReportTexts = Readonly<Record<string, string>>

/** The report due the 1st of a month, as the rules see it. */
export type Report = {
  readonly reportId: string
  readonly recipient: Recipient
  /** The first day of the month on which it is due; it is about the time before. */
  readonly month: PlainDate
  readonly madeOn: PlainDate
  readonly version: number
}

/** A report that a recipient owes: the 1st it is for, and the day it is due when that is a holiday. */
export type OwedReport = { readonly month: PlainDate; readonly dueOn: PlainDate }

/** Somebody who was invited, or left out with the reason; what they answered, and whether they came. */
export type Invited = {
  readonly invitationId: string
  readonly actor: TalkActor
  /** One of the youth's actors; null for the youth, and for a kind that is left out. */
  readonly actorId: string | null
  /** The actor's name; empty for the youth and for a kind that is left out. */
  readonly name: string
  /** Null when invited. */
  readonly leftOutWhy: string | null
  readonly answer: InvitationAnswer
  readonly came: boolean
}

/** A talk with everything. */
export type CalledTalk = Talk & {
  /** The clock, as `HH:MI`. */
  readonly at: string
  readonly place: string
  readonly cancelledWhy: string
  readonly calledOn: PlainDate
  readonly calledBy: string
  readonly invited: readonly Invited[]
}

/** A report's version: its texts, the talk it documents or why there was none. */
export type ReportVersion = {
  readonly version: number
  readonly madeOn: PlainDate
  readonly talkId: string | null
  readonly noTalkWhy: string
  readonly texts: ReportTexts
  readonly why: string
  readonly byName: string
  readonly savedAt: string
}

/** A report with everything: by which version of the template, about which areas, and all its versions, the newest first. */
export type WrittenReport = Report & {
  readonly dueOn: PlainDate
  readonly templateVersion: number
  readonly areas: readonly string[]
  readonly versions: readonly ReportVersion[]
}

/** What is written so far of a report that is not handed in. Begun with a version of the template, which it keeps. */
export type ReportDraft = {
  readonly recipient: Recipient
  readonly month: PlainDate
  readonly templateVersion: number
  readonly talkId: string | null
  readonly noTalkWhy: string
  readonly texts: ReportTexts
  readonly version: number
  readonly byName: string
  readonly savedAt: string
}
