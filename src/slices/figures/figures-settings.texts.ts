/** Wording of the settings of figures. */
import type { Lang } from '../../kernel/lang.ts'
import type { NumberPageTexts } from '../settings/index.ts'
import { figuresSettings } from './figures-settings.rules.ts'

const { most } = figuresSettings.limits.smallBelow

const sv: NumberPageTexts<'smallBelow'> = {
  title: 'Inställningar för siffror',
  intro: 'Gäller genast, på sidor, i filer och i rapporter. Det som är publicerat sparas helt och döljs när det visas.',
  fields: { smallBelow: 'Dölj tal under' },
  hints: {
    smallBelow: `Tal under gränsen visas inte, och inte heller det som de kan räknas ut av. Noll visas, om det inte behövs för att dölja ett annat tal. 1 döljer inget; högst ${most}.`,
  },
}

const en: typeof sv = {
  title: 'Settings of figures',
  intro: 'In force at once, on pages, in files and in reports. What is published is kept whole and hidden when it is shown.',
  fields: { smallBelow: 'Hide numbers below' },
  hints: {
    smallBelow: `Numbers below the limit are not shown, nor what they could be worked out from. Zero is shown, unless it is needed to hide another number. 1 hides nothing; ${most} at most.`,
  },
}

export const figuresSettingTexts: Readonly<Record<Lang, typeof sv>> = { sv, en }
