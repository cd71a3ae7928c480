/** Wording of the clocks. */
import type { Lang } from '../../kernel/lang.ts'
import { fewestForMedian } from './clock.rules.ts'

const sv = {
  title: 'Tider för anmälningar',
  figures: 'Siffror',
  desk: 'Till anmälningarna',
  lead: (lateDays: number) =>
    `För anmälningar som kom under halvåret: från händelsen till att skolan anmälde, och från anmälan till vårt första försök att nå ungdomen. Sen är en anmälan som kom mer än ${lateDays} dagar efter händelsen.`,
  note: (smallBelow: number) =>
    `${smallBelow > 1 ? `Tal under ${smallBelow} visas inte, och inte heller tal som skulle avslöja dem. ` : ''}Dagar visas när det finns minst ${Math.max(fewestForMedian, smallBelow)} att räkna på. Försök räknas för den som slutat eller varit borta, bor här och vars anmälan godtagits eller stämmer med en källa. Återtagna räknas inte.`,
  label: 'Halvår',
  half: (key: string) => `${key.endsWith('1') ? 'våren' : 'hösten'} ${key.slice(0, 4)}`,
  none: 'Inga anmälningar kom under halvåret',
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
    `For notices that came in the half-year: from the event to the school’s notice, and from the notice to our first attempt to reach the youth. A notice is late when it came more than ${lateDays} days after the event.`,
  note: (smallBelow) =>
    `${smallBelow > 1 ? `Numbers below ${smallBelow} are not shown, nor those that would tell them. ` : ''}Days are shown when there are at least ${Math.max(fewestForMedian, smallBelow)} to count from. Attempts are counted for those who left or were absent, live here and whose notice was accepted or agrees with a source. Annulled ones are not counted.`,
  label: 'Half-year',
  half: (key) => `${key.endsWith('1') ? 'spring' : 'autumn'} ${key.slice(0, 4)}`,
  none: 'No notices came in the half-year',
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
