/** A publication as part of somebody else's document: its figures as they were, and how they were counted, under headings of the second level and down. */
import type { Lang } from '../../kernel/lang.ts'
import { publicationSections } from './published.views.tsx'
import { rulesMarkup, sectionMarkup } from './report-page.ts'
import type { Publication } from './reports.types.ts'

/** As markup; what was too small then is hidden still. */
export const publicationMarkup = (publication: Publication, lang: Lang): string =>
  publicationSections(publication, lang)
    .map((section) => sectionMarkup(section, lang))
    .join('') + rulesMarkup(publication.smallBelow, lang)
