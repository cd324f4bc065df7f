import type { Reply } from '../answer/reply.ts'
import { Problem } from '../errors.ts'
import { asProblem } from './problems.ts'

/** How long a reply may take before the stream opens without it. */
const PATIENCE = 1000

/**
 * A reply as server-sent events. What fails within a second throws, so that it is answered with its own status;
 * what fails once the stream is open becomes its `error` event.
 */
export async function replyStream(
  replying: Promise<Reply>,
  log?: (line: string) => void,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE)
  })
  try {
    await Promise.race([replying, late])
  } finally {
    clearTimeout(timer)
  }
  let isLeft = false
  return new ReadableStream({
    async start(controller) {
      const send = (text: string) => {
        if (!isLeft) controller.enqueue(new TextEncoder().encode(text))
      }
      // A comment: the headers leave now, however long the reply takes.
      send(': \n\n')
      try {
        const reply = await replying
        for (const text of sentencesOf(reply.text)) send(event('delta', { text }))
        send(event('reply', reply))
      } catch (error) {
        if (!(error instanceof Problem)) log?.(failure(error))
        send(event('error', asProblem(error)))
      }
      if (!isLeft) controller.close()
    },
    cancel() {
      isLeft = true
    },
  })
}

/** JSON holds no raw line break, so that each event is one line of data. */
const event = (name: string, data: unknown): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`

export const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[。！？；\n])(?![。！？；\n”’」』）])/).filter((part) => part !== '')

/** The message is left out: it may repeat what a person wrote. */
const failure = (error: unknown): string =>
  JSON.stringify({
    time: new Date().toISOString(),
    event: 'stream-failed',
    error: error instanceof Error ? error.name : typeof error,
  })
