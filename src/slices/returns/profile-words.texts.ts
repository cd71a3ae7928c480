/** What the things that a profile has codes for are called. */
import type { Lang } from '../../kernel/lang.ts'
import { ladderTexts } from '../ladder/index.ts'
import { reasonText } from '../law/index.ts'
import type { CodeList } from './profile.forms.ts'
import { profileTexts } from './profile.texts.ts'
import type { CatalogueWords } from './profile.types.ts'

const refinement = 'inEducation.'

function exitText(key: string, lang: Lang): string {
  if (!key.startsWith(refinement)) return reasonText(key, lang)
  const kind = key.slice(refinement.length)
  return `${reasonText('inEducation', lang)}: ${profileTexts[lang].refinements[kind] ?? kind}`
}

function occupationText(key: string, lang: Lang): string {
  const t = profileTexts[lang]
  const words: Readonly<Record<string, string>> = { ...ladderTexts[lang].occupations, introductory: t.introductory, notAsked: t.notAsked }
  return words[key] ?? key
}

/** One of them in words; what nobody knows is shown as it is. */
export function codedText(list: CodeList, key: string, { items, endReasons }: CatalogueWords, lang: Lang): string {
  switch (list) {
    case 'entryReasons':
      return reasonText(key, lang)
    case 'exitReasons':
      return exitText(key, lang)
    case 'occupations':
      return occupationText(key, lang)
    case 'measureKinds':
      return items.find((one) => one.key === key)?.name[lang] ?? key
    case 'measureEndReasons':
      return endReasons.find((one) => one.key === key)?.name[lang] ?? key
  }
}
