/**
 * A failure that a person can do something about: one clear line in Swedish and an exit code, no stack trace.
 * Everything else that is thrown is a defect and keeps its stack.
 */
export type ExitCode = 0 | 1 | 2 | 3 | 70

/** The exit codes of formats/FEEDS.md 5. */
export const exit = { done: 0, exceptions: 1, refused: 2, stopped: 3, internal: 70 } as const

export class Failure extends Error {
  readonly exitCode: ExitCode
  constructor(message: string, exitCode: ExitCode = exit.internal) {
    super(message)
    this.name = 'Failure'
    this.exitCode = exitCode
  }
}

/** The input as a whole cannot be read: nothing is applied, exit code 2. */
export class Refused extends Failure {
  constructor(message: string) {
    super(message, exit.refused)
    this.name = 'Refused'
  }
}

type SystemError = Error & { code?: string }

const known: Readonly<Record<string, string>> = {
  ENOSPC: 'Disken är full. Frigör utrymme och kör kommandot igen; inget är halvt sparat.',
  '53100': 'Databasens disk är full. Frigör utrymme och kör kommandot igen; inget är halvt sparat.',
  EADDRINUSE: 'Porten används redan av ett annat program. Välj en annan med --port.',
  EACCES: 'Åtkomst nekad till en fil eller port som behövs.',
  ENOENT: 'Filen eller mappen finns inte.',
  ECONNREFUSED: 'Databasen svarar inte. Kontrollera att den är igång och att DATABASE_URL stämmer.',
  ENOTFOUND: 'Databasens värdnamn finns inte. Kontrollera DATABASE_URL.',
  ECONNRESET: 'Förbindelsen med databasen bröts. Kontrollera att disken inte är full och kör kommandot igen; inget är halvt sparat.',
  '57P01': 'Databasen stängdes ner under körningen. Kör kommandot igen; inget är halvt sparat.',
  '57P03': 'Databasen håller på att starta. Försök igen om en stund.',
  '28P01': 'Databasen godtog inte användarnamn eller lösenord i DATABASE_URL.',
  '28000': 'Databasen godtog inte användaren i DATABASE_URL.',
  '3D000': 'Databasen i DATABASE_URL finns inte.',
}

/** The one line to show for an error that is not a defect; null when it is one. */
export function clearLine(error: unknown): { message: string; exitCode: ExitCode } | null {
  if (error instanceof Failure) return { message: error.message, exitCode: error.exitCode }
  if (error instanceof AggregateError && error.errors.length > 0) return clearLine(error.errors[0])
  if (!(error instanceof Error)) return null
  const { code, message } = error as SystemError
  const text = code === undefined ? undefined : known[code]
  if (text !== undefined) return { message: text, exitCode: exit.internal }
  if (/Connection terminated|connection timeout/i.test(message)) {
    return {
      message: 'Förbindelsen med databasen bröts. Kontrollera att disken inte är full och kör kommandot igen; inget är halvt sparat.',
      exitCode: exit.internal,
    }
  }
  return null
}
