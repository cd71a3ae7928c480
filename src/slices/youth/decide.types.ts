/** What somebody wants to say that no source says. `toOn` is a last day, included; null: until further notice. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Kept } from '../hygiene/index.ts'

type Days = { readonly fromOn: PlainDate; readonly toOn: PlainDate | null }
type Ground = { readonly ground: string; readonly noteKept: Kept }

export type DecideForm =
  | ({ readonly kind: 'decision'; readonly verdict: 'covers' | 'not' } & Days & Ground)
  | ({ readonly kind: 'schooling-end'; readonly paragraph: '7:13' | '7:14'; readonly endOn: PlainDate | null } & Ground)
  | ({ readonly kind: 'stay'; readonly municipality: string } & Days & Ground)
  | ({ readonly kind: 'studies-abroad' } & Days & Ground)
