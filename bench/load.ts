/** A load from a process of its own: so many connections, each asking again when it is answered, at once or after a pause. */
import { Agent, request } from 'node:http'

export type LoadOrder = {
  readonly port: number
  readonly cookie: string
  readonly paths: readonly string[]
  readonly connections: number
  /** Stops after so many requests, or so many seconds, whichever is first. */
  readonly requests: number
  readonly seconds: number
  /** Each connection waits so long between an answer and its next question; 0: asks again at once, so that the machine is always full. */
  readonly pauseMs: number
}
export type LoadResult = {
  readonly requests: number
  readonly failed: number
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly longest: number
  /** Bytes of an average answer over the wire, headers left out. */
  readonly bytes: number
}

type Answer = { readonly status: number; readonly bytes: number }

const ask = (agent: Agent, { port, cookie }: LoadOrder, path: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const headers = { cookie, 'accept-encoding': 'gzip, br' }
    const sent = request({ host: '127.0.0.1', port, path, agent, headers }, (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, bytes }))
      answer.on('error', reject)
    })
    sent.on('error', reject)
    sent.end()
  })

const at = (sorted: Float64Array, share: number): number => Math.round((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) * 100) / 100

type Answered = { readonly times: readonly number[]; readonly failed: number; readonly bytes: number; readonly seconds: number }

/** Milliseconds are from the first byte sent to the last byte read. */
async function answers(order: LoadOrder): Promise<Answered> {
  const agent = new Agent({ keepAlive: true, maxSockets: order.connections })
  const times: number[] = []
  let [asked, failed, bytes] = [0, 0, 0]
  const startedAt = performance.now()
  const lane = async () => {
    while (asked < order.requests && performance.now() < startedAt + order.seconds * 1000) {
      const path = order.paths[asked++ % order.paths.length] ?? '/'
      const begun = performance.now()
      const answer = await ask(agent, order, path)
      times.push(performance.now() - begun)
      bytes += answer.bytes
      if (answer.status !== 200) failed++
      if (order.pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, order.pauseMs))
    }
  }
  await Promise.all(Array.from({ length: order.connections }, lane))
  agent.destroy()
  return { times, failed, bytes, seconds: (performance.now() - startedAt) / 1000 }
}

/** Runs the load to its end. */
export async function runLoad(order: LoadOrder): Promise<LoadResult> {
  const { times, failed, bytes, seconds } = await answers(order)
  const sorted = Float64Array.from(times).toSorted()
  return {
    requests: times.length,
    failed,
    perSecond: Math.round(times.length / seconds),
    p50: at(sorted, 0.5),
    p95: at(sorted, 0.95),
    p99: at(sorted, 0.99),
    longest: at(sorted, 1),
    bytes: Math.round(bytes / Math.max(1, times.length)),
  }
}
