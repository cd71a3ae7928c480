/** Measuring: seconds, and the most memory this process has held. */

/** Runs the work and says how long it took, in seconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return (performance.now() - startedAt) / 1000
}

/** The most resident memory of the process so far, in MB. */
export const peakMemoryMb = (): number => Math.round(process.resourceUsage().maxRSS / 1024)

export const round = (value: number, digits = 2): number => Math.round(value * 10 ** digits) / 10 ** digits

/** Seconds of the processor that this process has had. */
export const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
