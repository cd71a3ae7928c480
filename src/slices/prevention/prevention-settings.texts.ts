/** Wording of the settings of prevention. */
import type { Lang } from '../../kernel/lang.ts'
import type { NumberPageTexts } from '../settings/index.ts'
import type { PreventionSettings } from './prevention-settings.rules.ts'

const sv: NumberPageTexts<keyof PreventionSettings> = {
  title: 'Inställningar för förebyggande arbete',
  intro: 'Gäller listorna direkt, och vad som sparas från nästa natt.',
  fields: {
    thresholdHours: 'Timmar ogiltig frånvaro på en månad som är mycket',
    csnHours: 'Timmar enligt CSN:s regel',
    keepMonths: 'Månader som en summa sparas',
  },
}

const en: typeof sv = {
  title: 'Settings of prevention',
  intro: 'In force for the lists at once, and for what is kept from the next night.',
  fields: {
    thresholdHours: 'Hours of invalid absence in a month that are much',
    csnHours: 'Hours of CSN’s rule',
    keepMonths: 'Months that a sum is kept',
  },
}

/** The words of the settings of prevention. */
export const preventionSettingTexts: Readonly<Record<Lang, typeof sv>> = { sv, en }
