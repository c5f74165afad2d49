import type { Random } from './random';

/** What people write when they book and when they cancel, in their own language. */
interface Texts {
  subjects: string[];
  notes: string[];
  menteeReasons: string[];
  mentorReasons: string[];
}

const texts: Record<'en' | 'fr', Texts> = {
  en: {
    subjects: [
      'Interview next week',
      'My final-year project',
      'Choosing between two offers',
      'Feedback on my CV',
      'Getting unstuck',
      'First steps',
      'A plan for the next six months',
      'Questions about my application',
    ],
    notes: [
      '',
      '',
      'I have sent you the document by e-mail. Page 3 is where I doubt.',
      'My connection is weak after 8 pm, I may switch my camera off.',
      'This is my first session, please be patient with me.',
      'I would like to leave with one thing to do this week.',
    ],
    menteeReasons: [
      'An exam was moved to that day.',
      'I have to travel for a family matter.',
      'I am ill, sorry for the short notice.',
      'I found the answer in the meantime, thank you!',
    ],
    mentorReasons: [
      'My train back is cancelled. Please take another time, the fault is mine.',
      'I was called in for an emergency shift.',
      'I am not the right person for this topic, but I can name you two who are.',
    ],
  },
  fr: {
    subjects: [
      'Entretien la semaine prochaine',
      'Mon projet de fin d’études',
      'Hésitation entre deux offres',
      'Retour sur mon CV',
      'Besoin d’un déblocage',
      'Premiers pas',
      'Un plan pour les six prochains mois',
      'Questions sur ma candidature',
    ],
    notes: [
      '',
      '',
      'Je vous ai envoyé le document par e-mail. C’est la page 3 qui me fait douter.',
      'Ma connexion est faible après 20 h, je couperai peut-être la caméra.',
      'C’est mon premier rendez-vous, merci de votre patience.',
      'J’aimerais repartir avec une chose à faire cette semaine.',
    ],
    menteeReasons: [
      'Un examen a été déplacé ce jour-là.',
      'Je dois voyager pour une affaire de famille.',
      'Je suis malade, pardon de prévenir si tard.',
      'J’ai trouvé la réponse entre-temps, merci\u202f!',
    ],
    mentorReasons: [
      'Mon train de retour est supprimé. Choisissez un autre créneau, c’est ma faute.',
      'On m’appelle pour une garde en urgence.',
      'Je ne suis pas la bonne personne pour ce sujet, mais je peux vous en indiquer deux.',
    ],
  },
};

export function pickText(random: Random, locale: 'en' | 'fr', kind: keyof Texts): string {
  return random.pick(texts[locale][kind]) ?? '';
}
