/** Wording of the call log in the list. */
import type { Lang } from '../../kernel/lang.ts'

const sv = {
  column: 'Samtal',
  log: 'Logga',
  logOf: (name: string) => `samtal med ${name}`,
  undo: 'Ångra det du just loggade',
}

type Texts = typeof sv

const en: Texts = { column: 'Call', log: 'Log', logOf: (name) => `a call with ${name}`, undo: 'Undo what you just logged' }

/** The words of the call log in the list. */
export const callLogTexts: Readonly<Record<Lang, Texts>> = { sv, en }
