/** Absence sums after a night: each configured school system is asked, and one that does not answer leaves the others and the night as they are. */
import { clearLine } from '../platform/failure.ts'
import type { PlainDate } from '../platform/plain-date.ts'
import { fetchAttendance } from '../slices/feeds/index.ts'
import { schoolServers, type RunPlace, type SchoolServer } from '../slices/matching/index.ts'
import { readAbsence } from '../slices/prevention/index.ts'
import { say } from './terminal.ts'

async function readOne(place: RunPlace, { name, open }: SchoolServer, on: PlainDate): Promise<void> {
  const server = open()
  await readAbsence(place, { name, fetch: (span) => fetchAttendance(server, span) }, on)
}

/** Reads the sums of all school systems. What goes wrong with one is one line, and what was known of it stays. */
export async function readAbsenceAfter(place: RunPlace, on: PlainDate): Promise<void> {
  for (const server of await schoolServers(place)) {
    try {
      await readOne(place, server, on)
    } catch (error) {
      say(`lots: frånvaron från ${server.name} gick inte att läsa: ${clearLine(error)?.message ?? 'internt fel'}`)
    }
  }
}
