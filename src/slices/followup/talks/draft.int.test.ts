/** A draft of a report on a real database: written by one at a time, kept with its template, gone when the report is handed in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import { actIn, answerOf, assessOn, aWorkPlace, must, type WorkPlace } from '../work.testbed.ts'
import { saveReportDraft, type DraftWish } from './draft.actions.ts'
import { listDrafts } from './draft.store.ts'
import { reportFrame, saveReport, saveTemplate } from './report.actions.ts'
import { shippedTemplate } from './template.rules.ts'

let work: WorkPlace
beforeAll(async () => {
  work = await aWorkPlace()
})
afterAll(() => work.close())

async function followed(): Promise<string> {
  const youthId = await work.aYouth('2026-01-10')
  await assessOn(work, youthId, '2026-09-28', { housing: 1000 })
  await actIn(work, youthId, ['housing', 'confirm', '2026-09-30'])
  return youthId
}

const month = date('2026-11-01')
const texts = { since: 'Lugnt.', 'status.housing': 'Bra.', youth: 'Bra.', agreed: 'Vi ses.' }
const draft = async (youthId: string, of: Partial<DraftWish> & { readonly today?: string } = {}): Promise<string> => {
  const { today = '2026-10-20', ...wish } = of
  const full = { recipient: 'housing', month, talkId: null, noTalkWhy: '', texts: { since: 'Lugnt.' }, draft: 0, ...wish } as const
  return answerOf(await saveReportDraft(work.sealed, await work.writer(['housing'], today), youthId, full))
}
const handIn = async (youthId: string, seen: number): Promise<string> => {
  const wish = { recipient: 'housing', month, talkId: null, noTalkWhy: 'Bortrest.', texts, seen: null, why: '', draft: seen } as const
  return answerOf(await saveReport(work.sealed, await work.writer(['housing'], '2026-10-26'), youthId, wish))
}
const drafts = (youthId: string) => work.inside((tx) => listDrafts(tx, youthId))

describe('a draft', () => {
  it('may lack what the report must have, and is one version after the other', async () => {
    const youthId = await followed()
    expect(await draft(youthId)).toBe('granted')
    expect(await draft(youthId)).toBe('somebody-else-first')
    expect(await draft(youthId, { draft: 1, texts: { since: 'x'.repeat(4001) } })).toBe('texts')
    expect(await draft(youthId, { draft: 1, texts: { annat: 'x' } })).toBe('texts')
    expect(await draft(youthId, { draft: 1, talkId: '00000000-0000-4000-8000-000000000000' })).toBe('talk-not-held')
    const both = await Promise.all(['Mitt.', 'Ditt.'].map((since) => draft(youthId, { draft: 1, texts: { since } })))
    expect(both.toSorted()).toEqual(['granted', 'somebody-else-first'])
    expect(await drafts(youthId)).toMatchObject([{ version: 2, templateVersion: 1, recipient: 'housing' }])
  })

  it.each([
    ['2026-09-29', 'missing', 'before the signal nobody of housing sees the youth'],
    ['2026-10-01', 'granted', 'a month before'],
  ] as const)('on %s is %s: %s', async (today, said, why) => {
    expect(await draft(await followed(), { today }), why).toBe(said)
  })

  it('is of a month that is owed', async () => {
    const youthId = await followed()
    expect(await draft(youthId, { month: date('2026-12-01') })).toBe('month-ahead')
    expect(await draft(youthId, { month: date('2026-10-01') })).toBe('not-owed')
    expect(await draft(youthId, { recipient: 'labourMarket' })).toBe('not-yours')
  })

  it('keeps its template, and is gone when the report is handed in from its version', async () => {
    const youthId = await followed()
    must({ granted: (await draft(youthId)) === 'granted', value: null, reason: 'no draft' })
    const setter = { staffId: (await work.writer(['administrator'], '2026-10-25')).reader.staffId, name: 'Prov', today: date('2026-10-25') }
    const [first, ...rest] = shippedTemplate.sections
    must(await saveTemplate(work.sealed, setter, { sections: [{ ...first!, sv: 'Det som har hänt' }, ...rest] }, 1))
    const frame = await work.inside((tx) => reportFrame(tx, { youthId, recipient: 'housing', month, today: date('2026-10-26') }))
    expect(frame.template.version).toBe(1)
    expect(await handIn(youthId, 0)).toBe('somebody-else-first')
    expect(await handIn(youthId, 1)).toBe('granted')
    expect(await drafts(youthId)).toEqual([])
    expect(await draft(youthId)).toBe('already-reported')
  })

  it('is refused by the database of a report that is handed in, and out of turn', async () => {
    const youthId = await followed()
    expect(await draft(youthId)).toBe('granted')
    await expect(work.place.sql('update followup.report_draft set version = 5 where youth_id = $1', [youthId])).rejects.toThrow(
      'versions of a draft follow each other',
    )
    expect(await handIn(youthId, 1)).toBe('granted')
    const { reader } = await work.writer(['housing'], '2026-10-26')
    const text = `insert into followup.report_draft (youth_id, process, month, template_version, texts, by_staff, noted_on)
      values ($1, 'housing', '2026-11-01', 1, '{}', $2, '2026-10-26')`
    await expect(work.place.sql(text, [youthId, reader.staffId])).rejects.toThrow('a draft is of a report that is not handed in')
  })
})
