/** What the return's pages share: the frame with its crumbs, the half-year picker, and pages that say why something cannot be shown. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/card.tsx'
import { longDay } from '../../ui/day.texts.ts'
import { Select } from '../../ui/field.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Chips } from '../../ui/tabs.tsx'
import { deskTexts } from './desk.texts.ts'
import { fileTexts } from './file.texts.ts'
import { begunHalves, rehearsedOn, type HalfYear } from './half-year.rules.ts'
import { returnPath, returnPaths } from './return-paths.ts'
import { returnTexts } from './returns.texts.ts'

type PageProps = {
  readonly frame: Frame
  readonly title: string
  /** Which half-year's page this stands under; null: it is that page itself. */
  readonly under: string | null
  readonly children: Child
}

/** A page of the return: figures are above it, and the half-year's own page for those under it. */
export const ReturnPage = ({ frame, title, under, children }: PageProps) => {
  const t = deskTexts[frame.lang]
  const crumbs = [
    // Figures are above it for those whose menu has them.
    ...(frame.nav.some(({ href }) => href === '/siffror') ? [{ href: '/siffror', label: t.figures }] : []),
    ...(under === null ? [] : [{ href: returnPaths.desk(under), label: `${t.crumb} ${under}` }]),
    { href: '', label: title },
  ]
  return (
    <Page frame={frame} title={title} crumbs={crumbs}>
      {children}
    </Page>
  )
}

/** `2026H1, 1 januari 2026 till 30 juni 2026`. */
export const halfText = ({ key, fromOn, lastOn }: HalfYear, lang: Lang): string =>
  deskTexts[lang].of(key, longDay(fromOn, lang), longDay(lastOn, lang))

type PickerProps = { readonly lang: Lang; readonly today: PlainDate; readonly chosen: string; readonly path?: string }

/** Which half-year: those rehearsed now as links, the others in a list. */
export const HalfPicker = ({ lang, today, chosen, path = returnPath }: PickerProps) => {
  const t = deskTexts[lang]
  const links = rehearsedOn(today).map(({ key }) => ({ href: `${path}?halvar=${key}`, label: key, count: null, current: key === chosen }))
  const options = begunHalves(today).map(({ key }) => ({ value: key, label: key }))
  return (
    <div class="row low">
      <Chips label={t.rehearsed} links={links} />
      <form class="row low" method="get" action={path}>
        <Select name="halvar" label={t.pick} options={options} value={chosen} />
        <Button variant="secondary">{t.pickDo}</Button>
      </form>
    </div>
  )
}

type NoHalfProps = { readonly frame: Frame; readonly today: PlainDate; readonly path?: string }

/** There is no such half-year: what one looks like, and the way back. */
export const NoHalfPage = ({ frame, today, path = returnPath }: NoHalfProps) => {
  const t = deskTexts[frame.lang]
  return (
    <ReturnPage frame={frame} title={t.title} under={null}>
      <PageHead heading={t.noHalf} />
      <Alert kind="warning">
        <p>{returnTexts[frame.lang].refusals['no-such-half-year']}</p>
        <p>
          <a href={path}>{t.back}</a>
        </p>
      </Alert>
      <HalfPicker lang={frame.lang} today={today} chosen="" path={path} />
    </ReturnPage>
  )
}

type RefusedProps = {
  readonly frame: Frame
  readonly title: string
  readonly half: string
  readonly told: string
}

/** Why something cannot be shown, and the way back. */
export const RefusedPage = ({ frame, title, half, told }: RefusedProps) => (
  <ReturnPage frame={frame} title={title} under={half}>
    <PageHead heading={title} />
    <Alert kind="warning">
      <p>{told}</p>
      <p>
        <a href={returnPaths.desk(half)}>{`${deskTexts[frame.lang].back} ${half}`}</a>
      </p>
    </Alert>
  </ReturnPage>
)

/** The file is for others: who they are. */
export const ForHolders = ({ lang, names }: { readonly lang: Lang; readonly names: readonly string[] }) => {
  const t = fileTexts[lang]
  return (
    <Alert kind="info" title={t.forHolders}>
      <p>{t.forHoldersText(names)}</p>
    </Alert>
  )
}

/** There is no profile: where one is made. */
export const NoProfile = ({ lang, half, mayEdit }: { readonly lang: Lang; readonly half: string; readonly mayEdit: boolean }) => {
  const t = deskTexts[lang]
  return (
    <EmptyState title={t.noProfile}>
      <p>{t.noProfileText}</p>
      {mayEdit && <LinkButton href={returnPaths.profile(half)}>{t.toProfile}</LinkButton>}
    </EmptyState>
  )
}
