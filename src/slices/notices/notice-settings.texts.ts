/** Wording of the settings of school notices. */
import type { Lang } from '../../kernel/lang.ts'
import type { NumberPageTexts } from '../settings/index.ts'
import type { NoticeSettings } from './notice-settings.rules.ts'

const sv: NumberPageTexts<keyof NoticeSettings> = {
  title: 'Inställningar för anmälningar',
  intro: 'Gäller från nästa anmälan.',
  fields: {
    toleranceDays: 'Dagar som en källa får skilja sig och ändå stämma',
    duplicateDays: 'Dagar inom vilka samma anmälan räknas som skickad två gånger',
    lateDays: 'Dagar från händelsen till att anmälan är sen',
    linkHours: 'Timmar som en länk gäller',
    keepDays: 'Dagar efter att en anmälan är avslutad som elevens uppgifter finns kvar',
  },
}

const en: typeof sv = {
  title: 'Settings of school notices',
  intro: 'In force from the next notice.',
  fields: {
    toleranceDays: 'Days that a source may differ and still agree',
    duplicateDays: 'Days within which the same notice counts as sent twice',
    lateDays: 'Days from the event until the notice is late',
    linkHours: 'Hours that a link is good for',
    keepDays: 'Days after a notice is over that the pupil’s particulars are kept',
  },
}

/** The words of the settings of notices. */
export const noticeSettingTexts: Readonly<Record<Lang, typeof sv>> = { sv, en }
