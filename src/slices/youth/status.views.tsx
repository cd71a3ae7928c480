/** Where the youth stands in the lists on the day of the page, why, and what would change it. */
import { Card, Tag, type Tone } from '../../ui/card.tsx'
import type { Told } from '../law/index.ts'
import { statusFacts } from '../timeline/index.ts'
import { statusOf, statusTexts, statusWords, type Status } from '../worklist/index.ts'
import type { ReadYouth } from './youth.types.ts'

type Props = { readonly youth: ReadYouth; readonly told: Told; readonly isMeeting: boolean }

const tones: Readonly<Record<string, Tone>> = {
  toAct: 'warning',
  measurePlanned: 'info',
  measureOngoing: 'success',
  otherSchoolForm: 'info',
}

/** The status, by what was known then. */
const statusOnPage = ({ youth, told }: Pick<Props, 'youth' | 'told'>): Status => {
  const { person, explanation, law, doings, on } = youth
  const known = { life: person.life, periods: explanation.periods, law }
  return statusOf(statusFacts(known, doings, { municipality: told.place.code, on, lang: told.lang }), on)
}

/** The card. Facing the youth it says nothing of who is watched, or hidden. */
export const StatusCard = ({ youth, told, isMeeting }: Props) => {
  const status = statusOnPage({ youth, told })
  const { tab } = status.reason
  if (isMeeting && (tab === null || tab === 'watching' || tab === 'unconfirmedStay')) return null
  const { title, why, leaving } = statusWords(status, youth.on, told.lang)
  return (
    <Card heading={statusTexts[told.lang].heading} id="lage">
      <p>
        <Tag tone={tones[tab ?? ''] ?? 'neutral'}>{title}</Tag>
        {` ${why.charAt(0).toUpperCase()}${why.slice(1)}`}
      </p>
      {leaving.length > 0 && <p class="muted">{leaving.join(' ')}</p>}
    </Card>
  )
}
