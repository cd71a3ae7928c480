/** The demo in the browser: the product, and a sign-in of its own with five made-up people. */
import { randomBytes } from 'node:crypto'
import { startIdp } from '../../simulators/idp/index.ts'
import type { SignInConfig } from '../platform/config.ts'
import { todayInSweden } from '../platform/clock.ts'
import { listen } from '../platform/http/site.ts'
import type { Installation, Municipality } from '../slices/tenancy/index.ts'
import { finishFirst } from './command.ts'
import { startDemoChannels } from './demo-channels.ts'
import { fillDemoAdmissions } from './demo-admissions.ts'
import { fillDemoHandingOver } from './demo-handing-over.ts'
import { fillDemoNetwork } from './demo-network.ts'
import { fillDemoNotices } from './demo-notices.ts'
import { doDemoOutreach } from './demo-outreach.ts'
import { newDesk, workingDay, type DemoPlace } from './demo-outreach-desk.ts'
import { sendEarlierRound } from './demo-outreach-rounds.ts'
import { fillDemoDesks } from './demo-outreach-today.ts'
import { fillDemoFollowup } from './demo-followup.ts'
import type { FollowupDesk } from './demo-followup-desk.ts'
import { demoFollowupPeople, setUpDemoMembers } from './demo-followup-people.ts'
import { demoPeople, setUpDemoStaff } from './demo-people.ts'
import { fillDemoPrevention } from './demo-prevention.ts'
import { fillDemoReports } from './demo-reports.ts'
import { fillDemoReturns } from './demo-returns.ts'
import { fillDemoSharing } from './demo-sharing.ts'
import { fillDemoSteering } from './demo-steering.ts'
import { fillDemoSupport } from './demo-support.ts'
import { fillDemoSurvey } from './demo-survey.ts'
import { doDemoWork } from './demo-work.ts'
import { productSite } from './product.ts'
import { reportDefect, stopped } from './serving.ts'
import { signInAt } from './sign-in.ts'
import { print, progressLine } from './terminal.ts'
import { startWorker } from './worker.ts'

/** Everybody who can sign in: those of the activity responsibility, and those of directed follow-up. */
const everybody = (code: string) => [...demoPeople(code), ...demoFollowupPeople(code)]

const who = (code: string): string =>
  everybody(code)
    .map(({ name, title }) => `  ${name.padEnd(16)} ${title}`)
    .join('\n')

/** The demo's sign-in on a port of its own. */
async function startSignIn(code: string, publicUrl: string): Promise<{ config: SignInConfig; close: () => Promise<void> }> {
  const client = { clientId: 'lots-demo', clientSecret: randomBytes(24).toString('hex') }
  const addresses = { redirectUris: [`${publicUrl}/logga-in/svar`], postLogoutRedirectUris: [`${publicUrl}/utloggad`] }
  const idp = await startIdp({ port: 0, people: everybody(code), ...client, ...addresses })
  return { config: { issuer: idp.issuer, ...client, acr: null, scope: 'openid profile lots' }, close: idp.close }
}

/** A year of outreach, with a round of letters some weeks ago, what waits on the desks today, and plans and measures. Once in a demo folder. */
async function doOutreach(place: DemoPlace): Promise<void> {
  const progress = progressLine()
  const [today, tell] = [todayInSweden(), (done: number, of: number) => progress.show(`Uppsökande arbete, ungdom ${done} av ${of}`)]
  let codes: ReadonlyMap<number, string> = new Map()
  const on = workingDay(today, -25)
  const isNew = await doDemoOutreach(place.pool, today, tell, { on, act: async () => void (codes = await sendEarlierRound(place, on)) })
  if (isNew) {
    const desk = newDesk(place, today)
    await fillDemoDesks(desk, codes)
    progress.show('Planer och åtgärder')
    await fillDemoSupport(desk)
    progress.show('Anmälningar från skolor')
    await fillDemoNotices(place, today)
    progress.show('Förebyggande arbete och sommarradarn')
    await fillDemoPrevention(place, today)
    await fillDemoAdmissions(place, today)
    await fillDemoSharing(place, today)
    await fillDemoHandingOver(place, today)
    progress.show('Nätverket')
    await fillDemoNetwork(place, today)
    progress.show('Rapporter')
    await fillDemoReports(desk)
    await fillDemoSteering(place, today)
    progress.show('Halvårsuppgiften')
    await fillDemoReturns(place, today)
  }
  progress.clear()
}

/** A year of directed follow-up, once in a demo folder. */
async function doFollowup(desk: FollowupDesk): Promise<void> {
  const progress = progressLine()
  await fillDemoFollowup(desk, (done, of) => progress.show(`Riktad uppföljning, ungdom ${done} av ${of}`))
  progress.clear()
}

/** Serves until the process is told to stop. */
export async function serveDemo(
  installation: Installation,
  { code, name, pool }: Municipality,
  { port, dataFolder }: { readonly port: number; readonly dataFolder: string },
): Promise<void> {
  const publicUrl = `http://localhost:${port}`
  const signIn = await startSignIn(code, publicUrl)
  await setUpDemoStaff(pool, signIn.config.issuer)
  const ids = await setUpDemoMembers(pool, signIn.config.issuer)
  await doDemoWork(pool, todayInSweden())
  await doOutreach({ code, name, pool, publicUrl })
  await fillDemoSurvey(pool, todayInSweden())
  await doFollowup({ pool, today: todayInSweden(), ids })
  const oidc = signInAt(publicUrl, signIn.config)
  const product = productSite({ installation, publicUrl, oidc, issuer: signIn.config.issuer, isDevelopment: true, report: reportDefect })
  const server = await listen(product.app, port)
  const demo = await startDemoChannels(publicUrl, dataFolder)
  const worker = startWorker(installation, demo.channels)
  finishFirst(worker.stop)
  await print(`\nÖppna ${publicUrl} och logga in som någon av dem, utan lösenord:\n${who(code)}\n${demo.told}Ctrl-C avslutar.\n`)
  await stopped()
  await worker.stop()
  await demo.close()
  await server.close()
  await product.close()
  await signIn.close()
}
