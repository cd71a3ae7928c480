/**
 * The conventions that are shipped, as data. A version's lines are never changed: a change is a new version. Each says where it comes from, and
 * what is our own example is marked so.
 */
import type { CodingLine, Convention } from './coding.types.ts'

const occupation = (kind: NonNullable<CodingLine['occupation']>): CodingLine => ({ occupation: kind, measure: null })
const nothing: CodingLine = { occupation: null, measure: null }
const talk: CodingLine = { occupation: null, measure: { item: 'singleTalk', responsible: 'municipality' } }

/**
 * "Tips på vägen" of Skaraborg (seeds/004), as DOMAIN.md 6 has it. Work through the municipality, other studies and "something else" are not
 * in that text: they follow from the catalogue and from what the words mean.
 */
const skaraborg: Convention = {
  key: 'skaraborg',
  version: 1,
  origin: 'sourced',
  name: null,
  lines: {
    workFound: occupation('work'),
    workMunicipal: { occupation: 'work', measure: { item: 'youthEmployment', responsible: 'municipality' } },
    workAbroad: occupation('work'),
    abroad: occupation('abroad'),
    otherStudies: occupation('studies'),
    militaryService: occupation('studies'),
    parentalLeave: occupation('other'),
    other: occupation('other'),
    declines: nothing,
    singleTalk: nothing,
  },
}

/** The same text: "enstaka samtal kodar en del, andra lägger inte in någon åtgärd". This is how the first do. */
const singleTalks: Convention = {
  ...skaraborg,
  key: 'enstaka-samtal',
  lines: { ...skaraborg.lines, declines: talk, singleTalk: talk },
}

/** An example of ours, from no municipality: it shows what a convention can decide. */
const example: Convention = {
  ...skaraborg,
  key: 'exempel',
  origin: 'example',
  lines: { ...skaraborg.lines, militaryService: occupation('other'), workAbroad: occupation('abroad') },
}

/** All of them, the default first. */
export const shippedConventions: readonly Convention[] = [skaraborg, singleTalks, example]

/** What is in force where nothing has been chosen. */
export const defaultConvention = skaraborg
