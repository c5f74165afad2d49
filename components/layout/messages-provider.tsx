import { NextIntlClientProvider, type Messages } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';

/** What any client component may use: the error page and the words of the basic widgets. */
const everywhere = ['common', 'errors'] as const satisfies readonly (keyof Messages)[];

/**
 * Gives the client components below it their texts: `common` and `errors`, and the namespaces
 * named. Only these travel to the browser, so name what a panel needs, not all there is.
 */
export async function MessagesProvider({
  namespaces = [],
  children,
}: {
  namespaces?: readonly (keyof Messages)[];
  children: ReactNode;
}) {
  const messages = await getMessages();
  const sent = Object.fromEntries(
    [...everywhere, ...namespaces].map((name) => [name, messages[name]]),
  );
  return <NextIntlClientProvider messages={sent}>{children}</NextIntlClientProvider>;
}
