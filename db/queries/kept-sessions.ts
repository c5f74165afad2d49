import { bookings } from '../schema/bookings';
import { mentors } from '../schema/mentors';
import { portraits } from '../schema/portraits';
import { services } from '../schema/services';
import { sessions } from '../schema/sessions';
import { users } from '../schema/users';
import { mentorHandle } from './mentor-handle';
import { linkOfBooking } from './offers';
import { takesBookings } from './taking-bookings';

/**
 * What there is to say of a session that is kept for somebody who has yet to say yes, by a hold or by a
 * proposal: of the booking, with its session, service and mentor joined in. `users` is the mentor.
 */
export const keptSession = {
  bookingId: bookings.id,
  menteeId: bookings.menteeId,
  reference: bookings.reference,
  status: bookings.status,
  expiresAt: bookings.expiresAt,
  period: bookings.period,
  guestName: bookings.guestName,
  guestTimeZone: bookings.guestTimeZone,
  priceCredits: bookings.priceCredits,
  mentorName: users.name,
  mentorPortraitId: portraits.id,
  mentorHandle,
  mentorTakesBookings: takesBookings,
  mentorTimeZone: mentors.timeZone,
  serviceTitle: services.title,
  link: linkOfBooking,
  variantId: sessions.variantId,
  durationMinutes: sessions.durationMinutes,
  format: sessions.format,
};
