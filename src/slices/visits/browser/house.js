/** What the telephone asks the house: the round to carry, and the sending of what was written. Every failure is "not now". */

/** Who is signed in, with the form's token; 'signed-out' when nobody is, null without a network. */
async function askKey() {
  const answer = await fetch('/besok/ficka/nyckel', { redirect: 'manual' }).catch(() => null)
  if (answer === null) return null
  if (answer.type === 'opaqueredirect' || answer.status === 403) return 'signed-out'
  return answer.ok ? answer.json() : null
}

const pathOf = (roundId, what) => ['/besok', roundId, what].join('/')

const isJson = (answer) => (answer.headers.get('content-type') ?? '').startsWith('application/json')

async function post(path, fields) {
  const body = new URLSearchParams(fields)
  const answer = await fetch(path, { method: 'POST', body, redirect: 'manual' }).catch(() => null)
  return answer === null || answer.type === 'opaqueredirect' || !isJson(answer) ? null : answer.json()
}

/** The round to carry: { pocket, now, staffId }, { refused }, or null. */
export async function fetchPocket(roundId) {
  const key = await askKey()
  return key === null || key === 'signed-out' ? null : post(pathOf(roundId, 'ficka'), { formToken: key.formToken })
}

/** Sends what was written: { answer, now }, { trouble }, or null when it could not be done now. */
export async function sendChanges({ roundId, staffId }, queue) {
  const key = await askKey()
  if (key === null) return null
  if (key === 'signed-out') return { trouble: 'signed-out' }
  if (key.staffId !== staffId) return { trouble: 'other-person' }
  const answer = await post(pathOf(roundId, 'synk'), { formToken: key.formToken, changes: JSON.stringify(queue) })
  return answer === null || 'refused' in answer ? null : { answer }
}

/** Asks the service worker to keep the empty shell and what it is drawn with. False when there can be none. */
export async function keepShell() {
  if (!('serviceWorker' in navigator)) return false
  await navigator.serviceWorker.register('/assets/besok-vakt.js', { scope: '/besok/' })
  const { active } = await navigator.serviceWorker.ready
  const assets = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.startsWith('/assets/'))
  const { port1, port2 } = new MessageChannel()
  const kept = new Promise((resolve) => port1.addEventListener('message', ({ data }) => resolve(data === true)))
  port1.start()
  active.postMessage({ keep: ['/besok/ficka', ...new Set(assets)] }, [port2])
  return kept
}
