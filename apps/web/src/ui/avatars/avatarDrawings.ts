import type { GuestAvatar } from '@samenreis/model/api/participant'
import { animals } from './animals.tsx'
import type { AvatarDrawing } from './AvatarDrawing.ts'
import { things } from './things.tsx'

/** Every drawing that a guest may choose; one that is missing does not compile. */
export const avatarDrawings: Readonly<Record<GuestAvatar, AvatarDrawing>> = { ...animals, ...things }
