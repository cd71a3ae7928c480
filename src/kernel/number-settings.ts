/** Settings that are whole numbers within limits: stored, typed and changed the same way in every slice that has such. */
import { z } from 'zod'

/** One setting: under what it is stored, what is in force until somebody says otherwise, and the least and most of it. */
export type NumberSetting = { readonly key: string; readonly shipped: number; readonly least: number; readonly most: number }

export type Numbers<Name extends string> = Readonly<Record<Name, number>>
export type TypedNumbers<Name extends string> = Readonly<Record<Name, string>>

/** A slice's number settings and what is done with them. */
export type NumberSettings<Name extends string> = {
  readonly names: readonly Name[]
  readonly limits: Readonly<Record<Name, NumberSetting>>
  readonly shipped: Numbers<Name>
  /** The stored rows as values; what is not set has the shipped one. @throws ZodError when a row was written past the settings' own action */
  readonly from: (rows: readonly { readonly key: string; readonly value: unknown }[]) => Numbers<Name>
  /** The settings as somebody typed them, or the names of those that cannot be used. */
  readonly read: (typed: TypedNumbers<Name>) => { readonly draft: Numbers<Name> } | { readonly wrong: readonly Name[] }
  /** What is to be saved: the values that the draft says otherwise. */
  readonly changes: (present: Numbers<Name>, draft: Numbers<Name>) => readonly { readonly key: string; readonly value: number }[]
  /** The same settings as texts, each from its name. */
  readonly texts: (textOf: (name: Name) => string) => TypedNumbers<Name>
}

/** Every name, each with what is said of it. */
function mapped<Name extends string, Value>(names: readonly Name[], of: (name: Name) => Value): Readonly<Record<Name, Value>> {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, Value>
}

/** The settings that these are. */
export function numberSettings<Name extends string>(limits: Readonly<Record<Name, NumberSetting>>): NumberSettings<Name> {
  const names = Object.keys(limits) as Name[]
  const shapes = mapped(names, (name) => z.int().min(limits[name].least).max(limits[name].most))
  const isUsable = (name: Name, typed: string): boolean => /^\d{1,4}$/.test(typed.trim()) && shapes[name].safeParse(Number(typed)).success
  return {
    names,
    limits,
    shipped: mapped(names, (name) => limits[name].shipped),
    from: (rows) => {
      const stored = new Map(rows.map(({ key, value }) => [key, value]))
      return mapped(names, (name) => {
        const { key, shipped } = limits[name]
        return stored.has(key) ? shapes[name].parse(stored.get(key)) : shipped
      })
    },
    read: (typed) => {
      const wrong = names.filter((name) => !isUsable(name, typed[name]))
      return wrong.length > 0 ? { wrong } : { draft: mapped(names, (name) => Number(typed[name])) }
    },
    changes: (present, draft) =>
      names.filter((name) => present[name] !== draft[name]).map((name) => ({ key: limits[name].key, value: draft[name] })),
    texts: (textOf) => mapped(names, textOf),
  }
}
