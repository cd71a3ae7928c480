import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { describe, expect, test } from 'vitest'
import { hasRightCheckDigit } from '../../src/kernel/identity-number.ts'
import { birthday, dateOf, dayOf, partsOf, weekdayOf, type Day, type PlainDate } from '../../src/platform/plain-date.ts'
import { educationRow, responsibilityPeriods, shippedEducations, type Life, type ResponsibilityPeriod } from '../../src/slices/law/index.ts'
import { madeUpMunicipality, type Night } from './index.ts'
import { livesOf, replayed, settingsOf } from './replayed.ts'
import { isTestNumber } from './test-numbers.ts'

const order = { seed: 1, cohort: 350, firstNight: '2025-11-20' as PlainDate, lastNight: '2026-11-20' as PlainDate }
const referenceFile = (path: string): string => fileURLToPath(new URL(`../../../shared/reference/${path}`, import.meta.url))
const listFile = referenceFile('test-personnummer-2004-2019.txt')
const xsdFile = referenceFile('navet/Navetavisering.xsd')

const municipality = madeUpMunicipality(order)
const nights: Night[] = [...municipality.nights]
const contents = nights.flatMap(({ files }) => files.map(({ content }) => content))
const settings = settingsOf(municipality)

type Answered = { life: Life; periods: ResponsibilityPeriod[] }

function answeredAfter(count: number): Map<string, Answered> {
  const known = [...replayed(nights.slice(0, count))].at(-1)
  if (known === undefined) throw new Error('no night')
  return new Map(
    [...livesOf(known)].map(([number, life]) => [number, { life, periods: responsibilityPeriods(life, municipality.code, settings) }]),
  )
}

const isCovered = ({ periods }: Answered, on: Day) =>
  periods.some(({ fromOn, untilOn }) => fromOn <= on && (untilOn === null || on < untilOn))

function livesHere({ life }: Answered, on: Day): boolean {
  const latest = life.registrations
    .filter((one) => one.on <= on)
    .toSorted((a, b) => a.on - b.on)
    .at(-1)
  return latest?.municipality === municipality.code && !life.deregistrations.some((one) => one.on >= latest.on && one.on <= on)
}

const isAged16To19 = ({ life }: Answered, on: Day) =>
  life.bornOn !== null && birthday(life.bornOn, 16) <= on && birthday(life.bornOn, 20) > on

const inOtherForm = ({ life }: Answered, on: Day) =>
  life.enrolments.some(({ startOn, endOn, schoolType, educationCode }) => {
    const { counts } = educationRow(shippedEducations, schoolType, educationCode)
    return (counts === 'otherForm' || counts === 'levelUnknown') && startOn <= on && (endOn === null || on <= endOn)
  })

function sharesOn(answered: Map<string, Answered>, date: string) {
  const on = dayOf(date as PlainDate)
  const residents = [...answered.values()].filter((one) => isAged16To19(one, on) && livesHere(one, on))
  const covered = residents.filter((one) => isCovered(one, on))
  return {
    residents: residents.length,
    covered: covered.length / residents.length,
    otherForm: covered.filter((one) => inOtherForm(one, on)).length / covered.length,
  }
}

describe('the nights', () => {
  test('the same order gives the same bytes, another seed does not', () => {
    const small = { ...order, cohort: 30 }
    expect([...madeUpMunicipality(small).nights]).toEqual([...madeUpMunicipality(small).nights])
    expect([...madeUpMunicipality({ ...small, seed: 2 }).nights][0]).not.toEqual([...madeUpMunicipality(small).nights][0])
  })

  test('a year has at most 110 nights that carry files', () => {
    expect(nights.length).toBeGreaterThan(90)
    expect(nights.length).toBeLessThanOrEqual(110)
    expect(nights.map(({ on }) => on)).toEqual(municipality.nightsOn.filter((on) => nights.some((night) => night.on === on)))
  })

  test('the first night is full; after it the population comes as changes and every Monday has snapshots', () => {
    expect(nights[0]?.on).toBe(order.firstNight)
    expect(nights[0]?.files.map(({ feed, kind }) => `${feed} ${kind}`)).toEqual(['population full', 'enrolments full', 'diplomas full'])
    for (const { on, files } of nights.slice(1)) {
      expect(files.filter(({ feed }) => feed === 'population').every(({ kind }) => kind === 'changes')).toBe(true)
      if (weekdayOf(dayOf(on)) === 1) expect(files.map(({ feed }) => feed)).toEqual(expect.arrayContaining(['enrolments', 'diplomas']))
    }
  })

  test('one night the enrolments have shrunk by a fifth, the next they are back', () => {
    const rows = nights.flatMap(({ files }) =>
      files.filter(({ feed }) => feed === 'enrolments').map(({ content }) => content.split('\n').length),
    )
    const shrunk = rows.flatMap((count, index) => (count < (rows[index - 1] ?? 0) * 0.9 ? [index] : []))
    expect(shrunk).toHaveLength(1)
    const at = shrunk[0] ?? 0
    expect((rows[at] ?? 0) / (rows[at - 1] ?? 1)).toBeCloseTo(0.8, 1)
    expect(rows[at + 1]).toBeGreaterThanOrEqual(rows[at - 1] ?? 0)
    for (const [index, count] of rows.entries()) if (index !== at + 1) expect(count).toBeLessThan((rows[index - 1] ?? count) * 1.25)
  })

  test('everything that the population register can say happens to somebody', () => {
    const changes = nights
      .slice(1)
      .flatMap(({ files }) => files.filter(({ feed }) => feed === 'population').map(({ content }) => content))
      .join('')
    for (const code of ['AV', 'UV', 'OB', 'GN']) expect(changes).toContain(`<AvregistreringsorsakKod>${code}<`)
    for (const element of ['Sekretessmarkering', 'SkyddadFolkbokforing', 'HanvisningsPersonNr', 'Invandringsdatum'])
      expect(changes).toContain(`<${element}>`)
    expect(changes).toContain('0000</Folkbokforingsdatum>')
  })
})

describe('identity numbers', () => {
  const numbersIn = (content: string) => content.match(/(?<!\d)(?:19|20)\d{10}(?!\d)/g) ?? []
  const all = new Set(contents.flatMap(numbersIn))
  const wrong = [...all].filter((number) => !isTestNumber(number))
  test('only test numbers; the few broken ones have a wrong check digit', () => {
    expect(all.size).toBeGreaterThan(2400)
    expect(wrong.length).toBeLessThan(10)
    expect(wrong.filter(hasRightCheckDigit)).toEqual([])
  })

  test.skipIf(!existsSync(listFile))('all are on the list that Skatteverket has published', () => {
    const published = new Set(readFileSync(listFile, 'utf8').split(/\s+/))
    expect([...all].filter((number) => isTestNumber(number) && !published.has(number))).toEqual([])
  })

  test('ten-digit numbers are the same people', () => {
    const short = contents.flatMap((content) => content.match(/(?<=\n)\d{6}-\d{4}(?=;)/g) ?? [])
    expect(short.length).toBeGreaterThan(0)
    expect(short.filter((number) => !all.has(`20${number.replace('-', '')}`))).toEqual([])
  })
})

test.skipIf(!existsSync(xsdFile))('the population files are valid against Navetavisering.xsd but for SkyddadFolkbokforing', () => {
  const schema = XmlDocument.fromString(readFileSync(xsdFile, 'utf8'))
  const validator = XsdValidator.fromDoc(schema)
  for (const content of contents.filter((one) => one.startsWith('<?xml'))) {
    const document = XmlDocument.fromString(content.replaceAll('<SkyddadFolkbokforing>J</SkyddadFolkbokforing>', ''))
    expect(() => validator.validate(document)).not.toThrow()
    document.dispose()
  }
  validator.dispose()
  schema.dispose()
})

describe('realistic shares (DOMAIN.md 10)', () => {
  const answered = answeredAfter(nights.length)

  test('about a tenth of those aged 16-19 are covered, more in the summer', () => {
    for (const date of ['2025-11-20', '2026-01-20', '2026-03-20', '2026-05-20', '2026-09-20', '2026-11-20']) {
      const { residents, covered } = sharesOn(answered, date)
      expect(residents).toBeGreaterThan(1300)
      expect(covered, date).toBeGreaterThan(0.075)
      expect(covered, date).toBeLessThan(0.125)
    }
    expect(sharesOn(answered, '2026-07-20').covered).toBeLessThan(0.15)
  })

  test('as known then, no night floods the register', () => {
    for (const [index, { on }] of nights.entries()) {
      if (index % 15 !== 0) continue
      const { covered } = sharesOn(answeredAfter(index + 1), on)
      expect(covered, on).toBeGreaterThan(0.07)
      expect(covered, on).toBeLessThan(0.16)
    }
  })

  test('about a fifth of the covered are in other school forms during the terms', () => {
    const shares = ['2025-11-20', '2026-02-20', '2026-05-01', '2026-10-01'].map((date) => sharesOn(answered, date).otherForm)
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
    expect(mean).toBeGreaterThan(0.12)
    expect(mean).toBeLessThan(0.28)
  })

  test('autumn entries are more than twice the spring ones', () => {
    const entries = [...answered.values()]
      .flatMap(({ periods }) => periods.map(({ fromOn }) => fromOn))
      .filter((on) => on <= dayOf(order.lastNight))
    const inHalf = (year: number, half: 'spring' | 'autumn') =>
      entries.filter((on) => partsOf(on).year === year && partsOf(on).month <= 6 === (half === 'spring')).length
    for (const year of [2025, 2026]) expect(inHalf(year, 'autumn') / inHalf(year, 'spring'), String(year)).toBeGreaterThan(2)
  })

  test('about one per cent are protected', () => {
    const first = contents[0] ?? ''
    const posts = first.split('<Folkbokforingspost>').slice(1)
    const share = posts.filter((post) => /<Sekretessmarkering>J<|<SkyddadFolkbokforing>J</.test(post)).length / posts.length
    expect(share).toBeGreaterThan(0.004)
    expect(share).toBeLessThan(0.018)
  })

  test('most leave with a diploma in June, about a tenth with a study certificate', () => {
    const last =
      nights.at(-1)?.files.find(({ feed }) => feed === 'diplomas')?.content ?? contents.findLast((one) => one.includes(';typ;')) ?? ''
    const june = last
      .split('\n')
      .map((row) => row.split(';'))
      .filter((row) => row[2]?.startsWith('2026-06'))
    const certificates = june.filter((row) => row[1] === 'studiebevis').length
    expect(june.length / order.cohort).toBeGreaterThan(0.75)
    expect(certificates / june.length).toBeGreaterThan(0.05)
    expect(certificates / june.length).toBeLessThan(0.16)
  })
})

describe('the five stories', () => {
  const answered = answeredAfter(nights.length)
  const lastOn = dayOf(order.lastNight)
  const told = municipality.story.map(({ number }) => answered.get(number))
  const periodsThen = told.map((one) => (one?.periods ?? []).filter(({ fromOn }) => fromOn <= lastOn))

  test('four are covered on the last night, for the reason told; the fifth has no period left', () => {
    expect(periodsThen.map((periods) => periods.map(({ entryReason }) => entryReason))).toEqual([
      ['interruptedNational'],
      ['studyCertificate'],
      ['movedIn'],
      ['interruptedIntroductory'],
      [],
    ])
    expect(told.slice(0, 4).every((one) => one !== undefined && isCovered(one, lastOn))).toBe(true)
  })

  test('the fifth stood on the list before the late start became known', () => {
    const number = municipality.story[4]?.number ?? ''
    const before = answeredAfter(nights.findIndex(({ on }) => on > '2026-10-10')).get(number)
    expect(before?.periods.map(({ fromOn }) => dateOf(fromOn))).toContain('2026-09-05')
  })

  test('none is protected', () => {
    const posts = contents.flatMap((content) => content.match(/<Folkbokforingspost>.*<\/Folkbokforingspost>/g) ?? [])
    for (const { number } of municipality.story) {
      const own = posts.filter((post) => post.includes(`<PersonNr>${number}<`))
      expect(own).toHaveLength(1)
      expect(own[0]).not.toMatch(/Sekretessmarkering|SkyddadFolkbokforing/)
    }
  })
})
