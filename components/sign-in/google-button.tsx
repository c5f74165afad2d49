import { useTranslations } from 'next-intl';
import { signInWithGoogleAction } from '@/lib/auth/actions';
import { PostButton } from './post-button';

export function GoogleButton({ next }: { next: string }) {
  const t = useTranslations('signIn');
  return (
    <PostButton action={signInWithGoogleAction} fields={{ next }} variant="secondary">
      {t('google')}
    </PostButton>
  );
}
