/** /overflytt/nycklar: keys for municipalities outside the installation. */
import { z } from 'zod'
import { textField } from '../../platform/form.ts'
import {
  goTo,
  missing,
  page,
  problemText,
  typedValue,
  type Answer,
  type FieldProblem,
  type Pages,
  type Typed,
  type Visit,
} from '../access/index.ts'
import { addPartner, dropPartner, makeOwnKeys, readKeys } from './key.actions.ts'
import { keyTexts } from './key.texts.ts'
import { keysPath } from './desk.views.tsx'
import { KeysPage } from './key.views.tsx'

const form = z.strictObject({ key: textField(500), fingerprint: textField(80) })

const handlerOf = ({ place, actor }: Visit) => ({ pool: place.pool, code: place.code, staffId: actor.staffId })

type Problems = readonly { readonly field: string; readonly text: string }[]

async function show(visit: Visit, typed: Typed, problems: Problems): Promise<Answer> {
  const keys = await readKeys(handlerOf(visit))
  const { frame, newOnce } = visit
  return page(
    <KeysPage frame={frame} keys={keys} typed={(field) => typedValue(typed, field)} problems={problems} newOnce={newOnce} />,
    problems.length === 0 ? 200 : 422,
  )
}

async function make(visit: Visit): Promise<Answer> {
  await makeOwnKeys(handlerOf(visit))
  return goTo(keysPath, keyTexts[visit.lang].made)
}

async function add(visit: Visit, { key, fingerprint }: z.infer<typeof form>, typed: Typed): Promise<Answer> {
  const decision = await addPartner(handlerOf(visit), { text: key, fingerprint })
  const texts = keyTexts[visit.lang]
  if (decision.granted) return goTo(keysPath, texts.added)
  return show(visit, typed, [
    { field: decision.reason === 'other-fingerprint' ? 'fingerprint' : 'key', text: texts.problems[decision.reason] },
  ])
}

async function drop(visit: Visit): Promise<Answer> {
  const decision = await dropPartner(handlerOf(visit), visit.params['code'] ?? '')
  return decision.granted ? goTo(keysPath, keyTexts[visit.lang].dropped) : missing
}

const reshow = (visit: Visit, problems: readonly FieldProblem[], typed: Typed): Promise<Answer> =>
  show(
    visit,
    typed,
    problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) })),
  )

/** Registers the page. */
export function addKeyPages(pages: Pages): void {
  const declared = { permit: 'transfers.keys', shows: 'nothing' } as const
  const nothing = z.strictObject({})
  pages.get(keysPath, declared, (visit) => show(visit, {}, []))
  pages.post(`${keysPath}/nya`, declared, nothing, make)
  pages.post(`${keysPath}/kommun`, declared, form, add, reshow)
  pages.post(`${keysPath}/:code{\\d+}/bort`, declared, nothing, drop)
}
