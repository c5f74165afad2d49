import type { PaymentOutcome, TopUpStatus } from '@/domain/credits';
import type { Price } from '@/lib/ledger/schema';
import type { CheckoutNews } from './schema';

/** Currencies that Stripe counts whole. The rest it counts in hundredths, these others in thousandths. */
const wholeCurrencies = new Set(
  'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '),
);
const thousandths = new Set('bhd jod kwd omr tnd'.split(' '));

/**
 * How many digits of an amount at Stripe come after the point. That is Stripe's own reckoning: it
 * counts the ariary whole and the Ugandan shilling in hundredths, whatever ISO 4217 says.
 * @see https://docs.stripe.com/currencies
 */
function digitsAtStripe(currency: string): number {
  if (wholeCurrencies.has(currency)) return 0;
  return thousandths.has(currency) ? 3 : 2;
}

/** A price in words of a language, without zeros after the point: `5 €`, `4,50 €`, `500 F CFA`. */
export function formatPrice({ amount, currency }: Price, locale: string): string {
  const value = amount / 10 ** digitsAtStripe(currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: currency.toUpperCase(),
    trailingZeroDisplay: 'stripIfInteger',
  }).format(value);
}

interface TopUpFacts extends Price {
  status: TopUpStatus;
  /** Of the payment page; null when its answer never reached us. */
  sessionId: string | null;
}

/**
 * What an event about a payment page means for a top-up as it stands. Events come late, twice and in
 * any order, so only this counts: what has been paid is paid, once, and nothing takes it back; a page
 * that expired or failed before may still turn out to have been paid.
 */
export function outcomeOf(
  topUp: TopUpFacts,
  news: Pick<CheckoutNews, 'kind' | 'sessionId' | 'amount' | 'currency'>,
): Exclude<PaymentOutcome, 'returned'> {
  if (topUp.sessionId !== null && topUp.sessionId !== news.sessionId) return 'mismatch';
  const { status } = topUp;
  if (status === 'paid') return 'nothing';
  switch (news.kind) {
    case 'paid':
      return news.amount === topUp.amount && news.currency === topUp.currency
        ? 'credited'
        : 'mismatch';
    case 'unpaid':
      return status === 'open' || status === 'expired' ? 'pending' : 'nothing';
    case 'failed':
      return status === 'failed' ? 'nothing' : 'failed';
    case 'expired':
      return status === 'open' ? 'expired' : 'nothing';
  }
}
