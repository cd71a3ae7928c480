/** Boxes, lists and signs: the small parts that pages are made of. */
import type { Child } from 'hono/jsx'
import { numberText, useLang, useTexts } from './ui.texts.ts'

type CardProps = {
  readonly heading?: Child
  /** A link or small button to the right of the heading. */
  readonly action?: Child
  readonly level?: 2 | 3
  readonly id?: string | undefined
  readonly children?: Child
}

/** A white box with a heading. */
export const Card = ({ heading, action, level = 2, id, children }: CardProps) => (
  <section class="card" {...(id === undefined ? {} : { id })}>
    {heading !== undefined && (
      <div class="card-head">
        {level === 2 ? <h2>{heading}</h2> : <h3>{heading}</h3>}
        {action}
      </div>
    )}
    {children}
  </section>
)

/** Two columns of cards, the left wider; on a phone they stack in the order given. */
export const Columns = ({ main, side }: { readonly main: Child; readonly side: Child }) => (
  <div class="columns">
    <div class="stack">{main}</div>
    <div class="stack">{side}</div>
  </div>
)

/** Cards side by side as there is room. */
export const Cards = ({ children }: { readonly children: Child }) => <div class="cards">{children}</div>

/** A term and what is known. */
export type Fact = { readonly term: Child; readonly value: Child }

/** Terms and what is known of them. */
export const DefinitionList = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl class="facts">
    {facts.map(({ term, value }) => (
      <>
        <dt>{term}</dt>
        <dd>{value}</dd>
      </>
    ))}
  </dl>
)

/** A number that answers a question. */
export type Figure = { readonly label: string; readonly value: number | string; readonly href?: string }

/** Big numbers in a row; a number with href leads to those it counts. */
export const Figures = ({ figures }: { readonly figures: readonly Figure[] }) => {
  const lang = useLang()
  const text = (value: number | string): string => (typeof value === 'number' ? numberText(value, lang) : value)
  return (
    <dl class="figures">
      {figures.map(({ label, value, href }) => (
        <div>
          <dt>{label}</dt>
          <dd>{href === undefined ? text(value) : <a href={href}>{text(value)}</a>}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What a list says when it is empty: that nothing is wrong, and what to do. */
export const EmptyState = ({ title, children }: { readonly title: string; readonly children?: Child }) => (
  <div class="empty">
    <p>
      <strong>{title}</strong>
    </p>
    {children}
  </div>
)

type DetailsProps = { readonly summary: Child; readonly open?: boolean; readonly children: Child }

/** More, for the one who asks. */
export const Details = ({ summary, open = false, children }: DetailsProps) => (
  <details class="more" open={open}>
    <summary>{summary}</summary>
    {children}
  </details>
)

/** The colours of a status. Red is only for what is late or dead. */
export type Tone = 'neutral' | 'accent' | 'info' | 'success' | 'warning' | 'danger'

/** A status in words on a colour. The words must be enough without the colour. */
export const Tag = ({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: Child }) => (
  <span class="ds-tag" data-color={tone}>
    {children}
  </span>
)

/** What is not known looks unknown: a dashed box, "okänd" unless other words are given. */
export const Unknown = ({ children }: { readonly children?: Child }) => <span class="unknown">{children ?? useTexts().unknown}</span>

/** A line of the explanation: does it hold, in what words, on what facts, by which rule. `null` when it is not known. */
export type ChainLink = {
  readonly holds: boolean | null
  readonly text: Child
  readonly sources?: readonly Child[]
  readonly rule?: string
}

const linkClass = (holds: boolean | null): string => (holds === null ? 'unclear' : holds ? 'holds' : 'fails')
const linkSign = (holds: boolean | null): string => (holds === null ? '?' : holds ? '✓' : '✕')

/** The chain that leads to an answer: ✓ and ✕ (read out as words), each link with its sources in grey. */
export const Chain = ({ links }: { readonly links: readonly ChainLink[] }) => {
  const { yes, no, unclear } = useTexts()
  const said = (holds: boolean | null): string => (holds === null ? unclear : holds ? yes : no)
  return (
    <ul class="plain chain">
      {links.map(({ holds, text, sources = [], rule }) => (
        <li class={linkClass(holds)}>
          <span class="mark" aria-hidden="true">
            {linkSign(holds)}
          </span>
          <div>
            <span>
              <span class="ds-sr-only">{said(holds)}</span>
              {text}
            </span>
            {sources.map((source) => (
              <small>{source}</small>
            ))}
            {rule !== undefined && <small>{rule}</small>}
          </div>
        </li>
      ))}
    </ul>
  )
}
