/** What is to be booked: a variant with what its service says of seats and buffers. */
export interface Offer {
  variantId: string;
  durationMinutes: number;
  capacity: number;
  /** Null: the mentor's own. */
  bufferBeforeMinutes: number | null;
  bufferAfterMinutes: number | null;
}

/** An offer that can be chosen among others. */
export interface TitledOffer extends Offer {
  title: string;
}
