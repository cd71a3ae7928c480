/** Parts of a round's page: its numbers, who is left out and why, its samples, and how far it has come. */
import { directionOf } from '../../kernel/contact-lang.ts'
import type { Lang } from '../../kernel/lang.ts'
import { Alert } from '../../ui/alert.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Card, Figures } from '../../ui/card.tsx'
import { Table } from '../../ui/table.tsx'
import { numberText } from '../../ui/ui.texts.ts'
import type { MessageState } from './message.types.ts'
import { messageNames } from './names.texts.ts'
import type { RoundCounts } from './round-count.rules.ts'
import { roundAddress } from './round-list.views.tsx'
import { roundPageTexts } from './round-page.texts.ts'
import type { ShownPreview, ShownRound } from './round-read.actions.ts'
import { roundChannels } from './round.types.ts'
import type { TemplateKey } from './shipped/shipped.types.ts'
import { templateAddress } from './template-address.ts'
import { Written } from './template-parts.views.tsx'
import { templateTexts } from './template.texts.ts'
import { templateHeading } from './template.views.tsx'
import type { TemplateName } from './template.types.ts'

type Numbered = readonly (readonly [what: string, n: number])[]

const Counted = ({ heading, what, rows, lang }: { heading: string; what: string; rows: Numbered; lang: Lang }) => (
  <Table
    caption={heading}
    columns={[{ title: what }, { title: roundPageTexts[lang].count, isNumber: true }]}
    rows={rows.map(([text, n]) => [text, n])}
    headed
  />
)

const channelFigures = ({ byChannel }: RoundCounts, lang: Lang) =>
  roundChannels.map((channel) => ({ label: roundPageTexts[lang].channels[channel], value: byChannel[channel] }))

/** How many get what, in which languages, and what the SMS cost. */
export const NumbersCard = ({ shown: { counts, smsOre }, lang }: { shown: ShownRound; lang: Lang }) => {
  const t = roundPageTexts[lang]
  const cost = t.costText(numberText((counts.segments * smsOre) / 100, lang), counts.segments)
  const langs: Numbered = [...counts.byLang].map(([of, n]) => [templateTexts[lang].langs[of], n])
  const letters: Numbered = [...counts.byLetter].map(([key, n]) => [messageNames[lang].templates[key as TemplateKey], n])
  const pages: Numbered = [...counts.byPages].map(([n, letterCount]) => [t.page(n), letterCount])
  return (
    <Card heading={t.recipients}>
      {counts.recipients === 0 && <p>{t.nobody}</p>}
      <Figures figures={[{ label: t.recipients, value: counts.recipients }, ...channelFigures(counts, lang)]} />
      {counts.segments > 0 && <p>{`${t.cost}: ${cost}`}</p>}
      <div class="cards">
        {langs.length > 0 && <Counted heading={t.langs} what={t.lang} rows={langs} lang={lang} />}
        {letters.length > 0 && <Counted heading={t.letterKinds} what={t.channels.letter} rows={letters} lang={lang} />}
        {pages.length > 0 && <Counted heading={t.pages} what={t.channels.letter} rows={pages} lang={lang} />}
      </div>
    </Card>
  )
}

/** Who is left out, and why. */
export const ExcludedCard = ({ counts, lang }: { counts: RoundCounts; lang: Lang }) => {
  const t = roundPageTexts[lang]
  return (
    <Card heading={t.excluded} id="undantagna">
      <Table
        columns={[{ title: t.why }, { title: t.count, isNumber: true }]}
        rows={[...counts.excluded].map(([reason, n]) => [t.exclusions[reason], n])}
        empty={t.noneExcluded}
      />
    </Card>
  )
}

const PreviewText = ({ preview: { lang: of, sms, email }, lang }: { preview: ShownPreview; lang: Lang }) => {
  const t = roundPageTexts[lang]
  return (
    <>
      {sms !== null && (
        <>
          <p class="muted">{`${t.channels.sms}, ${t.parts(sms.segments)}:`}</p>
          <Written lang={of}>{sms.text}</Written>
        </>
      )}
      {email !== null && (
        <>
          <p class="muted">{`${t.channels.email}:`}</p>
          <p lang={of} dir={directionOf(of)}>
            <strong>{email.subject}</strong>
          </p>
          <Written lang={of}>{email.text}</Written>
        </>
      )}
    </>
  )
}

const PreviewCard = ({ roundId, preview, lang }: { roundId: string; preview: ShownPreview; lang: Lang }) => {
  const t = roundPageTexts[lang]
  const { nth, givenName, familyName, subjectId, channels } = preview
  return (
    <Card heading={t.preview(nth)} level={3}>
      <p>
        <a href={`/ungdomar/${subjectId}`}>{`${givenName} ${familyName}`}</a>
        {` · ${templateTexts[lang].langs[preview.lang]}`}
      </p>
      {channels.includes('letter') && (
        <p>
          <LinkButton href={`${roundAddress(roundId)}/prov/${nth}`}>{t.openLetter(nth)}</LinkButton>
        </p>
      )}
      <PreviewText preview={preview} lang={lang} />
    </Card>
  )
}

/** The three samples. */
export const PreviewsCard = ({ shown: { round, previews }, lang }: { shown: ShownRound; lang: Lang }) => {
  const t = roundPageTexts[lang]
  if (previews.length === 0) return null
  return (
    <Card heading={t.previews}>
      <p class="muted">{t.previewsHint}</p>
      <div class="stack">
        {previews.map((preview) => (
          <PreviewCard roundId={round.roundId} preview={preview} lang={lang} />
        ))}
      </div>
    </Card>
  )
}

const Names = ({ names, lang }: { names: readonly TemplateName[]; lang: Lang }) => (
  <ul>
    {names.map((name) => (
      <li>
        <a href={templateAddress(name)}>{templateHeading(name, lang)}</a>
      </li>
    ))}
  </ul>
)

/** What whoever reviews should know: texts that nobody has proofread, and texts that are newer than the round. */
export const Warnings = ({ shown: { unproofread, changedTexts }, lang }: { shown: ShownRound; lang: Lang }) => {
  const t = roundPageTexts[lang]
  return (
    <>
      {unproofread.length > 0 && (
        <Alert kind="warning" title={t.unproofread}>
          <Names names={unproofread} lang={lang} />
        </Alert>
      )}
      {changedTexts.length > 0 && (
        <Alert kind="info" title={t.changedTexts}>
          <p>{t.changedTextsHint}</p>
          <Names names={changedTexts} lang={lang} />
        </Alert>
      )}
    </>
  )
}

/** How many of the round's messages are in each state. */
export const ProgressCard = ({ shown: { round, progress }, lang }: { shown: ShownRound; lang: Lang }) => {
  const t = roundPageTexts[lang]
  const names = messageNames[lang]
  if (progress.length === 0) return null
  const all = progress.reduce((sum, { n }) => sum + n, 0)
  const waiting = progress.filter(({ state }) => ['queued', 'sending', 'unsure'].includes(state)).reduce((sum, { n }) => sum + n, 0)
  const rows = progress.map(({ channel, state, n }) => [
    names.channels[channel as keyof typeof names.channels],
    names.states[state as MessageState],
    n,
  ])
  return (
    <Card heading={t.progress} action={<a href={`/utskick/utlada?runda=${round.roundId}`}>{t.toOutbox}</a>}>
      <p>
        <progress max={Math.max(all, 1)} value={all - waiting} aria-label={t.progress}>
          {`${all - waiting} / ${all}`}
        </progress>
      </p>
      <Table columns={[{ title: t.channel }, { title: t.state }, { title: t.count, isNumber: true }]} rows={rows} />
    </Card>
  )
}

/** What changed between preparing and releasing. */
export const SinceCard = ({ counts, lang }: { counts: RoundCounts; lang: Lang }) => {
  const t = roundPageTexts[lang]
  const dropped: Numbered = roundChannels
    .map((channel) => [t.channels[channel], counts.sinceDropped[channel]] as const)
    .filter(([, n]) => n > 0)
  if (dropped.length === 0) return null
  const excluded = [...counts.sinceExcluded]
  const all = excluded.reduce((sum, [, n]) => sum + n, 0)
  return (
    <Card heading={t.since}>
      <p>{t.sinceExcluded(numberText(all, lang))}</p>
      {excluded.length > 0 && (
        <Counted heading={t.excluded} what={t.why} rows={excluded.map(([reason, n]) => [t.exclusions[reason], n])} lang={lang} />
      )}
      <Counted heading={t.sinceDropped} what={t.channel} rows={dropped} lang={lang} />
    </Card>
  )
}
