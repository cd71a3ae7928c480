/** The page for the telephone as the server draws it, and the empty shell that a telephone keeps: it holds nothing of anybody. */
import type { Lang } from '../../kernel/lang.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { LangProvider, useTexts } from '../../ui/ui.texts.ts'
import { Conflicts } from './conflict.views.tsx'
import { fieldTexts } from './field.texts.ts'
import { FieldRound, type FieldDraft } from './field.views.tsx'
import { pairText, roundPath } from './parts.views.tsx'
import { isOver, partIn } from './plan.rules.ts'
import { pocketOf } from './pocket.rules.ts'
import { pocketTexts } from './pocket.texts.ts'
import type { ReadRound } from './read.actions.ts'
import { visitTexts } from './visits.texts.ts'
import type { Round } from './visits.types.ts'

type Props = {
  readonly frame: Frame
  readonly today: string
  readonly staffId: string
  readonly found: ReadRound
  readonly draft: FieldDraft | null
  readonly newOnce: () => string
}

/** Taking the round along needs script: without it the part stays hidden. */
const Take = ({ frame, found: { round } }: Props) => {
  const texts = pocketTexts[frame.lang]
  const code = { type: 'password', inputmode: 'numeric', autocomplete: 'off', maxlength: 32 } as const
  return (
    <div class="apart" data-take={round.roundId} hidden>
      <Card heading={texts.take}>
        <p>{texts.takeLead}</p>
        <form class="stack" novalidate>
          <Field name="code" id="pocket-code" label={texts.code} hint={texts.codeHint} {...code} />
          <Field name="again" id="pocket-again" label={texts.again} {...code} />
          <p class="late" role="alert" data-take-problem hidden></p>
          <div class="row">
            <Button>{texts.takeButton}</Button>
          </div>
        </form>
      </Card>
    </div>
  )
}

const crumbsOf = (round: Round, lang: Lang) => [
  { href: '/besok', label: visitTexts[lang].title },
  { href: roundPath(round), label: visitTexts[lang].about },
  { href: '', label: fieldTexts[lang].title },
]

/** A round on the telephone, with a network. */
export const FieldPage = (props: Props) => {
  const { frame, today, staffId, found, draft, newOnce } = props
  const { lang, formToken } = frame
  const { round } = found
  const pocket = pocketOf(found)
  const common = { lang, pocket, formToken, newOnce }
  const goes = partIn(round, staffId) === 'goes'
  const mayTake = goes && !isOver(round) && round.on === today && pocket.stops.length > 0
  // It is taken along before it begins; later it is seldom wanted, and stands last.
  const isFresh = round.state === 'planned'
  return (
    <Page frame={frame} title={fieldTexts[lang].title} crumbs={crumbsOf(round, lang)} scripts={['besok.js']}>
      <div data-pocket hidden></div>
      <div data-online>
        <FormErrors problems={draft?.problems ?? []} />
        <PageHead heading={round.area} below={`${round.startsAt}–${round.endsAt} · ${pairText(round, lang)}`}>
          <LinkButton href={roundPath(round)}>{fieldTexts[lang].toRound}</LinkButton>
        </PageHead>
        <Conflicts {...common} back="falt" />
        {mayTake && isFresh && <Take {...props} />}
        <FieldRound {...common} draft={draft} isLate={round.on < today} mayWrite={goes && round.on <= today} />
        {mayTake && !isFresh && <Take {...props} />}
      </div>
    </Page>
  )
}

const Body = ({ lang }: { lang: Lang }) => {
  const texts = pocketTexts[lang]
  return (
    <body>
      <a class="ds-skip-link" href="#main">
        {useTexts().skip}
      </a>
      <header class="top">
        <div class="wrap">
          <a class="brand" href="/besok">
            Ungdomslots
          </a>
        </div>
      </header>
      <main id="main" class="wrap" tabindex={-1}>
        <div data-pocket>
          <h1>{texts.title}</h1>
          <noscript>
            <Alert kind="info">{texts.emptyHint}</Alert>
          </noscript>
        </div>
      </main>
    </body>
  )
}

/** The shell that the service worker keeps: the same for everybody, so that nothing of anybody lies in a telephone's cache. */
export const PocketShell = ({ lang }: { readonly lang: Lang }) => (
  <LangProvider value={lang}>
    <html lang={lang} data-size="sm" data-color-scheme="auto">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${pocketTexts[lang].title} – Ungdomslots`}</title>
        <link rel="icon" href="/assets/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/lots.css" />
        <script src="/assets/lots.js" defer></script>
        <script src="/assets/besok.js" defer></script>
      </head>
      <Body lang={lang} />
    </html>
  </LangProvider>
)
