import { z } from 'zod'

/** Answer of `POST /api/v1/rooms/:roomId/imports`, 201: what was added to the board. */
export const Imported = z.object({
  /** Records that were added: shapes, links and pages. */
  records: z.number().int(),
  votes: z.number().int(),
  /** Records of the file that did not hold and were left out. */
  setAside: z.number().int(),
})
export type Imported = z.infer<typeof Imported>
