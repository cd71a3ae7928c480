/** What can have become known of a youth since an instant: kinds of rows and how many, never what they say. */

/** The kinds of facts, as the register has them, and of what the house has written itself. */
export const changeKinds = [
  'registration',
  'deregistration',
  'death',
  'immigration',
  'enrolment',
  'credential',
  'schooling_end',
  'decision',
  'stay',
  'protection',
  'identity',
  'birth',
  'same_person',
  'contact',
  'occupation',
  'measure',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** `added`: rows that were not known then. `ended`: rows that were known then and stand no more, or say something else. */
export type KnownChange = { readonly personId: number; readonly kind: ChangeKind; readonly added: number; readonly ended: number }
