import { type MailTranslator, pageUrl } from '@/i18n/outgoing';
import { formatDay } from '@/kernel/time/format';
import type { MembershipMail } from '../mailed-membership';
import { nameOf } from './facts';
import type { MailContent } from './mail-layout';

/** What somebody reads of an organization: that they are invited, who has joined, what they are in it. */
export function membershipMail(
  t: MailTranslator,
  mail: MembershipMail,
  site: { appUrl: string; locale: 'en' | 'fr' },
): MailContent {
  const { slug } = mail;
  const organization = plain(mail.organization);
  const nothing = { greeting: '', facts: [], links: [] };
  const page = pageUrl(`/o/${slug}`, site);
  // Read in another zone it is a day more or less, which the page says to the minute.
  const dayOf = (at: number) => formatDay(at, { locale: site.locale, timeZone: 'UTC' });
  switch (mail.kind) {
    case 'invitation': {
      const { token, name, role, inviter, expiresAt } = mail;
      const words = {
        organization,
        inviter: plain(inviter ?? organization),
        until: dayOf(expiresAt),
      };
      return {
        ...nothing,
        subject: t('membership.invitation.subject', words),
        preheader: t('membership.invitation.preheader', words),
        title: t('membership.invitation.title', words),
        greeting: name === '' ? '' : t('greeting', { name: plain(name) }),
        paragraphs: [t('membership.invitation.text', words)],
        facts: [
          { label: t('membership.organization'), value: organization },
          { label: t('membership.role'), value: t(`membership.roles.${role}`) },
        ],
        action: {
          label: t('membership.invitation.action'),
          url: pageUrl(`/invitations/${token}`, site),
        },
        notes: [t('membership.invitation.once', words), t('membership.invitation.ignore', words)],
      };
    }
    case 'joined': {
      const words = { organization, person: plain(mail.person) };
      return {
        ...nothing,
        subject: t('membership.joined.subject', words),
        preheader: t('membership.joined.preheader'),
        title: t('membership.joined.title', words),
        paragraphs: [t('membership.joined.text', words)],
        facts: [{ label: t('membership.role'), value: t(`membership.roles.${mail.role}`) }],
        action: { label: t('membership.open', words), url: `${page}/admin/people` },
        notes: [t('membership.joined.note')],
      };
    }
    case 'role_changed': {
      const role = t(`membership.roles.${mail.role}`);
      return {
        ...nothing,
        subject: t('membership.role_changed.subject', { organization }),
        preheader: t('membership.role_changed.preheader', { role }),
        title: t('membership.role_changed.title', { organization }),
        paragraphs: [t('membership.role_changed.text', { organization, role: mail.role })],
        facts: [
          { label: t('membership.organization'), value: organization },
          { label: t('membership.role'), value: role },
        ],
        action: { label: t('membership.open', { organization }), url: page },
        notes: [t('membership.role_changed.note')],
      };
    }
    case 'removed':
      return {
        ...nothing,
        subject: t('membership.removed.subject', { organization }),
        preheader: t('membership.removed.preheader'),
        title: t('membership.removed.title', { organization }),
        paragraphs: [t('membership.removed.text', { organization })],
        action: { label: t('membership.removed.action'), url: pageUrl('/bookings', site) },
        notes: [t('membership.removed.note')],
      };
    case 'domain_proof': {
      const words = {
        organization,
        domain: mail.domain,
        person: plain(mail.person),
        until: dayOf(mail.expiresAt),
      };
      return {
        ...nothing,
        subject: t('membership.domain_proof.subject', words),
        preheader: t('membership.domain_proof.preheader', words),
        title: t('membership.domain_proof.title', words),
        paragraphs: [t('membership.domain_proof.text', words)],
        facts: [{ label: t('membership.organization'), value: organization }],
        action: {
          label: t('membership.domain_proof.action'),
          url: pageUrl(`/domains/${mail.token}`, site),
        },
        notes: [t('membership.domain_proof.note', words)],
      };
    }
  }
}

/** A name that turns nothing around but itself. */
function plain(name: string): string {
  return nameOf(name) ?? name;
}
