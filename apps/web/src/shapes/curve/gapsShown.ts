import { EditorAtom } from 'tldraw'

/** Whether the gap between the client's and the staff's line is drawn. On this screen only; never stored. */
export const gapsShown = new EditorAtom('gaps shown', () => true)
