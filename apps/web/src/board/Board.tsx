import 'tldraw/tldraw.css'
import './canvas/canvas.css'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Tldraw, type Editor, type TldrawOptions } from 'tldraw'
import { interfaceLanguage } from '../i18n/interfaceLanguage.ts'
import { keepPersonasHigh } from '../shapes/persona/keepPersonasHigh.ts'
import { customBindingUtils, customOverlayUtils, customShapeUtils, customTools } from '../shapes/shapeDefinitions.ts'
import { mapVisibility } from '../shapes/journey/foldedLanes.ts'
import type { LocalPresence } from '../sync/LocalPresence.ts'
import { looksOn, useBoardSession } from './BoardSession.ts'
import { assetUrls } from './canvas/assetUrls.ts'
import { boardComponents } from './canvas/boardComponents.ts'
import { canvasThemes } from './canvas/canvasTheme.ts'
import { canvasUser } from './canvas/canvasUser.ts'
import { registerExternalContent } from './canvas/externalContent.ts'
import { showFirstView } from './canvas/firstView.ts'
import type { KeptView } from './canvas/KeptView.ts'
import { registerMakerDefaults } from './canvas/makerDefaults.ts'
import { uiOverrides } from './canvas/uiOverrides.ts'
import { shelfOfTab } from './insight/InsightPlaceContext.ts'
import { useNotices } from './notices/NoticesContext.ts'
import { keepScreenPersonas } from './persona/screenPersonas.ts'
import { joinEditor, type BoundStore } from './useBoardStore.ts'

const options: Partial<TldrawOptions> = {
  maxPages: 1,
  // How much the board holds is the server's word, and is told in ours.
  maxShapesPerPage: 10_000,
  // A double click on the ground makes nothing by accident; text has its tool.
  createTextOnCanvasDoubleClick: false,
  enableToolbarKeyboardShortcuts: false,
  // The zoom stands in a property that every element inherits: while the view moves it stays as it was, or each frame would
  // look at the style of every card again (the canvas does so above 500 shapes by itself).
  debouncedZoomThreshold: 10,
  // A frame on an old machine takes longer than the usual 64 ms; taken for standing still, it would be made slower yet.
  cameraMovingTimeoutMs: 200,
}

/** The canvas in use, and what tells the others where this person is on it. */
export interface OpenCanvas {
  readonly editor: Editor
  readonly presence: LocalPresence
}

interface Props {
  readonly bound: BoundStore
  readonly view: KeptView
  readonly licenseKey: string | undefined
  /** The canvas once it is there, null when it goes. */
  readonly onOpen: (open: OpenCanvas | null) => void
}

/** The canvas: tldraw with our shapes, tools, words and look, on the store that is bound to the room's document. */
export function Board({ bound, view, licenseKey, onOpen }: Props) {
  const { t, i18n } = useTranslation('board')
  const { me, room, connection } = useBoardSession()
  const notices = useNotices()
  const language = interfaceLanguage(i18n.language)
  const user = useMemo(() => canvasUser({ id: me.id, name: me.name }, language), [me.id, me.name, language])
  const boardOptions = useMemo(() => ({ ...options, branding: t('name') }), [t])

  const handleMount = useCallback(
    (editor: Editor) => {
      registerExternalContent(editor, (why) =>
        notices.show({ tone: 'info', text: t(`paste.${why}`), acts: [], lasts: 'while' }),
      )
      // Before the others are told where this person is: a view that moves looks like a pointer that moves.
      if (!view.show(editor)) showFirstView(editor, !looksOn(me.role))
      const { presence, leave } = joinEditor(editor, bound, connection, me.role !== 'screen')
      const stops = [
        leave,
        keepScreenPersonas(editor, room.id, shelfOfTab()),
        registerMakerDefaults(editor, me),
        keepPersonasHigh(editor),
      ]
      editor.updateInstanceState({ isGridMode: true })
      onOpen({ editor, presence })
      return () => {
        view.keep(editor)
        onOpen(null)
        for (const stop of stops) stop()
      }
    },
    [bound, connection, me, notices, onOpen, room.id, view, t],
  )

  return (
    <Tldraw
      store={bound.store}
      shapeUtils={customShapeUtils}
      bindingUtils={customBindingUtils}
      overlayUtils={customOverlayUtils}
      tools={customTools}
      components={boardComponents}
      overrides={uiOverrides}
      themes={canvasThemes}
      assetUrls={assetUrls}
      options={boardOptions}
      getShapeVisibility={mapVisibility}
      user={user}
      locale={language}
      onMount={handleMount}
      {...(licenseKey === undefined ? {} : { licenseKey })}
    />
  )
}
