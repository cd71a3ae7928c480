/** DOMAIN.md 6, line by line: what each event is coded as by the region's convention, and what no convention changes. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codesOf, heardOf, lockedLines, outcomeOf } from './codes.rules.ts'
import { codingEvents, freeEvents, heardWays, type CodingEvent, type CodingLine, type Convention } from './coding.types.ts'
import { freeOccupations, linesShape } from './convention.rules.ts'
import { labelGroups, labelsUnder } from './labels.rules.ts'
import { defaultConvention, shippedConventions } from './shipped.rules.ts'
import { wordTexts } from './words.texts.ts'

const { labels } = wordTexts.sv
type Key = keyof typeof labels
/** What the word sends. */
const eventOf = (key: Key): CodingEvent => {
  const found = labelGroups.flatMap(({ heading }) => labelsUnder(heading)).find((one) => one.key === key)
  if (found === undefined) throw new Error(`no word ${key}`)
  return found.event
}
const shortOf = ({ occupation, measure }: CodingLine): string =>
  `${occupation ?? '-'} / ${measure === null ? '-' : `${measure.item} ${measure.responsible}`}`

const skaraborg: readonly (readonly [Key, string])[] = [
  // Work the youth found is an occupation, neither a measure nor a ground for leaving.
  ['workFound', 'work / -'],
  // Prison and probation care, LVU, habilitation, psychiatry, employment service, social insurance, coordination body: through another actor.
  ['probation', '- / otherActor other'],
  ['placed', '- / otherActor other'],
  ['habilitation', '- / otherActor other'],
  ['psychiatry', '- / otherActor other'],
  ['employmentService', '- / otherActor other'],
  ['socialInsurance', '- / otherActor other'],
  ['coordinationBody', '- / otherActor other'],
  // Upper secondary studies abroad: leaves the register.
  ['studiesAbroad', 'studiesAbroad / -'],
  // Other stay abroad: abroad, not studies. Work abroad: work.
  ['auPair', 'abroad / -'],
  ['volunteer', 'abroad / -'],
  ['travels', 'abroad / -'],
  ['livesAbroad', 'abroad / -'],
  ['workAbroad', 'work / -'],
  // Placed in another municipality but registered here, and cannot take part because of it: through another actor.
  ['placedElsewhere', '- / otherActor other'],
  ['cannotTakePart', '- / otherActor other'],
  ['militaryService', 'studies / -'],
  ['parentalLeave', 'other / -'],
  // A youth who declines contact: contact only; a single talk is not counted as a measure.
  ['declines', '- / -'],
  ['singleTalk', '- / -'],
  // Unknown, known none and not asked are three (DOMAIN.md 2).
  ['nothing', 'none / -'],
  ['seeksWork', 'none / -'],
  ['unknown', 'unknown / -'],
  // Not in the source: from the catalogue, and from what the words mean.
  ['workMunicipal', 'work / youthEmployment municipality'],
  ['komvux', 'studies / -'],
  ['folkHighSchool', 'studies / -'],
  ['vocationalCourse', 'studies / -'],
  ['swedish', 'studies / -'],
  ['otherActor', '- / otherActor other'],
  ['other', 'other / -'],
]

describe('Skaraborg’s convention', () => {
  test.each(skaraborg)('%s is coded as %s', (key, expected) => {
    expect(shortOf(codesOf(eventOf(key), defaultConvention))).toBe(expected)
  })
  test('has a row above for every word', () => {
    expect(skaraborg.map(([key]) => key).toSorted()).toEqual(Object.keys(labels).toSorted())
  })
  test.each(codingEvents)('%s has its own sentence', (event) => {
    const { because } = codesOf(event, defaultConvention)
    expect(because).toBe(event)
    expect(wordTexts.en.because[because].length).toBeGreaterThan(20)
  })
})

describe('the other shipped conventions', () => {
  test.each([
    ['enstaka-samtal', 'declines', '- / singleTalk municipality', 'declinesAsTalk'],
    ['enstaka-samtal', 'singleTalk', '- / singleTalk municipality', 'singleTalkAsMeasure'],
    ['enstaka-samtal', 'workFound', 'work / -', 'workFound'],
    ['exempel', 'militaryService', 'other / -', 'exampleMilitary'],
    ['exempel', 'workAbroad', 'abroad / -', 'exampleAbroad'],
    ['exempel', 'parentalLeave', 'other / -', 'parentalLeave'],
  ] as const)('%s: %s is %s', (key, event, expected, because) => {
    const convention = shippedConventions.find((one) => one.key === key)
    const codes = codesOf(event, convention ?? defaultConvention)
    expect([shortOf(codes), codes.because]).toEqual([expected, because])
  })
  test('have lines of the shape that an own one must have, and keys of their own', () => {
    for (const { lines } of shippedConventions) expect(linesShape.safeParse(lines).success).toBe(true)
    expect(new Set(shippedConventions.map(({ key }) => key)).size).toBe(shippedConventions.length)
  })
  test('an own choice says that it is one', () => {
    const own = {
      ...defaultConvention,
      lines: { ...defaultConvention.lines, parentalLeave: { occupation: 'none', measure: null } },
    } as const
    expect(codesOf('parentalLeave', own).because).toBe('ownChoice')
  })
})

const anyLine: fc.Arbitrary<CodingLine> = fc.record({
  occupation: fc.option(fc.constantFrom(...freeOccupations)),
  measure: fc.option(
    fc.record({
      item: fc.constantFrom('practice', 'singleTalk', 'otherActor'),
      responsible: fc.constantFrom('youth', 'municipality', 'other'),
    }),
  ),
})
const anyConvention: fc.Arbitrary<Convention> = fc
  .record(Object.fromEntries(freeEvents.map((event) => [event, anyLine])))
  .map((lines) => ({ ...defaultConvention, key: 'egen', lines }) as Convention)

describe('whatever the convention', () => {
  test('only upper secondary studies abroad end coverage', () => {
    fc.assert(
      fc.property(anyConvention, fc.constantFrom(...codingEvents), (convention, event) => {
        expect(codesOf(event, convention).endsCoverage).toBe(event === 'studiesAbroad')
      }),
    )
  })
  test('what the law decides is coded the same, and another actor is one code', () => {
    fc.assert(
      fc.property(anyConvention, (convention) => {
        for (const [event, line] of Object.entries(lockedLines)) expect(codesOf(event as CodingEvent, convention)).toMatchObject(line)
      }),
    )
  })
  test('unknown and upper secondary abroad are said by their own events alone', () => {
    fc.assert(
      fc.property(anyConvention, fc.constantFrom(...freeEvents), (convention, event) => {
        expect(['unknown', 'studiesAbroad']).not.toContain(codesOf(event, convention).occupation)
      }),
    )
  })
})

describe('the words', () => {
  test('of other actors all send the same value', () => {
    expect(new Set(labelsUnder('otherActor').map(({ event }) => event))).toEqual(new Set(['otherActor']))
  })
  test('name every event', () => {
    const sent = labelGroups.flatMap(({ heading }) => labelsUnder(heading)).map(({ event }) => event)
    expect(new Set(sent)).toEqual(new Set(codingEvents))
  })
})

describe('who says it', () => {
  test.each([
    ['weCalled', 'singleTalk', 'phone', 'reached'],
    ['met', 'declines', 'inPerson', 'declined'],
    ['smsReply', 'workFound', 'sms', 'replied'],
    ['emailReply', 'declines', 'email', 'declined'],
    ['socialReply', 'nothing', 'socialMedia', 'replied'],
  ] as const)('%s about %s is a contact on %s: %s', (way, event, channel, outcome) => {
    const heard = heardOf(way)
    expect([heard.channel, outcomeOf(heard, codesOf(event, defaultConvention))]).toEqual([channel, outcome])
  })
  test('only the youth is met: what others say is no contact', () => {
    for (const way of heardWays) if (heardOf(way).channel !== null) expect(heardOf(way).source).toBe('youth')
    expect(heardWays.filter((way) => heardOf(way).weBegan)).toEqual(['weCalled', 'met'])
  })
})
