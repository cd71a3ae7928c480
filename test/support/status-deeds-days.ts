/** The diary of the year of statuses: what is done on which day, after the night. What it leads to is written down by itself, in the scenario. */
import { begins, decides, ends, goesThrough, says, stopsWatching, strikes, watches, type Deed } from './status-deeds.ts'

/** Day by day. */
export const deeds: Readonly<Record<string, readonly Deed[]>> = {
  '2025-09-01': [says('Bilal', 'other'), begins('never', 'Hugo', 'groupActivity', '2025-09-15')],
  '2025-09-10': [begins('long', 'Gizem', 'guidance', '2025-09-10')],
  '2025-09-12': [ends('never', '2025-09-15', 'neverBegan')],
  '2025-09-15': [begins('placement', 'Bilal', 'youthEmployment', '2025-09-22')],
  '2025-09-22': [decides('placement', 'approved', '2025-09-29')],
  '2025-09-29': [goesThrough('placement', 'preparation', 1)],
  '2025-10-01': [
    says('Farid', 'work'),
    begins('talk', 'Farid', 'singleTalk', '2025-10-01'),
    watches('Elin'),
    begins('one', 'Hugo', 'motivationalTalk', '2025-10-01', '2025-11-01'),
  ],
  '2025-10-06': [
    goesThrough('placement', 'practice', 2),
    begins('inside', 'Cleo', 'guidance', '2025-10-06'),
    begins('support', 'Elin', 'guidance', '2025-10-06'),
  ],
  '2025-10-20': [ends('inside', '2025-10-20')],
  '2025-10-31': [says('Bilal', 'other')],
  '2025-11-01': [begins('two', 'Hugo', 'guidance', '2025-11-01'), ends('one', '2025-11-01')],
  '2025-11-03': [begins('guidance', 'Alma', 'guidance', '2025-11-10', '2025-12-01')],
  '2025-11-07': [begins('short', 'Gizem', 'studyVisit', '2025-11-07')],
  '2025-11-14': [ends('long', '2025-11-14')],
  '2025-11-17': [goesThrough('placement', 'employment', 3)],
  '2025-11-20': [begins('late', 'Farid', 'motivationalTalk', '2025-11-05'), ends('support', '2025-11-20')],
  '2025-11-21': [ends('short', '2025-11-21')],
  '2025-12-01': [stopsWatching('Elin'), ends('two', '2025-12-01')],
  '2025-12-10': [ends('late', '2025-12-01')],
  '2025-12-15': [ends('guidance', '2025-12-15')],
  '2026-01-15': [says('Farid', 'none')],
  '2026-02-01': [begins('wrong', 'Cleo', 'studyVisit', '2026-03-01')],
  '2026-02-02': [begins('last', 'Disa', 'guidance', '2026-02-02')],
  '2026-02-10': [strikes('wrong'), ends('placement', '2026-02-10', 'work', 'work')],
  '2026-03-02': [begins('again', 'Bilal', 'youthEmployment', '2026-03-09')],
  '2026-03-09': [decides('again', 'refused', '2026-03-09')],
  '2026-04-01': [says('Farid', 'unknown')],
  '2026-04-20': [says('Farid', 'studiesAbroad')],
}
