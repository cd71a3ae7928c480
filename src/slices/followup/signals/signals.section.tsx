/** Open signals on the youth's page: each process sees its own, the authority process all. */
import { listRolesOf } from '../people/file.store.ts'
import type { YouthSection } from '../section.ts'
import { loadTraced } from './pages.actions.ts'
import { SignalCard } from './signal.views.tsx'

export const signalSection: YouthSection = {
  permit: 'followup.read',
  read: async (tx, reader, youth) => {
    const roles = await listRolesOf(tx, reader.staffId)
    const traced = await loadTraced(tx, youth.id)
    const own = traced.filter(({ signal }) => roles.includes('authority') || (roles.includes(signal.recipient) && signal.fromOn !== null))
    return (shown) => <SignalCard shown={shown} youthId={youth.id} traced={own} />
  },
}
