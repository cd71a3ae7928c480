/** What a person may decide about a message, and how far a round has come. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { MessageState } from './message.types.ts'
import type { OutboxChoice, OutboxCounts } from './outbox.types.ts'

/** Reasons that can be mended: then the same message may go. What was refused or never got through needs another way. */
export const mendableProblems: readonly string[] = [
  'channel-down',
  'defect',
  'field-missing',
  'template-missing',
  'no-address',
  'file-gone',
]

/** Whether a message that failed for the reason can be sent again as it is. */
export const isMendable = (problem: string | null): boolean => problem !== null && mendableProblems.includes(problem)

type Stands = { readonly state: MessageState; readonly problem: string | null }

/** The choices there are for a message. */
export function choicesFor({ state, problem }: Stands): readonly OutboxChoice[] {
  switch (state) {
    case 'queued':
      return ['cancel']
    case 'unsure':
      return ['arrived', 'again', 'giveUp']
    case 'failed':
      return isMendable(problem) ? ['again'] : []
    case 'sending':
    case 'sent':
    case 'delivered':
    case 'cancelled':
      return []
  }
}

export type ChoiceRefusal = 'somebody-else-first' | 'protected'

/** Whether the choice, made when the message was seen in a state, may be carried out. Nobody protected is put in the queue. */
export function mayChoose(
  message: Stands & { readonly isProtected: boolean },
  seen: MessageState,
  choice: OutboxChoice,
): Decision<null, ChoiceRefusal> {
  if (message.state !== seen || !choicesFor(message).includes(choice)) return refuse('somebody-else-first')
  return choice === 'again' && message.isProtected ? refuse('protected') : grant(null)
}

/** How many there are, and how many are done with: what waits for a person is done with as far as sending goes. */
export function progressOf(counts: OutboxCounts): { readonly all: number; readonly done: number } {
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0)
  return { all, done: all - counts.queued - counts.sending }
}
