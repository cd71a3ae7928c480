/** The lists that the start page's numbers lead to. The number is counted from the same address (`countView`). */
import type { OwnNumber } from './today.types.ts'

/** `doesOutreach`: works with youths, so that the ladder's numbers are theirs too. */
type Reader = { readonly unitId: number | null; readonly doesOutreach: boolean }

/** The reader's own lists, in the order they stand; those of the unit only for somebody who has one. */
export const ownLists = ({ unitId, doesOutreach }: Reader): readonly { readonly name: OwnNumber; readonly href: string }[] => [
  { name: 'mine', href: '/ungdomar?ansvarig=jag' },
  { name: 'newForMine', href: '/ungdomar?dagar_hogst=7&ansvarig=jag' },
  ...(doesOutreach
    ? [
        { name: 'mineOverdue' as const, href: '/ungdomar?lista=forfallet&ansvarig=jag' },
        { name: 'mineDueToday' as const, href: '/ungdomar?lista=sista-dagen&ansvarig=jag' },
      ]
    : []),
  ...(unitId === null
    ? []
    : [
        { name: 'unit' as const, href: `/ungdomar?enhet=${unitId}` },
        { name: 'unitUnassigned' as const, href: `/ungdomar?enhet=${unitId}&ansvarig=ingen` },
        ...(doesOutreach ? [{ name: 'unitOverdue' as const, href: `/ungdomar?lista=forfallet&enhet=${unitId}` }] : []),
      ]),
]

/** New youths whom nobody has. */
export const unassignedList = '/ungdomar?dagar_hogst=7&ansvarig=ingen'
/** Youths whom nobody has begun with within a month of entry. */
export const notBegunList = '/ungdomar?lista=inte-borjat'
export const answersPage = '/uppsok/svar'
export const correctionsToCheck = '/rattelser?lage=att-kontrollera'
export const correctionsParked = '/rattelser?lage=vantar'
/** The reader's own follow-ups, as the hub of plans shows them. */
export const followUpsOverdue = '/planer?visa=forsenade'
export const followUpsDue = '/planer?visa=i-dag'
export const measuresDesk = '/atgarder'
export const expiringDesk = '/sysselsattning'
/** The half-yearly return of one half-year. */
export const returnOf = (half: string): string => `/halvarsuppgiften?halvar=${half}`
export const termEndsPage = '/installningar/regler'

/** The query of one of our addresses. */
export const queryOf = (href: string): URLSearchParams => new URLSearchParams(href.slice(href.indexOf('?')))
