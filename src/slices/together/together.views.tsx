/** The pages that lead to the rooms: what each is for, and what waits in it. */
import type { Frame } from '../../ui/frame.ts'
import { Card, Cards } from '../../ui/card.tsx'
import { Page, PageHead } from '../../ui/page.tsx'
import { numberText } from '../../ui/ui.texts.ts'
import { togetherTexts } from './together.texts.ts'
import type { Room } from './together.types.ts'
import { rooms, type WaitingLine } from './waiting-lines.ts'

type Props = {
  readonly frame: Frame
  readonly which: 'school' | 'others'
  /** Those that the reader may open. */
  readonly shown: readonly Room[]
  readonly lines: readonly WaitingLine[]
}

/** What waits, as a list of links with numbers. */
const WaitingLines = ({ lines, lang }: { readonly lines: readonly WaitingLine[]; readonly lang: Frame['lang'] }) => (
  <ul class="plain counted">
    {lines.map(({ label, href, n }) => (
      <li>
        <a href={href}>{label}</a>
        {n !== null && <span class="count">{numberText(n, lang)}</span>}
      </li>
    ))}
  </ul>
)

/** Rooms where something can wait for whoever may open them: those say when nothing does. */
const quiet: ReadonlySet<Room> = new Set(['schools', 'lists', 'keys'])

/** The page. */
export const TogetherPage = ({ frame, which, shown, lines }: Props) => {
  const { lang } = frame
  const t = togetherTexts[lang]
  const lead = which === 'school' ? t.schoolLead : t.othersLead
  return (
    <Page frame={frame} title={t[which]}>
      <PageHead heading={t[which]} below={lead} />
      <Cards>
        {shown.map((room) => {
          const [name, about] = t.rooms[room]
          const own = lines.filter((line) => line.room === room)
          return (
            <Card heading={<a href={rooms[room].href}>{name}</a>}>
              <p>{about}</p>
              {own.length > 0 ? <WaitingLines lines={own} lang={lang} /> : !quiet.has(room) && <p class="muted">{t.nothing}</p>}
            </Card>
          )
        })}
      </Cards>
    </Page>
  )
}
