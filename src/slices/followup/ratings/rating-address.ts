/** Where ratings are: the day's list, and a youth's day. */
import type { PlainDate } from '../../../platform/plain-date.ts'

export const listAddress = (on: PlainDate | null): string => `/uppfoljning/skattning${on === null ? '' : `?dag=${on}`}`
export const dayAddress = (youthId: string, on: PlainDate): string => `/uppfoljning/ungdom/${youthId}/skattning/${on}`
