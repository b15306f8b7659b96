import { useEffect } from 'react'
import type { Editor } from 'tldraw'
import type { Extraction } from '@samenreis/model/actions/improvementAction'
import { LatestExtraction } from '../../api/LatestExtraction.ts'
import { ideaMarks, type Dots } from '../../shapes/idea/ideaMarks.ts'
import { useBoardSession } from '../BoardSession.ts'
import { LookAlikes, type Alike } from './LookAlikes.ts'

/** Puts on the ideas what is not in the document: dots of the last closed round, and for facilitators what looks alike. */
export function useIdeaMarks(editor: Editor): void {
  const { connection, isFacilitator, me } = useBoardSession()
  const isScreen = me.role === 'screen'

  useEffect(() => {
    // The list of actions, from which the dots come, is not for screens.
    if (isScreen) return undefined
    // Dots that cannot be read now are read with the next closed round; the list of actions tells what is wrong.
    const latest = new LatestExtraction({
      roomId: connection.roomId,
      onRead: (extraction) => ideaMarks.update(editor, (marks) => ({ ...marks, dots: dotsOf(extraction) })),
    })
    latest.read()
    const stop = connection.votesVersion.subscribe(latest.read)
    return () => {
      stop()
      latest.stop()
    }
  }, [editor, connection, isScreen])

  useEffect(() => {
    if (!isFacilitator) return undefined
    const lookAlikes = new LookAlikes(connection.board)
    const show = (): void => mark(editor, lookAlikes.alike.get())
    show()
    const stop = lookAlikes.alike.subscribe(show)
    return () => {
      stop()
      lookAlikes.stop()
      mark(editor, new Map())
    }
  }, [editor, connection, isFacilitator])
}

function mark(editor: Editor, alike: Alike): void {
  ideaMarks.update(editor, (marks) => ({ ...marks, alike }))
}

function dotsOf({ actions }: Extraction): ReadonlyMap<string, Dots> {
  return new Map(
    actions
      .filter(({ priority }) => priority.votes > 0)
      .map(({ source, priority }) => [source.shapeId, { all: priority.votes, clients: priority.byGroup.client }]),
  )
}
