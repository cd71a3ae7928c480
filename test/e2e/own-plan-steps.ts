/** What the browser tests of the own page share: a youth of the demo with a plan and a telephone, and the provider that texts it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { startSmsGateway } from '../../simulators/sms/index.ts'
import { todayInSweden } from '../../src/platform/clock.ts'
import { inTransaction } from '../../src/platform/db/tx.ts'
import { dateOf, dayOf, plusDays } from '../../src/platform/plain-date.ts'
import { sendOutbox } from '../../src/slices/messaging/index.ts'
import { recordWay } from '../../src/slices/outreach/index.ts'
import { ownPlanSecrets } from '../../src/slices/ownplan/index.ts'
import { readOpenPlan } from '../../src/slices/plans/index.ts'
import { aContent, aPlan, aStep } from '../../src/slices/plans/plans.testbed.ts'
import type { Visitor } from '../support/web.ts'
import type { DemoSite } from './demo-site.ts'

const phone = '+46701740699'
export const steps = {
  call: 'Ringa folkhögskolan och fråga om kursen som börjar efter jul',
  write: 'Skriva ner vad jag vill fråga om',
} as const

type Planner = { readonly subject: string; readonly name: string }

async function somebody({ place }: DemoSite): Promise<Planner & { readonly id: number; readonly staffId: string }> {
  const [found] = await inTransaction(place.pool, (tx) =>
    tx.query<Planner & { id: number; staffId: string }>(
      `select person_id::int as id, subject_id as subject, given_name as name,
         (select t.id::text from access.staff t where t.name = 'Amina Lind') as "staffId"
       from worklist.seen(null, false)
       where from_on <= current_date and (until_on is null or until_on > current_date) order by person_id limit 1`,
    ),
  )
  if (found === undefined) throw new Error('nobody is covered')
  return found
}

type Reached = { readonly id: number; readonly staffId: string; readonly number: string }

/** A telephone, and a plan with steps in each column, unless there is a plan already. */
async function givePlan({ place }: DemoSite, { id, staffId, number }: Reached): Promise<void> {
  const today = todayInSweden()
  const after = (days: number) => dateOf(plusDays(dayOf(today), days))
  const way = { personId: id, kind: 'phone', value: number, source: 'youth', sourceDetail: '', foundOn: today, foundBy: 'prov' } as const
  const known = await inTransaction(place.pool, async (tx) => {
    await recordWay(tx, way)
    return readOpenPlan(tx, [id])
  })
  if (known !== null) return
  const all = [
    aStep({ text: steps.call, dueOn: after(14) }),
    aStep({ text: steps.write }),
    aStep({ column: 'municipality', text: 'Följa med på besöket' }),
    aStep({ column: 'other', text: 'Visa runt', actor: 'Folkhögskolan' }),
  ]
  const content = aContent({ beginsOn: today, endsOn: null, steps: all })
  await aPlan(place, { personId: id, staffId, content, on: today, days: [after(30)] })
}

/** The path of a link to the youth's own page, sent by the visitor; as it would stand in the text. */
export async function ownLinkOf(site: DemoSite, who: Visitor, youth: Reached & { readonly subjectId: string }): Promise<string> {
  await givePlan(site, youth)
  const path = `/ungdomar/${youth.subjectId}/plan/lank`
  const { html } = await who.get(path)
  await who.send(path, { way: /name="way" value="([\da-f-]{36})"/.exec(html)?.[1] ?? '', seen: '' })
  const made = await inTransaction(site.place.pool, async (tx) => {
    const [sent] = await tx.query<{ id: number }>('select max(message_id) as id from ownplan.link')
    const around = { publicUrl: '', placeCode: site.place.code }
    return ownPlanSecrets(tx, { id: sent?.id ?? 0, templateKey: 'planLinkSms', lang: 'sv' }, around)
  })
  if (!made.granted) throw new Error('no link was sent')
  return made.value['planLink'] ?? ''
}

/** Inside, as a browser that came in by the link and the code in a text: the cookie that it was given. */
export async function passOf({ place, product }: DemoSite, link: string): Promise<{ readonly name: string; readonly value: string }> {
  const post = (to: string, fields: Record<string, string>) =>
    product.app.request(`${link}/${to}`, { method: 'POST', body: new URLSearchParams(fields) })
  await post('kod', {})
  const made = await inTransaction(place.pool, async (tx) => {
    const [sent] = await tx.query<{ id: number }>(`select max(id) as id from messaging.message where template_key = 'planCodeSms'`)
    return ownPlanSecrets(tx, { id: sent?.id ?? 0, templateKey: 'planCodeSms', lang: 'sv' }, { publicUrl: '', placeCode: place.code })
  })
  const inside = await post('in', { code: made.granted ? (made.value['planCode'] ?? '') : '' })
  const [, name, value] = /^([\w-]+)=([^;]+)/.exec(inside.headers.get('set-cookie') ?? '') ?? []
  if (name === undefined || value === undefined) throw new Error('nobody came in')
  return { name, value }
}

export type PlanStory = Planner & {
  /** What is due leaves; the latest text. */
  readonly texts: () => Promise<string>
  readonly close: () => Promise<void>
}

/** Somebody with a plan and a telephone. The caller closes it before the site. */
export async function aPlanStory(site: DemoSite): Promise<PlanStory> {
  const sms = await startSmsGateway()
  const printFolder = mkdtempSync(join(tmpdir(), 'lots-own-'))
  const gateway = { url: sms.address, user: sms.user, password: sms.password, from: 'Lovsta' }
  const channels = { sms: gateway, mail: null, printFolder, publicUrl: site.address }
  const report = (error: unknown): void => {
    throw error
  }
  const { id, staffId, subject, name } = await somebody(site)
  await givePlan(site, { id, staffId, number: phone })
  return {
    subject,
    name,
    texts: async () => {
      await sendOutbox(site.place, { channels, report, isOver: () => false, secretsOf: ownPlanSecrets }, new Date(Date.now() + 1000))
      return sms.sent().at(-1)?.message ?? ''
    },
    close: async () => {
      await sms.close()
      rmSync(printFolder, { recursive: true, force: true })
    },
  }
}

/** Goes on with Tab until what has that label or text has the focus. */
export async function tabTo(page: Page, label: string): Promise<void> {
  for (let n = 0; n < 60; n++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate<string>(
      `(document.activeElement?.labels?.[0] ?? document.activeElement)?.textContent?.replace(/\\s+/g, ' ').trim() ?? ''`,
    )
    if (focused === label) return
  }
  throw new Error(`the keyboard does not come to ${label}`)
}
