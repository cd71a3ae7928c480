/** Where the SMS provider tells whether a message got through. Whoever asks, and whatever they send, gets the same answer. */
import { readDelivery } from '../../platform/sms-gateway.ts'
import { data, typedValue, type Answer, type OpenVisit, type Pages, type Typed } from '../access/index.ts'
import { settleReport } from './settle.actions.ts'

const heard: Answer = data('text/plain; charset=utf-8', '', 200)

/** The report is believed because the address is: its token was told to the provider alone. */
async function hear({ place, params }: OpenVisit, typed: Typed): Promise<Answer> {
  const report = readDelivery({ id: typedValue(typed, 'id'), status: typedValue(typed, 'status') })
  if (report !== null) await settleReport(place.pool, params['token'] ?? '', report)
  return heard
}

/** Registers the address that each SMS is handed over with. */
export function addDeliveryPages(pages: Pages): void {
  pages.open.post('/leverans/:code{\\d{4}}/:token{[A-Za-z0-9_-]{43}}', hear)
}
