import type ICAL from 'ical.js';

/** What an event can do without: it then takes more of its owner's time than it says, rather than less. */
const dispensable = ['rrule', 'rdate', 'exdate', 'recurrence-id', 'sequence'];

/** An event without what nobody can read of it. */
export interface MendedEvent {
  event: ICAL.Component;
  /** Whether something is gone. */
  isMended: boolean;
  /** Whether it says which occurrence of its series it is of, and nobody can read which. */
  isAstray: boolean;
  /** Whether its time can be read. */
  isPlaced: boolean;
}

/** Takes from an event what makes no sense and can be done without. */
export function mended(event: ICAL.Component): MendedEvent {
  const broken = dispensable.flatMap((name) =>
    event.getAllProperties(name).filter((property) => !isReadable(property)),
  );
  for (const property of broken) event.removeProperty(property);
  const times = ['dtstart', 'dtend', 'duration'].flatMap((name) => event.getAllProperties(name));
  return {
    event,
    isMended: broken.length > 0,
    isAstray: broken.some(({ name }) => name === 'recurrence-id'),
    isPlaced: event.hasProperty('dtstart') && times.every(isReadable),
  };
}

/** ical.js reads a value when it is asked for it, and throws whatever it stumbles over. */
function isReadable(property: ICAL.Property): boolean {
  try {
    property.getValues();
    return true;
  } catch {
    return false;
  }
}
