/** What is carried while it is open: kept, saved after each change, and put together with the house when it can be. */
import { afterAnswer, isPast, shownPocket, withChange } from '../queue.rules.ts'
import { sendChanges } from './house.js'
import { isOut, save, wipe } from './vault.js'

/** The time by the house's clock. */
const nowOf = ({ meta }) => Date.now() + meta.skew

const stateOf = (box) => ({
  shown: shownPocket(box.carried),
  problems: box.carried.problems,
  queue: box.carried.queue,
  send: box.send,
  now: nowOf(box),
})

function tell(box, change = {}) {
  box.send = { ...box.send, isOnline: navigator.onLine, unsent: box.carried.queue.length, ...change }
  if (!box.isShut) box.told()
}

/** One saving after the other: the last that was written is the last that is saved. A telephone that is full says so. */
async function keep(box) {
  const before = box.saving
  box.saving = (async () => {
    await before
    if (box.isShut) return true
    return save(box.key, box.meta, box.carried).then(
      () => true,
      () => false,
    )
  })()
  const isSaved = await box.saving
  box.send = { ...box.send, trouble: isSaved ? (box.send.trouble === 'not-saved' ? null : box.send.trouble) : 'not-saved' }
}

async function leave(box, why) {
  box.isShut = true
  await box.saving
  await wipe()
  box.gone(why)
}

async function takeIn(box, answer) {
  box.meta = { ...box.meta, skew: answer.now - Date.now() }
  box.carried = afterAnswer(box.carried, answer)
  if (answer.state !== 'open' && box.carried.queue.length === 0) return leave(box, answer.state)
  await keep(box)
  tell(box, { isSending: false, sentAt: nowOf(box), trouble: box.send.trouble === 'not-saved' ? 'not-saved' : null })
}

async function sendOnce(box) {
  tell(box, { isSending: true })
  const came = await sendChanges(box.meta, box.carried.queue)
  if (box.isShut) return
  if (came?.answer !== undefined) return takeIn(box, came.answer)
  tell(box, { isSending: false, trouble: came?.trouble ?? box.send.trouble })
}

/** Sends what there is. Asked again meanwhile (the network came back, something more was written) it is done once more. */
async function sendNow(box) {
  if (box.send.isSending) {
    box.wantsAgain = true
    return
  }
  do {
    box.wantsAgain = false
    if (!box.isShut) await sendOnce(box)
  } while (box.wantsAgain)
}

async function write(box, change) {
  box.carried = withChange(box.carried, change)
  await keep(box)
  tell(box)
  await sendNow(box)
}

/** Every half minute: is the day over, is there something to send, has a visit been long. */
async function tick(box) {
  if (box.isShut) return
  if (isPast(box.carried.pocket, nowOf(box)) || isOut(box.meta, Date.now())) return leave(box, 'day')
  if (box.carried.queue.length > 0 && navigator.onLine) await sendNow(box)
  else tell(box)
}

async function lock(box) {
  box.isShut = true
  await box.saving
}

/** A carried round that is open. `told`: called whenever something has changed; `gone`: with why it was wiped. */
export function openCarry({ key, meta, carried }, { told, gone }) {
  const send = { isOnline: navigator.onLine, isSending: false, unsent: carried.queue.length, sentAt: null, trouble: null }
  const box = { key, meta, carried, send, told, gone, isShut: false, wantsAgain: false, saving: Promise.resolve() }
  return {
    state: () => stateOf(box),
    now: () => nowOf(box),
    write: (change) => write(box, change),
    sendNow: () => sendNow(box),
    tick: () => tick(box),
    lock: () => lock(box),
    leave: (why) => leave(box, why),
    conflictOf: (id) => box.carried.pocket.conflicts.find(({ changeId }) => changeId === id),
  }
}
