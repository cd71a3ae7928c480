/** /ungdomar/:id/formedlat-brev: a letter without address to a protected youth, printed one at a time by somebody with the right. */
import { isRandomId } from '../../platform/random-id.ts'
import { z } from 'zod'
import { contactLangs } from '../../kernel/contact-lang.ts'
import { choiceField } from '../../platform/form.ts'
import {
  file,
  missing,
  page,
  problemText,
  signInAgain,
  typedValue,
  type Answer,
  type FieldProblem,
  type Pages,
  type Typed,
  type Visit,
} from '../access/index.ts'
import { printForwarded, readForward, type Forwarder } from './forward.actions.ts'
import { forwardedKeys } from './forward.rules.ts'
import { ForwardPageView, type ForwardDraft } from './forward.views.tsx'

const form = z.strictObject({ template: choiceField(forwardedKeys), lang: choiceField(contactLangs) })

const subjectOf = ({ params }: Visit): string => params['id'] ?? ''

const forwarderOf = ({ scope, actor, isFresh, place, today }: Visit, publicUrl: string): Forwarder => ({
  scope,
  by: actor.staffId,
  isFresh,
  place,
  publicUrl,
  today,
})

async function show(visit: Visit, publicUrl: string, draft: Partial<ForwardDraft>, status: 200 | 409 | 422): Promise<Answer> {
  const subjectId = subjectOf(visit)
  if (!isRandomId(subjectId)) return missing
  const found = await readForward(forwarderOf(visit, publicUrl), subjectId)
  if (found === 'missing') return missing
  if (found === 'sign-in-again') return signInAgain
  const whole: ForwardDraft = { template: '', lang: found.lang, problems: [], refusal: null, ...draft }
  return page(
    <ForwardPageView frame={visit.frame} subjectId={subjectId} problem={found.problem} draft={whole} once={visit.newOnce()} />,
    status,
  )
}

async function print(visit: Visit, publicUrl: string, { template, lang }: z.infer<typeof form>): Promise<Answer> {
  const subjectId = subjectOf(visit)
  if (!isRandomId(subjectId)) return missing
  if (!visit.isFresh) return signInAgain
  const decision = await printForwarded(forwarderOf(visit, publicUrl), { subjectId, templateKey: template, lang })
  if (decision.granted) return file('formedlat-brev.pdf', 'application/pdf', decision.value)
  if (decision.reason === 'missing') return missing
  return show(visit, publicUrl, { template, lang, refusal: decision.reason }, 409)
}

const reshow = (visit: Visit, publicUrl: string, problems: readonly FieldProblem[], typed: Typed): Promise<Answer> =>
  show(
    visit,
    publicUrl,
    {
      template: typedValue(typed, 'template'),
      lang: typedValue(typed, 'lang'),
      problems: problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) })),
    },
    422,
  )

/** Registers the page. `publicUrl`: where the letter's code leads. */
export function addForwardPages(pages: Pages, publicUrl: string): void {
  const path = '/ungdomar/:id{[0-9a-f-]+}/formedlat-brev'
  const declared = { permit: 'protected.read', shows: 'person', outlet: 'letter.forwarded' } as const
  pages.get(path, declared, (visit) => show(visit, publicUrl, {}, 200))
  pages.post(
    path,
    declared,
    form,
    (visit, given) => print(visit, publicUrl, given),
    (visit, problems, typed) => reshow(visit, publicUrl, problems, typed),
  )
}
