import {
  DefaultStylePanel,
  StylePanelArrowheadPicker,
  StylePanelArrowKindPicker,
  StylePanelColorPicker,
  StylePanelDashPicker,
  StylePanelFillPicker,
  StylePanelLabelAlignPicker,
  StylePanelSection,
  StylePanelSizePicker,
  StylePanelTextAlignPicker,
  type TLUiStylePanelProps,
} from 'tldraw'

/** Colour, thickness and the like of drawings. No choice of typeface: there is one (look.md, Type). */
export function BoardStylePanel(props: TLUiStylePanelProps) {
  return (
    <DefaultStylePanel {...props}>
      <StylePanelSection>
        <StylePanelColorPicker />
      </StylePanelSection>
      <StylePanelSection>
        <StylePanelFillPicker />
        <StylePanelDashPicker />
        <StylePanelSizePicker />
      </StylePanelSection>
      <StylePanelSection>
        <StylePanelTextAlignPicker />
        <StylePanelLabelAlignPicker />
        <StylePanelArrowKindPicker />
        <StylePanelArrowheadPicker />
      </StylePanelSection>
    </DefaultStylePanel>
  )
}
