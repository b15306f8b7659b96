import type { TLComponents } from 'tldraw'
import { ShapeMarks } from '../../shapes/ShapeMarks.tsx'
import { BoardAnnouncer } from './BoardAnnouncer.tsx'
import { BoardBones } from './BoardBones.tsx'
import { BoardContextMenu } from './BoardContextMenu.tsx'
import { BoardGround } from './BoardGround.tsx'
import { BoardStylePanel } from './BoardStylePanel.tsx'

/** tldraw's own panels give way to ours (look.md, Chrome). The licence's mark is not among them and stays as it is. */
export const boardComponents: TLComponents = {
  A11y: BoardAnnouncer,
  ContextMenu: BoardContextMenu,
  Grid: BoardGround,
  LoadingScreen: BoardBones,
  OnTheCanvas: ShapeMarks,
  StylePanel: BoardStylePanel,
  MainMenu: null,
  PageMenu: null,
  MenuPanel: null,
  HelpMenu: null,
  ActionsMenu: null,
  QuickActions: null,
  HelperButtons: null,
  NavigationPanel: null,
  Minimap: null,
  ZoomMenu: null,
  Toolbar: null,
  SharePanel: null,
  TopPanel: null,
  DebugPanel: null,
  DebugMenu: null,
  KeyboardShortcutsDialog: null,
  ImageToolbar: null,
  VideoToolbar: null,
  CursorChatBubble: null,
  PeopleMenu: null,
}
