/** The simulated school system: `startSs12000(world)` and ask it at `url`. */
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import { ss12000App, type Ss12000Options } from './app.ts'
import type { SchoolWorld } from './world.ts'

export { simulatedClient } from './access.ts'
export { ss12000App, type Ss12000Options } from './app.ts'
export { isStruck, type Nasty } from './nasty.ts'
export { anAttendance, anEnrolment, aPerson, aSchoolUnit, testNumber } from './world.ts'
export type { Attendance, Deleted, Enrolment, Organisation, Person, SchoolWorld } from './world.ts'

/** PEM texts. With these the server is https, and turns away callers whose certificate `clientCa` has not signed. */
export type ServerTls = { readonly cert: string; readonly key: string; readonly clientCa: string }
export type Listening = { readonly url: string; readonly stop: () => Promise<void> }
export type StartOptions = Ss12000Options & {
  /** A free port when absent. */
  readonly port?: number
  readonly tls?: ServerTls
}

/** Starts the simulator on the machine's own address. `url` is what a source's `baseUrl` should be; `/token` is below it. */
export const startSs12000 = (world: SchoolWorld, options: StartOptions = {}): Promise<Listening> =>
  listen(ss12000App(world, options), options.port ?? 0, options.tls)

/** Gives any app a socket on loopback until it is stopped. */
export async function listen(app: Hono, port = 0, tls?: ServerTls): Promise<Listening> {
  // The global Request and Response stay Node's own: the client under test lives in the same process.
  const plain = { fetch: app.fetch, overrideGlobalObjects: false }
  const server = createAdaptorServer(tls === undefined ? plain : { ...plain, createServer: createTlsServer, serverOptions: demanding(tls) })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const { port: taken } = server.address() as AddressInfo
  const stop = (): Promise<void> =>
    new Promise((resolve, reject) => {
      server.close((error) => (error === undefined ? resolve() : reject(error)))
      if ('closeAllConnections' in server) server.closeAllConnections()
    })
  return { url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${taken}`, stop }
}

const demanding = ({ cert, key, clientCa }: ServerTls) => ({ cert, key, ca: clientCa, requestCert: true, rejectUnauthorized: true })
