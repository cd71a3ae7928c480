/** One tab at a time: two that have the round open would write over each other. */
let held = null

const ask = () =>
  new Promise((resolve) => {
    const hold = (lock) => {
      resolve(lock !== null)
      // Held for as long as the tab lives.
      return lock === null ? undefined : new Promise(() => {})
    }
    void navigator.locks.request('lots-ficka', { ifAvailable: true }, hold)
  })

/** Whether this tab is the one that has the round. */
export async function alone() {
  held ??= ask()
  const isOurs = await held
  if (!isOurs) held = null
  return isOurs
}
