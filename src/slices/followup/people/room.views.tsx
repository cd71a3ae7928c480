/** The frame of a page about one youth: whose page it is, what it is about, and the way back. The title of the window names nobody. */
import type { Child } from 'hono/jsx'
import { Tag } from '../../../ui/card.tsx'
import type { SectionFrame } from '../section.ts'
import { Shell } from '../shell.views.tsx'
import { peopleTexts } from './people.texts.ts'
import type { Youth } from './people.types.ts'

type Props = {
  readonly shown: SectionFrame
  readonly youth: Pick<Youth, 'id' | 'givenName' | 'familyName' | 'protection'>
  readonly title: string
  readonly below?: Child
  readonly children: Child
}

/** A page about one youth. */
export const Room = ({ shown: { frame, lang, may }, youth, title, below, children }: Props) => (
  <Shell
    frame={frame}
    part="youths"
    may={may}
    heading={`${title}: ${youth.givenName} ${youth.familyName}`}
    title={title}
    below={below}
    youthId={youth.id}
  >
    {youth.protection !== 'none' && (
      <p>
        <Tag tone="warning">{peopleTexts[lang].protections[youth.protection]}</Tag>
      </p>
    )}
    {children}
  </Shell>
)
