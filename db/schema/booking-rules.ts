import { type Column, sql } from 'drizzle-orm';
import { integer, text } from 'drizzle-orm/pg-core';
import { confirmationModes } from '@/domain/availability';
import { mostSlotsPerOrder } from '@/domain/bookings';

/**
 * By which rules somebody is booked, and on which terms: a mentor's own, and those that an organization
 * gives to its new mentors. The zone is apart: it is nobody's default.
 */
export function bookingRuleColumns() {
  return {
    minimumNoticeMinutes: integer().notNull().default(120),
    horizonDays: integer().notNull().default(60),
    stepMinutes: integer().notNull().default(30),
    bufferBeforeMinutes: integer().notNull().default(0),
    bufferAfterMinutes: integer().notNull().default(0),
    maxSessionsPerDay: integer(),
    maxSessionsPerWeek: integer(),
    /** What one mentee may have ahead with the mentor: in all, and of requests that wait for an answer. */
    mostOpenEach: integer().notNull().default(mostSlotsPerOrder),
    mostRequestsEach: integer().notNull().default(mostSlotsPerOrder),
    confirmation: text({ enum: confirmationModes }).notNull().default('automatic'),
    cancelNoticeMinutes: integer().notNull().default(1440),
    moveNoticeMinutes: integer().notNull().default(1440),
    /** Percent of the price kept when a mentee cancels inside the notice. */
    lateCancelPercent: integer().notNull().default(100),
  };
}

/** The bounds of all that is a number among them. */
export function areRulesInRange(
  rules: Record<Exclude<keyof ReturnType<typeof bookingRuleColumns>, 'confirmation'>, Column>,
) {
  return sql`${rules.minimumNoticeMinutes} between 0 and 43200
        and ${rules.horizonDays} between 1 and 365
        and ${rules.stepMinutes} between 5 and 480
        and ${rules.bufferBeforeMinutes} between 0 and 240
        and ${rules.bufferAfterMinutes} between 0 and 240
        and ${rules.cancelNoticeMinutes} between 0 and 43200
        and ${rules.moveNoticeMinutes} between 0 and 43200
        and ${rules.lateCancelPercent} between 0 and 100
        and ${rules.mostOpenEach} between 1 and 100
        and ${rules.mostRequestsEach} between 1 and 100
        and coalesce(${rules.maxSessionsPerDay}, 1) >= 1
        and coalesce(${rules.maxSessionsPerWeek}, 1) >= 1`;
}
