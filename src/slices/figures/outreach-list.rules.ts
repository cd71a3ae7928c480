/** Stockholm's list of outreach (seeds/001, 7.1): letters, visit cards, calls and home visits, who chose whose support, and how many are covered. */
import { coveredOn, isIn, periodsIn } from './facts.rules.ts'
import type { FactContact, Facts, FactYouth } from './facts.types.ts'
import { stepsOf } from './figures.rules.ts'
import { figureChannels } from './figures.types.ts'
import type { Indicator, Mark, Row, Window } from './indicator.types.ts'
import { countRow, markContact, markPeriod, shareRow, youthsRow } from './marks.rules.ts'

/** The ways of the list. The other channels are in the figures of outreach. */
const listed = ['letter', 'visitCard', 'phone', 'homeVisit'] as const

const channelRows = (channel: string): Row[] => [
  countRow(`${channel}.made`),
  countRow(`${channel}.answered`),
  shareRow(`${channel}.answeredShare`, `${channel}.answered`, `${channel}.made`),
  youthsRow(`${channel}.reached`),
]

const supportRows = (department: string): Row[] => [
  youthsRow(`support.${department}`),
  shareRow(`supportShare.${department}`, `support.${department}`, 'reached'),
]

const rows = ({ keys }: Facts): Row[] => [
  youthsRow('covered'),
  ...listed.flatMap(channelRows),
  youthsRow('reached'),
  youthsRow('support'),
  shareRow('supportShare', 'support', 'reached'),
  ...keys.departments.flatMap(supportRows),
  youthsRow('outside'),
]

const isListed = new Set<string>(listed)
const turnsToYouth = new Set<string>(figureChannels)

/** An attempt that turns to the youth, or the youth's own voice. */
const isOutreach = ({ attempted, reached, channel }: FactContact): boolean => reached || (attempted && turnsToYouth.has(channel))

function stepMarks(youth: FactYouth, window: Window): Mark[] {
  const made: Mark[] = []
  for (const { contact, channel, answer } of stepsOf(youth.contacts)) {
    if (!isListed.has(channel) || !isIn(window, contact.on) || !coveredOn(youth, contact.on)) continue
    made.push(markContact(`${channel}.made`, youth, contact))
    if (answer === null) continue
    const voice = { kind: 'contact', id: answer.id } as const
    for (const row of [`${channel}.answered`, `${channel}.reached`]) made.push(markContact(row, youth, contact, [voice]))
  }
  return made
}

function voiceMarks(youth: FactYouth, window: Window): Mark[] {
  const made: Mark[] = []
  for (const contact of youth.contacts) {
    if (!isIn(window, contact.on) || !isOutreach(contact)) continue
    const isCovered = coveredOn(youth, contact.on)
    if (!isCovered) made.push(markContact('outside', youth, contact))
    if (!isCovered || !contact.reached) continue
    made.push(markContact('reached', youth, contact))
    if (contact.department === null) continue
    for (const row of ['support', `support.${contact.department}`]) made.push(markContact(row, youth, contact))
  }
  return made
}

const marks = (youth: FactYouth, window: Window): Mark[] => [
  ...periodsIn(youth, window).map((period) => markPeriod('covered', youth, period)),
  ...stepMarks(youth, window),
  ...voiceMarks(youth, window),
]

export const outreachList: Indicator = {
  dimensions: ['unit', 'district', 'birthYear', 'sex', 'department'],
  of: 'period',
  needs: { contacts: 'period', studies: false },
  rows,
  sums: () => [],
  marks,
}
