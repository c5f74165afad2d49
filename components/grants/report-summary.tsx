import { useLocale, useTranslations } from 'next-intl';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import type { GrantReport } from '@/lib/grants/schema';
import { formatDateTime } from '@/kernel/time/format';
import { grantsPath } from '@/lib/grants/constants';
import { GiveForm, type GiveState } from './give-form';

/** What a file gives, or gave, and the button that gives it. */
export function ReportSummary({
  report,
  timeZone,
  first,
}: {
  report: GrantReport;
  timeZone: string;
  /** What a post without script left. */
  first: GiveState;
}) {
  const t = useTranslations('grants');
  const place = { locale: useLocale(), timeZone };
  const { id, recipientCount, totalCredits, givenAt, sameFileGivenAt, rows } = report;
  const when = (instant: number) => formatDateTime(instant, place, { withYear: true });
  const sums = { credits: totalCredits, people: recipientCount };
  const leftOut = rows.length - recipientCount;
  return (
    <Card isRaised className="flex flex-col gap-4">
      <div>
        <p className="text-lg font-semibold">
          {recipientCount === 0 ? t('sumNothing') : t(givenAt ? 'sumGiven' : 'sumReady', sums)}
        </p>
        {leftOut > 0 && recipientCount > 0 && (
          <p className="text-red">{t(givenAt ? 'leftOut' : 'willBeLeftOut', { count: leftOut })}</p>
        )}
        {givenAt && (
          <p className="text-muted text-sm">
            {t('by', { name: report.actorName, when: when(givenAt) })}
          </p>
        )}
      </div>
      {recipientCount === 0 && (
        <div>
          <ButtonLink href={grantsPath(report.organization.slug)}>{t('anotherFile')}</ButtonLink>
        </div>
      )}
      {!givenAt && recipientCount > 0 && sameFileGivenAt && (
        <Alert tone="warning" title={t('sameFileTitle')}>
          {t('sameFileText', { when: when(sameFileGivenAt) })}
        </Alert>
      )}
      {!givenAt && recipientCount > 0 && (
        <>
          <p className="text-muted">{t('policy')}</p>
          <MessagesProvider namespaces={['grants']}>
            <GiveForm
              grantId={id}
              organization={report.organization.slug}
              {...{ totalCredits, recipientCount, sameFileGivenAt, first }}
            />
          </MessagesProvider>
        </>
      )}
    </Card>
  );
}
