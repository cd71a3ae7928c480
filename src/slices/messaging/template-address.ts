/** Where templates are: the text of a key and a language, one of its versions, and its form. */
import { contactLangs } from '../../kernel/contact-lang.ts'
import { templateKeys } from './shipped/shipped.types.ts'
import type { TemplateName } from './template.types.ts'

export const templatesAddress = '/utskick/mallar'

/** The page of a text; of a given version, and compared with the one in force, when it says so. */
export function templateAddress({ key, lang }: TemplateName, version: number | null = null, isCompared = false): string {
  const query = new URLSearchParams()
  if (version !== null) query.set('version', String(version))
  if (isCompared) query.set('jamfor', 'ja')
  return `${templatesAddress}/${key}/${lang}${query.size === 0 ? '' : `?${query.toString()}`}`
}

/** The text that an address names; null when there is none such. */
export function templateIn(params: Readonly<Record<string, string>>): TemplateName | null {
  const key = templateKeys.find((one) => one === params['key'])
  const lang = contactLangs.find((one) => one === params['lang'])
  return key === undefined || lang === undefined ? null : { key, lang }
}
