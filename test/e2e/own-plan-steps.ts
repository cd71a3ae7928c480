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
import { aContent, aPlan, aStep } from '../../src/slices/plans/plans.testbed.ts'
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

async function givePlan(site: DemoSite): Promise<Planner> {
  const { id, staffId, subject, name } = await somebody(site)
  const today = todayInSweden()
  const after = (days: number) => dateOf(plusDays(dayOf(today), days))
  const way = { personId: id, kind: 'phone', value: phone, source: 'youth', sourceDetail: '', foundOn: today, foundBy: 'prov' } as const
  await inTransaction(site.place.pool, (tx) => recordWay(tx, way))
  const all = [
    aStep({ text: steps.call, dueOn: after(14) }),
    aStep({ text: steps.write }),
    aStep({ column: 'municipality', text: 'Följa med på besöket' }),
    aStep({ column: 'other', text: 'Visa runt', actor: 'Folkhögskolan' }),
  ]
  const content = aContent({ beginsOn: today, endsOn: null, steps: all })
  await aPlan(site.place, { personId: id, staffId, content, on: today, days: [after(30)] })
  return { subject, name }
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
  return {
    ...(await givePlan(site)),
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
