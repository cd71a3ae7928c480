/** The seal under an owner of the databases who is no superuser, as on a server of one's own. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newDatabase, onServer } from '../../../test/support/places.ts'
import { migrate } from '../../platform/db/migrate.ts'
import { inTransaction, openPool } from '../../platform/db/tx.ts'

let url = ''
beforeAll(async () => {
  const made = new URL(await newDatabase())
  const database = made.pathname.slice(1)
  await onServer(async (admin) => {
    await admin.query(`create role ${database} login createdb createrole password 'prov'`)
    await admin.query(`alter database ${database} owner to ${database}`)
    // The roles are there already, made by another user: the handbook's line.
    await admin.query(`grant lots_app, lots_followup to ${database} with admin option`)
  })
  made.username = database
  made.password = 'prov'
  url = made.toString()
  await migrate(url, 'municipality')
})
afterAll(async () => {
  const database = new URL(url).pathname.slice(1)
  await onServer(async (admin) => {
    await admin.query(`drop database ${database} with (force)`)
    await admin.query(`drop role ${database}`)
  })
})

describe('an owner who is no superuser', () => {
  it.each([
    ['lots_followup', 'followup.youth', 'register.person'],
    ['lots_app', 'register.person', 'followup.youth'],
  ])('has %s read its own part, and not the other', async (role, own, others) => {
    const pool = openPool(url, { role })
    expect(await inTransaction(pool, (tx) => tx.query(`select * from ${own}`), role)).toEqual([])
    await expect(inTransaction(pool, (tx) => tx.query(`select * from ${others}`), role)).rejects.toThrow('permission denied')
    await pool.end()
  })
  it('links the log and erases as the functions’ owner', async () => {
    const pool = openPool(url, { role: 'lots_followup' })
    const line = `insert into followup.line (actor, action) values ('prov', 'followup.prov')`
    await inTransaction(pool, (tx) => tx.query(line), 'lots_followup')
    expect(await inTransaction(pool, (tx) => tx.query('select seq from followup.link'), 'lots_followup')).toEqual([{ seq: 1 }])
    const erase = `select followup.erase_youth('00000000-0000-4000-8000-000000000000') as erased`
    expect(await inTransaction(pool, (tx) => tx.query(erase), 'lots_followup')).toEqual([{ erased: false }])
    await pool.end()
  })
})
