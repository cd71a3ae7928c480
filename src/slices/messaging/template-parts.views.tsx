/** Parts of a template's pages: its text in its own language and direction, how it comes out, and two versions beside each other. */
import { directionOf, type ContactLang } from '../../kernel/contact-lang.ts'
import type { Lang } from '../../kernel/lang.ts'
import { Card, DefinitionList, type Fact } from '../../ui/card.tsx'
import { numberText } from '../../ui/ui.texts.ts'
import type { Composed } from './message.types.ts'
import { channelOf } from './shipped/fields.ts'
import { differenceOf } from './template-diff.rules.ts'
import { templateTexts } from './template.texts.ts'
import type { TemplateMeasure, TemplateName, TemplateText } from './template.types.ts'

/** A text as it was written, read aloud in its own language. */
export const Written = ({ lang, children }: { lang: ContactLang; children: string }) => (
  <div class="as-typed written" lang={lang} dir={directionOf(lang)}>
    {children}
  </div>
)

/** What the subject of a text is called. */
export const subjectLabel = ({ key }: TemplateName, lang: Lang): string =>
  channelOf[key] === 'email' ? templateTexts[lang].mailSubject : templateTexts[lang].subject

/** The text under its headings. */
export const TextFacts = ({ name, text, lang }: { name: TemplateName; text: TemplateText; lang: Lang }) => {
  const written = (value: string) => <Written lang={name.lang}>{value}</Written>
  const subject: Fact[] = text.subject === '' ? [] : [{ term: subjectLabel(name, lang), value: written(text.subject) }]
  return <DefinitionList facts={[...subject, { term: templateTexts[lang].body, value: written(text.body) }]} />
}

/** Kronor with the language's own sign, from öre. */
const kronor = (ore: number, lang: Lang): string => numberText(ore / 100, lang)

type SampleProps = {
  readonly name: TemplateName
  readonly sample: Composed | null
  readonly measure: TemplateMeasure
  readonly smsOre: number
  readonly lang: Lang
}

function lengthText({ segments, units, encoding, pages }: TemplateMeasure, smsOre: number, lang: Lang): string {
  const t = templateTexts[lang]
  if (pages !== null) return t.pages(pages)
  if (segments === null || encoding === null) return ''
  return [t.segments(segments), `${t.units(units ?? 0)} (${t.encoding[encoding]})`, t.cost(kronor(segments * smsOre, lang))].join(' · ')
}

/** How the text comes out with made-up values: a text as it is, a document by its length. */
export const SampleCard = ({ name, sample, measure, smsOre, lang }: SampleProps) => {
  const t = templateTexts[lang]
  const text = sample?.kind === 'sms' || sample?.kind === 'email' ? sample.text : null
  const length = lengthText(measure, smsOre, lang)
  return (
    <Card heading={t.sample}>
      {sample === null && <p>{t.noSample}</p>}
      {sample?.kind === 'email' && (
        <p>
          <strong lang={name.lang} dir={directionOf(name.lang)}>
            {sample.subject}
          </strong>
        </p>
      )}
      {text !== null && <Written lang={name.lang}>{text}</Written>}
      {length !== '' && <p class="muted">{length}</p>}
    </Card>
  )
}

/** What went and what came between two texts; the words say so too, for those who do not see the strokes. */
export const Difference = ({ earlier, later, name, lang }: { earlier: string; later: string; name: TemplateName; lang: Lang }) => {
  const t = templateTexts[lang]
  const said = (text: string) => (
    <span class="ds-sr-only" lang={lang}>
      {text}
    </span>
  )
  return (
    <div class="as-typed written" lang={name.lang} dir={directionOf(name.lang)}>
      {differenceOf(earlier, later).map(({ kind, text }) => {
        if (kind === 'same') return text
        return kind === 'gone' ? (
          <del>
            {said(t.went)}
            {text}
          </del>
        ) : (
          <ins>
            {said(t.came)}
            {text}
          </ins>
        )
      })}
    </div>
  )
}
