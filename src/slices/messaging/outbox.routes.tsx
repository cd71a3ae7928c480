/** The outbox, and what is decided about its messages. */
import { z } from 'zod'
import { choiceField, textField } from '../../platform/form.ts'
import { goTo, missing, page, type Answer, type Pages, type Visit } from '../access/index.ts'
import { messageStates } from './message.types.ts'
import { outboxAddress, outboxAsked } from './outbox-address.ts'
import type { SetUp } from './outbox-parts.views.tsx'
import { decideMessage, readOutbox, retryFailed, type OutboxReader } from './outbox.actions.ts'
import { outboxTexts } from './outbox.texts.ts'
import { outboxChoices } from './outbox.types.ts'
import { OutboxPage } from './outbox.views.tsx'

const readerOf = ({ scope, actor }: Visit): OutboxReader => ({ scope, by: actor.staffId })

async function show(visit: Visit, setUp: SetUp): Promise<Answer> {
  const { filter, page: asked } = outboxAsked(visit.query)
  const outbox = await readOutbox(visit.place.pool, readerOf(visit), filter, asked)
  const told = { lang: visit.lang, today: visit.today }
  return page(
    <OutboxPage frame={visit.frame} told={told} outbox={outbox} filter={filter} page={asked} setUp={setUp} newOnce={visit.newOnce} />,
  )
}

const back = textField(300)
const decision = z.strictObject({ choice: choiceField(outboxChoices), seen: choiceField(messageStates), back })
const retry = z.strictObject({ back })

/** The view that the form came from. Whatever was sent, the address is one of ours. */
const askedBy = (from: string) => outboxAsked(new URLSearchParams(from.split('?')[1] ?? ''))

async function decide(visit: Visit, { choice, seen, back: from }: z.infer<typeof decision>): Promise<Answer> {
  const messageId = visit.params['id'] ?? ''
  const { filter, page: shown } = askedBy(from)
  const decided = await decideMessage(visit.place.pool, readerOf(visit), { messageId, choice, seen })
  const texts = outboxTexts[visit.lang]
  const address = outboxAddress(filter, shown)
  if (decided.granted) return goTo(address, texts.done[choice])
  if (decided.reason === 'missing') return missing
  return goTo(address, decided.reason === 'protected' ? texts.protected : texts.somebodyFirst)
}

async function sendAgain(visit: Visit, { back: from }: z.infer<typeof retry>): Promise<Answer> {
  const { filter } = askedBy(from)
  const n = await retryFailed(visit.place.pool, readerOf(visit), filter)
  return goTo(outboxAddress(filter), outboxTexts[visit.lang].retried(n))
}

/** Registers the outbox. */
export function addOutboxPages(pages: Pages, setUp: SetUp): void {
  const declared = { permit: 'messages.prepare', shows: 'persons', outlet: 'messages.page' } as const
  pages.get('/utskick/utlada', declared, (visit) => show(visit, setUp))
  pages.post('/utskick/utlada/igen', declared, retry, (visit, form) => sendAgain(visit, form))
  pages.post('/utskick/utlada/:id{[0-9a-f]{8}-[0-9a-f-]{27}}', declared, decision, (visit, form) => decide(visit, form))
}
