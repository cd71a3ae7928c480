/** Somebody who has always lived here, as the register says it: where a life built by hand begins. */
import type { Draw, PopulationRecord } from './lives.types.ts'
import { addressHere } from './names.ts'
import { bornOnOf } from './test-numbers.ts'

/** The record of a resident since birth, with an address drawn. */
export const residentSinceBirth = (draw: Draw, number: string, givenName: string, surname: string): PopulationRecord => ({
  number,
  replacedBy: null,
  secrecyMarking: false,
  protectedRegistration: false,
  givenName,
  surname,
  registeredOn: bornOnOf(number),
  municipality: draw.municipality,
  address: addressHere(draw.random),
  deregistration: null,
  immigratedOn: null,
  earlier: [],
})
