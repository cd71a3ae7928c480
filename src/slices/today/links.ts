/** The lists that the start page's numbers lead to. The number is counted from the same address (`countView`). */
import type { OwnNumber } from './today.types.ts'

type Reader = { readonly unitId: number | null }

/** The reader's own lists, in the order they stand; those of the unit only for somebody who has one. */
export const ownLists = ({ unitId }: Reader): readonly { readonly name: OwnNumber; readonly href: string }[] => [
  { name: 'mine', href: '/ungdomar?ansvarig=jag' },
  { name: 'newForMine', href: '/ungdomar?dagar_hogst=7&ansvarig=jag' },
  ...(unitId === null
    ? []
    : [
        { name: 'unit' as const, href: `/ungdomar?enhet=${unitId}` },
        { name: 'unitUnassigned' as const, href: `/ungdomar?enhet=${unitId}&ansvarig=ingen` },
      ]),
]

/** New youths whom nobody has. */
export const unassignedList = '/ungdomar?dagar_hogst=7&ansvarig=ingen'
export const correctionsToCheck = '/rattelser?lage=att-kontrollera'
export const correctionsParked = '/rattelser?lage=vantar'
export const termEndsPage = '/installningar/regler'

/** The query of one of our addresses. */
export const queryOf = (href: string): URLSearchParams => new URLSearchParams(href.slice(href.indexOf('?')))
