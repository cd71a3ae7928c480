/** The week's meetings, the calendar to subscribe to, and the meetings of each youth. */
import { z } from 'zod'
import { parseDate } from '../../platform/plain-date.ts'
import { newRateLimit } from '../../platform/http/rate-limit.ts'
import { data, goTo, page, type Answer, type OpenVisit, type Pages, type Visit } from '../access/index.ts'
import { calendarMadeAt, dropCalendar, makeCalendar, readCalendar } from './calendar.actions.ts'
import { readList } from './list.actions.ts'
import { CalendarPage, MeetingsListPage } from './list.views.tsx'
import { addMeetingPages } from './meeting-page.routes.tsx'
import { meetingTexts } from './meetings.texts.ts'

async function list(visit: Visit): Promise<Answer> {
  const { place, actor, scope, today, query, frame, newOnce } = visit
  const day = parseDate(query.get('dag') ?? '') ?? today
  const shown = await readList(place.pool, { staffId: actor.staffId, scope, day, isMine: query.get('vilka') !== 'alla' })
  const madeAt = await calendarMadeAt(place.pool, actor.staffId)
  return page(<MeetingsListPage frame={frame} today={today} list={shown} calendarMadeAt={madeAt} newOnce={newOnce} />)
}

/** An address holds 192 bits and is not guessed; the limit keeps the database from those who try. */
const wrongTries = { capacity: 20, refillPerMinute: 2 } as const

/** What a calendar program reads; the same answer for every address that leads nowhere. */
function addCalendarFeed({ open }: Pages): void {
  const wrong = newRateLimit(wrongTries)
  open.get('/kalender/:code/:token{[\\w-]{32}\\.ics}', async (visit: OpenVisit) => {
    if (!wrong.takes(visit.from, visit.nowMs)) return data('text/plain; charset=utf-8', '', 429)
    const token = (visit.params['token'] ?? '').replace(/\.ics$/, '')
    const text = await readCalendar(visit.place.pool, token, new Date(visit.nowMs))
    if (text === null) return data('text/plain; charset=utf-8', '', 404)
    wrong.gives(visit.from)
    return data('text/calendar; charset=utf-8', text)
  })
}

/** Registers the pages. `publicUrl`: where calendar programs reach the product. */
export function addMeetingsPages(pages: Pages, publicUrl: string): void {
  pages.get('/moten', { permit: 'meetings.book', shows: 'persons', outlet: 'meetings.page' }, list)
  const own = { permit: 'meetings.book', shows: 'nothing' } as const
  pages.post('/moten/kalender', own, z.strictObject({}), async ({ place, actor, frame }) => {
    const token = await makeCalendar(place.pool, actor.staffId)
    return page(<CalendarPage frame={frame} address={`${publicUrl}/kalender/${place.code}/${token}.ics`} />)
  })
  pages.post('/moten/kalender/ta-bort', own, z.strictObject({}), async ({ place, actor, lang }) => {
    await dropCalendar(place.pool, actor.staffId)
    return goTo('/moten', meetingTexts[lang].calendarDropped)
  })
  addCalendarFeed(pages)
  addMeetingPages(pages)
}
