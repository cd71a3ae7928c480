/** The settings of school notices: when a source agrees, when a notice is sent twice or late, and for how long links and particulars last. */
import { numberSettings, type Numbers } from '../../kernel/number-settings.ts'

export const noticeSettings = numberSettings({
  /** A source that says the same within so many days agrees with a notice. */
  toleranceDays: { key: 'notices.toleranceDays', shipped: 7, least: 0, most: 60 },
  /** The same school, pupil and kind within so many days is the same notice sent twice. */
  duplicateDays: { key: 'notices.duplicateDays', shipped: 14, least: 0, most: 60 },
  /** More days than so from the event to the notice is late. */
  lateDays: { key: 'notices.lateDays', shipped: 14, least: 1, most: 120 },
  /** Hours that a school's link is good for. */
  linkHours: { key: 'notices.linkHours', shipped: 8, least: 1, most: 48 },
  /** Days after a notice is over (refused, forwarded, answered, annulled) before the pupil's particulars are taken away. */
  keepDays: { key: 'notices.keepDays', shipped: 90, least: 1, most: 730 },
})
export type NoticeSettings = Numbers<(typeof noticeSettings.names)[number]>
