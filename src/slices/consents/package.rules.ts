/**
 * What a receiver sees. The preview, the page of the link, the file for another system and the paper are all made from what this function
 * makes, so that none of them can show anything else.
 */
import { inOrder } from './consent.rules.ts'
import type { SharedFacts, SharedField, SharedPackage } from './consents.types.ts'

export const packageFormat = 'ungdomslots/hanvisning/1'

/** How each field is taken from what is known. */
const taken: Readonly<Record<SharedField, (facts: SharedFacts) => unknown>> = {
  name: ({ givenName, familyName }) => ({ given: givenName, family: familyName }),
  birthDate: ({ bornOn }) => bornOn,
  number: ({ number }) => number,
  address: ({ street, postalCode, locality }) => ({ street, postalCode, locality }),
  phones: ({ phones }) => [...phones],
  emails: ({ emails }) => [...emails],
  occupation: ({ occupation }) => (occupation === null ? null : { kind: occupation.kind, statedOn: occupation.statedOn }),
  measures: ({ measures }) => measures.map(({ name, fromOn, untilOn }) => ({ name, fromOn, untilOn })),
  planGoal: ({ planGoal }) => planGoal,
}

/** Only the chosen fields are in it; what was not chosen is not there as empty either. */
export const packageOf = (facts: SharedFacts, fields: readonly SharedField[]): SharedPackage => ({
  format: packageFormat,
  ...(Object.fromEntries(inOrder(fields).map((field) => [field, taken[field](facts)])) as Omit<SharedPackage, 'format'>),
})

/** The fields that a package holds, in their own order. */
export const fieldsIn = (shared: SharedPackage): SharedField[] => inOrder(Object.keys(shared))

/** Its bytes in one way only: keys in the order of the fields. What was previewed and what is sent are compared by these. */
export const packageText = (shared: SharedPackage): string =>
  JSON.stringify({ format: shared.format, ...Object.fromEntries(fieldsIn(shared).map((field) => [field, shared[field]])) })
