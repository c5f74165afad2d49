import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DetailsMenu } from '@/components/ui/details-menu';
import { CloseIcon, MenuIcon, MonitorIcon, MoonIcon, SunIcon } from '@/components/ui/icons';
import { Link } from '@/i18n/navigation';
import { LocaleSwitch } from './locale-switch';
import { Logo } from './logo';
import { NavLinks } from './nav-links';
import { ThemeSwitch } from './theme-switch';

/** On a phone the links and switches fold into one menu, which needs no JavaScript. */
export function SiteHeader({ userMenu }: { userMenu: ReactNode }) {
  const t = useTranslations('nav');
  const theme = useTranslations('theme');
  const other = useLocale() === 'en' ? 'fr' : 'en';
  const links = [
    { href: '/mentors', label: t('mentors') },
    { href: '/bookings', label: t('sessions') },
    { href: '/#how', label: t('howItWorks') },
  ];
  const themeSwitch = (
    <ThemeSwitch
      legend={theme('legend')}
      labels={{ system: theme('system'), light: theme('light'), dark: theme('dark') }}
      icons={{ system: <MonitorIcon />, light: <SunIcon />, dark: <MoonIcon /> }}
    />
  );

  return (
    <header className="bg-surface">
      <div className="page-width flex h-17 items-center gap-1 lg:gap-7">
        <Link href="/" className="flex min-h-11 shrink-0 items-center rounded-sm">
          <Logo />
        </Link>
        <nav aria-label={t('main')} className="hidden lg:block">
          <NavLinks links={links} className="flex gap-6" linkClassName="text-sm" />
        </nav>
        <div className="ml-auto flex items-center sm:gap-2">
          <LocaleSwitch
            to={other}
            label={t('otherLanguage')}
            className="reacts text-muted hover:text-ink hidden min-h-11 items-center rounded-md px-3 text-sm font-medium lg:flex"
          />
          <DetailsMenu
            label={theme('legend')}
            trigger={<SunIcon />}
            className="hidden lg:block noscript:hidden"
            panelClassName="w-max"
          >
            {themeSwitch}
          </DetailsMenu>
          {userMenu}
          <DetailsMenu
            label={t('menu')}
            trigger={
              <>
                <MenuIcon className="size-6 group-open:hidden" />
                <CloseIcon className="hidden size-6 group-open:block" />
              </>
            }
            className="lg:hidden"
            panelClassName="w-64 p-4"
          >
            <nav aria-label={t('menu')}>
              <NavLinks links={links} className="flex flex-col" linkClassName="px-2 text-base" />
            </nav>
            <div className="mt-3 flex items-center justify-between gap-3 border-t pt-3">
              {themeSwitch}
              <LocaleSwitch
                to={other}
                label={t('otherLanguageShort')}
                className="reacts text-muted hover:text-ink flex min-h-11 min-w-11 items-center justify-center rounded-md font-medium"
              />
            </div>
          </DetailsMenu>
        </div>
      </div>
      <div className="woven" />
    </header>
  );
}
