/** Wording of saved filters. */
import type { Lang } from '../../kernel/lang.ts'
import type { SavedFilter } from './worklist.types.ts'

const sv = {
  title: 'Sparade urval',
  below: 'Ett urval är filter, läge och sortering. Det innehåller inga uppgifter om ungdomar.',
  sharedLabel: 'Visas för',
  shared: { me: 'bara mig', unit: 'min enhet', all: 'alla' } satisfies Record<SavedFilter['shared'], string>,
  none: 'Du har inga sparade urval',
  noneHelp: 'Filtrera listan som du vill ha den och välj Spara urvalet längst ned på sidan.',
  others: 'Delade med dig',
  open: 'Öppna',
  change: 'Spara ändring',
  remove: 'Ta bort …',
  removeQuestion: (name: string) => `Urvalet ”${name}” tas bort för alla som ser det. Inga ungdomar påverkas.`,
  removeConfirm: 'Ja, ta bort',
  back: 'Tillbaka till listan',
  saved: 'Urvalet är sparat.',
  changed: 'Urvalet är ändrat.',
  removed: 'Urvalet är borttaget.',
  nameTaken: 'Du har redan ett urval med det namnet. Välj ett annat.',
  notShared: 'Din roll får inte dela urval. Välj bara mig.',
  noUnit: 'Du är inte kopplad till någon enhet, så det finns ingen att dela med. Välj bara mig.',
  tooMany: 'Du har redan 50 sparade urval. Ta bort något först.',
  staleTitle: 'Urvalet har ändrats',
  stale: 'Det ändrades efter att du öppnade sidan. Inget är sparat än.',
  yours: 'Du skrev',
  nowIs: 'Nu är det',
  saveOver: 'Spara mitt ändå',
  leave: 'Låt det vara',
}

type Texts = typeof sv

const en: Texts = {
  title: 'Saved filters',
  below: 'A saved filter is filters, status and sort. It holds nothing about any youth.',
  sharedLabel: 'Shown to',
  shared: { me: 'only me', unit: 'my unit', all: 'everybody' },
  none: 'You have no saved filters',
  noneHelp: 'Filter the list as you want it and choose Save this filter at the bottom of the page.',
  others: 'Shared with you',
  open: 'Open',
  change: 'Save change',
  remove: 'Remove …',
  removeQuestion: (name) => `The filter “${name}” is removed for everybody who sees it. No youths are affected.`,
  removeConfirm: 'Yes, remove',
  back: 'Back to the list',
  saved: 'The filter is saved.',
  changed: 'The filter is changed.',
  removed: 'The filter is removed.',
  nameTaken: 'You already have a filter with that name. Choose another.',
  notShared: 'Your role may not share filters. Choose only me.',
  noUnit: 'You do not belong to a unit, so there is nobody to share with. Choose only me.',
  tooMany: 'You already have 50 saved filters. Remove one first.',
  staleTitle: 'The filter has changed',
  stale: 'It was changed after you opened the page. Nothing is saved yet.',
  yours: 'You wrote',
  nowIs: 'It now is',
  saveOver: 'Save mine anyway',
  leave: 'Leave it',
}

/** The words of saved filters. */
export const savedTexts: Readonly<Record<Lang, Texts>> = { sv, en }
