/** Texts with fields: what stands in them, how they are cut in pieces, and two versions beside each other. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contactLangs } from '../../kernel/contact-lang.ts'
import { shippedTemplates } from './shipped/shipped.ts'
import { templateKeys, type TemplateKey } from './shipped/shipped.types.ts'
import { differenceOf, type Piece } from './template-diff.rules.ts'
import { templateFaultsOf } from './template-check.ts'
import { matterWordsIn } from './template-words.ts'
import { blocksOf, fieldsIn, filled, hasLooseBraces, textsOf, withoutFields, withTexts } from './template.rules.ts'

describe('fields', () => {
  it.each([
    ['', []],
    ['Hej {{firstName}}!', ['firstName']],
    ['{{a}} {{ b }} {{a}}', ['a', 'b']],
    ['{{}} {a} {{a', ['']],
  ])('in %j are %j', (text, names) => expect(fieldsIn(text)).toEqual(names))

  it.each([
    ['Hej {{firstName}}!', false],
    ['Hej {{firstName}!', true],
    ['Hej firstName}}', true],
    ['Hej {du}', false],
    ['{{a}} {{b', true],
  ])('%j has loose braces: %s', (text, loose) => expect(hasLooseBraces(text)).toBe(loose))

  it('are filled once: a value that looks like a field stays a text', () => {
    expect(filled('Hej {{ a }} och {{b}}', (name) => (name === 'a' ? '{{b}}' : 'B'))).toBe('Hej {{b}} och B')
  })

  it('are what remains is not of', () => {
    expect(withoutFields('Hej {{firstName}}!')).toBe('Hej  !')
  })
})

describe('pieces', () => {
  it('are headings, paragraphs with their line ends, and lists', () => {
    const body = '  Hej du\noch du \n\n## Rubrik\nText direkt under\n- ett\n- två\n\n\n- tre\n##ingen rubrik\n-inte heller'
    expect(blocksOf(body)).toEqual([
      { kind: 'paragraph', text: 'Hej du\noch du' },
      { kind: 'heading', text: 'Rubrik' },
      { kind: 'paragraph', text: 'Text direkt under' },
      { kind: 'list', items: ['ett', 'två'] },
      { kind: 'list', items: ['tre'] },
      { kind: 'paragraph', text: '##ingen rubrik\n-inte heller' },
    ])
  })

  it('hold every word of the body, whatever it is', () => {
    const line = fc.oneof(fc.string({ unit: fc.constantFrom('a', 'å', '#', '-', ' ', '{', '}') }), fc.constantFrom('## x', '- y', ''))
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')
        const said = lines.map((one) => one.trim().replace(/^(## |- )/, ''))
        const kept = blocksOf(lines.join('\n')).flatMap(textsOf)
        // A mark of a heading or an item is not a word of it.
        expect(kept.flatMap(words).filter((word) => word !== '##' && word !== '-')).toEqual(
          said.flatMap(words).filter((word) => word !== '##' && word !== '-'),
        )
      }),
    )
  })

  it('can have each text changed', () => {
    expect(blocksOf('a\n\n- b\n- c').map((block) => withTexts(block, (text) => text.toUpperCase()))).toEqual([
      { kind: 'paragraph', text: 'A' },
      { kind: 'list', items: ['B', 'C'] },
    ])
  })
})

const sms = (body: string) => templateFaultsOf({ key: 'firstSms', lang: 'sv' }, { subject: '', body })
const letter = (subject: string, body: string) => templateFaultsOf({ key: 'firstLetter', lang: 'sv' }, { subject, body })
const rightSms = 'Vi på {{unit}} vill höra av dig: {{replyLink}}'
const rightBody = 'Hej {{firstName}}. {{contactName}}, {{contactPhone}}, {{replyLink}}, {{replyCode}}'

describe('a text that is written', () => {
  it.each([
    ['all is there', rightSms, []],
    ['nobody can answer', 'Vi på {{unit}}', [['fieldMissing', 'replyLink']]],
    ['nobody says who they are', 'Svara: {{replyLink}}', [['senderMissing', 'unit, contactName']]],
    ['a name would be seen', `${rightSms} {{firstName}}`, [['fieldForbidden', 'firstName']]],
    ['a field is misspelt', `${rightSms} {{replylink}}`, [['fieldUnknown', 'replylink']]],
    ['a field is half', `${rightSms} {{unit}`, [['looseBraces', '']]],
    [
      'it names the matter',
      `${rightSms} Du har hoppat av skolan. KAA`,
      [
        ['namesTheMatter', 'KAA'],
        ['namesTheMatter', 'hoppat av'],
        ['namesTheMatter', 'skola'],
      ],
    ],
    ['a field is called like the matter', `${rightSms} {{skola}}`, [['fieldUnknown', 'skola']]],
    ['a word only begins like an abbreviation', `${rightSms} KAArla`, []],
  ])('as an SMS, when %s', (_, body, faults) => {
    expect(sms(body).map(({ fault, detail }) => [fault, detail])).toEqual(faults)
  })

  it.each([
    ['all is there', 'Hej från {{municipality}}', rightBody, []],
    ['there is no title', ' ', rightBody, ['subject subjectMissing ']],
    ['the title has the name', 'Hej {{firstName}}', rightBody, ['subject fieldInSubject firstName']],
    ['the title has the code', 'Kod {{replyCode}}', rightBody, ['subject fieldInSubject replyCode']],
    ['it speaks of the matter, which a letter may', 'Vägar vidare', `${rightBody} Du har läst på gymnasiet.`, []],
    ['a field of a card stands in it', 'Hej', `${rightBody} {{visitDay}}`, ['body fieldForbidden visitDay']],
    [
      'it lacks everything',
      'Hej',
      'Hej',
      [
        'body fieldMissing contactPhone',
        'body fieldMissing replyLink',
        'body fieldMissing replyCode',
        'body senderMissing unit, contactName',
      ],
    ],
  ])('as a letter, when %s', (_, subject, body, faults) => {
    expect(letter(subject, body).map(({ where, fault, detail }) => `${where} ${fault} ${detail}`)).toEqual(faults)
  })

  it('in its own language and in Swedish names no matter', () => {
    expect(matterWordsIn('en', 'You dropped out of gymnasiet')).toEqual(['dropped out', 'gymnasi'])
    expect(matterWordsIn('so', 'xogta aan kaa kaydinnay')).toEqual([])
  })

  it('is right when it is shipped', () => {
    const wrong = contactLangs.flatMap((lang) =>
      templateKeys.flatMap((key: TemplateKey) => templateFaultsOf({ key, lang }, shippedTemplates[lang][key])),
    )
    expect(wrong).toEqual([])
  })
})

const textOf = (pieces: readonly Piece[], without: Piece['kind']): string =>
  pieces
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')

describe('two versions', () => {
  it('differ in the words that went and came', () => {
    expect(differenceOf('Hej du där', 'Hej du här nu')).toEqual([
      { kind: 'same', text: 'Hej du ' },
      { kind: 'gone', text: 'där' },
      { kind: 'new', text: 'här nu' },
    ])
  })

  it('are both found again in their difference, and what is the same is nowhere told twice', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '\n', '  '), { maxLength: 30 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, (earlier, later) => {
        const pieces = differenceOf(earlier, later)
        expect(textOf(pieces, 'new')).toBe(earlier)
        expect(textOf(pieces, 'gone')).toBe(later)
        expect(pieces.every(({ kind }, index) => kind !== pieces[index + 1]?.kind)).toBe(true)
      }),
    )
  })

  it('that are the same are one piece, and none when they are empty', () => {
    expect(differenceOf('Hej du', 'Hej du')).toEqual([{ kind: 'same', text: 'Hej du' }])
    expect(differenceOf('', '')).toEqual([])
  })
})
