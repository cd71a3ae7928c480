/** One person of a school system, field by field (FEEDS.md 2). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aContext, aCoordinationNumber, aNumber } from '../../../../test/support/feed-files.ts'
import { parsePerson } from './schools.parser.ts'

const aStudy = { enroledAt: { id: 'A1', displayName: 'Provskolan' }, schoolType: 'GY', startDate: '2024-08-19', educationCode: 'nanat' }
const somebody = { id: 'P-1', givenName: 'Åsa', familyName: 'Öst', civicNo: { value: aNumber(), nationality: 'SE' }, enrolments: [aStudy] }

const parse = (raw: unknown) => parsePerson(raw, 'skolor.json, person 1', aContext())
const parseWith = (more: Record<string, unknown>) => parse({ ...somebody, ...more })
const complaints = (raw: unknown): string[] => parse(raw).problems.map(({ kind, field }) => `${kind} ${field}`)

describe('a person', () => {
  it('is an id, a number, a protection and enrolments, and no name', () => {
    const { pupil, enrolments, incomplete, problems } = parse(somebody)
    expect([incomplete, problems]).toEqual([[], []])
    expect(pupil).toEqual({
      number: expect.anything() as unknown,
      pupilId: 'p-1',
      bornOn: null,
      protection: 'none',
      listsEnrolments: true,
      phones: null,
      emails: null,
    })
    expect(pupil?.number?.reveal()).toBe(aNumber())
    expect(enrolments).toEqual([
      {
        number: pupil?.number,
        pupilId: 'p-1',
        schoolUnit: 'a1',
        schoolType: 'GY',
        startOn: '2024-08-19',
        endOn: null,
        cancelled: false,
        educationCode: 'NANAT',
        authority: '',
        reference: 'skolor.json, person 1',
      },
    ])
  })

  it.each([
    ['no id', { ...somebody, id: undefined }, 'bad-row id'],
    ['an id that is a number', { ...somebody, id: 7 }, 'bad-row id'],
    ['a blank id', { ...somebody, id: ' ' }, 'bad-row id'],
    ['nothing', null, 'bad-row '],
    ['a text', 'Åsa', 'bad-row '],
    ['a list', [somebody], 'bad-row '],
  ])('that is or has %s is not used', (_, raw, expected) => {
    const { pupil, enrolments } = parse(raw)
    expect([pupil, enrolments]).toEqual([null, []])
    expect(complaints(raw)).toEqual([expected])
  })

  it.each([
    ['no civicNo', { civicNo: undefined }],
    ['civicNo null', { civicNo: null }],
    ['an empty civicNo', { civicNo: {} }],
    ['a blank civicNo', { civicNo: { value: ' ' } }],
    ['a TF number', { civicNo: { value: '20080314TF01' } }],
    ['a TF number with a dash', { civicNo: { value: '20080314-TF01' } }],
    ['a T number', { civicNo: { value: '080314-T123' } }],
  ])('with %s is a pupil that a person must match, without complaint', (_, more) => {
    const { pupil, enrolments, problems } = parseWith(more)
    expect(pupil).toMatchObject({ number: null, pupilId: 'p-1' })
    expect(enrolments).toMatchObject([{ number: null, pupilId: 'p-1' }])
    expect(problems).toEqual([])
  })

  it('with a number that is wrong is a pupil still, and the number a problem', () => {
    const { pupil, enrolments, problems } = parseWith({ civicNo: { value: '200803142380' } })
    expect([pupil?.number, enrolments.length]).toEqual([null, 1])
    expect(problems).toEqual([expect.objectContaining({ kind: 'bad-identity-number', field: 'civicNo', number: null })])
  })

  it('may have ten digits or a samordningsnummer', () => {
    expect(parseWith({ civicNo: { value: `${aNumber().slice(2, 8)}-${aNumber().slice(8)}` } }).pupil?.number?.reveal()).toBe(aNumber())
    expect(parseWith({ civicNo: { value: aCoordinationNumber() } }).pupil?.number).toMatchObject({ kind: 'samordningsnummer' })
  })

  it.each([
    ['2008-03-14', '2008-03-14'],
    ['2008-03-14T00:00:00', '2008-03-14'],
    ['2008-03-00', null],
    ['', null],
    [null, null],
    [undefined, null],
  ])('born %j is born %j', (birthDate, bornOn) => {
    expect(parseWith({ birthDate }).pupil?.bornOn).toBe(bornOn)
  })

  it.each([
    [undefined, 'none'],
    [null, 'none'],
    ['', 'none'],
    ['Ingen', 'none'],
    ['Sekretessmarkering', 'secrecy'],
    ['Skyddad folkbokföring', 'registration'],
    ['ingen', 'secrecy'],
    ['Okänd', 'secrecy'],
  ])('with the marking %j has protection %s', (securityMarking, protection) => {
    expect(parseWith({ securityMarking }).pupil?.protection).toBe(protection)
  })

  it.each([undefined, null])('whose enrolments are %j says nothing of them', (enrolments) => {
    expect(parseWith({ enrolments })).toMatchObject({ pupil: { listsEnrolments: false }, enrolments: [], incomplete: [], problems: [] })
  })

  it('whose enrolments are none says that there are none', () => {
    expect(parseWith({ enrolments: [] })).toMatchObject({ pupil: { listsEnrolments: true }, enrolments: [], incomplete: [] })
  })

  it.each<[Record<string, unknown>, Record<string, unknown>, string[]]>([
    [{ securityMarking: 5 }, { protection: 'secrecy' }, []],
    [{ securityMarking: { value: 'Ingen' } }, { protection: 'secrecy' }, []],
    [{ civicNo: aNumber() }, { number: { kind: 'personnummer' } }, []],
    [{ civicNo: { value: 7 } }, { number: null }, ['bad-identity-number civicNo']],
    [{ civicNo: 7 }, { number: null }, ['bad-identity-number civicNo']],
    [{ civicNo: [aNumber()] }, { number: null }, ['bad-identity-number civicNo']],
    [{ birthDate: 20080314 }, { bornOn: null }, []],
  ])('with %j is still somebody, with everything else', (more, expected, problems) => {
    expect(parseWith(more)).toMatchObject({
      pupil: { number: { kind: 'personnummer' }, pupilId: 'p-1', protection: 'none', listsEnrolments: true, ...expected },
      enrolments: [{ schoolUnit: 'a1', pupilId: 'p-1' }],
      incomplete: [],
    })
    expect(complaints({ ...somebody, ...more })).toEqual(problems)
  })

  it.each([{}, 'A1', 7, true])('whose enrolments are %j is still somebody, and nothing known of them counts as withdrawn', (enrolments) => {
    expect(parseWith({ enrolments })).toMatchObject({
      pupil: { number: { kind: 'personnummer' }, pupilId: 'p-1', listsEnrolments: false },
      enrolments: [],
      incomplete: [null],
    })
    expect(complaints({ ...somebody, enrolments })).toEqual(['bad-row enrolments'])
  })
})

describe('an enrolment', () => {
  const parseStudy = (more: Record<string, unknown>) => parseWith({ enrolments: [{ ...aStudy, ...more }] })

  it.each([
    ['dates', { endDate: '2027-06-11' }, '2024-08-19--2027-06-11'],
    ['an instant in UTC that is the next day in Sweden', { startDate: '2024-08-18T22:00:00Z' }, '2024-08-19--'],
    ['timestamps', { startDate: '2024-08-19T00:00:00', endDate: '2027-06-11T00:00:00+02:00' }, '2024-08-19--2027-06-11'],
    ['dates without dashes', { startDate: '20240819' }, '2024-08-19--'],
    ['no end', { endDate: null }, '2024-08-19--'],
    ['an empty end', { endDate: '' }, '2024-08-19--'],
    ['a cancelled end before the start', { endDate: '2024-08-18', cancelled: true }, '2024-08-19--2024-08-18 cancelled'],
    ['cancelled null', { cancelled: null }, '2024-08-19--'],
    ['a start ahead', { startDate: '2027-08-18' }, '2027-08-18--'],
    ['a school type in small letters', { schoolType: ' gy ' }, '2024-08-19--'],
  ])('with %s is used', (_, more, expected) => {
    const { enrolments, incomplete, problems } = parseStudy(more)
    const used = enrolments.map((row) => `${row.startOn}--${row.endOn ?? ''}${row.cancelled ? ' cancelled' : ''}`)
    expect([used, incomplete, problems]).toEqual([[expected], [], []])
  })

  it('whose end is before its start is readable but not used: what was said before holds no more', () => {
    const raw = { ...somebody, enrolments: [{ ...aStudy, endDate: '2024-08-18' }] }
    expect(complaints(raw)).toEqual(['end-before-start endDate'])
    expect(parse(raw)).toMatchObject({ enrolments: [], incomplete: [] })
  })

  it.each([
    ['no start', { startDate: undefined }, 'bad-row startDate'],
    ['an empty start', { startDate: '' }, 'bad-date startDate'],
    ['an impossible start', { startDate: '2024-02-30' }, 'bad-date startDate'],
    ['an impossible end', { endDate: '2024-06-31T00:00:00' }, 'bad-date endDate'],
    ['an end that is a number', { endDate: 20270611 }, 'bad-row endDate'],
    ['no school type', { schoolType: undefined }, 'bad-row schoolType'],
    ['a blank school type', { schoolType: '' }, 'bad-row schoolType'],
    ['no school unit', { enroledAt: undefined }, 'bad-row enroledAt'],
    ['a school unit without an id', { enroledAt: { displayName: 'x' } }, 'bad-row enroledAt.id'],
    ['cancelled in words', { cancelled: 'ja' }, 'bad-row cancelled'],
  ])('with %s is not used, the others are, and none of those known at the school counts as withdrawn', (_, more, expected) => {
    const raw = { ...somebody, enrolments: [{ ...aStudy, ...more }, aStudy] }
    expect(complaints(raw)).toEqual([expected])
    expect(parse(raw)).toMatchObject({
      enrolments: [{ startOn: '2024-08-19' }],
      incomplete: [expected.includes('enroledAt') ? null : 'a1'],
    })
    expect(parse(raw).problems[0]).toMatchObject({ number: aNumber(), rowReference: 'skolor.json, person 1' })
  })

  it('of an unknown school type is used, one problem per code whoever it is about', () => {
    const problems = [
      parseStudy({ schoolType: 'NYTT' }),
      parsePerson({ ...somebody, id: 'p2', civicNo: null, enrolments: [{ ...aStudy, schoolType: 'nytt' }] }, 'y', aContext()),
    ]
    expect(problems.map(({ enrolments }) => enrolments[0]?.schoolType)).toEqual(['NYTT', 'NYTT'])
    const contents = problems.flatMap((parsed) => parsed.problems).map(({ kind, field, content }) => `${kind} ${field} ${content}`)
    expect([contents.length, new Set(contents).size]).toEqual([2, 1])
  })

  it.each(['VUX', 'KOMVUX', 'ABU', 'AU'])('of %s is used, and its level a question', (schoolType) => {
    expect(parseStudy({ schoolType })).toMatchObject({
      enrolments: [{ schoolType }],
      incomplete: [],
      problems: [{ kind: 'level-unknown' }],
    })
  })
})

it('is never an error, whatever a person or an enrolment is', () => {
  const text = fc.oneof(fc.string(), fc.constant('2024-08-19'))
  const study = { schoolType: text, startDate: text, endDate: fc.jsonValue(), cancelled: fc.jsonValue(), educationCode: fc.jsonValue() }
  const enrolment = fc.oneof(fc.jsonValue(), fc.record({ enroledAt: fc.record({ id: text }), ...study }, { requiredKeys: [] }))
  const particulars = { civicNo: fc.jsonValue(), securityMarking: fc.jsonValue(), birthDate: fc.jsonValue(), enrolments: fc.jsonValue() }
  const person = fc.oneof(fc.jsonValue(), fc.record({ id: text, ...particulars }, { requiredKeys: [] }))
  fc.assert(
    fc.property(person, fc.array(enrolment), (raw, enrolments) => {
      const { pupil, enrolments: used, problems } = parse(raw)
      if (pupil === null) expect([used.length, problems.length]).toEqual([0, 1])
      else expect(pupil.pupilId).not.toBe('')
      expect(parseWith({ enrolments }).pupil?.pupilId).toBe('p-1')
    }),
    { numRuns: 200 },
  )
})
