/** The way in: who gets in, where they land, what they are told, and that neither part's roles give anything in the other. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roles } from '../../kernel/actor.ts'
import { permissions, isSealed } from '../../kernel/permission.ts'
import { aFollowupSite, type FollowupSite } from './followup-site.testbed.ts'

let site: FollowupSite
beforeAll(async () => {
  site = await aFollowupSite()
})
afterAll(() => site.close())

/** A path with something that could be there in its places. */
const filled = ({ path }: { readonly path: string }): string =>
  path.replaceAll(/:\w+(\{(?:[^{}]|\{[^{}]*\})*\})?/g, (_, pattern: string = 'a-f') =>
    /a-f/.test(pattern) ? '00000000-0000-4000-8000-000000000000' : (/^\{(\w+)\|/.exec(pattern)?.[1] ?? (/a-z/.test(pattern) ? 'a' : '1')),
  )

const lines = (action: string) =>
  site.place.sql<{ actor: string; outcome: string; detail: object }>(
    'select actor, outcome, detail from followup.line where action = $1 order by id',
    [action],
  )
const auditLines = async () => (await site.place.sql<{ n: number }>('select count(*)::int as n from audit.line'))[0]?.n ?? 0

describe('the way in', () => {
  it('lands somebody with nothing but follow-up on its start page', async () => {
    const member = await site.member('Ida Landar', ['authority'])
    expect(await member.get('/')).toMatchObject({ status: 303, location: '/uppfoljning' })
    const { status, html } = await member.get('/uppfoljning')
    expect(status).toBe(200)
    expect(html).toContain('Riktad uppföljning')
    expect(html).toContain('href="/uppfoljning/ungdomar"')
    expect(html).not.toContain('href="/ungdomar"')
  })

  it('tells somebody without a role what to do, and notes them once for the administrator', async () => {
    const visitor = await site.signedIn(['followup'], { name: 'Ny Utan' })
    const { status, html } = await visitor.get('/uppfoljning')
    expect(status).toBe(200)
    expect(html).toContain('Du har ingen roll här än')
    await visitor.get('/uppfoljning')
    expect(await lines('followup.noteMember')).toHaveLength(1)
    const administrator = await site.member('Ada Min', ['administrator'])
    const list = await administrator.get('/uppfoljning/medlemmar')
    expect(list.html).toContain('Ny Utan')
    expect(list.html).toContain('väntar på roll')
  })

  it('is shut, and not in the menu, for every role of the other part', async () => {
    const before = await auditLines()
    for (const role of roles.filter((one) => one !== 'followup')) {
      const visitor = await site.signedIn([role], { name: `Annan ${role}` })
      for (const route of site.declared.filter(({ permit }) => isSealed(permit))) {
        const path = filled(route)
        const { status } = await (route.method === 'GET' ? visitor.get(path) : visitor.send(path))
        expect(status, `${role} ${route.method} ${path}`).toBe(403)
      }
      expect((await visitor.get('/handbok')).html).not.toContain('href="/uppfoljning"')
    }
    expect((await lines('followup.deny')).length).toBeGreaterThan(10)
    const denied = await site.place.sql(`select from audit.line where action = 'access.deny'`)
    expect([denied.length, before > 0]).toEqual([0, true])
  })

  it('gives nothing in the other part, with every role of follow-up', async () => {
    const member = await site.member('Alla Roller', ['authority', 'labourMarket', 'housing', 'administrator', 'protectedReader'])
    const ours = site.declared.filter(({ permit, path }) => permissions.some((one) => one === permit) && path !== '/')
    for (const route of ours) {
      const path = filled(route)
      const { status } = await (route.method === 'GET' ? member.get(path) : member.send(path))
      expect(status, `${route.method} ${path}`).toBe(403)
    }
  })

  it('shows each part only its own doors to somebody who works in both', async () => {
    const both = await site.member('Båda Delar', ['housing'], ['coordinator'])
    const { html } = await both.get('/ungdomar')
    expect(html).toContain('href="/uppfoljning"')
    expect((await both.get('/uppfoljning/medlemmar')).status).toBe(403)
    expect((await both.get('/uppfoljning/ungdomar')).status).toBe(200)
  })

  it('ends at once for a member who is shut out', async () => {
    const member = await site.member('Stängd Ute', ['housing'])
    expect((await member.get('/uppfoljning/ungdomar')).status).toBe(200)
    await site.place.sql('update followup.member set active = false where staff_id = $1', [member.staffId])
    expect((await member.get('/uppfoljning/ungdomar')).status).toBe(403)
    expect((await member.get('/uppfoljning')).html).toContain('Du har ingen roll här än')
  })

  it('leaves a line in the module’s own log for each page, and none in the other', async () => {
    const member = await site.member('Ella Rad', ['authority'])
    const before = await auditLines()
    await member.get('/uppfoljning')
    await member.get('/uppfoljning/ungdomar')
    expect((await lines('followup.readStart')).some(({ actor }) => actor === member.staffId)).toBe(true)
    expect((await lines('followup.list')).some(({ actor }) => actor === member.staffId)).toBe(true)
    expect(await auditLines()).toBe(before)
    expect(site.reported).toEqual([])
  })
})
