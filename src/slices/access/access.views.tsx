/** Pages that say what happened and what to do, and the form that was kept. */
import type { Frame } from '../../ui/frame.ts'
import { Page } from '../../ui/page.tsx'
import type { Typed } from './pages.ts'
import { sayings, type Saying } from './access.texts.ts'

type Props = { readonly frame: Frame; readonly saying: Saying; readonly href?: string; readonly typed?: { path: string; fields: Typed } }

const hidden = ({ fields }: { fields: Typed }) =>
  Object.entries(fields).flatMap(([name, values]) => values.map((value) => <input type="hidden" name={name} value={value} />))

const shown = (fields: Typed): [string, string][] =>
  Object.entries(fields).flatMap(([name, values]) =>
    values.filter((value) => value.trim() !== '').map((value): [string, string] => [name, value]),
  )

const WhatWasTyped = ({ fields }: { fields: Typed }) => (
  <dl class="typed">
    {shown(fields).map(([name, value]) => (
      <>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </>
    ))}
  </dl>
)

const sendTexts = { sv: 'Skicka det jag skrev', en: 'Send what I wrote' }

const SendAgain = ({ frame, typed, once }: { frame: Frame; typed: { path: string; fields: Typed }; once: string }) => (
  <form method="post" action={typed.path}>
    <WhatWasTyped fields={typed.fields} />
    <input type="hidden" name="formToken" value={frame.formToken} />
    <input type="hidden" name="once" value={once} />
    {hidden(typed)}
    <button class="ds-button" type="submit">
      {sendTexts[frame.lang]}
    </button>
  </form>
)

/** One of the sayings as a page; with what was typed, and a button to send it, when there is something to lose. */
export const SayingPage = ({ frame, saying, href = '/', typed, once }: Props & { once?: string }) => {
  const { title, text, link } = sayings[frame.lang][saying]
  return (
    <Page frame={frame} title={title}>
      <h1>{title}</h1>
      <p>{text}</p>
      {typed !== undefined && once !== undefined && <SendAgain frame={frame} typed={typed} once={once} />}
      <p>
        <a href={href}>{link}</a>
      </p>
    </Page>
  )
}
