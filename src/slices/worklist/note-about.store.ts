/** Who works where a youth is, and the municipality's own words for notes. */
import { wholeMunicipality } from '../../kernel/permission.ts'
import type { Tx } from '../../platform/db/tx.ts'

/** The names of those who are not shut out: of the unit, of none, and those who see all units wherever they sit; everybody's when it is null. */
export async function listColleagueNames(tx: Tx, unitId: number | null): Promise<string[]> {
  const rows = await tx.prepared<{ name: string }>(
    `select name from access.staff where active and ($1::int is null or unit_id is null or unit_id = $1 or roles && $2::text[]) order by name`,
    [unitId, [...wholeMunicipality]],
  )
  return rows.map(({ name }) => name)
}

/** The settings of notes as they are now. */
export const listNoteSettings = (tx: Tx): Promise<{ readonly key: string; readonly value: unknown }[]> =>
  tx.prepared<{ key: string; value: unknown }>(
    `select key, value from settings.value where starts_with(key, 'notes.') and known_until = 'infinity'`,
    [],
  )
