/** Questionnaires as data: answering step by step, drafts, keys that keep a trend, and the shipped ones in every language. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contactLangs } from '../../kernel/contact-lang.ts'
import { optionWords, worded } from './question-words.ts'
import { optionsOf, readDraft, skipped, stepOf, typedOf, type TypedQuestionnaire } from './questionnaire.rules.ts'
import { afterMeeting } from './shipped-meeting.ts'
import { start } from './shipped-start.ts'
import { questionnairesOf, shippedQuestionnaires } from './shipped.ts'
import { surveyWords } from './survey-words.ts'
import { surveySettings } from './survey-settings.rules.ts'

const step = (values: Readonly<Record<string, string>>) => stepOf(afterMeeting, (key) => values[key] ?? '')

describe('answering', () => {
  it.each([
    ['nothing yet', {}, { kind: 'ask', index: 0, kept: [], problem: null }],
    ['one tap', { meeting: '4' }, { kind: 'ask', index: 1, kept: [['meeting', '4']], problem: null }],
    ['two taps', { meeting: '4', helped: '0' }, { kind: 'done', said: { meeting: 4, helped: 0 } }],
    ['one skipped', { meeting: skipped, helped: '1' }, { kind: 'done', said: { helped: 1 } }],
    ['the second before the first', { helped: '1' }, { kind: 'ask', index: 0, kept: [], problem: null }],
    ['an option that is none', { meeting: '5' }, { kind: 'ask', index: 0, kept: [], problem: 'unknown' }],
    [
      'an altered option at the end',
      { meeting: '1', helped: '2' },
      { kind: 'ask', index: 1, kept: [['meeting', '1']], problem: 'unknown' },
    ],
    ['words', { meeting: 'bra' }, { kind: 'ask', index: 0, kept: [], problem: 'unknown' }],
    ['everything skipped', { meeting: skipped, helped: skipped }, { kind: 'ask', index: 0, kept: [], problem: 'nothing' }],
  ] as const)('with %s', (_, values, expected) => {
    expect(step(values)).toEqual(expected)
  })
  it('is done with options of their questions only, whatever is sent', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('0', '1', '4', '9', '-1', skipped)), { maxLength: 4 }), (sent) => {
        const read = stepOf(start, (key) => sent[start.questions.findIndex((one) => one.key === key)] ?? '')
        if (read.kind === 'ask') return
        for (const [key, option] of Object.entries(read.said)) {
          const question = start.questions.find((one) => one.key === key)
          expect(question !== undefined && option >= 0 && option < optionsOf(question)).toBe(true)
        }
        expect(Object.keys(read.said).length).toBeGreaterThan(0)
      }),
    )
  })
})

const draft = (changed: Partial<TypedQuestionnaire> = {}): TypedQuestionnaire => ({ ...typedOf(start), ...changed })
const typedQuestion = (text: string, kind: 'scale' | 'yesNo' | 'choice' = 'yesNo', options = '') => ({ text, kind, options })

describe('a draft', () => {
  it('of what is there already is what is there already, translations and keys with it', () => {
    for (const { content } of shippedQuestionnaires) expect(readDraft(typedOf(content), [content])).toEqual({ content })
  })
  it('keeps the key of a question in the same words, moved or not, and gives a new one to other words, kinds and options', () => {
    const questions = [
      typedQuestion('Vet du vart du kan vända dig om du behöver hjälp?'),
      typedQuestion('Hur är dina dagar just nu?', 'yesNo'),
      typedQuestion('Vad vill du helst göra om ett halvår?', 'choice', 'Jobba\nPlugga'),
      typedQuestion(''),
      typedQuestion('Vet du vart du kan vända dig om du behöver hjälp?'),
    ]
    const read = readDraft(draft({ questions }), [start])
    if ('problems' in read) throw new Error('the draft is right')
    expect(read.content.questions.map(({ key }) => key)).toEqual(['where', 'q1', 'q2', 'q3'])
    expect(read.content.questions[0]?.text.ar).toBe(start.questions[2]?.text.ar)
    expect(read.content.questions[2]?.text.uk).toBe(start.questions[1]?.text.uk)
    expect(read.content.title).toEqual(start.title)
  })
  it('finds the key of a question that comes back', () => {
    const other = readDraft(draft({ questions: [typedQuestion('En ny fråga?')] }), [start])
    if ('problems' in other) throw new Error('the draft is right')
    const back = readDraft(draft({ questions: [typedQuestion('En ny fråga?'), typedQuestion('Ännu en?')] }), [start, other.content])
    expect('content' in back && back.content.questions.map(({ key }) => key)).toEqual(['q1', 'q2'])
  })
  it.each([
    ['no name', { title: ' ' }, ['title titleMissing']],
    ['a long name', { title: 'x'.repeat(81) }, ['title titleLong']],
    ['no question', { questions: [typedQuestion(' ')] }, ['text1 noQuestion']],
    ['a long question', { questions: [typedQuestion('x'.repeat(201))] }, ['text1 questionLong']],
    ['one option', { questions: [typedQuestion('A?', 'choice', 'B')] }, ['options1 optionsCount']],
    ['eight options', { questions: [typedQuestion('A?', 'choice', '1\n2\n3\n4\n5\n6\n7\n8')] }, ['options1 optionsCount']],
    ['a long option', { questions: [typedQuestion('A?', 'choice', `B\n${'x'.repeat(81)}`)] }, ['options1 optionLong']],
    ['the same option twice', { questions: [typedQuestion(''), typedQuestion('A?', 'choice', 'B\n B ')] }, ['options2 optionTwice']],
  ])('with %s is refused', (_, changed, expected) => {
    const read = readDraft(draft(changed), [start])
    expect('problems' in read && read.problems.map(({ field, problem }) => `${field} ${problem}`)).toEqual(expected)
  })
})

describe('the shipped questionnaires', () => {
  it('are in every language, with as many words for a scale everywhere, and the one after a meeting is two taps', () => {
    for (const lang of contactLangs) {
      for (const { content } of shippedQuestionnaires) {
        expect([content.title, ...content.questions.map(({ text }) => text)].every((wording) => worded(wording, lang).lang === lang)).toBe(
          true,
        )
        for (const question of content.questions) expect(optionWords(question, lang)).toHaveLength(optionsOf(question))
      }
      expect(surveyWords[lang].step).toMatch(/\{\{n\}\}.*\{\{of\}\}/)
      expect(surveyWords[lang].privacy.lines).toHaveLength(4)
    }
    expect(afterMeeting.questions).toHaveLength(2)
  })
  it('fall back on Swedish, and say so, where a text is the municipality’s own', () => {
    expect(worded({ sv: 'Hej' }, 'ar')).toEqual({ text: 'Hej', lang: 'sv' })
  })
  it('stand before the newest of the municipality’s own', () => {
    const own = (version: number) => ({ key: 'egen', version, content: start, savedBy: 'Amina', savedOn: null })
    const kept = { ...own(1), key: 'start', savedBy: null }
    expect(questionnairesOf([kept, own(1), own(3), own(2)]).map(({ key, version }) => `${key} ${version}`)).toEqual([
      'start 1',
      'afterGroup 1',
      'afterMeeting 1',
      'egen 3',
    ])
  })
})

describe('the settings', () => {
  it('have a floor of five answers', () => {
    expect(surveySettings.from([])).toEqual({ minimum: 10, codeDays: 30 })
    expect(() => surveySettings.from([{ key: 'survey.minimum', value: 4 }])).toThrow('5')
    expect(surveySettings.read({ minimum: '4', codeDays: '0' })).toEqual({ wrong: ['minimum', 'codeDays'] })
    expect(surveySettings.read({ minimum: ' 5', codeDays: '120' })).toEqual({ draft: { minimum: 5, codeDays: 120 } })
  })
})
