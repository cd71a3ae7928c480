/** Logging in to a source: tokens, certificates and the addresses they may be sent to. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { simulatedClient, startSs12000 } from '../../../../simulators/ss12000/index.ts'
import { fetchPersons } from './ss12000.client.ts'
import { aServer, aSource, aWorld, failureOf, readAll, since, started, token } from './ss12000.testbed.ts'

describe('tokens', () => {
  const oauth2 = (url: string, style: 'basic' | 'form') =>
    ({ kind: 'oauth2', tokenUrl: `${url}/token`, style, ...simulatedClient }) as const

  it.each(['basic', 'form'] as const)('logs in with %s and keeps its token', async (style) => {
    const set = await aSource()
    const source = { ...set.source, auth: oauth2(set.source.baseUrl, style) }
    expect((await readAll({ ...set, source }, since)).persons).toHaveLength(1)
    expect(set.requests.filter((line) => line.startsWith('POST /token'))).toHaveLength(1)
  })

  it('gets a new one when it is withdrawn before its time, and loses no page', async () => {
    const set = await aSource({ tokenRequests: 1 })
    const source = { ...set.source, auth: oauth2(set.source.baseUrl, 'form') }
    expect((await readAll({ ...set, source })).persons).toEqual(set.world.persons)
    expect(set.requests.filter((line) => line.startsWith('POST /token'))).toHaveLength(3)
  })

  it('gets a new one when it has expired', async () => {
    const set = await aSource({ tokenSeconds: 0 })
    const source = { ...set.source, auth: oauth2(set.source.baseUrl, 'form') }
    await readAll({ ...set, source })
    expect(set.requests.filter((line) => line.startsWith('POST /token'))).toHaveLength(3)
  })

  it('tries again when the token server has a bad moment', async () => {
    const set = await aSource({ nasty: { serverErrors: 3 } })
    const source = { ...set.source, auth: oauth2(set.source.baseUrl, 'basic') }
    expect((await readAll({ ...set, source })).persons).toEqual(set.world.persons)
  })

  it('says that the secret is wrong, and never what it was', async () => {
    const set = await aSource()
    const auth = { ...oauth2(set.source.baseUrl, 'basic'), clientSecret: 'fel%hemlighet' }
    const failure = await failureOf(readAll({ ...set, source: { ...set.source, auth } }))
    expect(failure.message).toContain('gav ingen åtkomst (401)')
    expect(failure.message).not.toContain('hemlighet.')
    expect(failure.message).not.toContain('fel%')
  })

  it('asks for one new token after a 401, not for ever', async () => {
    const lists: string[] = []
    const source = await aServer((c) => {
      if (c.req.path === '/token') return c.json({ access_token: 'x' })
      lists.push(c.req.header('authorization') ?? '')
      return c.json({}, 401)
    })
    const failure = await failureOf(readAll({ source: { ...source, auth: oauth2(source.baseUrl, 'form') }, lines: [] }))
    expect(failure.message).toContain('godtog inte vår inloggning')
    expect(lists).toEqual(['Bearer x', 'Bearer x'])
  })

  it('does not ask again with a fixed token that is refused', async () => {
    const set = await aSource({ bearerTokens: [] })
    expect((await failureOf(readAll(set))).message).toContain('godtog inte vår inloggning')
    expect(set.requests).toHaveLength(1)
  })
})

describe('addresses', () => {
  const withBase = (baseUrl: string) => fetchPersons({ baseUrl, auth: { kind: 'bearer', token } }, null)

  it.each(['http://skola.example/v2', 'http://localhost.example', 'http://127.0.0.1.example', 'ftp://localhost/', 'http://10.0.0.1/'])(
    'refuses %s',
    async (address) => {
      expect((await failureOf(withBase(address))).message).toContain('måste börja med https')
    },
  )

  it('refuses what is no address, and secrets inside one', async () => {
    expect((await failureOf(withBase('skola'))).message).toContain('är inte en webbadress')
    expect((await failureOf(withBase('https://a:b@skola.example'))).message).toContain('användarnamn')
  })

  it('asks the same of the token address', async () => {
    const auth = { kind: 'oauth2', tokenUrl: 'http://login.example/token', style: 'form', clientId: 'a', clientSecret: 'b' } as const
    expect((await failureOf(fetchPersons({ baseUrl: 'https://skola.example', auth }, null))).message).toContain('inloggningstjänsten')
  })
})

function hasOpenssl(): boolean {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** A self-signed certificate, good for 127.0.0.1 and for nothing after the test. */
function aCertificate(folder: string, name: string): { readonly certFile: string; readonly keyFile: string } {
  const [certFile, keyFile] = [join(folder, `${name}.crt`), join(folder, `${name}.key`)]
  const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', `/CN=${name}`]
  const about = ['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', keyFile, '-out', certFile]
  execFileSync('openssl', [...made, ...about], { stdio: 'ignore' })
  return { certFile, keyFile }
}

describe.skipIf(!hasOpenssl())('certificates', () => {
  const pem = (file: string): string => readFileSync(file, 'utf8')

  it('shows ours, demands theirs, and says what is wrong otherwise', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ss12000-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const [server, ours, stranger] = ['server', 'ours', 'stranger'].map((name) => aCertificate(folder, name))
    const tls = { cert: pem(server!.certFile), key: pem(server!.keyFile), clientCa: pem(ours!.certFile) }
    const world = aWorld()
    const { url } = await started(startSs12000(world, { tls, withoutBearer: true }))
    const shared = { baseUrl: url, backoffMs: 1, retries: 0, pageSize: 2, timeoutMs: 5000 }
    const read = (auth: { certFile: string; keyFile: string; caFile?: string }) =>
      readAll({ source: { ...shared, auth: { kind: 'mtls', ...auth } }, lines: [] })
    const caFile = server!.certFile
    expect((await read({ ...ours!, caFile })).persons).toEqual(world.persons)
    expect((await failureOf(read({ ...stranger!, caFile }))).message).toContain('gick inte att nå')
    expect((await failureOf(read(ours!))).message).toMatch(/gick inte att nå \(.*(SELF_SIGNED|UNABLE_TO_VERIFY).*\)/)
    expect((await failureOf(read({ ...ours!, keyFile: stranger!.keyFile }))).message).toContain('går inte att använda tillsammans')
    expect((await failureOf(read({ ...ours!, certFile: join(folder, 'none') }))).message).toContain('går inte att läsa')
    const slow = await started(startSs12000(world, { tls, withoutBearer: true, nasty: { slow: 400 } }))
    const late = { ...shared, baseUrl: slow.url, timeoutMs: 100, auth: { kind: 'mtls', ...ours!, caFile } } as const
    expect((await failureOf(readAll({ source: late, lines: [] }))).message).toContain('gav inget helt svar')
  })
})
