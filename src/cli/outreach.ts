/** ./lots outreach: what the worker does by itself, once and now. */
import { readConfig } from '../platform/config.ts'
import { exit, Refused, type ExitCode } from '../platform/failure.ts'
import { sendOutbox } from '../slices/messaging/index.ts'
import { municipalityOf, readFlags, text } from './arguments.ts'
import { withInstallation, type Command } from './command.ts'
import { messageSecrets } from './message-secrets.ts'
import { reportDefect } from './serving.ts'
import { print } from './terminal.ts'
import { channelsOf } from './worker.ts'

const help = `./lots outreach send --municipality KOD [--json]

Skickar det i utlådan vars tid har kommit: sms, e-post, och brev till utskriftsmappen. Samma sak gör ./lots start av sig
själv var tionde sekund. Kan köras samtidigt: inget skickas två gånger.
  --json         resultatet som JSON på stdout
  --data MAPP    datamapp (annars .data)

Kanalerna ställs in i miljön: SMS_URL, SMS_USER, SMS_PASSWORD, SMS_FROM; SMTP_URL, MAIL_FROM; PRINT_FOLDER (annars utskick i
datamappen). PUBLIC_URL är adressen som svarskoder leder till och som sms-tjänsten rapporterar leverans till.

Avslutskoder: 0 klart, 1 något misslyckades eller är osäkert (utlådan visar vad), 2 fel i kommandot, 70 internt fel.
`

async function run(args: readonly string[]): Promise<ExitCode> {
  const flags = readFlags(args, { municipality: { type: 'string' }, json: { type: 'boolean' } })
  if (flags.positionals[0] !== 'send') throw new Refused('Skriv outreach send. Se --help.')
  const code = municipalityOf(flags)
  const config = readConfig(process.env, text(flags, 'data') ?? '.data')
  const channels = channelsOf(config, config.publicUrl ?? 'http://localhost:3000')
  const counts = await withInstallation(flags, async (installation) => {
    const place = await installation.open(code)
    return sendOutbox(place, { channels, report: reportDefect, isOver: () => false, secretsOf: messageSecrets }, new Date())
  })
  const { sent, failed, unsure, waits, cancelled } = counts
  const told = `Skickade ${sent}, väntar ${waits}, avbrutna ${cancelled}, misslyckade ${failed}, osäkra ${unsure}.\n`
  await print(flags.values['json'] === true ? `${JSON.stringify(counts)}\n` : told)
  return failed + unsure > 0 ? exit.exceptions : exit.done
}

export const outreach: Command = { help, run }
