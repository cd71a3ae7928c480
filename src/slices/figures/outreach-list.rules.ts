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

/** An attempt that turns to the youth, or the youth's own voice. */
const isOutreach = ({ attempted, reached, channel }: FactContact): boolean =>
  reached || (attempted && figureChannels.some((one) => one === channel))

function stepMarks(youth: FactYouth, window: Window): Mark[] {
  return stepsOf(youth.contacts).flatMap(({ contact, channel, answer }) => {
    if (!listed.some((one) => one === channel) || !isIn(window, contact.on) || !coveredOn(youth, contact.on)) return []
    const made = markContact(`${channel}.made`, youth, contact)
    if (answer === null) return [made]
    const voice = { kind: 'contact', id: answer.id } as const
    return [made, markContact(`${channel}.answered`, youth, contact, [voice]), markContact(`${channel}.reached`, youth, contact, [voice])]
  })
}

function voiceMarks(youth: FactYouth, window: Window): Mark[] {
  return youth.contacts.flatMap((contact) => {
    if (!isIn(window, contact.on) || !isOutreach(contact)) return []
    if (!coveredOn(youth, contact.on)) return [markContact('outside', youth, contact)]
    if (!contact.reached) return []
    const reached = markContact('reached', youth, contact)
    if (contact.department === null) return [reached]
    return [reached, markContact('support', youth, contact), markContact(`support.${contact.department}`, youth, contact)]
  })
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
