import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '@/i18n/navigation';
import { LocaleSwitch } from './locale-switch';
import { Logo } from './logo';

const link =
  'reacts text-muted hover:text-ink inline-flex min-h-11 items-center rounded-sm text-sm';

/** `account`: the one link that depends on who is looking, a `FooterLink`. */
export function SiteFooter({ account }: { account: ReactNode }) {
  const t = useTranslations('nav');
  const other = useLocale() === 'en' ? 'fr' : 'en';
  const links = [
    { href: '/mentors', label: t('mentors') },
    { href: '/bookings', label: t('sessions') },
    { href: '/#how', label: t('howItWorks') },
    { href: '/help', label: t('help') },
  ];

  return (
    <footer className="bg-surface mt-16 border-t">
      <div className="page-width flex flex-col gap-6 py-8 md:flex-row md:items-center md:justify-between">
        <div>
          <Logo />
          <p className="text-muted mt-2 text-sm">{t('tagline')}</p>
        </div>
        <nav aria-label={t('footer')}>
          <ul className="flex flex-wrap gap-x-6">
            {links.map(({ href, label }) => (
              <li key={href}>
                <FooterLink href={href}>{label}</FooterLink>
              </li>
            ))}
            <li>{account}</li>
            <li>
              <LocaleSwitch to={other} label={t('otherLanguage')} className={link} />
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}

export function FooterLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className={link}>
      {children}
    </Link>
  );
}
