/** The random ids that stand in addresses (UUID v4). */
const shape = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

/** Whether a text can be one of our random ids at all: what cannot is not asked for. */
export const isRandomId = (text: string | null | undefined): text is string => typeof text === 'string' && shape.test(text)
