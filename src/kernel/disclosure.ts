/**
 * The disclosure gate: the one place that says which outlet may show a protected person (OSL 21 kap. 3, 3 a §§; 22 kap. 1 §).
 * Every outlet of personal data is named here and asks before it shows anything; a test fails for an outlet without a decision.
 */
export type Protection = 'none' | 'secrecy-marked' | 'protected-registration' | 'unconfirmed-stay'

/** Where data on a person can leave the register. */
export const outlets = [
  'register.csv',
  'explain.cli',
  'duplicates.cli',
  'demo.page',
  'run.report',
  'exception.inbox',
  'log',
  'error.text',
] as const
export type Outlet = (typeof outlets)[number]

const decisions: Readonly<Record<Outlet, ReadonlySet<Protection>>> = {
  // The console belongs to whoever runs the database and could read it anyway; what must be on no list is still on none.
  'register.csv': new Set(['none', 'secrecy-marked', 'protected-registration']),
  'explain.cli': new Set(['none', 'secrecy-marked', 'protected-registration', 'unconfirmed-stay']),
  // Two numbers side by side say that one of them is new; nobody protected is found that way.
  'duplicates.cli': new Set(['none']),
  // A page without sign-in shows nobody who is protected.
  'demo.page': new Set(['none']),
  // Counts and codes only: no person at all.
  'run.report': new Set(),
  'exception.inbox': new Set(),
  log: new Set(),
  'error.text': new Set(),
}

/** Whether the outlet may show a person with this protection. */
export const mayShow = (outlet: Outlet, protection: Protection): boolean => decisions[outlet].has(protection)
