/** The dark bar at the top: product, menu, meeting mode, the reader's own. On a phone the menu is a details element. */
import type { Frame, Reader } from './frame.ts'
import { useTexts } from './ui.texts.ts'

type Props = { readonly frame: Frame }

const Token = ({ frame }: Props) => <input type="hidden" name="formToken" value={frame.formToken} />

const Menu = ({ frame, place }: Props & { place: 'bar' | 'panel' }) => (
  <nav class={`menu-${place}`} aria-label={useTexts().mainNav}>
    <ul>
      {frame.nav.map(({ href, label, current }) => (
        <li>
          <a href={href} {...(current ? { 'aria-current': 'page' } : {})}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

/** Tells the server which way it should be, so that pressing twice does not turn it back. */
const MeetingForm = ({ frame }: Props) => {
  const { meetingOn, meetingOff } = useTexts()
  return (
    <form method="post" action="/motelage" data-meeting={frame.meeting ? 'off' : 'on'}>
      <Token frame={frame} />
      <input type="hidden" name="meeting" value={frame.meeting ? 'off' : 'on'} />
      <input type="hidden" name="path" value={frame.path} />
      <button class="bar-button">{frame.meeting ? meetingOff : meetingOn}</button>
    </form>
  )
}

const LangForm = ({ frame }: Props) => {
  const other = frame.lang === 'sv' ? 'en' : 'sv'
  return (
    <form method="post" action="/sprak">
      <Token frame={frame} />
      <input type="hidden" name="lang" value={other} />
      <input type="hidden" name="path" value={frame.path} />
      <button class="bar-button" lang={other}>
        {useTexts().otherLang}
      </button>
    </form>
  )
}

const LogOutForm = ({ frame }: Props) => (
  <form method="post" action="/logga-ut" data-unsent={useTexts().unsent}>
    <Token frame={frame} />
    <button class="bar-button">{useTexts().logOut}</button>
  </form>
)

const readerText = ({ name, role, unit }: Reader): string => `${name}, ${role}${unit === null ? '' : ` · ${unit}`}`

const Own = ({ frame, reader }: Props & { reader: Reader }) => (
  <details class="own" data-panel>
    <summary>
      <span class="own-name">{readerText(reader)}</span>
      <span class="own-menu">{useTexts().menu}</span>
    </summary>
    <div class="panel">
      {frame.nav.length > 0 && <Menu frame={frame} place="panel" />}
      <p class="own-menu">{readerText(reader)}</p>
      <LangForm frame={frame} />
      <LogOutForm frame={frame} />
    </div>
  </details>
)

const Tools = ({ frame }: Props) => (
  <div class="tools">
    {frame.reader === null ? (
      <LangForm frame={frame} />
    ) : (
      <>
        <MeetingForm frame={frame} />
        <Own frame={frame} reader={frame.reader} />
      </>
    )}
  </div>
)

const Banner = ({ frame }: Props) => (
  <div class="tools meeting" role="status">
    <span>{useTexts().meetingBanner}</span>
    <MeetingForm frame={frame} />
  </div>
)

/** The header of a page. In meeting mode it holds nothing but the way out of it. */
export const Header = ({ frame }: Props) => (
  <header class="top">
    <div class="wrap">
      {frame.meeting ? (
        <strong class="brand">Ungdomslots</strong>
      ) : (
        <a class="brand" href="/">
          Ungdomslots
        </a>
      )}
      {!frame.meeting && frame.nav.length > 0 && <Menu frame={frame} place="bar" />}
      {frame.meeting ? <Banner frame={frame} /> : <Tools frame={frame} />}
    </div>
  </header>
)
