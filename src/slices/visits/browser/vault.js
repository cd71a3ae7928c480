/**
 * The vault: one round on this telephone. What is kept is ciphertext (AES-GCM); the key comes from the code (PBKDF2) and is only in memory.
 * Beside it, in the clear and saying nothing of anybody: the salt, when it must be gone, and how many wrong codes there have been.
 */
import { mostWrongCodes } from '../queue.rules.ts'

export const databaseName = 'lots-ficka'
/** How many changes are unsent, for the page that signs out. */
export const unsentMark = 'lots-ficka'
/** OWASP's figure for PBKDF2 with SHA-256 (2023). */
export const iterations = 600_000
const storeName = 'ficka'

const answered = (request) =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })

/** Opened and closed each time, so that it can be deleted whenever it must be. */
async function withStore(mode, work) {
  const opening = indexedDB.open(databaseName, 1)
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(storeName))
  const database = await answered(opening)
  try {
    const transaction = database.transaction(storeName, mode)
    const done = new Promise((resolve, reject) => {
      transaction.addEventListener('complete', resolve)
      transaction.addEventListener('abort', () => reject(transaction.error))
    })
    const result = await work(transaction.objectStore(storeName))
    await done
    return result
  } finally {
    database.close()
  }
}

/** Asking is not to make an empty vault. */
async function isThere() {
  const all = await indexedDB.databases()
  return all.some(({ name }) => name === databaseName)
}

const read = async (key) => ((await isThere()) ? withStore('readonly', (store) => answered(store.get(key))) : undefined)

export const readMeta = () => read('meta')
const readSealed = () => read('sealed')
const writeMeta = (meta) => withStore('readwrite', (store) => answered(store.put(meta, 'meta')))

/** Nothing is left: not the round, not the salt. */
export async function wipe() {
  await answered(indexedDB.deleteDatabase(databaseName))
  globalThis.localStorage?.removeItem(unsentMark)
}

/** Whether the round must be gone by now, by the house's clock as far as it is known. */
export const isOut = (meta, now) => now + meta.skew >= meta.wipeAt

/** Wipes a round whose day is over. Answers whether it did. */
export async function wipeIfPast(now) {
  const meta = await readMeta()
  if (meta === undefined || !isOut(meta, now)) return false
  await wipe()
  return true
}

const bytesOf = (text) => new TextEncoder().encode(text)

/** The key of a code; it cannot be taken out of the browser's memory by script. */
export async function keyFrom(code, salt, rounds) {
  const material = await crypto.subtle.importKey('raw', bytesOf(code), 'PBKDF2', false, ['deriveKey'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }
  return crypto.subtle.deriveKey(how, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/** The value as ciphertext, bound to its round. */
export async function sealed(key, roundId, value) {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const how = { name: 'AES-GCM', iv, additionalData: bytesOf(roundId) }
  return { iv, data: await crypto.subtle.encrypt(how, key, bytesOf(JSON.stringify(value))) }
}

/** What was sealed; null with another key, or when it was touched. */
export async function unsealed(key, roundId, { iv, data }) {
  const how = { name: 'AES-GCM', iv, additionalData: bytesOf(roundId) }
  const plain = await crypto.subtle.decrypt(how, key, data).catch(() => null)
  return plain === null ? null : JSON.parse(new TextDecoder().decode(plain))
}

/** Puts a round in, in place of any other. Returns the key. */
export async function lockIn(code, { pocket, staffId, skew }) {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const key = await keyFrom(code, salt, iterations)
  const { roundId, wipeAt } = pocket
  const content = await sealed(key, roundId, { pocket, queue: [], problems: {} })
  const meta = { roundId, wipeAt, staffId, skew, salt, iterations, wrong: 0 }
  await withStore('readwrite', async (store) => {
    store.put(meta, 'meta')
    await answered(store.put(content, 'sealed'))
  })
  localStorage.setItem(unsentMark, '0')
  return { key, meta }
}

/** Saves what is carried, with how much of it is unsent. */
export async function save(key, meta, carried) {
  const content = await sealed(key, meta.roundId, carried)
  await withStore('readwrite', async (store) => {
    store.put(meta, 'meta')
    await answered(store.put(content, 'sealed'))
  })
  localStorage.setItem(unsentMark, String(carried.queue.length))
}

/**
 * Opens with a code. A try is counted before it is made, so that switching off the telephone does not give another; the fifth wrong one wipes.
 * Answers { key, meta, carried }, { left } after a wrong code, or null when there is nothing (any more).
 */
export async function unlock(code) {
  const meta = await readMeta()
  const content = await readSealed()
  if (meta === undefined || content === undefined) return null
  const counted = { ...meta, wrong: meta.wrong + 1 }
  await writeMeta(counted)
  const key = await keyFrom(code, meta.salt, meta.iterations)
  const carried = await unsealed(key, meta.roundId, content)
  if (carried !== null) {
    const right = { ...meta, wrong: 0 }
    await writeMeta(right)
    return { key, meta: right, carried }
  }
  if (counted.wrong < mostWrongCodes) return { left: mostWrongCodes - counted.wrong }
  await wipe()
  return { left: 0 }
}
