/** ./lots start: the product in operation: runs each municipality's night when it is due, and answers a health question. */
import { inTransaction } from '../platform/db/tx.ts'
import { timeInSweden, todayInSweden } from '../platform/clock.ts'
import { clearLine, exit, Failure, type ExitCode } from '../platform/failure.ts'
import { readConfig, type Config } from '../platform/config.ts'
import { listen } from '../platform/http/site.ts'
import { dayOf, type PlainDate } from '../platform/plain-date.ts'
import { readOutboxHealth } from '../slices/messaging/index.ts'
import { isNightDue, lastNightOn, lastReport, nightlyTime, nightSources, runNightly } from '../slices/matching/index.ts'
import type { Installation, Municipality } from '../slices/tenancy/index.ts'
import { readAbsenceAfter } from './absence.ts'
import { readFlags, text } from './arguments.ts'
import { finishFirst, withNewInstallation, type Command } from './command.ts'
import { productSite, type Product } from './product.ts'
import { portOf, reportDefect, stopped } from './serving.ts'
import { signInAt } from './sign-in.ts'
import { print, say } from './terminal.ts'
import { channelsOf, startWorker } from './worker.ts'

const help = `./lots start [--port 3000] [--data MAPP]

Kör produkten: webben, nattens samkörning för varje kommun vardagar klockan ${nightlyTime} (svensk tid, inte helgdagar), och
en gång i efterhand om servern var nere. /halsa svarar med läget, utan personuppgifter. Ctrl-C avslutar.

Inloggningen ställs in i miljön: OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ACR (godtagna nivåer), OIDC_SCOPE, och
PUBLIC_URL, som är adressen där webbläsare når produkten. Anspråken municipality, roles, name och unit säger vem som får vad.
Utlådan skickas var tionde sekund; kanalerna ställs in i miljön (./lots outreach --help).
Servern lyssnar bara på den egna datorn: sätt en omvänd proxy med TLS framför.
`

const tickMs = 60_000
/** A night that went wrong is tried again, but not every minute: a school system is asked for everything each time. */
const retryMs = 15 * 60_000

/** Runs the night when it is due. @throws when it ended as failed */
async function nightIfDue({ code, pool }: Municipality): Promise<void> {
  const today = todayInSweden()
  const last = (await inTransaction(pool, lastNightOn)) as PlainDate | null
  if (!isNightDue(dayOf(today), timeInSweden(), last === null ? null : dayOf(last))) return
  const report = await runNightly({ code, pool }, await nightSources({ code, pool }, today), today, () => {})
  say(
    `${today} ${timeInSweden()} kommun ${code}: natten är körd (${report.state}), ${report.entered.total} kom in, ${report.left.total} lämnade.`,
  )
  await readAbsenceAfter({ code, pool }, today)
  if (report.state === 'failed') throw new Failure('en källa gav internt fel; ./lots runs visar läget')
}

/** Looks once a minute. One municipality's trouble is written down and leaves the others alone. */
async function watchNights(installation: Installation, ended: () => boolean): Promise<void> {
  const opened = new Map<string, Municipality>()
  const notBefore = new Map<string, number>()
  while (!ended()) {
    for (const { code } of await installation.list().catch(() => [])) {
      try {
        const municipality = opened.get(code) ?? (await installation.open(code))
        opened.set(code, municipality)
        if (!ended() && Date.now() >= (notBefore.get(code) ?? 0)) {
          notBefore.set(code, Date.now() + retryMs)
          await nightIfDue(municipality)
          notBefore.delete(code)
        }
      } catch (error) {
        say(`kommun ${code}: natten gick inte att köra: ${clearLine(error)?.message ?? 'internt fel'}`)
      }
    }
    await new Promise((resolve) => setTimeout(resolve, tickMs).unref())
  }
}

async function healthOf(installation: Installation): Promise<object> {
  const municipalities = []
  for (const { code, name } of await installation.list()) {
    const { pool } = await installation.open(code)
    const report = await inTransaction(pool, lastReport)
    const outbox = await readOutboxHealth(pool)
    await pool.end()
    municipalities.push({ code, name, lastRunOn: report?.on ?? null, state: report?.state ?? null, outbox })
  }
  return { ok: true, municipalities }
}

/** Where browsers reach the product: as it is said, else this machine. */
const publicUrlOf = ({ publicUrl }: Config, port: number): string => publicUrl ?? `http://localhost:${port}`

/** The web on top of the nights: pages, and the health question that needs no sign-in. */
function siteOf(installation: Installation, config: Config, port: number): Product {
  const { signIn, channels } = config
  const publicUrl = publicUrlOf(config, port)
  const product = productSite({
    installation,
    publicUrl,
    oidc: signIn === null ? null : signInAt(publicUrl, signIn),
    issuer: signIn?.issuer ?? null,
    isDevelopment: false,
    trustsProxy: channels.trustedProxy,
    setUp: { sms: channels.sms !== null, email: channels.mail !== null },
    report: reportDefect,
  })
  product.app.get('/halsa', async (c) => {
    try {
      return c.json(await healthOf(installation))
    } catch {
      return c.json({ ok: false, message: 'Databasen svarar inte.' }, 503)
    }
  })
  return product
}

/** How long what is under way may take when the product is told to stop. */
const patience = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10_000))

async function serve(installation: Installation, config: Config, port: number): Promise<void> {
  const product = siteOf(installation, config, port)
  const server = await listen(product.app, port)
  await print(`Ungdomslots är igång: http://localhost:${server.port}. Läget: http://localhost:${server.port}/halsa. Ctrl-C avslutar.\n`)
  let isEnding = false
  const watching = watchNights(installation, () => isEnding)
  const worker = startWorker(installation, channelsOf(config, publicUrlOf(config, server.port)))
  finishFirst(worker.stop)
  await stopped()
  isEnding = true
  await server.close()
  await product.close()
  await Promise.race([Promise.all([watching, worker.stop()]), patience()])
}

async function run(args: readonly string[]): Promise<ExitCode> {
  const flags = readFlags(args, { port: { type: 'string' } })
  const port = portOf(flags)
  const config = readConfig(process.env, text(flags, 'data') ?? '.data')
  await withNewInstallation(flags, (installation) => serve(installation, config, port))
  return exit.done
}

export const start: Command = { help, run }
