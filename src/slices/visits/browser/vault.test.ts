/** The vault's locks, without a browser: what is kept says nothing, and only the right code opens it. */
import { webcrypto } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { iterations, keyFrom, sealed, unsealed } from './vault.js'

const salt = webcrypto.getRandomValues(new Uint8Array(16))
const content = { pocket: { stops: [{ name: 'Alma Ek', address: 'Storgatan 1' }] } }

describe('the vault', () => {
  it('asks for many rounds', () => {
    expect(iterations).toBeGreaterThanOrEqual(310_000)
  })

  it('opens with the same code and salt, for the same round, and in no other way', async () => {
    const key = await keyFrom('492817', salt, 1000)
    const kept = await sealed(key, 'runda', content)
    expect(await unsealed(await keyFrom('492817', salt, 1000), 'runda', kept)).toEqual(content)
    const others = [
      await unsealed(await keyFrom('492818', salt, 1000), 'runda', kept),
      await unsealed(await keyFrom('492817', webcrypto.getRandomValues(new Uint8Array(16)), 1000), 'runda', kept),
      await unsealed(await keyFrom('492817', salt, 1001), 'runda', kept),
      await unsealed(key, 'en annan runda', kept),
    ]
    expect(others).toEqual([null, null, null, null])
  })

  it('keeps ciphertext: no word of it can be read, and the same content is other bytes each time', async () => {
    const key = await keyFrom('492817', salt, 1000)
    const [one, other] = [await sealed(key, 'runda', content), await sealed(key, 'runda', content)]
    const [first, second] = [one, other].map(({ data }) => Buffer.from(data).toString('latin1'))
    expect(first).not.toMatch(/Alma|Storgatan|stops/)
    expect(first).not.toBe(second)
  })

  it('notices when a byte was changed', async () => {
    const key = await keyFrom('492817', salt, 1000)
    const kept = await sealed(key, 'runda', content)
    const bytes = new Uint8Array(kept.data)
    bytes[3] = (bytes[3] ?? 0) ^ 1
    expect(await unsealed(key, 'runda', { iv: kept.iv, data: bytes })).toBeNull()
  })

  it('gives a key that cannot be taken out', async () => {
    const key = await keyFrom('492817', salt, 1000)
    await expect(webcrypto.subtle.exportKey('raw', key)).rejects.toThrow(/not extractable/)
  })
})
