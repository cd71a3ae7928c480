/**
 * The service worker of /besok/: keeps the empty shell and what it is drawn with, and shows it when there is no network. Nothing of anybody is
 * ever in its cache. Each time it is woken by a page it sees to it that a round whose day is over is gone.
 */
import { wipeIfPast } from './vault.js'

const cacheName = 'lots-besok'
const shell = '/besok/ficka'

addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => event.waitUntil(clients.claim()))

/** Only what is the same for everybody may be kept. */
const isKeepable = (path) => path === shell || path.startsWith('/assets/')

async function keep(paths) {
  const wanted = paths.filter(isKeepable)
  const answers = await Promise.all(wanted.map((path) => fetch(path, { redirect: 'error' })))
  if (answers.some(({ ok }) => !ok)) return false
  const cache = await caches.open(cacheName)
  for (const request of await cache.keys()) await cache.delete(request)
  await Promise.all(wanted.map((path, index) => cache.put(path, answers[index])))
  return true
}

async function tellKept(paths, port) {
  const isKept = await keep(paths).catch(() => false)
  port?.postMessage(isKept)
}

addEventListener('message', (event) => {
  const { keep: paths } = event.data ?? {}
  if (!Array.isArray(paths)) return
  event.waitUntil(tellKept(paths, event.ports[0]))
})

const kept = async (path) => (await caches.open(cacheName)).match(path)

async function page(request, path) {
  await wipeIfPast(Date.now()).catch(() => false)
  const own = path === shell ? await kept(shell) : undefined
  if (own !== undefined) return own
  return fetch(request).catch(async () => (await kept(shell)) ?? Response.error())
}

addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') event.respondWith(page(request, pathname))
  else if (pathname.startsWith('/assets/')) event.respondWith(kept(pathname).then((found) => found ?? fetch(request)))
})
