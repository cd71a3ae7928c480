/** What the page that questionnaires are answered on says, in each language. */
export type SurveyWords = {
  readonly title: string
  readonly intro: string
  readonly codeHint: string
  /** The same for a code that is unknown, used, expired or no code at all. */
  readonly wrong: string
  /** `{{n}}` and `{{of}}` are numbers. */
  readonly step: string
  readonly skip: string
  readonly yesNo: readonly [yes: string, no: string]
  /** From very bad to very good. */
  readonly scale: readonly [string, string, string, string, string]
  readonly nothing: string
  readonly privacy: { readonly title: string; readonly lines: readonly string[] }
  readonly thanks: { readonly title: string; readonly text: string }
}
