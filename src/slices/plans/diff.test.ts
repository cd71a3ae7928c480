/** What differs between two versions, and what becomes of two that are written at the same time. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date } from '../../../test/support/places.ts'
import { differencesBetween, isWrittenAnew, threeWay, withTheirAdditions, type Compared, type Wording } from './diff.rules.ts'
import { typedFrom } from './draft.rules.ts'
import { aContent, aStep } from './plans.testbed.ts'

const [own, ours, theirs] = aContent().steps
const steps = [own, ours, theirs].filter((step) => step !== undefined)
const base: Compared = { ...aContent({ steps }), followUpDays: [date('2027-01-10')] }
const withStep = (n: number, of: Partial<(typeof steps)[number]>): Compared => ({
  ...base,
  steps: base.steps.map((step, i) => (i === n ? { ...step, ...of } : step)),
})

/** Steps of the youth's by a letter each; a capital has other words. */
const inOrder = (letters: string): Compared => ({
  ...base,
  steps: [...letters].map((letter) => aStep({ stepId: letter.toLowerCase(), text: `Steg ${letter}` })),
})

describe('the difference', () => {
  it.each<[string, Compared, string[]]>([
    ['nothing', base, []],
    ['the goal', { ...base, goal: 'Jobb' }, ['goal']],
    ['the start', { ...base, beginsOn: date('2026-11-21') }, ['beginsOn']],
    ['no end', { ...base, endsOn: null }, ['endsOn']],
    ['no other actor', { ...base, noOtherActor: true }, ['noOtherActor']],
    ['another follow-up', { ...base, followUpDays: [date('2027-01-10'), date('2027-02-10')] }, ['followUpDays']],
    ['a step in other words', withStep(0, { text: 'Mejla skolan' }), ['Ringa skolan -> Mejla skolan']],
    ['a step that is done', withStep(0, { doneOn: date('2026-12-01') }), ['Ringa skolan -> Ringa skolan']],
    ['a step that is due', withStep(1, { dueOn: date('2026-12-01') }), ['Boka tid hos studievägledaren -> Boka tid hos studievägledaren']],
    ['a step of another name', withStep(2, { actor: 'Komvux' }), ['Visa runt på skolan -> Visa runt på skolan']],
    ['a step that is gone', { ...base, steps: steps.slice(1) }, ['Ringa skolan -> ']],
    ['a step that is new', { ...base, steps: [...steps, aStep({ text: 'Söka CSN' })] }, [' -> Söka CSN']],
    ['steps of other columns in another order', { ...base, steps: steps.toReversed() }, []],
  ])('%s', (_what, after, expected) => {
    const said = differencesBetween(base, after).map((one) =>
      one.kind === 'field' ? one.field : `${one.before?.text ?? ''} -> ${one.after?.text ?? ''}`,
    )
    expect(said).toEqual(expected)
  })

  it('is none with itself, and as many either way', () => {
    const someText = fc.constantFrom('Ringa', 'Söka', 'Gå dit')
    const someSteps = fc.uniqueArray(fc.record({ stepId: fc.constantFrom('a', 'b', 'c', 'd'), text: someText }), {
      selector: ({ stepId }) => stepId,
    })
    const version = fc
      .record({ goal: someText, steps: someSteps })
      .map((of): Compared => ({ ...base, goal: of.goal, steps: of.steps.map((step) => aStep(step)) }))
    fc.assert(
      fc.property(version, version, (one, other) => {
        expect(differencesBetween(one, one)).toEqual([])
        expect(differencesBetween(one, other)).toHaveLength(differencesBetween(other, one).length)
      }),
    )
  })

  it('a tick is in nobody’s way', () => {
    expect(isWrittenAnew(base, withStep(0, { doneOn: date('2026-12-01') }))).toBe(false)
    expect(isWrittenAnew(base, withStep(0, { text: 'Mejla' }))).toBe(true)
    expect(isWrittenAnew(base, { ...base, followUpDays: [] })).toBe(true)
    expect(isWrittenAnew(inOrder('ab'), inOrder('ba'))).toBe(true)
  })
})

describe('a step that has moved', () => {
  const saidOf = (before: Compared, after: Compared): string[] =>
    differencesBetween(before, after).map((one) => {
      if (one.kind === 'field') return one.field
      return `${one.after?.stepId ?? one.before?.stepId ?? ''}${one.isChanged ? ' changed' : ''}${one.isMoved ? ' moved' : ''}`
    })

  it.each([
    ['abc', 'abc', []],
    ['abc', 'cab', ['c moved']],
    ['abc', 'bca', ['a moved']],
    ['abcd', 'acbd', ['b moved']],
    ['ab', 'ba', ['a moved']],
    ['ab', 'bA', ['A changed moved']],
    ['ab', 'Ba', ['B changed moved']],
    ['abc', 'xabc', ['x changed']],
    ['abc', 'bc', ['a changed']],
    ['abc', 'cxb', ['b moved', 'x changed', 'a changed']],
  ])('%s as %s', (before, after, expected) => {
    const said = saidOf(inOrder(before), inOrder(after)).map((line) => line.toLowerCase())
    expect(said.toSorted()).toEqual(expected.map((line) => line.toLowerCase()).toSorted())
  })

  it('is said exactly when the order differs, in as few lines either way', () => {
    const someOrder = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'], { minLength: 5 }).map((letters) => letters.join(''))
    fc.assert(
      fc.property(someOrder, someOrder, fc.subarray(['a', 'b', 'c', 'd', 'e']), (one, other, loud) => {
        const changed = [...other].map((letter) => (loud.includes(letter) ? letter.toUpperCase() : letter)).join('')
        const [there, back] = [saidOf(inOrder(one), inOrder(changed)), saidOf(inOrder(changed), inOrder(one))]
        expect(there).toHaveLength(back.length)
        expect(there.some((line) => line.includes('moved'))).toBe(one !== other)
        expect(there.filter((line) => line.includes('changed'))).toHaveLength(loud.length)
      }),
    )
  })
})

const words: Wording = {
  field: (field, of) => JSON.stringify(of[field]),
  step: ({ text }, place) => (place === null ? text : `${place}. ${text}`),
}

describe('two at the same time', () => {
  const saved: Compared = {
    ...withStep(0, { text: 'Mejla skolan' }),
    steps: [...withStep(0, { text: 'Mejla skolan' }).steps, aStep({ stepId: 'ny', text: 'Söka CSN' })],
  }
  const mine: Compared = { ...base, goal: 'Jobb i vår', steps: [...steps.slice(0, 2), aStep({ stepId: '', text: 'Skriva CV' })] }

  it('see that the other moved a step, and where it stands', () => {
    expect(threeWay(inOrder('abc'), inOrder('cab'), inOrder('abc'), words).map((line) => [line.base, line.theirs, line.mine])).toEqual([
      ['3. Steg c', '1. Steg c', '3. Steg c'],
    ])
  })

  it('see what was, what the other saved and what they wrote, and nothing that is the same', () => {
    expect(threeWay(base, saved, mine, words).map((line) => [line.base, line.theirs, line.mine])).toEqual([
      ['"Börja på en utbildning i januari"', '"Börja på en utbildning i januari"', '"Jobb i vår"'],
      ['Ringa skolan', 'Mejla skolan', 'Ringa skolan'],
      ['Visa runt på skolan', 'Visa runt på skolan', null],
      [null, 'Söka CSN', null],
      [null, null, 'Skriva CV'],
    ])
  })

  it('what the other added goes with what I wrote, and what I took away stays away', () => {
    const typed = typedFrom(mine, [date('2027-03-01')])
    const merged = withTheirAdditions(typed, base, { ...saved, followUpDays: [date('2027-01-10'), date('2027-02-02')] })
    expect(merged.rows.map(({ text }) => text)).toEqual(['Ringa skolan', 'Boka tid hos studievägledaren', 'Skriva CV', 'Söka CSN'])
    expect(merged.followUps).toEqual(['2027-03-01', '2027-02-02'])
    expect(merged.goal).toBe('Jobb i vår')
  })

  it('loses no step and no day that either wrote, whatever the two did', () => {
    const someSteps = (prefix: string) =>
      fc
        .subarray(['a', 'b', 'c'])
        .chain((kept) =>
          fc
            .nat({ max: 3 })
            .map((n) => [
              ...kept.map((stepId) => aStep({ stepId, text: `${prefix} ${stepId}` })),
              ...Array.from({ length: n }, (_, at) => aStep({ stepId: `${prefix}${at}`, text: `${prefix} ny ${at}` })),
            ]),
        )
    const days = fc.uniqueArray(fc.constantFrom('2027-01-10', '2027-02-10', '2027-03-10').map(date))
    const begun: Compared = { ...base, steps: ['a', 'b', 'c'].map((stepId) => aStep({ stepId })) }
    fc.assert(
      fc.property(someSteps('min'), someSteps('din'), days, days, (mineSteps, theirSteps, mineDays, theirDays) => {
        const other: Compared = { ...begun, steps: theirSteps, followUpDays: theirDays }
        const merged = withTheirAdditions(typedFrom({ ...begun, steps: mineSteps }, mineDays), begun, other)
        const texts = merged.rows.map(({ text }) => text)
        for (const { text } of mineSteps) expect(texts).toContain(text)
        for (const { stepId, text } of theirSteps) if (!['a', 'b', 'c'].includes(stepId)) expect(texts).toContain(text)
        for (const day of [...mineDays, ...theirDays.filter((one) => !begun.followUpDays.includes(one))])
          expect(merged.followUps).toContain(day)
        expect(new Set(merged.followUps).size).toBe(merged.followUps.length)
      }),
    )
  })
})
