/** For the tests: what a component writes. */

/** The HTML of a component that is drawn at once. */
export const drawn = (element: unknown): string => (element as { toString: () => string }).toString()
