/** Wording of the settings of figures. */
import type { Lang } from '../../kernel/lang.ts'
import { groupPageTexts } from '../settings/index.ts'
import { greatestLimit } from './figures-settings.rules.ts'

const sv = {
  ...groupPageTexts.sv,
  title: 'Inställningar för siffror',
  intro: 'Gäller genast, på sidor, i filer och i rapporter. Det som är publicerat sparas helt och döljs när det visas.',
  smallBelow: 'Dölj tal under',
  hint: `Tal under gränsen visas inte, och inte heller det som de kan räknas ut av. Noll visas alltid. 1 döljer inget; högst ${greatestLimit}.`,
  wrong: `Skriv ett helt tal mellan 1 och ${greatestLimit}.`,
}

const en: typeof sv = {
  ...groupPageTexts.en,
  title: 'Settings of figures',
  intro: 'In force at once, on pages, in files and in reports. What is published is kept whole and hidden when it is shown.',
  smallBelow: 'Hide numbers below',
  hint: `Numbers below the limit are not shown, nor what they could be worked out from. Zero is always shown. 1 hides nothing; ${greatestLimit} at most.`,
  wrong: `Write a whole number between 1 and ${greatestLimit}.`,
}

export const figuresSettingTexts: Readonly<Record<Lang, typeof sv>> = { sv, en }
