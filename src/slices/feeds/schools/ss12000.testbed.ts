/** For the tests of the SS 12000 client: sources, servers and failures. */
import { Hono, type Context } from 'hono'
import { expect, onTestFinished } from 'vitest'
import {
  anEnrolment,
  aPerson,
  aSchoolUnit,
  listen,
  startSs12000,
  type Listening,
  type SchoolWorld,
  type Ss12000Options,
} from '../../../../simulators/ss12000/index.ts'
import { Failure } from '../../../platform/failure.ts'
import { fetchPersons, type Ss12000Source } from './ss12000.client.ts'

export const token = 'provbevis'
export const changedAt = '2026-10-01T06:00:00Z'
export const since = '2026-09-01T00:00:00+02:00'
export const goneId = '00000009-0000-4000-8000-000000000001'

let running: Listening[] = []

/** Stops every server that a test has started. */
export async function stopAll(): Promise<void> {
  const stopping = running.map((one) => one.stop())
  running = []
  await Promise.all(stopping)
}

/** Remembers a server so that it is stopped after the test. */
export const started = async (starting: Promise<Listening>): Promise<Listening> => {
  const one = await starting
  running.push(one)
  onTestFinished(stopAll)
  return one
}

/** Five pupils, the last of them changed, one removed. */
export function aWorld(): SchoolWorld {
  const unit = aSchoolUnit()
  const persons = Array.from({ length: 5 }, () => aPerson({ enrolments: [anEnrolment({ enroledAt: { id: unit.id } })] }))
  persons[4]!.meta = { ...persons[4]!.meta, modified: changedAt }
  const principal = aSchoolUnit({ organisationType: 'Huvudman', displayName: 'Provstad', schoolUnitCode: '' })
  return {
    organisations: [principal, unit],
    persons,
    deleted: [
      { entityType: 'Person', id: goneId, deletedAt: changedAt },
      { entityType: 'Group', id: '00000009-0000-4000-8000-000000000002', deletedAt: changedAt },
      { entityType: 'Person', id: '00000009-0000-4000-8000-000000000003', deletedAt: '2026-08-01T00:00:00Z' },
    ],
  }
}

export type Asked = { readonly world: SchoolWorld; readonly source: Ss12000Source; readonly requests: string[]; readonly lines: string[] }

/** A simulator and a source that points at it, quick to try again. */
export async function aSource(options: Ss12000Options = {}, given: Partial<Ss12000Source> = {}): Promise<Asked> {
  const world = aWorld()
  const requests: string[] = []
  const { url } = await started(startSs12000(world, { bearerTokens: [token], onRequest: (line) => requests.push(line), ...options }))
  const source = {
    baseUrl: url,
    auth: { kind: 'bearer', token },
    pageSize: 2,
    backoffMs: 1,
    retries: 2,
    timeoutMs: 5000,
    ...given,
  } as const
  return { world, source, requests, lines: [] }
}

/** A server of our own making, for what the simulator does not do. */
export async function aServer(answer: (c: Context, request: number) => Response | Promise<Response>): Promise<Ss12000Source> {
  let requests = 0
  const { url } = await started(listen(new Hono().all('*', (c) => answer(c, ++requests))))
  return { baseUrl: url, auth: { kind: 'bearer', token }, backoffMs: 1, retries: 2, timeoutMs: 5000 }
}

/** Reads a source to its end. */
export async function readAll({ source, lines }: Pick<Asked, 'source' | 'lines'>, from: string | null = null) {
  const fetched = await fetchPersons(source, from, (line) => lines.push(line))
  const pages: unknown[][] = []
  for await (const page of fetched.pages) pages.push(page)
  return { kind: fetched.kind, pages, persons: pages.flat(), deleted: fetched.deletedPersonIds() }
}

/** The clear line a read ends in; a defect, or success, fails the test. */
export const failureOf = async (reading: Promise<unknown>): Promise<Failure> => {
  const error: unknown = await reading.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(Failure)
  return error as Failure
}
