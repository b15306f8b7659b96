import type { Editor, TLEventInfo } from 'tldraw'

/** Calls when a gesture in the editor ends or may have ended: a pointer or a key came up, or it was broken off. Returns what ends it. */
export function onGestureEnd(editor: Editor, handle: () => void): () => void {
  const handleEvent = ({ type, name }: TLEventInfo): void => {
    if ((type === 'pointer' && name === 'pointer_up') || (type === 'keyboard' && name === 'key_up')) handle()
    if (type === 'misc') handle()
  }
  editor.on('event', handleEvent)
  return () => void editor.off('event', handleEvent)
}
