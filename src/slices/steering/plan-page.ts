/** The action plan on paper as markup: for the board that decides it, and for those who have no account. Tagged, with headings in order. */
import type { Lang } from '../../kernel/lang.ts'
import { heading, paragraphs } from '../../platform/pdf-page.ts'
import { longDay } from '../../ui/day.texts.ts'
import { paperTop } from './paper.ts'
import { planTexts } from './plan.texts.ts'
import type { Plan } from './steering.types.ts'

type PlanPaper = { readonly plan: Plan; readonly place: string; readonly lang: Lang }

/** How it was adopted, on a line of its own each; of a draft, that it does not hold yet. */
export function adoptionLines({ version, adoption }: Plan, lang: Lang): string[] {
  const t = planTexts[lang]
  if (adoption === null) return [t.version(version), t.draftText]
  return [
    t.version(version),
    t.adopted(adoption.adoptedBy, longDay(adoption.adoptedOn, lang)),
    ...(adoption.reference === '' ? [] : [t.reference(adoption.reference)]),
    t.review(longDay(adoption.reviewOn, lang)),
  ]
}

/** The whole plan. */
export function planMarkup({ plan, place, lang }: PlanPaper): string {
  const t = planTexts[lang]
  const parts = plan.parts.map(({ heading: title, board, body }) =>
    [
      heading(2, title, lang),
      paragraphs(board === '' ? t.boardNone : t.boardOf(board), lang),
      paragraphs(body === '' ? t.noBody : body, lang),
    ].join(''),
  )
  return [
    paperTop({ title: t.paper, place, lang, ...(plan.adoption === null ? { remark: t.draftRemark } : {}) }),
    heading(1, t.paper, lang),
    paragraphs([place, ...adoptionLines(plan, lang)].join('\n'), lang),
    ...parts,
  ].join('')
}
