/** A message on the page. The kind is told in words too, for those who do not see the icon and colour. */
import type { Child } from 'hono/jsx'
import { useTexts } from './ui.texts.ts'

/** What a message is about. */
export type AlertKind = 'info' | 'success' | 'warning' | 'danger'

type AlertProps = {
  readonly kind: AlertKind
  readonly title?: string | undefined
  readonly children?: Child
  /** Something that happened just now: read out (role status, or alert when it went wrong). */
  readonly live?: boolean
}

const liveRole = (kind: AlertKind): 'alert' | 'status' => (kind === 'danger' ? 'alert' : 'status')

/** A message in a box with an icon. */
export const Alert = ({ kind, title, children, live = false }: AlertProps) => (
  <div class="ds-alert" data-color={kind} {...(live ? { role: liveRole(kind) } : {})}>
    <span class="ds-sr-only">{`${useTexts().alert[kind]}: `}</span>
    {title !== undefined && <strong class="alert-title">{title}</strong>}
    {children}
  </div>
)
