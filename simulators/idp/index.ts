/** The simulated identity provider: `startIdp(...)` and sign in at `issuer`. For the demo and for tests; it lets anybody in. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { homeOf, signInPath, simulatedProvider, type ClientOptions } from './provider.ts'
import { answerSignIn, type Switches } from './sign-in.ts'

export { levels, type Level, type Person } from './people.ts'

export type IdpOptions = ClientOptions & {
  /** 0 for a free one. */
  readonly port: number
}

export type Idp = {
  readonly issuer: string
  readonly port: number
  readonly close: () => Promise<void>
  /** It answers 503 to everything until `resume`. */
  readonly pause: () => void
  readonly resume: () => void
  /** The next one who chooses somebody on its page is turned away (access_denied). */
  readonly deny: () => void
}

/**
 * Starts the provider on this machine's own address. Everything it knows is in memory: sessions and keys are gone when it stops.
 * @throws when the port is taken
 */
export async function startIdp(options: IdpOptions): Promise<Idp> {
  const switches: Switches = { paused: false, deny: false }
  // The issuer holds the port, which is known when the server listens; until then it is not up.
  let answer: RequestListener = notUp
  const server = createServer((request, response) => (switches.paused ? notUp : answer)(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`
  answer = answering(issuer, options, switches)
  return {
    issuer,
    port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)))
        server.closeAllConnections()
      }),
    pause: () => void (switches.paused = true),
    resume: () => void (switches.paused = false),
    deny: () => void (switches.deny = true),
  }
}

function answering(issuer: string, options: ClientOptions, switches: Switches): RequestListener {
  const provider = simulatedProvider(issuer, options)
  const protocol = provider.callback()
  const { people } = options
  return (request, response) => {
    if (request.url?.startsWith(signInPath) !== true) return void protocol(request, response)
    answerSignIn({ provider, people, home: homeOf(options), switches, request, response }).catch((error: unknown) => {
      console.error(error)
      response.writeHead(500).end()
    })
  }
}

const notUp: RequestListener = (_request, response) => {
  response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8' }).end('Inloggningen är inte igång.')
}
