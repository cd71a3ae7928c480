/** The log of directed follow-up: its own lines, its own chain, written under its own role. Everything here is read and changed through it. */
import { newLog } from '../audit/index.ts'

export const followupLog = newLog({ schema: 'followup', role: 'lots_followup' })
export const { change, readAs } = followupLog
