/** Addresses of questionnaires. */
import type { ContactLang } from '../../kernel/contact-lang.ts'

export const surveyPath = '/enkater'
export const resultsPath = '/enkater/resultat'
export const questionnairePath = (key: string): string => `/enkater/fragor/${key}`
export const editPath = (key: string): string => `${questionnairePath(key)}/andra`

/** The short address that slips show, without the installation's own: with a code, or where one is typed. */
export const answerPath = (municipality: string, code: string | null): string => `/e/${municipality}${code === null ? '' : `/${code}`}`
export const inLang = (path: string, lang: ContactLang): string => `${path}?sprak=${lang}`
