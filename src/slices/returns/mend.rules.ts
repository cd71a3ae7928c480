/** Where a broken control is mended: the address of the record, at the field. Random ids only. */
import type { Permission } from '../../kernel/permission.ts'
import type { BrokenControl, MendPlace } from './control.types.ts'

/** What it takes to mend there. */
export const mendPermit: Readonly<Record<MendPlace, Permission>> = {
  youth: 'youth.read',
  correct: 'youth.correct',
  contacts: 'outreach.log',
  occupation: 'outreach.log',
  measures: 'measures.write',
  measure: 'measures.write',
  duplicates: 'sources.merge',
  catalogue: 'catalogue.edit',
  profile: 'returns.profile',
}

type Mended = Pick<BrokenControl, 'mend' | 'subjectId' | 'refId' | 'itemKey' | 'control'>

/**
 * The line of the explanation that a period's fault is about, as the page "not right" has them. A period that began for no known reason began neither
 * with the school years nor with a residence: what is lacking is the education before.
 */
const lineOf: Readonly<Partial<Record<BrokenControl['control'], string>>> = {
  exitNotOn20: '2',
  periodsOverlap: '4',
  numberCheckDigit: '4',
  entryReasonUnknown: '7',
}

/** The field of the measure's page that is to be filled in. */
const measureField: Readonly<Partial<Record<BrokenControl['control'], string>>> = {
  measureOutside: '#change-from',
  measureEndBeforeStart: '#end-on',
  measureEndAfterExit: '#end-on',
  measureEndReasonMissing: '#end-reason',
  plannedEndPassed: '#end-on',
  openAtExit: '#end-on',
  occupationAfterMissing: '#end-occupation',
}

/** The address, without the product's host. `half`: whose profile is mended, where it is the profile. */
export function mendAddress({ mend, subjectId, refId, itemKey, control }: Mended, half: string): string {
  const youth = `/ungdomar/${subjectId}`
  switch (mend) {
    case 'youth':
      return youth
    case 'correct':
      return lineOf[control] === undefined ? `${youth}/stammer-inte` : `${youth}/stammer-inte?rad=${lineOf[control]}#reason`
    case 'contacts':
      return refId === null ? `${youth}/kontakter` : `${youth}/kontakter#why-${refId}`
    case 'occupation':
      // The page fills in the day: that of the contact, or the first of the period.
      return `${youth}/sysselsattning?${refId === null ? 'vid=registreringen' : `kontakt=${refId}`}#kind`
    case 'measures':
      return `${youth}/atgarder`
    case 'measure':
      return refId === null ? `${youth}/atgarder` : `${youth}/atgarder/${refId}${measureField[control] ?? ''}`
    case 'duplicates':
      return '/kallor/dubbletter'
    case 'catalogue':
      return itemKey === null ? '/atgarder/katalog' : `/atgarder/katalog/${itemKey}#code`
    case 'profile':
      return `/halvarsuppgiften/profil?halvar=${half}#measureEndReasons`
  }
}
