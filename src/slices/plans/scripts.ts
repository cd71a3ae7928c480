/** The script of the pages where a plan is written. */
import type { PageScript } from '../../platform/http/assets.ts'
import { lixScriptName } from './write.views.tsx'

export const planScript: PageScript = { name: lixScriptName, entry: 'src/slices/plans/browser/lix.js' }
