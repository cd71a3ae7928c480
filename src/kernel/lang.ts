/** The languages the interface speaks. Swedish comes first and is what is shown until a reader has chosen. */
export const langs = ['sv', 'en'] as const

/** One of the interface's languages. */
export type Lang = 'sv' | 'en'
