/** /overflytt and the page of each transfer: offering, answering, and files for municipalities outside the installation. */
import { z } from 'zod'
import { manyField } from '../../platform/form.ts'
import { file, goTo, missing, page, problemText, type Answer, type FieldProblem, type Pages, type Visit } from '../access/index.ts'
import { afterTexts } from './after.texts.ts'
import { answerOffer, readIncoming, readTransferDesk } from './desk.actions.ts'
import { incomingPath, transfersPath, TransferDeskPage } from './desk.views.tsx'
import { fetchAnswerFile, fetchOfferFile, readTransferFile, type FileRefusal } from './file.actions.ts'
import { IncomingPage } from './incoming.views.tsx'
import { keepCarried } from './kept.actions.ts'
import { addKeyPages } from './key.routes.tsx'
import { addMovedPages } from './moved.routes.tsx'
import { withdrawOffer } from './outgoing.actions.ts'
import { offeringPath } from './moved.views.tsx'
import { idOf, readerOf } from './reader.ts'
import { refusalTexts } from './refusals.texts.ts'
import { transferTexts } from './transfers.texts.ts'

type Problems = readonly { readonly field: string; readonly text: string }[]

async function desk(visit: Visit, problems: Problems, status: 200 | 409 | 422): Promise<Answer> {
  const found = await readTransferDesk(readerOf(visit))
  const { frame, today, may, newOnce } = visit
  return page(
    <TransferDeskPage frame={frame} today={today} desk={found} problems={problems} mayKeys={may('transfers.keys')} newOnce={newOnce} />,
    status,
  )
}

async function takeBack(visit: Visit): Promise<Answer> {
  const transferId = idOf(visit)
  if (transferId === null) return missing
  const decision = await withdrawOffer(readerOf(visit), transferId)
  const texts = transferTexts[visit.lang]
  if (decision.granted) return goTo(offeringPath(decision.value.subjectId), texts.withdrawn)
  return decision.reason === 'missing' ? missing : goTo(transfersPath, texts.over)
}

async function incoming(visit: Visit, refusal: string | null, problems: Problems): Promise<Answer> {
  const transferId = idOf(visit)
  if (transferId === null) return missing
  const found = await readIncoming(readerOf(visit), transferId)
  if (found === 'missing') return missing
  const status = problems.length > 0 ? 422 : refusal === null ? 200 : 409
  return page(<IncomingPage frame={visit.frame} offer={found} refusal={refusal} problems={problems} newOnce={visit.newOnce} />, status)
}

async function answer(visit: Visit, accepted: boolean): Promise<Answer> {
  const transferId = idOf(visit)
  if (transferId === null) return missing
  const decision = await answerOffer(readerOf(visit), transferId, accepted)
  if (decision.granted) return goTo(incomingPath(transferId), transferTexts[visit.lang].answered)
  return decision.reason === 'missing' ? missing : incoming(visit, refusalTexts[visit.lang].answering[decision.reason], [])
}

const keepForm = z.strictObject({ item: manyField })

async function keep(visit: Visit, { item }: z.infer<typeof keepForm>): Promise<Answer> {
  const transferId = idOf(visit)
  if (transferId === null) return missing
  const decision = await keepCarried(readerOf(visit), transferId, item)
  if (decision.granted) return goTo(incomingPath(transferId), afterTexts[visit.lang].keepDone(decision.value))
  if (decision.reason === 'missing') return missing
  return incoming(visit, null, [{ field: 'item', text: refusalTexts[visit.lang].keeping[decision.reason] }])
}

/** Why there is no file, on the desk. */
function noFile(visit: Visit, reason: FileRefusal): Promise<Answer> | Answer {
  if (reason === 'missing') return missing
  const { files, withheld } = refusalTexts[visit.lang]
  const all: Readonly<Record<string, string>> = { ...withheld, ...files }
  return desk(visit, [{ field: 'main', text: all[reason] ?? '' }], 409)
}

async function fetchFile(visit: Visit, which: 'offer' | 'answer'): Promise<Answer> {
  const transferId = idOf(visit)
  if (transferId === null) return missing
  const decision = await (which === 'offer' ? fetchOfferFile : fetchAnswerFile)(readerOf(visit), transferId)
  if (!decision.granted) return noFile(visit, decision.reason)
  const name = `${transferTexts[visit.lang].fileName[which]}-${transferId.slice(0, 8)}.json`
  return file(name, 'application/json', decision.value)
}

const fileForm = z.strictObject({ file: z.string({ error: 'required' }).max(600_000, 'too-long').default('') })

async function readIn(visit: Visit, { file: text }: z.infer<typeof fileForm>): Promise<Answer> {
  const texts = transferTexts[visit.lang]
  if (text.trim() === '') return desk(visit, [{ field: 'file', text: texts.noFile }], 422)
  const decision = await readTransferFile(readerOf(visit), text)
  return decision.granted
    ? goTo(transfersPath, texts.readDone)
    : desk(visit, [{ field: 'file', text: refusalTexts[visit.lang].reading[decision.reason] }], 422)
}

const inWords = (visit: Visit, problems: readonly FieldProblem[]): Problems =>
  problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) }))

const id = ':id{[0-9a-f-]+}'
const nothing = z.strictObject({})

/** What comes to us. */
function addIncoming(pages: Pages): void {
  const declared = { permit: 'transfers.work', shows: 'person', outlet: 'transfers.page' } as const
  const path = `${transfersPath}/hit/${id}`
  pages.get(path, declared, (visit) => incoming(visit, null, []))
  pages.post(`${path}/godta`, declared, nothing, (visit) => answer(visit, true))
  pages.post(`${path}/avboj`, declared, nothing, (visit) => answer(visit, false))
  pages.post(`${path}/lagg-in`, declared, keepForm, keep, (visit, problems) => incoming(visit, null, inWords(visit, problems)))
  pages.post(`${path}/svarsfil`, declared, nothing, (visit) => fetchFile(visit, 'answer'))
}

/** Registers the pages. */
export function addTransfersPages(pages: Pages): void {
  const person = { permit: 'transfers.work', shows: 'person', outlet: 'transfers.page' } as const
  const many = { permit: 'transfers.work', shows: 'persons', outlet: 'transfers.page' } as const
  addKeyPages(pages)
  pages.get(transfersPath, many, (visit) => desk(visit, [], 200))
  pages.post(`${transfersPath}/fil`, many, fileForm, readIn, (visit, problems) => desk(visit, inWords(visit, problems), 422))
  pages.post(`${transfersPath}/harifran/${id}/aterta`, person, nothing, takeBack)
  pages.post(`${transfersPath}/harifran/${id}/fil`, { ...person, outlet: 'transfers.file' }, nothing, (visit) => fetchFile(visit, 'offer'))
  addIncoming(pages)
  addMovedPages(pages)
}
