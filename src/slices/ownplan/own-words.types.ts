/** Every word of the own page, in one shape for all languages. Plain text; {{phone}}, {{day}} and {{time}} are the only placeholders. */
import type { LinkChannel } from './ownplan.types.ts'

/** How the link came, and so how the code comes. */
type ByChannel = Readonly<Record<LinkChannel, string>>

export type OwnWords = {
  /** `title` says nothing of what is inside: it is seen before the door, and in the list of windows. */
  readonly page: { readonly title: string; readonly skip: string; readonly language: string; readonly call: string }
  /** Before the door. */
  readonly door: {
    readonly title: string
    readonly text: ByChannel
    readonly never: string
    readonly button: string
    readonly have: string
    /** The half hour is over; what was typed is kept. */
    readonly over: string
    readonly kept: string
  }
  readonly code: {
    readonly title: string
    readonly sent: ByChannel
    readonly label: string
    readonly hint: string
    readonly button: string
    /** Said of a code that is wrong, expired, used, or tried too often: which of them is nobody's to know. */
    readonly wrong: string
    readonly again: string
    readonly againHint: string
    readonly tooMany: string
  }
  readonly gone: { readonly title: string; readonly text: string; readonly tooMany: string }
  readonly left: { readonly title: string; readonly text: string }
  readonly none: { readonly title: string; readonly text: string }
  readonly plan: {
    readonly title: string
    readonly goal: string
    readonly next: string
    readonly noNext: string
    readonly columns: { readonly youth: string; readonly municipality: string; readonly other: string }
    readonly noSteps: string
    /** `due` and `done` hold {{day}}. */
    readonly due: string
    readonly done: string
    readonly ownStep: string
    /** On the buttons, followed by the step for those who have the page read aloud. */
    readonly tick: string
    readonly untick: string
    readonly add: { readonly title: string; readonly label: string; readonly hint: string; readonly button: string }
    readonly yes: { readonly title: string; readonly text: string; readonly button: string; readonly said: string }
    readonly until: string
    readonly leave: string
  }
  /** What was just done. */
  readonly saved: { readonly tick: string; readonly untick: string; readonly add: string; readonly yes: string }
  readonly problems: {
    readonly title: string
    readonly stepGone: string
    readonly stepChanged: string
    readonly planChanged: string
    readonly planOver: string
    readonly empty: string
    readonly tooLong: string
    readonly tooMany: string
  }
}
