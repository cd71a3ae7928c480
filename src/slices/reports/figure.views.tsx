/** The page where one figure is published by itself. */
import type { Lang } from '../../kernel/lang.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field, Select, TextArea } from '../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { dimensions, dimensionTexts, indicatorNames, indicatorTitles } from '../figures/index.ts'
import { publishedTexts } from './published.texts.ts'
import { reportsTexts } from './reports.texts.ts'

type Props = {
  readonly frame: Frame
  readonly once: string
  readonly values: Readonly<Partial<Record<string, string>>>
  readonly problems: readonly FieldProblem[]
}

const crumbsOf = (lang: Lang) => [
  { href: '/siffror', label: reportsTexts[lang].figures },
  { href: '/rapporter', label: reportsTexts[lang].title },
  { href: '/rapporter/siffra', label: publishedTexts[lang].figureTitle },
]

/** GET /rapporter/siffra */
export const FigurePage = ({ frame, once, values, problems }: Props) => {
  const { lang } = frame
  const t = publishedTexts[lang]
  const of = (name: string) => ({ name, value: values[name], problem: problemOf(problems, name) })
  const figures = indicatorNames.map((value) => ({ value, label: indicatorTitles[lang][value].title }))
  const splits = [{ value: '', label: t.notSplit }, ...dimensions.map((value) => ({ value, label: dimensionTexts[lang][value] }))]
  return (
    <Page frame={frame} title={t.figureTitle} crumbs={crumbsOf(lang)}>
      <PageHead heading={t.figureTitle} below={t.figureBelow} />
      <FormErrors problems={problems} />
      <Card>
        <Form frame={frame} action="/rapporter/siffra" once={once}>
          <Select {...of('figure')} label={t.figure} options={figures} blank required />
          <Field {...of('from')} label={t.from} type="date" required />
          <Field {...of('to')} label={t.to} hint={t.toHint} type="date" required />
          <Select {...of('by')} label={t.by} options={splits} />
          <TextArea {...of('note')} label={t.note} hint={t.noteHint} rows={2} maxlength={500} required={false} />
          <p class="muted">{t.figureQuestion}</p>
          <div class="row">
            <Button>{t.publishFigure}</Button>
          </div>
        </Form>
      </Card>
    </Page>
  )
}
