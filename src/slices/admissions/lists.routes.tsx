/** /radar/listor: admission lists that have been read, and reading another. Counts of rows, and no youth at all. */
import { z } from 'zod'
import { isRandomId } from '../../platform/random-id.ts'
import { choiceField, dateField, optionalText } from '../../platform/form.ts'
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
import { rounds } from './admissions.types.ts'
import { listProblem, parseList, readList, readLists, takeBackList, type HandedList } from './list.actions.ts'
import { mappingFrom } from './list-row.rules.ts'
import { listTexts } from './lists.texts.ts'
import { ListReadPage, ListsPage, listsPath } from './lists.views.tsx'

const form = z.strictObject({
  round: choiceField(rounds),
  on: dateField,
  file: z.string({ error: 'required' }).default(''),
  numberColumn: optionalText(60),
  stateColumn: optionalText(60),
  words: optionalText(500),
})
type Handed = z.infer<typeof form>
type Problem = { readonly field: string; readonly text: string }

async function show(visit: Visit, typed: Typed, problems: readonly Problem[]): Promise<Answer> {
  const { place, actor, today, frame, newOnce } = visit
  const lists = await readLists(place.pool, actor.staffId, Number(today.slice(0, 4)))
  const typedIn = (field: string): string => typedValue(typed, field)
  return page(
    <ListsPage
      frame={frame}
      today={today}
      lists={lists}
      typed={typedIn}
      problems={problems}
      newOnce={newOnce}
      mayRadar={visit.may('radar.work')}
    />,
    problems.length === 0 ? 200 : 422,
  )
}

/** What is wrong with the text as a table, before anything is saved. */
function tableProblem(list: HandedList): string | null {
  try {
    parseList(list)
    return null
  } catch (error) {
    const problem = listProblem(error)
    if (problem === null) throw error
    return problem
  }
}

async function read(visit: Visit, { round, on, file, numberColumn, stateColumn, words }: Handed, typed: Typed): Promise<Answer> {
  const { place, actor, today, frame, lang } = visit
  const texts = listTexts[lang]
  if (file.trim() === '') return show(visit, typed, [{ field: 'file', text: texts.noFile }])
  const mapping = mappingFrom({ numberColumn, stateColumn, words })
  if ('line' in mapping) return show(visit, typed, [{ field: 'words', text: texts.badWords(mapping.line) }])
  const list = { round, on, text: file, mapping, name: texts.file }
  const problem = tableProblem(list)
  if (problem !== null) return show(visit, typed, [{ field: 'file', text: problem }])
  const decision = await readList(place.pool, { actor: actor.staffId, staffId: actor.staffId, today }, list)
  if (decision.granted) return page(<ListReadPage frame={frame} read={decision.value} mayRadar={visit.may('radar.work')} />)
  const field = decision.reason === 'ahead' || decision.reason === 'outside-season' ? 'on' : 'file'
  return show(visit, typed, [{ field, text: texts.refusals[decision.reason] }])
}

const reshow = (visit: Visit, problems: readonly FieldProblem[], typed: Typed): Promise<Answer> =>
  show(
    visit,
    typed,
    problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) })),
  )

async function takeBack({ place, actor, params, lang }: Visit): Promise<Answer> {
  const listId = params['list'] ?? ''
  if (!isRandomId(listId)) return missing
  const decision = await takeBackList(place.pool, actor.staffId, listId)
  if (!decision.granted && decision.reason === 'missing') return missing
  return goTo(listsPath, decision.granted ? listTexts[lang].tookBack : listTexts[lang].tookBackBefore)
}

/** Registers the pages. */
export function addListPages(pages: Pages): void {
  const declared = { permit: 'radar.lists', shows: 'nothing' } as const
  pages.get(listsPath, declared, (visit) => show(visit, {}, []))
  pages.post(listsPath, declared, form, read, reshow)
  pages.post(`${listsPath}/:list{[0-9a-f-]+}/ta-tillbaka`, declared, z.strictObject({}), takeBack)
}
