/**
 * How a copy of this tab's unstored work stands on the device: `off` = none is to be made; `writing` = one is on its way; `kept` =
 * everything that is not stored stands there, the device has said so; `failed` = the device could not take it (reliability.md C3, F93).
 */
export type CopyState = 'off' | 'writing' | 'kept' | 'failed'
