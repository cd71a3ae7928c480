/** A youth's pages of contacts and of occupation, and channels as they stand in addresses. */
import { channels, type Channel } from '../ladder/index.ts'

const words: Readonly<Record<Channel, string>> = {
  phone: 'telefon',
  letter: 'brev',
  sms: 'sms',
  email: 'e-post',
  visitCard: 'knackakort',
  homeVisit: 'hembesok',
  socialMedia: 'sociala-medier',
  partner: 'samverkan',
  inPerson: 'mote',
  school: 'skola',
}

/** The page of what a youth does. */
export const occupationPath = (subjectId: string): string => `/ungdomar/${subjectId}/sysselsattning`

/** The page of a youth's contacts; with the form on a channel. */
export const contactsPath = (subjectId: string, channel: Channel | null = null): string =>
  `/ungdomar/${subjectId}/kontakter${channel === null ? '' : `?kanal=${words[channel]}`}`

/** The channel that an address asks for; calls when it asks for none. */
export const channelOf = (word: string | null): Channel => channels.find((channel) => words[channel] === word) ?? 'phone'
