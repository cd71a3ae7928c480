/** For the tests of the simulator: a world, and how to ask. */
import type { Hono } from 'hono'
import { anEnrolment, aPerson, aSchoolUnit, ss12000App, type Nasty, type Person, type SchoolWorld, type Ss12000Options } from './index.ts'

export const token = 'provbevis'

/** A principal, a school unit, pupils there, and a person and an activity that are gone. */
export function aWorld(persons = 7): SchoolWorld {
  const unit = aSchoolUnit()
  const principal = aSchoolUnit({ organisationType: 'Huvudman', organisationNumber: '2120000142', displayName: 'Provstad' })
  const pupils = Array.from({ length: persons }, () => aPerson({ enrolments: [anEnrolment({ enroledAt: { id: unit.id } })] }))
  const goneId = '00000009-0000-4000-8000-000000000001'
  return {
    organisations: [principal, { ...unit, parentOrganisation: { id: principal.id } }],
    persons: pupils,
    deleted: [
      { entityType: 'Person', id: goneId, deletedAt: '2026-09-02T10:00:00Z' },
      { entityType: 'Activity', id: goneId, deletedAt: '2026-09-03T10:00:00Z' },
    ],
  }
}

export type Got = { readonly status: number; readonly body: unknown; readonly text: string }

/** Asks the app without a socket; `body` is null when the text is no JSON. */
export async function get(app: Hono, path: string, bearer = token): Promise<Got> {
  const response = await app.request(path, { headers: { authorization: `Bearer ${bearer}` } })
  const text = await response.text()
  const json = (): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      return null
    }
  }
  return { status: response.status, body: json(), text }
}

/** What an answer says as one page of persons. The caller has asked for persons. */
export const pageOf = ({ body }: Got) => body as { readonly data: readonly Person[]; readonly pageToken: string | null }

export const simulated = (world: SchoolWorld, options: Ss12000Options = {}): Hono =>
  ss12000App(world, { bearerTokens: [token], ...options })
export const nastily = (nasty: Nasty, world = aWorld()): Hono => simulated(world, { nasty })
