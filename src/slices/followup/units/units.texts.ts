/** Wording of housing units. */
import type { Lang } from '../../../kernel/lang.ts'
import type { UnitRefusal } from './units.actions.ts'

type Texts = {
  readonly lead: string
  readonly add: string
  readonly unit: string
  readonly columns: readonly [string, string, string, string]
  readonly inUse: string
  readonly retired: string
  readonly empty: string
  readonly name: string
  readonly district: string
  readonly districtHint: string
  readonly retire: string
  readonly retireHint: string
  readonly refusals: Readonly<Record<UnitRefusal, string>>
}

const sv: Texts = {
  lead: 'Boenden där ungdomarna bor, och var i kommunen de ligger. Överblicken jämför enheterna.',
  add: 'Ny boendeenhet',
  unit: 'Boendeenhet',
  columns: ['Boendeenhet', 'Stadsdel eller ort', 'Ungdomar', 'Läge'],
  inUse: 'i bruk',
  retired: 'ur bruk',
  empty: 'Inga boendeenheter än. Lägg till den första.',
  name: 'Namn',
  district: 'Stadsdel eller ort',
  districtHint: 'Kan lämnas tomt.',
  retire: 'Ta enheten ur bruk',
  retireHint: 'Ingen kan flytta in. Den som bott där har det kvar i sin akt.',
  refusals: {
    'name-taken': 'Det finns redan en enhet med det namnet. Välj ett annat.',
    'in-use': 'Det bor ungdomar i enheten. Flytta dem först.',
    stale: 'Någon annan hann ändra enheten. Titta på hur den är nu och spara igen.',
  },
}

const en: Texts = {
  lead: 'Where the youths live, and in which district it is. The overview compares the units.',
  add: 'New housing unit',
  unit: 'Housing unit',
  columns: ['Housing unit', 'District', 'Youths', 'State'],
  inUse: 'in use',
  retired: 'out of use',
  empty: 'No housing units yet. Add the first one.',
  name: 'Name',
  district: 'District',
  districtHint: 'A part of town or another district. May be left empty.',
  retire: 'Take the unit out of use',
  retireHint: 'Nobody can move in. Whoever lived there keeps it in their file.',
  refusals: {
    'name-taken': 'There is a unit by that name already. Choose another.',
    'in-use': 'Youths live in the unit. Move them first.',
    stale: 'Somebody else changed the unit. Look at how it is now and save again.',
  },
}

/** The words of housing units. */
export const unitTexts: Readonly<Record<Lang, Texts>> = { sv, en }
