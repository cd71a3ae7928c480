/** What page tests of other slices ask of a warning. */

/** The value of the tick on a page; null when nobody is warned there. */
export const tickIn = (html: string): string | null => {
  const [input] = /<input[^>]*name="noteKept"[^>]*>/.exec(html) ?? []
  return input === undefined ? null : (/value="([^"]*)"/.exec(input)?.[1] ?? '')
}

/** Whether the tick is there and ticked. */
export const isTicked = (html: string): boolean => /<input[^>]*name="noteKept"[^>]*\schecked/.test(html)
