/** What was flagged, as the problems of a form: one for each field. */
import type { Lang } from '../../kernel/lang.ts'
import { hygieneTexts } from './hygiene.texts.ts'
import type { FieldFlag, ShownFlag } from './hygiene.types.ts'
import { distinctFlags } from './kept.rules.ts'

/** Words named in one sentence. The warning below the field names all of them. */
const mostNamed = 4

function namedWords(flags: readonly ShownFlag[], lang: Lang): string {
  const t = hygieneTexts[lang]
  const distinct = distinctFlags(flags)
  const named = distinct.slice(0, mostNamed).map(({ kind, word }) => t.named(word, t.kinds[kind]))
  const left = distinct.length - named.length
  return [named.join(', '), ...(left > 0 ? [t.more(left)] : [])].join(' ')
}

/** For the summary of errors and the fields: what was flagged in each, in words. `field` is the id that the texts were given with. */
export const noteProblems = (flags: readonly FieldFlag[], lang: Lang): { readonly field: string; readonly text: string }[] =>
  [...new Set(flags.map(({ field }) => field))].map((field) => ({
    field,
    text: hygieneTexts[lang].problem(
      namedWords(
        flags.filter((flag) => flag.field === field),
        lang,
      ),
    ),
  }))
