import { Time } from '@/components/ui/time';
import { Link } from '@/i18n/navigation';
import { formatDayShort, formatTime, type Place } from '@/kernel/time/format';

export function MessageList({
  messages,
  place,
}: {
  messages: { id: string; recipientEmail: string; subject: string; sentAt: number }[];
  place: Place;
}) {
  return (
    <ol className="bg-surface divide-line divide-y overflow-hidden rounded-xl border">
      {messages.map(({ id, recipientEmail, subject, sentAt }) => (
        <li key={id}>
          <Link
            href={`/dev/mailbox/${id}`}
            prefetch={false}
            className="reacts hover:bg-sunken flex flex-wrap items-baseline gap-x-4 px-4 py-3 sm:px-5"
          >
            <span className="w-full font-semibold sm:w-auto sm:flex-1">{subject}</span>
            <span className="text-muted min-w-0 truncate text-sm">{recipientEmail}</span>
            <Time at={sentAt} className="text-muted ml-auto text-sm">
              {formatDayShort(sentAt, place)}, {formatTime(sentAt, place)}
            </Time>
          </Link>
        </li>
      ))}
    </ol>
  );
}
