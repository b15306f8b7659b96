import { DEFAULT_THEME, type TLThemeColors, type TLThemes } from 'tldraw'

/** What is drawn on the canvas itself around what one has in hand: the accent of ui/theme.css, `--accent`. */
const inHand = {
  selectionStroke: '#5b2a86',
  selectionFill: 'rgb(91 42 134 / 10%)',
  brushFill: 'rgb(91 42 134 / 6%)',
  brushStroke: 'rgb(91 42 134 / 40%)',
  selectedContrast: '#ffffff',
  snap: '#b3261e',
} satisfies Partial<TLThemeColors>

/** tldraw's own theme with our colours of selection; its palette for drawings stays. */
export const canvasThemes: Partial<TLThemes> = {
  default: {
    ...DEFAULT_THEME,
    colors: { ...DEFAULT_THEME.colors, light: { ...DEFAULT_THEME.colors.light, ...inHand } },
  },
}
