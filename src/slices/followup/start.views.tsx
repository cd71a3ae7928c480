/** The start page of directed follow-up: the boards of the reader's processes, or what to do to get a role. */
import { Alert } from '../../ui/alert.tsx'
import type { Drawn, SectionFrame } from './section.ts'
import { followupTexts } from './followup.texts.ts'
import { Shell } from './shell.views.tsx'

type Props = { readonly shown: SectionFrame; readonly boards: readonly Drawn[] }

const WithoutYouths = ({ shown: { lang, may } }: Pick<Props, 'shown'>) => {
  const t = followupTexts[lang]
  return may('followup.members') ? (
    <p>{t.onlyAdministrator}</p>
  ) : (
    <Alert kind="info" title={t.noRoleTitle}>
      <p>{t.noRole}</p>
    </Alert>
  )
}

/** GET /uppfoljning. */
export const StartPage = ({ shown, boards }: Props) => {
  const { frame, lang, may } = shown
  const t = followupTexts[lang]
  return (
    <Shell frame={frame} part="start" may={may} heading={t.title} below={t.lead}>
      {may('followup.read') ? <div class="stack">{boards.map((draw) => draw(shown))}</div> : <WithoutYouths shown={shown} />}
    </Shell>
  )
}
