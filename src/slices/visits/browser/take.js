/** Taking the round along: a code is chosen, the round fetched and locked in, and the empty shell kept for when there is no network. */
import { pocketTexts } from '../pocket.texts.ts'
import { isGoodCode } from '../queue.rules.ts'
import { alone } from './alone.js'
import { fetchPocket, keepShell } from './house.js'
import { lockIn, readMeta, unsentMark } from './vault.js'

/** Whether this browser can carry a round at all. */
export const canCarry = () =>
  globalThis.isSecureContext && 'serviceWorker' in navigator && 'locks' in navigator && 'indexedDB' in globalThis

/** The round locked in and open; or why not, in words. */
async function takeAlong(roundId, code, texts) {
  if ((await readMeta()) !== undefined && Number(localStorage.getItem(unsentMark)) > 0) return texts.unsent
  const came = await fetchPocket(roundId)
  if (came === null) return texts.failed
  if (came.refused !== undefined) return texts.notTaken[came.refused] ?? texts.failed
  if (!(await keepShell().catch(() => false))) return texts.failed
  if (!(await alone())) return texts.otherTab
  const { key, meta } = await lockIn(code, { ...came, skew: came.now - Date.now() })
  return { key, meta, carried: { pocket: came.pocket, queue: [], problems: {} } }
}

/** The round is on the telephone already: the way to it comes first. */
async function offerPocket(box, texts) {
  const meta = await readMeta()
  if (meta?.roundId !== box.dataset.take) return
  const link = document.createElement('a')
  link.href = '/besok/ficka'
  link.textContent = texts.toPocket
  link.className = 'ds-button'
  link.dataset.variant = 'primary'
  const line = document.createElement('p')
  line.append(link)
  box.prepend(line)
}

/** Makes the box work. `taken`: called with the round, open. */
export function wireTake(box, lang, taken) {
  const texts = pocketTexts[lang]
  const form = box.querySelector('form')
  const problem = box.querySelector('[data-take-problem]')
  const say = (text) => {
    problem.textContent = text
    problem.hidden = text === ''
  }
  const take = async () => {
    const [code, again] = ['code', 'again'].map((name) => form.elements[name].value.trim())
    if (!isGoodCode(code)) return say(texts.badCode)
    if (code !== again) return say(texts.notSame)
    say(texts.taking)
    const came = await takeAlong(box.dataset.take, code, texts).catch(() => texts.failed)
    if (typeof came === 'string') return say(came)
    form.reset()
    taken(came)
  }
  void offerPocket(box, texts)
  let isBusy = false
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (isBusy) return
    isBusy = true
    await take()
    isBusy = false
  })
  box.hidden = false
}
