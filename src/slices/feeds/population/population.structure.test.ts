/** Our description of Navet's structure against Skatteverket's own XSD, read by libxml2. Order and value types are not ours to check. */
import { readFileSync } from 'node:fs'
import fc, { type GeneratorValue } from 'fast-check'
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm'
import { afterAll, describe, expect, it } from 'vitest'
import { aNumber, allOf, referenceFile } from '../../../../test/support/feed-files.ts'
import { Refused } from '../../../platform/failure.ts'
import { xmlRecords } from '../xml-tree.ts'
import { navetRoot } from './population.structure.ts'

type Tree = { name: string; children: Tree[]; stray?: string }

const address = ['CareOf', 'Utdelningsadress1', 'Utdelningsadress2', 'PostNr', 'Postort']

/** What may stand in what, in the XSD's order. What is opaque to us stands here without children. */
const containers: Readonly<Record<string, readonly string[]>> = {
  Navetavisering: ['Folkbokforingsposter'],
  Folkbokforingsposter: ['Folkbokforingspost'],
  Folkbokforingspost: ['Sekretessmarkering', 'Arendeuppgift', 'Personpost', 'Historik', 'Sarlosning'],
  Personpost: [
    ...['PersonId', 'HanvisningsPersonNr', 'Avregistrering', 'Namn', 'Folkbokforing', 'Adresser', 'Civilstand', 'Fodelse', 'Invandring'],
    ...['Relationer', 'Medborgarskap'],
  ],
  PersonId: ['PersonNr', 'TilldelatPersonNrSamordningsNr'],
  Avregistrering: ['AvregistreringsorsakKod', 'Avregistreringsdatum'],
  Namn: ['Tilltalsnamnsmarkering', 'Fornamn', 'Mellannamn', 'Efternamn', 'Aviseringsnamn'],
  Folkbokforing: [
    ...['Folkbokforingsdatum', 'LanKod', 'KommunKod', 'ForsamlingKod', 'Fastighetsbeteckning', 'Trappuppgang', 'Lagenhet', 'FiktivtNr'],
    'Folkbokforingstyp',
  ],
  Adresser: ['Folkbokforingsadress', 'Riksnycklar', 'SarskildPostadress', 'Utlandsadress'],
  Folkbokforingsadress: address,
  SarskildPostadress: address,
  Invandring: ['Invandringsdatum'],
  Historik: ['Folkbokforing', 'Folkbokforingsadress'],
}
const opaque = new Set([
  'Arendeuppgift',
  'Sarlosning',
  'Civilstand',
  'Fodelse',
  'Relationer',
  'Medborgarskap',
  'Riksnycklar',
  'Utlandsadress',
])

/** A value of the right type for each text, so that only the structure can be wrong. */
const values: Readonly<Record<string, string>> = {
  ...{ Sekretessmarkering: 'N', PersonNr: aNumber(), TilldelatPersonNrSamordningsNr: aNumber(), HanvisningsPersonNr: aNumber() },
  ...{ AvregistreringsorsakKod: 'UV', Avregistreringsdatum: '20261101', Folkbokforingsdatum: '20240000', Invandringsdatum: '20240101' },
  ...{ Tilltalsnamnsmarkering: '20', PostNr: '12345', FiktivtNr: '1' },
}
const names = [...new Set([...Object.keys(containers), ...Object.values(containers).flat(), 'Okand', 'personpost', 'Person'])]

const leaf = (name: string): Tree => ({ name, children: [] })
const isMany = (parent: string, name: string): boolean =>
  name === 'Folkbokforingspost' || name === 'Medborgarskap' || (parent === 'Historik' && name === 'Folkbokforing')

/** A valid document. `keep` is asked about each optional element and each repetition. */
function valid(name: string, keep: () => boolean): Tree {
  const children: Tree[] = []
  for (const child of containers[name] ?? []) {
    if (child === 'TilldelatPersonNrSamordningsNr' || (child === 'PersonNr' && children.length > 0)) continue
    const required = ['Folkbokforingsposter', 'Personpost', 'PersonId', 'PersonNr'].includes(child)
    if (required || keep()) children.push(valid(child, keep))
    if (isMany(name, child) && keep()) children.push(valid(child, keep))
  }
  return { name, children }
}

function written({ name, children, stray = '' }: Tree): string {
  if (opaque.has(name)) return `<${name}/>`
  const order = containers[name] ?? []
  const sorted = children.toSorted((a, b) => ((order.indexOf(a.name) + 99) % 99) - ((order.indexOf(b.name) + 99) % 99))
  const text = containers[name] === undefined && children.length === 0 ? (values[name] ?? 'x') : stray
  return `<${name}>${sorted.map((child) => written(child)).join('')}${text}</${name}>`
}

const copyOf = (tree: Tree | undefined): Tree => structuredClone(tree!)

/** Every element with its parent; never inside what is opaque to us. */
function places(tree: Tree): { parent: Tree; at: number }[] {
  return opaque.has(tree.name) ? [] : tree.children.flatMap((child, at) => [{ parent: tree, at }, ...places(child)])
}

const mutations = {
  missing: (root: Tree, g: GeneratorValue) => {
    const { parent, at } = g(fc.constantFrom, ...places(root))
    parent.children.splice(at, 1)
  },
  doubled: (root: Tree, g: GeneratorValue) => {
    const { parent, at } = g(fc.constantFrom, ...places(root))
    parent.children.splice(at, 0, copyOf(parent.children[at]))
  },
  renamed: (root: Tree, g: GeneratorValue) => {
    const { parent, at } = g(fc.constantFrom, ...places(root))
    parent.children[at]!.name = g(fc.constantFrom, ...(g(fc.boolean) ? names : (containers[parent.name] ?? names)))
  },
  misplaced: (root: Tree, g: GeneratorValue) => {
    const from = g(fc.constantFrom, ...places(root))
    const to = g(fc.constantFrom, ...places(root))
    to.parent.children.push(copyOf(from.parent.children[from.at]))
  },
  'put in the wrong text': (root: Tree, g: GeneratorValue) => {
    g(fc.constantFrom, ...places(root)).parent.stray = g(fc.constantFrom, 'x', ' \n', '0')
  },
}

async function ours(xml: string): Promise<'accepted' | 'refused'> {
  const shape = { root: navetRoot.name, rule: navetRoot.rule, record: 'Folkbokforingspost', noun: 'prov.xml' }
  async function* chunks(): AsyncGenerator<string> {
    yield xml
  }
  try {
    await allOf(xmlRecords(chunks(), shape))
    return 'accepted'
  } catch (error) {
    if (error instanceof Refused) return 'refused'
    throw error
  }
}

const xsdFile = referenceFile('navet/Navetavisering.xsd')
const schema = xsdFile === null ? null : XmlDocument.fromBuffer(readFileSync(xsdFile))
const validator = schema === null ? null : XsdValidator.fromDoc(schema)
afterAll(() => {
  validator?.dispose()
  schema?.dispose()
})

function theirs(xml: string): 'accepted' | 'refused' {
  const document = XmlDocument.fromString(xml)
  try {
    validator?.validate(document)
    return 'accepted'
  } catch (error) {
    if (error instanceof XmlValidateError) return 'refused'
    throw error
  } finally {
    document.dispose()
  }
}

const full = (): Tree => valid('Navetavisering', () => true)

describe.skipIf(validator === null)("the structure and Skatteverket's XSD", () => {
  it('agree on the fullest and on the smallest document', async () => {
    for (const xml of [written(full()), written(valid('Navetavisering', () => false))]) {
      expect([await ours(xml), theirs(xml)], xml).toEqual(['accepted', 'accepted'])
    }
  })

  it.each(['missing', 'doubled', 'unknown'])('agree when any one element is %s', async (how) => {
    const verdicts = new Set<string>()
    for (const [at] of places(full()).entries()) {
      const root = full()
      const place = places(root)[at]!
      const element = place.parent.children[place.at]!
      if (how === 'missing') place.parent.children.splice(place.at, 1)
      if (how === 'doubled') place.parent.children.splice(place.at, 0, copyOf(element))
      if (how === 'unknown') element.name = 'Okand'
      const xml = written(root)
      const verdict = await ours(xml)
      verdicts.add(verdict)
      expect(verdict, xml).toBe(theirs(xml))
    }
    expect([...verdicts].toSorted()).toEqual(how === 'unknown' ? ['refused'] : ['accepted', 'refused'])
  })

  it('agree on any known element in any other', async () => {
    for (const into of Object.keys(containers).slice(1)) {
      for (const name of names) {
        const root = full()
        const found = places(root).map(({ parent, at }) => parent.children[at]!)
        found.find((element) => element.name === into)!.children.push(leaf(name))
        const xml = written(root)
        expect(await ours(xml), xml).toBe(theirs(xml))
      }
    }
  })

  it('agree on documents with up to three things wrong', async () => {
    const seen = { accepted: 0, refused: 0 }
    await fc.assert(
      fc.asyncProperty(fc.gen(), fc.array(fc.constantFrom(...Object.values(mutations)), { maxLength: 3 }), async (g, wrong) => {
        const root = valid('Navetavisering', () => g(fc.integer, { min: 0, max: 2 }) > 0)
        for (const mutate of wrong) if (places(root).length > 0) mutate(root, g)
        const xml = written(root)
        const verdict = theirs(xml)
        seen[verdict]++
        expect(await ours(xml), xml).toBe(verdict)
      }),
      { numRuns: 400 },
    )
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(40)
  })
})

describe('the structure', () => {
  it.each([
    ['SkyddadFolkbokforing beside the record', '<SkyddadFolkbokforing>J</SkyddadFolkbokforing>', ''],
    ['a district', '', '<Folkbokforing><DistriktKod>101</DistriktKod></Folkbokforing>'],
    ['a contact address', '', '<Adresser><Kontaktadress><Vad><Som>helst</Som></Vad></Kontaktadress></Adresser>'],
    [
      'anything in what is never read',
      '<Arendeuppgift><Nytt/></Arendeuppgift>',
      '<Relationer><Relation>x<Folkbokforingspost/></Relation></Relationer>',
    ],
    ['another order', '', '<Invandring/><Namn><Efternamn>B</Efternamn><Fornamn>A</Fornamn></Namn><Avregistrering/>'],
  ])('of newer deliveries may have %s', async (_, before, parts) => {
    const person = `<Personpost>${parts}<PersonId><PersonNr>1</PersonNr></PersonId></Personpost>`
    const post = `<Folkbokforingspost>${before}${person}</Folkbokforingspost>`
    expect(await ours(`<Navetavisering><Folkbokforingsposter>${post}</Folkbokforingsposter></Navetavisering>`)).toBe('accepted')
  })

  it.each(['constructor', 'toString', '__proto__', 'valueOf'])('refuses an element named %s', async (name) => {
    expect(await ours(`<Navetavisering><${name}/></Navetavisering>`)).toBe('refused')
    expect(await ours(`<${name}/>`)).toBe('refused')
  })
})
