/** What is carried while it is open: kept, saved after each change, and put together with the house when it can be. */
import { afterAnswer, isPast, shownPocket, withChange } from '../queue.rules.ts'
import { isOut, save, wipe } from './vault.js'
import { sendChanges } from './house.js'

/** A carried round that is open. `told`: called with how it goes whenever something has changed; `gone`: with why it was wiped. */
export function openCarry({ key, meta: from, carried: start }, { told, gone }) {
  let meta = from
  let carried = start
  let send = { isOnline: navigator.onLine, isSending: false, unsent: start.queue.length, sentAt: null, trouble: null }
  let isShut = false
  let saving = Promise.resolve()

  const now = () => Date.now() + meta.skew
  const state = () => ({ shown: shownPocket(carried), problems: carried.problems, queue: carried.queue, send, now: now() })
  const tell = (change) => {
    send = { ...send, isOnline: navigator.onLine, unsent: carried.queue.length, ...change }
    if (!isShut) told(state())
  }
  /** One saving after the other: the last that was written is the last that is saved. */
  const keep = () => (saving = saving.then(() => (isShut ? undefined : save(key, meta, carried))))

  async function leave(why) {
    isShut = true
    await saving
    await wipe()
    gone(why)
  }

  async function take({ answer }) {
    meta = { ...meta, skew: answer.now - Date.now() }
    carried = afterAnswer(carried, answer)
    if (answer.state !== 'open' && carried.queue.length === 0) return leave(answer.state)
    await keep()
    tell({ isSending: false, sentAt: now(), trouble: null })
  }

  async function sendNow() {
    if (isShut || send.isSending) return
    tell({ isSending: true })
    const came = await sendChanges(meta, carried.queue)
    if (isShut) return
    if (came?.answer !== undefined) return take(came)
    tell({ isSending: false, trouble: came?.trouble ?? (came === null ? send.trouble : null) })
  }

  async function write(change) {
    carried = withChange(carried, change)
    await keep()
    tell({})
    await sendNow()
  }

  /** Every half minute: is the day over, is there something to send, has a visit been long. */
  async function tick() {
    if (isShut) return
    if (isPast(carried.pocket, now()) || isOut(meta, Date.now())) return leave('day')
    if (carried.queue.length > 0 && navigator.onLine) await sendNow()
    else tell({})
  }

  const lock = async () => {
    isShut = true
    await saving
  }
  return { state, now, write, sendNow, tick, lock, leave, conflictOf: (id) => carried.pocket.conflicts.find((one) => one.changeId === id) }
}
