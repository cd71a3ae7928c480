/** Letters to a school's own address: the link that it asked for, and that there is an answer. Nothing of any pupil. */
import type { Lang } from '../../kernel/lang.ts'

type Answer = {
  readonly place: string
  readonly unit: string
  readonly receipt: string
  readonly link: string
  readonly hours: number
}
type Link = { readonly place: string; readonly unit: string; readonly link: string; readonly hours: number }

const sv = {
  link: ({ place, unit, link, hours }: Link) => ({
    subject: `Länk för att anmäla till ${place}`,
    text: `Hej!\n\nNågon har bett om en länk för att ${unit} ska kunna anmäla till ${place} när en elev börjar, slutar eller är borta utan giltigt skäl.\n\n${link}\n\nLänken gäller i ${hours} timmar. Skicka den inte vidare utanför skolan. Har ni inte bett om den behöver ni inte göra något.\n\n${place}\n`,
  }),
  answer: ({ place, unit, receipt, link, hours }: Answer) => ({
    subject: `Svar från ${place} på en anmälan`,
    text: `Hej!\n\n${place} har svarat på anmälan ${receipt} från ${unit}. Läs svaret här:\n\n${link}\n\nLänken gäller i ${hours} timmar. Skicka den inte vidare utanför skolan.\n\n${place}\n`,
  }),
}

const en: typeof sv = {
  link: ({ place, unit, link, hours }) => ({
    subject: `Link for notices to ${place}`,
    text: `Hello!\n\nSomebody has asked for a link for ${unit} to tell ${place} when a pupil begins, leaves or is absent without valid reason.\n\n${link}\n\nThe link is good for ${hours} hours. Do not send it on outside the school. If you did not ask for it you need not do anything.\n\n${place}\n`,
  }),
  answer: ({ place, unit, receipt, link, hours }) => ({
    subject: `An answer from ${place} to a notice`,
    text: `Hello!\n\n${place} has answered notice ${receipt} from ${unit}. Read the answer here:\n\n${link}\n\nThe link is good for ${hours} hours. Do not send it on outside the school.\n\n${place}\n`,
  }),
}

export const letterTexts: Readonly<Record<Lang, typeof sv>> = { sv, en }
