/** Wording of the clocks. */
import type { Lang } from '../../kernel/lang.ts'
import { fewestForMedian } from './clock.rules.ts'

const sv = {
  title: 'Tider för anmälningar',
  figures: 'Siffror',
  desk: 'Till anmälningarna',
  lead: (lateDays: number) =>
    `Från händelsen till att skolan anmälde, och från anmälan till vårt första försök att nå ungdomen. Sen är en anmälan som kom mer än ${lateDays} dagar efter händelsen.`,
  note: `Mitten visas när det finns minst ${fewestForMedian} anmälningar. Försök räknas för den som slutat eller varit borta, bor här och vars anmälan godtagits eller stämmer med en källa. Återtagna räknas inte.`,
  from: 'Från och med',
  to: 'Till och med',
  show: 'Visa',
  wrong: 'Skriv två dagar, den första före den sista.',
  none: 'Inga anmälningar kom de dagarna.',
  whole: 'Hela huvudmannen',
  few: 'för få',
  days: (days: string) => `${days} dagar`,
  columns: {
    school: 'Skola',
    notices: 'Anmälningar',
    late: 'Sena',
    toNotice: 'Händelse till anmälan (mitten)',
    toContact: 'Att nå',
    attempted: 'Försökt',
    toAttempt: 'Anmälan till första försök (mitten)',
    waiting: 'Väntat längst',
  },
}
const en: typeof sv = {
  title: 'Clocks of school notices',
  figures: 'Figures',
  desk: 'To the notices',
  lead: (lateDays) =>
    `From the event to the school’s notice, and from the notice to our first attempt to reach the youth. A notice is late when it came more than ${lateDays} days after the event.`,
  note: `The median is shown from ${fewestForMedian} notices. Attempts are counted for those who left or were absent, live here and whose notice was accepted or agrees with a source. Annulled ones are not counted.`,
  from: 'From',
  to: 'To',
  show: 'Show',
  wrong: 'Write two days, the first before the last.',
  none: 'No notices came on those days.',
  whole: 'The whole authority',
  few: 'too few',
  days: (days) => `${days} days`,
  columns: {
    school: 'School',
    notices: 'Notices',
    late: 'Late',
    toNotice: 'Event to notice (median)',
    toContact: 'To reach',
    attempted: 'Tried',
    toAttempt: 'Notice to first attempt (median)',
    waiting: 'Waited longest',
  },
}
export const clockTexts: Readonly<Record<Lang, typeof sv>> = { sv, en }
