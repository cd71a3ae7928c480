/** The addresses of the sources pages, in one place. None of them says anything of a person but a random id. */
import type { ExceptionFilter } from './sources.types.ts'
import type { ChangeFilter } from './runs.store.ts'

const withQuery = (path: string, pairs: Readonly<Record<string, string | number | null>>): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(pairs)) if (value !== null && value !== '') query.set(name, String(value))
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

/** Page 1 needs no word in the address. */
const pageOrNot = (page: number): number | null => (page > 1 ? page : null)

export const sourcesPath = '/kallor'
export const sourcesPage = (page: number): string => withQuery(sourcesPath, { sida: pageOrNot(page) })
export const sourceLink = (name: string, page = 1): string => withQuery(`/kallor/${encodeURIComponent(name)}`, { sida: pageOrNot(page) })
export const readLink = (id: number): string => `/kallor/lasning/${id}`

export const inboxPath = '/kallor/undantag'
export const inboxLink = ({ kind, source }: ExceptionFilter, page = 1): string =>
  withQuery(inboxPath, { slag: kind, kalla: source, sida: pageOrNot(page) })
export const linkingLink = (id: number): string => `/kallor/undantag/${id}/koppla`
export const linkedPath = '/kallor/kopplingar'

export const duplicatesPath = '/kallor/dubbletter'
export const duplicatesPage = (page: number): string => withQuery(duplicatesPath, { sida: pageOrNot(page) })
export const pairLink = (first: string, second: string): string => `/kallor/dubbletter/par/${first}/${second}`
export const mergesPath = '/kallor/dubbletter/avgjorda'
export const mergesPage = (page: number): string => withQuery(mergesPath, { sida: pageOrNot(page) })
export const mergeLink = (id: number): string => `/kallor/dubbletter/avgjorda/${id}`

const directionWords = { entered: 'in', left: 'ut' } as const
/** The run, or those of it who came in or left for one reason. */
export const runLink = (runId: number, { direction, reason }: ChangeFilter = { direction: null, reason: null }, page = 1): string =>
  withQuery(`/korningar/${runId}`, { vag: direction === null ? null : directionWords[direction], anledning: reason, sida: pageOrNot(page) })
/** What the address of a run asks for. */
export const changeFilterOf = (query: URLSearchParams): ChangeFilter => {
  const word = query.get('vag')
  return {
    direction: word === 'in' ? 'entered' : word === 'ut' ? 'left' : null,
    reason: query.get('anledning')?.slice(0, 60) ?? null,
  }
}

export const youthLink = (subjectId: string): string => `/ungdomar/${subjectId}`
export const decisionLink = (subjectId: string): string => `/ungdomar/${subjectId}/beslut`

/** The page that an address asks for, from 1. */
export const pageOf = (query: URLSearchParams): number => {
  const written = query.get('sida') ?? ''
  return /^\d{1,6}$/.test(written) ? Math.max(1, Number(written)) : 1
}
