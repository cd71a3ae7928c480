/** The permission matrix as a document: every route, what it shows and through which outlet, and which roles may use it. */
import { isSealed, mayDo } from '../../src/kernel/permission.ts'
import { roles, type Role } from '../../src/kernel/actor.ts'
import type { DeclaredRoute } from '../../src/slices/access/index.ts'

export const isAllowed = (role: Role, { permit }: DeclaredRoute): boolean =>
  permit === 'public' ||
  permit === 'signed-in' ||
  (permit !== 'client' && (isSealed(permit) ? role === 'followup' && permit === 'followup.enter' : mayDo([role], permit)))

const head = `# Permissions

Generated from the routes themselves by \`test/scenario/permissions.test.ts\`, which also tries every cell; do not edit by hand.
To write it anew after a route was added: \`LOTS_WRITE_PERMISSIONS=1 ./lots test permissions\`.
"Outlet" is the disclosure gate that narrows what the page shows (docs/adr/0016). Scope: counsellor and unitManager see their own unit,
the others the whole municipality; nobody but protectedHandler sees a protected youth, by any route.
Permissions named followup are the sealed module's: its own roles give them (docs/adr/0036); the sign-in gives the way in and nothing more.

`

/** The document. */
export function permissionTable(declared: readonly DeclaredRoute[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const lines = declared
    .toSorted((a, b) => (a.path === b.path ? (a.method < b.method ? -1 : 1) : a.path < b.path ? -1 : 1))
    .map((route) =>
      row([
        route.method,
        `\`${route.path.replaceAll('|', '\\|')}\``,
        route.permit,
        route.shows,
        'outlet' in route ? route.outlet : '',
        ...roles.map((role) => (isAllowed(role, route) ? 'yes' : '')),
      ]),
    )
  const titles = ['method', 'path', 'permission', 'shows', 'outlet', ...roles]
  return `${head}${[row(titles), row(titles.map(() => '---')), ...lines].join('\n')}\n`
}
