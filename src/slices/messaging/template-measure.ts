/** A text with made-up values: how it looks, what it costs as an SMS, and how many pages it is. */
import type { Decision } from '../../platform/decision.ts'
import { pageCount } from '../../platform/pdf-pages.ts'
import { pdfOf } from '../../platform/pdf.ts'
import { plusDays, dateOf, dayOf } from '../../platform/plain-date.ts'
import { smsSegments } from '../../platform/sms-segments.ts'
import { composed, type ComposeProblem } from './compose-text.ts'
import type { ComposeAround, Receiver } from './compose.types.ts'
import { exampleCode } from './compose-values.ts'
import type { Composed } from './message.types.ts'
import type { MessagingSettings } from './messaging-settings.rules.ts'
import { channelOf } from './shipped/fields.ts'
import type { Template, TemplateMeasure } from './template.types.ts'

/** Somebody who does not exist, with a name as long as most. The number is of the series for fiction. */
const nobody: Receiver = {
  personId: 0,
  givenName: 'Robin',
  familyName: 'Exempelsson-Lundström',
  street: 'Exempelgatan 12 lgh 1101',
  postalCode: '12345',
  locality: 'Exempelstad',
  isReturned: false,
  unit: null,
  staffName: 'Alexandra Exempelberg',
  staffPhone: '+46701740605',
}

/** What samples are made with. `unit`: the longest name of a unit that the municipality has; null: none. */
export type SampleAround = { readonly around: ComposeAround; readonly settings: MessagingSettings; readonly unit: string | null }

/** The message with made-up values, a week from now where it names a day. */
export function sampleOf(template: Template, { around, settings, unit }: SampleAround): Decision<Composed, ComposeProblem> {
  const inAWeek = dateOf(plusDays(dayOf(around.today), 7))
  const plan = {
    planLink: `${around.publicUrl}/plan/${around.place.code}/EXEMPEL-EXEMPEL-EXEMPEL-?sprak=${template.lang}`,
    planCode: '123456',
    referralLink: `${around.publicUrl}/hanvisning/${around.place.code}/EXEMPEL-EXEMPEL-EXEMPEL-`,
  }
  const days = { visitDay: inAWeek, visitTime: '15:00', meetingDay: inAWeek, meetingTime: '15:00' }
  const fields = { ...days, meetingPlace: 'Storgatan 1', ...plan }
  const channel = channelOf[template.key]
  return composed({
    channel,
    template,
    receiver: { ...nobody, unit },
    fields,
    replyCode: exampleCode,
    isForwarded: false,
    settings,
    around,
  })
}

const unmeasured: TemplateMeasure = { segments: null, units: null, encoding: null, pages: null }

/** How long the message is; nothing is known of what cannot be put together. */
export function measureOf(sample: Decision<Composed, ComposeProblem>): TemplateMeasure {
  if (!sample.granted) return unmeasured
  const { value } = sample
  if (value.kind === 'sms') return { ...unmeasured, ...smsSegments(value.text) }
  return value.kind === 'paper' ? { ...unmeasured, pages: pageCount(pdfOf(`${value.setUp}\n${value.part}`)) } : unmeasured
}
