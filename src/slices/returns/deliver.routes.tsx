/** Delivering in the browser: the page that asks, the delivery itself, its exact file, and its receipt. */
import { z } from 'zod'
import { optionalText, textField, tickField, wholeField } from '../../platform/form.ts'
import { file, goTo, missing, page, typedValue, type Answer, type Pages, type Typed, type Visit } from '../access/index.ts'
import { buildReturnFile, type ReturnFile } from './build.actions.ts'
import { errorsAmong } from './controls.rules.ts'
import { deliverReturn, recordReceipt, type DeliverAnswer, type DeliverRefusal } from './deliver.actions.ts'
import { deliverTexts } from './deliver.texts.ts'
import { DeliverPage, type DeliverProps } from './deliver.views.tsx'
import { DeliveryPage, type DeliveryPageProps } from './delivery.views.tsx'
import { readDeliveredFile, readDeliveries, readDelivery, readHolders } from './desk.actions.ts'
import { isOver, parseHalfYear } from './half-year.rules.ts'
import { textTypeOf } from './lines.rules.ts'
import { returnPath, returnPaths } from './return-paths.ts'
import { askedText, forHolders, noHalf, placeOf, readerOf, refused } from './return-visit.tsx'
import { returnTexts } from './returns.texts.ts'

const deliverForm = z.strictObject({
  halvar: textField(20),
  replaces: wholeField,
  errors: wholeField,
  despiteErrors: tickField,
  emptyIsRight: tickField,
})
type DeliverForm = z.infer<typeof deliverForm>

const nothingTicked = { despiteErrors: false, emptyIsRight: false }
type Draft = Partial<Pick<DeliverProps, 'isLate' | 'ticked' | 'problems' | 'told'>>

async function deliverPage(visit: Visit, made: ReturnFile, draft: Draft, status: 200 | 409 | 422 | 503): Promise<Answer> {
  const { frame, scope, place, newOnce } = visit
  const [last = null] = await readDeliveries(place.pool, made.half.key)
  const isForOthers = made.built.counts.protected > 0 && !scope.mayReadProtected
  const holders = isForOthers ? await readHolders(place.pool) : null
  const given = { isLate: false, ticked: nothingTicked, problems: [], told: null, ...draft }
  return page(<DeliverPage {...{ frame, last, holders, newOnce, ...given }} file={made} />, status)
}

async function showDeliver(
  visit: Visit,
  asked = askedText(visit),
  draft: Draft = {},
  status: 200 | 409 | 422 | 503 = 200,
): Promise<Answer> {
  const { lang, today, actor } = visit
  const half = parseHalfYear(asked)
  if (half === null) return noHalf(visit)
  const [{ title }, { refusals }] = [deliverTexts[lang], returnTexts[lang]]
  const made = await buildReturnFile(placeOf(visit), { half: half.key, today, actor: actor.staffId })
  if (!made.granted) return refused(visit, half.key, title, refusals[made.reason])
  if (!isOver(half, today)) return refused(visit, half.key, title, refusals['not-over'])
  return deliverPage(visit, made.value, draft, status)
}

/** The box that must be ticked for it to be delivered all the same. */
function problemsOf(visit: Visit, reason: DeliverRefusal, made: ReturnFile | undefined): NonNullable<Draft['problems']> {
  const t = deliverTexts[visit.lang]
  if (reason === 'empty') return [{ field: 'emptyIsRight', text: t.tickEmpty }]
  if (reason !== 'broken-controls' || made === undefined) return []
  return [{ field: 'despiteErrors', text: t.tickDespite(errorsAmong(made.broken).length) }]
}

async function refusedDelivery(visit: Visit, form: DeliverForm, made: DeliverAnswer & { readonly granted: false }): Promise<Answer> {
  const { reason } = made
  const told = returnTexts[visit.lang].refusals[reason]
  const ticked = { despiteErrors: false, emptyIsRight: form.emptyIsRight }
  switch (reason) {
    case 'would-replace':
      return showDeliver(visit, form.halvar, { isLate: true, ticked }, 409)
    case 'night-is-running':
    case 'somebody-is-saving':
      return showDeliver(visit, form.halvar, { told, ticked: form }, 503)
    case 'broken-controls':
    case 'empty':
      return showDeliver(visit, form.halvar, { ticked, problems: problemsOf(visit, reason, made.file) }, 422)
    case 'no-such-half-year':
    case 'not-begun':
    case 'no-profile':
    case 'not-over':
    case 'uncoded':
      return showDeliver(visit, form.halvar, { told, ticked }, 422)
  }
}

async function answerDeliver(visit: Visit, form: DeliverForm): Promise<Answer> {
  const { lang, today, actor } = visit
  const made = await deliverReturn(placeOf(visit), {
    half: form.halvar,
    today,
    by: { name: actor.name, staffId: actor.staffId },
    replaces: form.replaces,
    despiteErrors: form.despiteErrors,
    errorsSeen: form.errors,
    emptyIsRight: form.emptyIsRight,
  })
  if (made.granted) return goTo(returnPaths.delivery(made.value.delivery.deliveryId), deliverTexts[lang].delivered)
  return refusedDelivery(visit, form, made)
}

const idOf = ({ params }: Visit): string => params['id'] ?? ''
type ReceiptDraft = Partial<Pick<DeliveryPageProps, 'typed' | 'problems' | 'isStale'>>

async function showDelivery(visit: Visit, draft: ReceiptDraft, status: 200 | 409 | 422): Promise<Answer> {
  const { frame, may, newOnce } = visit
  const found = await readDelivery(readerOf(visit), idOf(visit))
  if (found === null) return missing
  const { delivery, isLast, holders } = found
  const given = { typed: '', problems: [], isStale: false, ...draft }
  return page(<DeliveryPage {...{ frame, delivery, isLast, holders, newOnce, ...given }} mayDeliver={may('returns.deliver')} />, status)
}

async function giveDelivered(visit: Visit): Promise<Answer> {
  const found = await readDelivery(readerOf(visit), idOf(visit))
  const made = await readDeliveredFile(readerOf(visit), idOf(visit))
  if (found === null || (!made.granted && made.reason === 'missing')) return missing
  if (!made.granted) return forHolders(visit, found.delivery.half)
  const { fileName, bytes, profile } = made.value
  return file(fileName, textTypeOf(profile), new Uint8Array(bytes))
}

const receiptForm = z.strictObject({ number: optionalText(200) })

async function answerReceipt(visit: Visit, { number }: z.infer<typeof receiptForm>): Promise<Answer> {
  const { actor, lang, place } = visit
  const t = deliverTexts[lang]
  const made = await recordReceipt(place.pool, { deliveryId: idOf(visit), number, by: { name: actor.name, staffId: actor.staffId } })
  if (made.granted) return goTo(returnPaths.delivery(made.value.deliveryId), t.saved)
  if (made.reason === 'missing') return missing
  if (made.reason === 'no-number') return showDelivery(visit, { typed: number, problems: [{ field: 'number', text: t.noNumber }] }, 422)
  return showDelivery(visit, { typed: number, isStale: true }, 409)
}

const reshowReceipt = (visit: Visit, typed: Typed): Promise<Answer> =>
  showDelivery(visit, { typed: typedValue(typed, 'number'), problems: [{ field: 'number', text: deliverTexts[visit.lang].noNumber }] }, 422)

/** Registers the pages. */
export function addDeliveryPages(pages: Pages): void {
  const delivers = { permit: 'returns.deliver', shows: 'counts', outlet: 'return.page' } as const
  const reads = { permit: 'returns.read', shows: 'counts', outlet: 'return.page' } as const
  const one = `${returnPath}/leveranser/:id{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}`
  pages.get(`${returnPath}/leverera`, delivers, (visit) => showDeliver(visit))
  pages.post(`${returnPath}/leverera`, delivers, deliverForm, answerDeliver)
  pages.get(one, reads, (visit) => showDelivery(visit, {}, 200))
  pages.get(`${one}/fil`, { permit: 'returns.read', shows: 'persons', outlet: 'return.file' }, giveDelivered)
  pages.post(`${one}/kvittens`, delivers, receiptForm, answerReceipt, (visit, _, typed) => reshowReceipt(visit, typed))
}
