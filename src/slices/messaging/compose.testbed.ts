/** For the tests of composing: somebody to write to, and a message in any language. */
import type { ContactLang } from '../../kernel/contact-lang.ts'
import { date } from '../../../test/support/places.ts'
import type { Receiver } from './compose.types.ts'
import type { Composing } from './compose-text.ts'
import { shippedMessaging } from './messaging-settings.rules.ts'
import { channelOf } from './shipped/fields.ts'
import { shippedTemplates } from './shipped/shipped.ts'
import type { TemplateKey } from './shipped/shipped.types.ts'

export const receiver: Receiver = {
  personId: 1,
  givenName: 'Kim',
  familyName: 'Exempelsson',
  street: 'Storgatan 1 lgh 1101',
  postalCode: '123 45',
  locality: 'LÖVSTA',
  isReturned: false,
  unit: 'Ungdomsenheten Väst',
  staffName: 'Amina Lind',
  staffPhone: '+46701740605',
}

const around = {
  place: { code: '2599', name: 'Lövsta kommun' },
  publicUrl: 'https://lots.example.se',
  today: date('2026-10-14'),
}

export const fields = {
  visitDay: '2026-10-21',
  visitTime: '15:00',
  meetingDay: '2026-10-21',
  meetingTime: '09:30',
  meetingPlace: 'Storgatan 1',
  planLink: 'https://lots.example.se/plan/2599/AB12-CD34_EF56gh78ij90kl',
  planCode: '123456',
  referralLink: 'https://lots.example.se/hanvisning/2599/AB12-CD34_EF56gh78ij90kl',
} as const

/** A message by the shipped template, unless a test says otherwise. */
export const composing = (lang: ContactLang, key: TemplateKey, given: Partial<Composing> = {}): Composing => ({
  channel: channelOf[key],
  template: { key, lang, version: 0, ...shippedTemplates[lang][key] },
  receiver,
  fields,
  replyCode: 'ABCDEFGHJK',
  isForwarded: false,
  settings: shippedMessaging,
  around,
  ...given,
})
