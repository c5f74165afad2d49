import type { Metadata } from 'next';
import { Hero } from '@/components/home/hero';
import { HowItWorks } from '@/components/home/how-it-works';
import { MentorCall } from '@/components/home/mentor-call';
import { Promises } from '@/components/home/promises';
import { localizedAlternates } from '@/i18n/alternates';

export async function generateMetadata(): Promise<Metadata> {
  return { alternates: await localizedAlternates('/') };
}

export default function HomePage() {
  return (
    <>
      <Hero />
      <Promises />
      <HowItWorks />
      <MentorCall />
    </>
  );
}
