/** ./lots figures publish, published and again: what was published, and what it has become. */
import { todayInSweden } from '../platform/clock.ts'
import { exit, Refused, type ExitCode } from '../platform/failure.ts'
import type { Pool } from '../platform/db/tx.ts'
import {
  againText,
  indicatorTitles,
  keyText,
  publishFigure,
  readAgain,
  readPublished,
  rowText,
  type Again,
  type AgainCell,
  type FigureNames,
  type IndicatorName,
  type IndicatorQuestion,
  type Published,
} from '../slices/figures/index.ts'
import { text, type Flags } from './arguments.ts'
import { problemText } from './figures-question.ts'
import { print, printJson, table } from './terminal.ts'

type Where = { readonly pool: Pool; readonly municipality: string }

/** Publishes, and writes the id that it is asked for again with. */
export async function publish(
  { pool, municipality }: Where,
  name: IndicatorName,
  question: IndicatorQuestion,
  flags: Flags,
): Promise<ExitCode> {
  const today = todayInSweden()
  const by = { staffId: null, name: 'lots figures', municipality, today }
  const made = await publishFigure(pool, by, { name, question }, text(flags, 'note') ?? '')
  if (!made.granted) throw new Refused(problemText(made.reason, name))
  if (flags.values['json'] === true) await printJson({ published: made.value })
  else await print(`${made.value}\n`)
  return exit.done
}

/** What has been published, the latest first. */
export async function published({ pool }: Where, flags: Flags): Promise<ExitCode> {
  const found = await readPublished(pool, 'lots figures')
  if (flags.values['json'] === true) {
    await printJson(found)
    return exit.done
  }
  const rows = found.map(({ publishedId, name, question, byName, at }) => [
    publishedId,
    name,
    question.fromOn,
    question.untilOn,
    question.by.join(','),
    at,
    byName,
  ])
  await print(`${table(['Id', 'Figur', 'Från', 'Till', 'Uppdelad', 'Publicerad', 'Av'], rows)}\n`)
  return exit.done
}

const placeText = ({ question }: Published, { at }: AgainCell, names: FigureNames): string =>
  question.by.map((dimension, index) => keyText(dimension, at[index] ?? '', names, 'sv')).join(', ')

function lines({ published: said, cells }: Again, names: FigureNames): string {
  if (cells.length === 0) return 'Inget har ändrats: varje antal är detsamma, av samma.'
  return cells
    .map((cell) => {
      const place = placeText(said, cell, names)
      return `${rowText(cell.row, names, 'sv')}${place === '' ? '' : ` (${place})`}: ${againText(cell, 'sv')}`
    })
    .join('\n')
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Counts a published figure again. Whom it is about is for the page, where the reader is somebody. */
export async function again({ pool, municipality }: Where, publishedId: string, flags: Flags): Promise<ExitCode> {
  if (!uuid.test(publishedId))
    throw new Refused(`${publishedId} är inget id för en publicerad siffra. ./lots figures published visar dem som finns.`)
  const reader = { actor: 'lots figures', scope: { units: null, mayReadProtected: true }, municipality }
  const found = await readAgain(pool, reader, publishedId, todayInSweden())
  if (found === null) throw new Refused(`Det finns ingen publicerad siffra ${publishedId}. ./lots figures published visar dem som finns.`)
  const { again: answer, names } = found
  if (flags.values['json'] === true) {
    const cells = answer.cells.map(({ row, at, was, is, causes }) => ({ row, at, was, is, causes }))
    await printJson({ published: publishedId, name: answer.published.name, isReproduced: answer.isReproduced, cells })
    return exit.done
  }
  const { title } = indicatorTitles.sv[answer.published.name]
  const warning = answer.isReproduced
    ? ''
    : 'OBS: det som var känt då ger inte längre samma svar. Personer har gallrats, eller sättet att räkna är ett annat.\n'
  await print(`${title}, publicerad ${answer.published.at}\n${warning}${lines(answer, names)}\n`)
  return exit.done
}
