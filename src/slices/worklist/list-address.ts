/** Back to a list: only ever to one of our own, and only with what a view understands. */
import { addressOf, parseView } from './filter.rules.ts'

/** The address of the view that a form carried along. */
export const listAddress = (query: string): string => addressOf(parseView(new URLSearchParams(query)).view)
