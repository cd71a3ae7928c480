/** Ids as they come in addresses. */

/** A unit's or district's id; undefined when the text is none. */
export const idOf = (text: string | undefined): number | undefined => (/^\d{1,9}$/.test(text ?? '') ? Number(text) : undefined)
