/** What the provider keeps, in memory: its own store in memory warns that it is one. */
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'

type Held = { readonly payload: AdapterPayload; readonly until: number }

/** One store per provider; gone with it. */
export function memoryStore(): AdapterFactory {
  const held = new Map<string, Held>()
  return (model) => recordsOf(model, held)
}

function recordsOf(model: string, held: Map<string, Held>): Adapter {
  const key = (id: string): string => `${model}:${id}`
  const find = (id: string): AdapterPayload | undefined => alive(held.get(key(id)))
  const search = (matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined =>
    [...held]
      .filter(([name]) => name.startsWith(key('')))
      .map(([, one]) => alive(one))
      .find((payload) => payload !== undefined && matches(payload))
  return {
    find: async (id) => find(id),
    findByUid: async (uid) => search((payload) => payload.uid === uid),
    findByUserCode: async (userCode) => search((payload) => payload.userCode === userCode),
    upsert: async (id, payload, expiresIn) => {
      for (const [name, one] of held) if (alive(one) === undefined) held.delete(name)
      held.set(key(id), { payload, until: expiresIn === undefined ? Infinity : Date.now() + expiresIn * 1000 })
    },
    consume: async (id) => {
      const payload = find(id)
      if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000)
    },
    destroy: async (id) => {
      held.delete(key(id))
    },
    revokeByGrantId: async (grantId) => {
      for (const [name, { payload }] of held) if (payload.grantId === grantId) held.delete(name)
    },
  }
}

const alive = (one: Held | undefined): AdapterPayload | undefined => (one !== undefined && one.until > Date.now() ? one.payload : undefined)
