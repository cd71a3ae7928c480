/** Where a month is read and judged. */

/** The month by its 1st: `…/manad/2026-11`. */
export const monthAddress = (youthId: string, month: string): string => `/uppfoljning/ungdom/${youthId}/manad/${month.slice(0, 7)}`
