/** GET /enkater/fragor/:key: a questionnaire's questions in each language, and its versions. */
import { directionOf, type ContactLang } from '../../kernel/contact-lang.ts'
import { Alert } from '../../ui/alert.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { longDay } from '../../ui/day.texts.ts'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { LanguageLinks } from './language-links.views.tsx'
import { optionWords, worded, type Worded } from './question-words.ts'
import type { SeenQuestionnaire } from './questionnaire.actions.ts'
import { editPath, questionnairePath, resultsPath, surveyPath } from './survey-links.ts'
import { surveyTexts } from './survey.texts.ts'
import type { Questionnaire, QuestionnaireVersion } from './survey.types.ts'

type Props = {
  readonly frame: Frame
  readonly key_: string
  readonly seen: SeenQuestionnaire
  readonly shownIn: ContactLang
  readonly mayEdit: boolean
  /** The page above that the reader may open. */
  readonly above: 'hand' | 'results' | null
}

type Texts = (typeof surveyTexts)[Frame['lang']]['one']

const In = ({ of: { text, lang } }: { of: Worded }) => (
  <span lang={lang} dir={directionOf(lang)}>
    {text}
  </span>
)

/** Whether anything of it is not translated. */
const lacks = ({ title, questions }: Questionnaire, lang: ContactLang): boolean =>
  [title, ...questions.map(({ text }) => text)].some((wording) => wording[lang] === undefined)

/** The questions as rows, in a language. */
const rowsIn = ({ questions }: Questionnaire, lang: ContactLang, t: Texts) =>
  questions.map((question) => [
    <In of={worded(question.text, lang)} />,
    t.kinds[question.kind],
    <ul class="plain">
      {optionWords(question, lang).map((option) => (
        <li>
          <In of={option} />
        </li>
      ))}
    </ul>,
  ])

const Questions = ({ frame, key_, content, shownIn }: Pick<Props, 'frame' | 'key_' | 'shownIn'> & { content: Questionnaire }) => {
  const t = surveyTexts[frame.lang].one
  const isLacking = lacks(content, shownIn)
  return (
    <Card heading={t.heading}>
      <LanguageLinks path={questionnairePath(key_)} lang={shownIn} label={t.inLanguage} />
      {shownIn !== 'sv' && shownIn !== 'en' && !isLacking && <Alert kind="warning">{t.draft}</Alert>}
      {isLacking && <Alert kind="info">{t.swedishOnly}</Alert>}
      <Table columns={[{ title: t.question }, { title: t.kind }, { title: t.options }]} rows={rowsIn(content, shownIn, t)} headed stacks />
      <p class="muted">{t.noText}</p>
    </Card>
  )
}

const Versions = ({ frame, versions }: { frame: Frame; versions: readonly QuestionnaireVersion[] }) => {
  const t = surveyTexts[frame.lang].one
  const rows = versions.map(({ version, savedBy, savedOn }) => [
    version,
    savedBy === null || savedOn === null ? t.withProduct : longDay(savedOn, frame.lang),
    savedBy ?? '–',
  ])
  return (
    <Card heading={t.versions}>
      <Table columns={t.versionColumns.map((title) => ({ title }))} rows={rows} headed />
    </Card>
  )
}

const crumbsOf = (frame: Frame, above: Props['above'], name: string) => {
  const t = surveyTexts[frame.lang]
  const over = { hand: { href: surveyPath, label: t.title }, results: { href: resultsPath, label: t.trends.title } }
  return above === null ? [] : [over[above], { href: '', label: name }]
}

/** The page of one. */
export const QuestionnairePage = ({ frame, key_, seen, shownIn, mayEdit, above }: Props) => {
  const { occasions, list, one } = surveyTexts[frame.lang]
  const content = seen.versions[0]?.content
  if (content === undefined) throw new Error('a questionnaire without versions')
  const name = content.title.sv
  return (
    <Page frame={frame} title={name} crumbs={crumbsOf(frame, above, name)}>
      <PageHead heading={name} below={content.inUse ? occasions[content.occasion] : list.notInUse}>
        {mayEdit && <LinkButton href={editPath(key_)}>{seen.isShipped ? one.copy : one.change}</LinkButton>}
      </PageHead>
      <div class="stack">
        <Questions frame={frame} key_={key_} content={content} shownIn={shownIn} />
        <Versions frame={frame} versions={seen.versions} />
      </div>
    </Page>
  )
}
