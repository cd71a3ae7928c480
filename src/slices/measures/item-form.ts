/** An item as its form has it, both ways: rows of stages that say nothing are left out, and lengths are days, weeks or months. */
import { stageRows, type ItemForm } from './measures.forms.ts'
import { draftProfile, type ItemContent } from './item.rules.ts'
import type { Item, ItemStage, StageLength } from './measures.types.ts'

const text = (form: ItemForm, name: string): string => (typeof form[name] === 'string' ? form[name] : '')
const many = (form: ItemForm, name: string): string[] => (Array.isArray(form[name]) ? (form[name] as string[]) : [])

const lengthFrom = (n: number, unit: string): StageLength => (unit === 'months' ? { months: n } : { days: unit === 'weeks' ? n * 7 : n })

/** The stage of a row; null when the row says nothing. */
function stageFrom(form: ItemForm, n: number, index: number): ItemStage | null {
  const at = (name: string): string => text(form, `${name}${n}`)
  if (at('stageSv') === '' && at('stageEn') === '' && at('stageLength') === '') return null
  const key = at('stageKey') === '' ? `stage${n}x${index}` : at('stageKey')
  const step = Number(at('stageStep')) || 1
  const length = lengthFrom(Number(at('stageLength')), at('stageUnit'))
  return { key, step, sv: at('stageSv'), en: at('stageEn'), length, reasons: many(form, `stageReasons${n}`) }
}

/** What is missing in the rows that say something. */
export function rowProblems(form: ItemForm): { readonly field: string; readonly problem: string }[] {
  return stageRows.flatMap((n) => {
    if (stageFrom(form, n, 0) === null) return []
    const missing = ['stageSv', 'stageEn']
      .filter((name) => text(form, `${name}${n}`) === '')
      .map((name) => ({ field: `${name}${n}`, problem: 'required' }))
    const length = text(form, `stageLength${n}`)
    const most = text(form, `stageUnit${n}`) === 'months' ? 36 : text(form, `stageUnit${n}`) === 'weeks' ? 57 : 400
    const isLength = /^\d{1,3}$/.test(length) && Number(length) >= 1 && Number(length) <= most
    const isStep = /^[1-9]?$/.test(text(form, `stageStep${n}`))
    return [
      ...missing,
      ...(isLength ? [] : [{ field: `stageLength${n}`, problem: 'stage-length' }]),
      ...(isStep ? [] : [{ field: `stageStep${n}`, problem: 'stages-in-order' }]),
    ]
  })
}

/** What the form says of the item. `salt` keeps the keys of new stages apart from those of earlier versions. */
export const contentFrom = (form: ItemForm, salt: number): ItemContent => ({
  name: { sv: form.nameSv, en: form.nameEn },
  fromOn: form.from,
  untilOn: form.until,
  department: form.department,
  counts: form.counts,
  isExclusive: form.exclusive,
  needsDecision: form.needsDecision,
  stages: stageRows.flatMap((n) => stageFrom(form, n, salt) ?? []).toSorted((a, b) => a.step - b.step),
  codes: form.code === '' ? {} : { [draftProfile]: form.code },
})

/** A length as its row says it: whole weeks are weeks. */
function lengthSaid(length: StageLength): readonly [n: number, unit: 'days' | 'weeks' | 'months'] {
  if ('months' in length) return [length.months, 'months']
  return length.days % 7 === 0 ? [length.days / 7, 'weeks'] : [length.days, 'days']
}

const rowOf = (stage: ItemStage, n: number): Record<string, readonly string[]> => {
  const [length, unit] = lengthSaid(stage.length)
  return {
    [`stageKey${n}`]: [stage.key],
    [`stageStep${n}`]: [String(stage.step)],
    [`stageSv${n}`]: [stage.sv],
    [`stageEn${n}`]: [stage.en],
    [`stageLength${n}`]: [String(length)],
    [`stageUnit${n}`]: [unit],
    [`stageReasons${n}`]: stage.reasons,
  }
}

const ticked = (is: boolean): readonly string[] => (is ? ['ja'] : [])

/** The form as the item stands, field by field. */
export const saidOfItem = ({
  name,
  fromOn,
  untilOn,
  department,
  counts,
  isExclusive,
  needsDecision,
  codes,
  stages,
}: Item): Readonly<Record<string, readonly string[]>> => ({
  nameSv: [name.sv],
  nameEn: [name.en],
  from: [fromOn],
  until: [untilOn ?? ''],
  department: [department ?? ''],
  counts: ticked(counts),
  exclusive: ticked(isExclusive),
  needsDecision: ticked(needsDecision),
  code: [codes[draftProfile] ?? ''],
  ...Object.assign({}, ...stages.map((stage, index) => rowOf(stage, index + 1))),
})
