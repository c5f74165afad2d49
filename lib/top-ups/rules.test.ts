import { describe, expect, it } from 'vitest';
import { topUpStatuses } from '@/domain/credits';
import { formatPrice, outcomeOf } from './rules';

/** With plain spaces: which of them do not break is Intl's business. */
const price = (amount: number, currency: string, locale: string) =>
  formatPrice({ amount, currency }, locale).replaceAll(/\s/g, ' ');

describe('formatPrice', () => {
  it.each([
    [500, 'eur', '€5', '5 €'],
    [450, 'eur', '€4.50', '4,50 €'],
    [100_000, 'eur', '€1,000', '1 000 €'],
    [3000, 'xof', 'F CFA 3,000', '3 000 F CFA'],
    [500, 'xaf', 'FCFA 500', '500 FCFA'],
    [20_000, 'mga', 'MGA 20,000', '20 000 MGA'],
    [1_850_000, 'ugx', 'UGX 18,500', '18 500 UGX'],
    [12_500, 'tnd', 'TND 12.500', '12,500 TND'],
    [150_000, 'ngn', 'NGN 1,500', '1 500 NGN'],
  ])('%i %s', (amount, currency, english, french) => {
    expect(price(amount, currency, 'en')).toBe(english);
    expect(price(amount, currency, 'fr')).toBe(french);
  });
});

describe('outcomeOf', () => {
  const topUp = { amount: 500, currency: 'eur', sessionId: 'cs_1' };
  const news = { amount: 500, currency: 'eur', sessionId: 'cs_1' };

  it.each([
    ['open', ['credited', 'pending', 'failed', 'expired']],
    ['pending', ['credited', 'nothing', 'failed', 'nothing']],
    ['paid', ['nothing', 'nothing', 'nothing', 'nothing']],
    ['failed', ['credited', 'nothing', 'nothing', 'nothing']],
    ['expired', ['credited', 'pending', 'failed', 'nothing']],
  ] as const)('of one that is %s', (status, expected) => {
    const kinds = ['paid', 'unpaid', 'failed', 'expired'] as const;
    const outcomes = kinds.map((kind) => outcomeOf({ ...topUp, status }, { ...news, kind }));
    expect(outcomes).toEqual(expected);
  });

  it.each([
    ['less', { amount: 499 }],
    ['more', { amount: 501 }],
    ['nothing', { amount: 0 }],
    ['no amount', { amount: null }],
    ['another currency', { currency: 'xof' }],
    ['another page', { sessionId: 'cs_2' }],
  ])('gives nothing for %s', (_, change) => {
    for (const status of topUpStatuses) {
      const outcome = outcomeOf({ ...topUp, status }, { ...news, kind: 'paid', ...change });
      expect(['mismatch', 'nothing']).toContain(outcome);
    }
  });

  it('knows a page whose answer never reached us', () => {
    const facts = { ...topUp, sessionId: null, status: 'failed' as const };
    expect(outcomeOf(facts, { ...news, kind: 'paid' })).toBe('credited');
  });
});
