import type { Editor } from 'tldraw'
import { useEffect } from 'react'
import { useBoardSession } from './BoardSession.ts'
import { CurveKeys } from './curve/CurveKeys.tsx'
import { CurveStrip } from './curve/CurveStrip.tsx'
import { GapSwitch } from './curve/GapSwitch.tsx'
import { useMatrixPlaces } from './matrix/useMatrixPlaces.ts'
import { useIdeaMarks } from './merge/useIdeaMarks.ts'
import { useHeldNotice } from './journey/useHeldNotice.ts'
import { BasisFilterLine } from './filter/BasisFilterLine.tsx'
import { BasisFilterMark } from './filter/BasisFilterMark.tsx'
import { useShownSelection } from './journey/useShownSelection.ts'
import { EmptyBoard } from './empty/EmptyBoard.tsx'
import { GuessArea } from './guess/GuessArea.tsx'
import { GuessContext } from './guess/GuessContext.ts'
import { useGuessState } from './guess/useGuessState.ts'
import { useKeptBackCurves } from './guess/useKeptBackCurves.ts'
import { InsightSheet } from './insight/InsightSheet.tsx'
import { useDeletedWords } from './notices/useDeletedWords.ts'
import { useEmptiedPhases } from './notices/useEmptiedPhases.ts'
import { useEndsSoon } from './notices/useEndsSoon.ts'
import { useDamage } from './notices/useDamage.ts'
import { useQuarantine } from './notices/useQuarantine.ts'
import { PinnedPersona } from './persona/PinnedPersona.tsx'
import { PlayedLine } from './persona/PlayedLine.tsx'
import { SidePanel } from './panel/SidePanel.tsx'
import { Toolbar } from './toolbar/Toolbar.tsx'
import { ViewControls } from './toolbar/ViewControls.tsx'
import type { BoundStore } from './useBoardStore.ts'

interface Props {
  readonly editor: Editor
  readonly bound: BoundStore
}

/** Everything that floats over the canvas. Who looks on gets the view without tools; the big screen without anything. */
export function BoardChrome({ editor, bound }: Props) {
  const { me, mayEdit } = useBoardSession()
  useDeletedWords(bound.deleted)
  useQuarantine(bound.binding)
  useDamage()
  useEndsSoon()
  useHeldNotice(bound.lock)
  useShownSelection()
  useMatrixPlaces(editor)
  useIdeaMarks(editor)
  useEmptiedPhases()
  useEffect(() => {
    editor.updateInstanceState({ isReadonly: !mayEdit })
    if (!mayEdit) editor.setCurrentTool('hand')
  }, [editor, mayEdit])
  const isScreen = me.role === 'screen'
  const guess = useGuessState()
  useKeptBackCurves(editor, guess)
  return (
    <GuessContext value={guess}>
      <EmptyBoard />
      <BasisFilterMark />
      {isScreen ? null : <BasisFilterLine />}
      {isScreen ? null : <ViewControls mayEdit={mayEdit} />}
      {isScreen ? null : <GapSwitch at="board" />}
      {mayEdit ? <CurveStrip /> : null}
      {isScreen ? null : <CurveKeys />}
      {isScreen ? null : <PinnedPersona />}
      {mayEdit ? <PlayedLine /> : null}
      {mayEdit ? <Toolbar /> : null}
      {isScreen || guess.isSheetOpen ? null : <SidePanel />}
      {isScreen ? null : <InsightSheet />}
      <GuessArea />
    </GuessContext>
  )
}
