import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/navigation';
import { formatDateTime, type Place } from '@/kernel/time/format';

/** One mail: as a mail program shows it, its links once more as plain ones, and its text. */
export function MessageView({
  message,
  place,
}: {
  message: {
    recipientEmail: string;
    subject: string;
    html: string;
    text: string;
    headers: Record<string, string>;
    replyTo: string | null;
    sentAt: number;
    links: string[];
    attachments: { filename: string; contentType: string; content: string }[];
  };
  place: Place;
}) {
  const t = useTranslations('mailbox');
  return (
    <article className="page-width max-w-prose pt-8 pb-16">
      <Link href="/dev/mailbox" className="text-link inline-flex min-h-11 items-center">
        {t('back')}
      </Link>
      <h1 className="mt-2 text-2xl">{message.subject}</h1>
      <p className="text-muted mt-1 text-sm">
        {t('sentTo', {
          email: message.recipientEmail,
          time: formatDateTime(message.sentAt, place),
        })}
      </p>
      <dl className="text-muted mt-1 text-sm break-all">
        {Object.entries({
          ...message.headers,
          ...(message.replyTo && { 'Reply-To': message.replyTo }),
        }).map(([name, value]) => (
          <div key={name}>
            <dt className="inline font-semibold">{name}:</dt> <dd className="inline">{value}</dd>
          </div>
        ))}
      </dl>
      <iframe
        title={message.subject}
        // A mail is a page of its own that may run nothing; a link that is clicked opens in ours.
        srcDoc={message.html.replaceAll('target="_blank"', 'target="_top"')}
        sandbox="allow-top-navigation-by-user-activation"
        className="bg-surface mt-5 h-180 w-full rounded-lg border"
      />
      <h2 className="mt-8 text-lg">{t('links')}</h2>
      <ul className="mt-2">
        {message.links.map((link) => (
          <li key={link}>
            <a href={link} className="text-link inline-flex min-h-11 items-center break-all">
              {link}
            </a>
          </li>
        ))}
      </ul>
      {message.attachments.map((attachment) => (
        <Attachment key={attachment.filename} attachment={attachment} />
      ))}
      <h2 className="mt-6 text-lg">{t('text')}</h2>
      <pre className="bg-surface mt-2 overflow-x-auto rounded-lg border p-4 text-sm whitespace-pre-wrap">
        {message.text}
      </pre>
    </article>
  );
}

/** A file that came with the mail: to read, and to open with what the machine has for it. */
function Attachment({
  attachment: { filename, contentType, content },
}: {
  attachment: { filename: string; contentType: string; content: string };
}) {
  const t = useTranslations('mailbox');
  return (
    <section className="mt-6">
      <h2 className="text-lg">{t('attachment', { filename })}</h2>
      <a
        href={`data:${contentType.replaceAll(' ', '')},${encodeURIComponent(content)}`}
        download={filename}
        className="text-link inline-flex min-h-11 items-center"
      >
        {t('download')}
      </a>
      <p className="text-muted text-sm">{contentType}</p>
      <pre className="bg-surface mt-2 rounded-lg border p-4 text-sm break-words whitespace-pre-wrap">
        {content}
      </pre>
    </section>
  );
}
