/** Wording of searching. */
import type { Lang } from '../../kernel/lang.ts'

const sv = {
  title: 'Sök ungdom',
  below:
    'Namn, hela eller början av personnumret, födelsedagen eller ett helt telefonnummer. Sökningen hittar även ungdomar som inte är på listan.',
  found: (n: number) => (n === 1 ? '1 träff' : `${n} träffar`),
  cut: 'Bara de första 50 visas. Skriv mer av namnet eller numret.',
  none: 'Ingen träff',
  noneAdvice: [
    'Pröva bara för- eller efternamnet, eller början av det. Stavningen behöver inte vara exakt.',
    'Pröva födelsedagen, till exempel 20090412 eller 090412.',
    'Ett telefonnummer skrivs helt, med riktnummer eller landsnummer. Bara nummer som någon har lagt in går att hitta.',
    'Den du söker kan tillhöra en annan enhet, bo i en annan kommun eller inte ingå i det du får se.',
  ],
  empty: 'Skriv ett namn eller nummer att söka på.',
  tooLong: 'Sökningen är för lång. Skriv högst 100 tecken.',
  status: 'Läge',
  notListed: 'inte på listan',
  born: 'Född',
}

type Texts = typeof sv

const en: Texts = {
  title: 'Search youth',
  below:
    'Name, the whole or beginning of the identity number, the birth date or a whole phone number. The search also finds youths who are not on the list.',
  found: (n) => (n === 1 ? '1 hit' : `${n} hits`),
  cut: 'Only the first 50 are shown. Write more of the name or number.',
  none: 'No hit',
  noneAdvice: [
    'Try only the first name or surname, or its beginning. The spelling need not be exact.',
    'Try the birth date, such as 20090412 or 090412.',
    'Write a phone number whole, with its area or country code. Only numbers that somebody has put in can be found.',
    'The one you look for may belong to another unit, live in another municipality or not be part of what you may see.',
  ],
  empty: 'Write a name or number to search for.',
  tooLong: 'The search is too long. Write at most 100 characters.',
  status: 'Status',
  notListed: 'not on the list',
  born: 'Born',
}

/** The words of searching. */
export const searchTexts: Readonly<Record<Lang, Texts>> = { sv, en }
