/** The demo's ways out: a gateway and a mail server that send nothing and show on a page what they got, and a print folder beside the data. */
import { join, resolve } from 'node:path'
import { startMailServer } from '../../simulators/mail/index.ts'
import { startSmsGateway } from '../../simulators/sms/index.ts'
import type { Channels } from '../slices/messaging/index.ts'

type DemoChannels = {
  readonly channels: Channels
  /** Where to see what went out, for the terminal. */
  readonly told: string
  readonly close: () => Promise<void>
}

/** As a telephone: delivered after a moment. */
const deliveredAfter = 4_000

/** Starts them. Nothing leaves this machine, whatever the environment says of channels. */
export async function startDemoChannels(publicUrl: string, dataFolder: string): Promise<DemoChannels> {
  const [sms, mail] = [await startSmsGateway({ deliveredAfter }), await startMailServer()]
  const printFolder = join(resolve(dataFolder), 'utskick')
  const channels: Channels = {
    sms: { url: sms.address, user: sms.user, password: sms.password, from: 'Lovsta' },
    mail: { url: mail.address, from: 'Lövsta kommun <ungdomslots@example.se>' },
    printFolder,
    publicUrl,
  }
  const told = `Det som skickas stannar här:\n  sms      ${sms.address}  (också länk och kod till ungdomens egen sida)\n  e-post   ${mail.inbox}\n  brev     ${printFolder}\n`
  return { channels, told, close: async () => void (await Promise.all([sms.close(), mail.close()])) }
}
