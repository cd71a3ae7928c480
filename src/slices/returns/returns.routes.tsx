/** The half-yearly return in the browser: the half-year's page, its file as it is now, and what has changed since it was sent. */
import { z } from 'zod'
import { xlsx } from '../../platform/xlsx.ts'
import { textField } from '../../platform/form.ts'
import { file, goTo, page, type Answer, type Pages, type Visit } from '../access/index.ts'
import { controls, type Control } from './control.types.ts'
import { addDeliveryPages } from './deliver.routes.tsx'
import { readReturnDesk, readReturnFile } from './desk.actions.ts'
import { deskTexts } from './desk.texts.ts'
import { DeskPage } from './desk.views.tsx'
import { DiffPage } from './diff.views.tsx'
import { fileTexts } from './file.texts.ts'
import { hasBegun, parseHalfYear } from './half-year.rules.ts'
import { readPreview } from './preview.actions.ts'
import { PreviewPage } from './preview.views.tsx'
import { addProfilePages } from './profile.routes.tsx'
import { rehearse } from './rehearse.actions.ts'
import { returnPath, returnPaths } from './return-paths.ts'
import { askedText, forHolders, noHalf, pageOf, placeOf, readerOf, refused } from './return-visit.tsx'
import { returnTexts } from './returns.texts.ts'
import { blocks } from './returns.types.ts'
import { readSeenDiff } from './seen-diff.actions.ts'
import { textTypeOf } from './lines.rules.ts'

const isControl = (text: string): text is Control => Object.hasOwn(controls, text)

async function showDesk(visit: Visit): Promise<Answer> {
  const { frame, today, may, newOnce, query } = visit
  const desk = await readReturnDesk(readerOf(visit), askedText(visit))
  if (desk === null) return noHalf(visit)
  const control = query.get('kontroll') ?? ''
  const only = isControl(control) ? { control, page: pageOf(visit) } : null
  return page(<DeskPage {...{ frame, today, desk, may, only, newOnce }} />)
}

const rehearseForm = z.strictObject({ halvar: textField(20) })

async function answerRehearse(visit: Visit, { halvar }: z.infer<typeof rehearseForm>): Promise<Answer> {
  const { lang, today, actor } = visit
  const half = parseHalfYear(halvar)
  if (half === null) return noHalf(visit)
  const t = deskTexts[lang]
  if (!hasBegun(half, today)) return refused(visit, half.key, t.title, t.notBegun)
  const made = await rehearse(placeOf(visit), today, actor.staffId, half)
  return goTo(returnPaths.desk(half.key), made.granted ? t.rehearsedNow : t.isRehearsing)
}

async function showPreview(visit: Visit): Promise<Answer> {
  const { frame, lang, may, query } = visit
  const half = parseHalfYear(askedText(visit))
  if (half === null) return noHalf(visit)
  const block = blocks.find((one) => one === query.get('block')) ?? 'youth'
  const made = await readPreview(placeOf(visit), readerOf(visit), { half: half.key, block, page: pageOf(visit) })
  if (!made.granted) return refused(visit, half.key, fileTexts[lang].previewTitle, returnTexts[lang].refusals[made.reason])
  return page(<PreviewPage frame={frame} preview={made.value} mayEditProfile={may('returns.profile')} />)
}

const stemOf = (name: string): string => name.replace(/\.[^.]*$/, '')
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function giveFile(visit: Visit, as: 'text' | 'xlsx'): Promise<Answer> {
  const { lang, actor, today } = visit
  const half = parseHalfYear(askedText(visit))
  if (half === null) return noHalf(visit)
  const [t, title] = [fileTexts[lang], fileTexts[lang].previewTitle]
  const made = await readReturnFile(placeOf(visit), readerOf(visit), { half: half.key, today, actor: actor.staffId })
  if (!made.granted) {
    if (made.reason === 'holds-protected') return forHolders(visit, half.key)
    return refused(visit, half.key, title, returnTexts[lang].refusals[made.reason])
  }
  const { built, bytes, fileName, profile } = made.value
  if (built.uncoded.length > 0) return refused(visit, half.key, title, t.uncodedText(built.uncoded), 409)
  if (as === 'text') return file(fileName, textTypeOf(profile), new Uint8Array(bytes))
  const columns = profile.columns.map((column) => ({ title: column.name, width: Math.max(12, column.name.length + 2) }))
  return file(`${stemOf(fileName)}.xlsx`, xlsxType, new Uint8Array(await xlsx(stemOf(fileName), columns, built.lines)))
}

async function showDiff(visit: Visit): Promise<Answer> {
  const { frame, lang } = visit
  const half = parseHalfYear(askedText(visit))
  if (half === null) return noHalf(visit)
  const t = fileTexts[lang]
  const made = await readSeenDiff(placeOf(visit), readerOf(visit), half.key)
  if (made.granted) return page(<DiffPage frame={frame} half={half.key} since={made.value} />)
  const told = made.reason === 'never-delivered' ? `${t.never}. ${t.neverText}` : returnTexts[lang].refusals[made.reason]
  return refused(visit, half.key, t.diffTitle, told)
}

/** Registers the pages. */
export function addReturnsPages(pages: Pages): void {
  const onPage = { permit: 'returns.read', shows: 'persons', outlet: 'return.page' } as const
  const asFile = { permit: 'returns.read', shows: 'persons', outlet: 'return.file' } as const
  pages.get(returnPath, onPage, showDesk)
  pages.post(`${returnPath}/prova`, { permit: 'returns.read', shows: 'counts', outlet: 'return.page' }, rehearseForm, answerRehearse)
  pages.get(`${returnPath}/filen`, onPage, showPreview)
  pages.get(`${returnPath}/filen/text`, asFile, (visit) => giveFile(visit, 'text'))
  pages.get(`${returnPath}/filen/excel`, asFile, (visit) => giveFile(visit, 'xlsx'))
  pages.get(`${returnPath}/andrat`, onPage, showDiff)
  addDeliveryPages(pages)
  addProfilePages(pages)
}
