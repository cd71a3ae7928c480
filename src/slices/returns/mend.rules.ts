/** Where a broken control is mended: the address of the record, at the field. Random ids only. */
import type { BrokenControl } from './control.types.ts'

type Mended = Pick<BrokenControl, 'mend' | 'subjectId' | 'refId' | 'itemKey' | 'control'>

/** The line of the explanation that a period's fault is about, as the page "not right" has them. */
const lineOf: Readonly<Partial<Record<BrokenControl['control'], string>>> = { exitNotOn20: '2', periodsOverlap: '4', numberCheckDigit: '4' }

/** The address, without the product's host. */
export function mendAddress({ mend, subjectId, refId, itemKey, control }: Mended): string {
  const youth = `/ungdomar/${subjectId}`
  switch (mend) {
    case 'youth':
      return youth
    case 'correct':
      return lineOf[control] === undefined ? `${youth}/stammer-inte` : `${youth}/stammer-inte?rad=${lineOf[control]}`
    case 'contacts':
      return `${youth}/kontakter`
    case 'occupation':
      return `${youth}/sysselsattning`
    case 'measures':
      return `${youth}/atgarder`
    case 'measure':
      return refId === null ? `${youth}/atgarder` : `${youth}/atgarder/${refId}`
    case 'duplicates':
      return '/kallor/dubbletter'
    case 'catalogue':
      return itemKey === null ? '/atgarder/katalog' : `/atgarder/katalog/${itemKey}`
    case 'profile':
      return '/halvarsuppgiften/profil'
  }
}
