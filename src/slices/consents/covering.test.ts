/** Which consents cover a purpose and a receiver on a day: edge days, spellings, and what is over. */
import { expect, it } from 'vitest'
import type { PlainDate } from '../../platform/plain-date.ts'
import { coveringConsents, type Cover } from './covering.rules.ts'
import type { Consent } from './consents.types.ts'

const date = (text: string): PlainDate => text as PlainDate
const aConsent: Consent = {
  id: 1,
  consentId: '5b1c0a52-0000-4000-8000-000000000001',
  byName: 'Anna Ek',
  withdrawnOn: null,
  purpose: 'handOver',
  receiverKind: 'internal',
  receiverName: 'Jobbtorget unga vuxna',
  fields: ['name', 'phones'],
  how: 'inPerson',
  givenOn: date('2026-11-02'),
  untilOn: date('2027-02-01'),
  guardianOn: null,
}
const usual: Cover = { purpose: 'handOver' }

it.each([
  ['2026-11-01', {}, usual, false],
  ['2026-11-02', {}, usual, true],
  ['2027-02-01', {}, usual, true],
  ['2027-02-02', {}, usual, false],
  ['2026-11-20', { withdrawnOn: date('2026-11-20') }, usual, false],
  ['2026-11-20', {}, { purpose: 'followUp' }, false],
  ['2026-11-20', {}, { purpose: 'handOver', receiverKind: 'internal' }, true],
  ['2026-11-20', {}, { purpose: 'handOver', receiverKind: 'partner' }, false],
  ['2026-11-20', {}, { purpose: 'handOver', receiverName: ' jobbtorget  UNGA vuxna ' }, true],
  ['2026-11-20', {}, { purpose: 'handOver', receiverName: 'Jobbtorget' }, false],
  ['2026-11-20', { receiverName: '' }, { purpose: 'handOver', receiverName: '' }, false],
] as const)('on %s, %j covers %j: %s', (on, consent, asked, isCovered) => {
  const one: Consent = { ...aConsent, ...consent }
  expect(coveringConsents([one], asked, date(on))).toEqual(isCovered ? [one] : [])
})
