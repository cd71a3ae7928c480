/** /organisation: units, districts, staff. */
import { page, roleTexts, type Pages } from '../access/index.ts'
import { readOrganisation, readPlacelessCodes } from './organisation.actions.ts'
import { DistrictsPage, OverviewPage, StaffPage, UnitsPage } from './organisation.views.tsx'
import { addDistrictForms } from './district.routes.tsx'
import { addStaffForms } from './staff.routes.tsx'
import { addUnitForms } from './unit.routes.tsx'

/** Registers the organisation's pages. */
export function addOrganisationPages(pages: Pages): void {
  const read = { permit: 'organisation.read', shows: 'staff' } as const
  pages.get('/organisation', read, async ({ place, frame, may }) =>
    page(<OverviewPage frame={frame} organisation={await readOrganisation(place.pool)} mayReadCover={may('cover.read')} />),
  )
  pages.get('/organisation/enheter', read, async ({ place, frame, may }) =>
    page(<UnitsPage frame={frame} mayEdit={may('organisation.edit')} rows={(await readOrganisation(place.pool)).units} />),
  )
  const counted = { permit: 'organisation.read', shows: 'counts', outlet: 'coverage.page' } as const
  pages.get('/organisation/omraden', counted, async ({ place, frame, may, scope, today }) => {
    const { districts } = await readOrganisation(place.pool)
    const placeless = await readPlacelessCodes(place.pool, scope, today)
    return page(<DistrictsPage frame={frame} mayEdit={may('organisation.edit')} rows={districts} placeless={placeless} />)
  })
  pages.get('/organisation/medarbetare', read, async ({ place, frame, may, lang }) => {
    const { staff } = await readOrganisation(place.pool)
    return page(<StaffPage frame={frame} mayEdit={may('organisation.edit')} rows={staff} roleNames={roleTexts[lang]} />)
  })
  addUnitForms(pages)
  addDistrictForms(pages)
  addStaffForms(pages)
}
