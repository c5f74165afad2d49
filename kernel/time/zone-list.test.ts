import { describe, expect, it } from 'vitest';
import { commonTimeZones } from './common-zones';
import { findZones, zoneMeant } from './find-zone';
import { formatOffset } from './format';
import { readTimeZone, zoneList } from './zone-list';
import { knownTimeZone } from './canonical-zone';

const winter = Date.parse('2026-12-07T12:20:00Z');
const summer = Date.parse('2026-07-07T12:20:00Z');
const languages = ['en', 'fr'] as const;

const found = (typed: string, at = winter) =>
  findZones(zoneList('en', at), typed).map(({ zone }) => zone);

describe('the list', () => {
  it('has canonical names alone, each once, and every common zone', () => {
    const zones = zoneList('en', winter).map(({ zone }) => zone);
    expect(zones.filter((zone) => knownTimeZone(zone) !== zone)).toEqual([]);
    expect(new Set(zones).size).toBe(zones.length);
    expect(zones.length).toBeGreaterThan(400);
    expect(commonTimeZones.filter((zone) => !zones.includes(zone))).toEqual([]);
    expect(found('').toSorted()).toEqual([...commonTimeZones].toSorted());
  });

  it('names a country for each but UTC', () => {
    for (const language of languages) {
      const nowhere = zoneList(language, winter).filter(({ country }) => country.length < 3);
      expect(nowhere.map(({ zone }) => zone)).toEqual(['UTC']);
    }
  });

  it.each([winter, summer])('has the offsets of %i', (at) => {
    for (const { zone, offset } of zoneList('fr', at)) {
      expect(`${zone} ${offset}`).toBe(
        `${zone} ${formatOffset(at, { locale: 'fr', timeZone: zone })}`,
      );
    }
  });
});

describe('looking for', () => {
  it.each([
    ['Dakar', 'Africa/Dakar'],
    ['dak', 'Africa/Dakar'],
    ['Sénégal', 'Africa/Dakar'],
    ['senegal', 'Africa/Dakar'],
    ['SÉNÉ', 'Africa/Dakar'],
    ['cote d’ivoire', 'Africa/Abidjan'],
    ["Côte d'Iv", 'Africa/Abidjan'],
    ['Ivory Coast', null],
    ['Le Caire', 'Africa/Cairo'],
    ['caire', 'Africa/Cairo'],
    ['Égypte', 'Africa/Cairo'],
    ['Allemagne', 'Europe/Berlin'],
    ['Germany', 'Europe/Berlin'],
    ['Calcutta', 'Asia/Kolkata'],
    ['asia/calcutta', 'Asia/Kolkata'],
    ['Inde', 'Asia/Kolkata'],
    ['ind', 'Asia/Kolkata'],
    ['par', 'Europe/Paris'],
    ['New York', 'America/New_York'],
    ['york new', 'America/New_York'],
    ['Dakar, Senegal', 'Africa/Dakar'],
    ['Guinea', 'Africa/Conakry'],
    ['Niger', 'Africa/Niamey'],
    ['utc', 'Africa/Abidjan'],
    ['Atlantis', null],
    ['+', null],
  ])('%s finds %s first', (typed, zone) => {
    expect(found(typed)[0] ?? null).toBe(zone);
  });

  it.each([
    ['+1', 'Europe/Paris', 'Africa/Lagos', 'Europe/London'],
    ['UTC+1', 'Europe/Paris', 'Africa/Lagos', 'Africa/Dakar'],
    ['gmt +01:00', 'Europe/Paris', 'Africa/Lagos', 'Asia/Dubai'],
    ['+1h', 'Europe/Paris', 'Africa/Lagos', 'Asia/Tokyo'],
    ['UTC+05:30', 'Asia/Kolkata', 'Asia/Colombo', 'Asia/Karachi'],
    ['+0530', 'Asia/Kolkata', 'Asia/Colombo', 'Asia/Kathmandu'],
    ['+5', 'Asia/Karachi', 'Asia/Kathmandu', 'Asia/Dhaka'],
    ['-3:30', 'America/St_Johns', 'America/St_Johns', 'America/Sao_Paulo'],
    ['UTC−3', 'America/Sao_Paulo', 'America/St_Johns', 'Africa/Nairobi'],
    ['+0', 'Africa/Dakar', 'Europe/London', 'Europe/Paris'],
  ])('%s finds %s and %s, and not %s', (typed, one, other, not) => {
    expect(found(typed)).toEqual(expect.arrayContaining([one, other]));
    expect(found(typed)).not.toContain(not);
  });

  it('goes by the offset of the day: whole hours first, and summer time where it is', () => {
    expect(found('+5').at(-1)).toBe('Asia/Kathmandu');
    expect(found('+1', winter)).toContain('Europe/Paris');
    expect(found('+1', summer)).not.toContain('Europe/Paris');
    expect(found('+2', summer)).toContain('Europe/Paris');
  });
});

describe('what is written', () => {
  it('is the zone that it is the name of, in either language', () => {
    for (const language of languages) {
      for (const { zone, city } of zoneList(language, winter)) {
        expect(`${city}: ${readTimeZone(city) ?? ''}`).toBe(`${city}: ${zone}`);
        expect(readTimeZone(zone)).toBe(zone);
      }
    }
  });

  it.each([
    ['Senegal', 'Africa/Dakar'],
    [' lomé ', 'Africa/Lome'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['US/Eastern', 'America/New_York'],
    ['Etc/GMT+5', 'Etc/GMT+5'],
    ['GMT', 'UTC'],
    // Several, so nobody knows which.
    ['Congo', null],
    ['Brazil', null],
    ['+1', null],
    ['', null],
    ['Mars/Olympus', null],
    ['x'.repeat(5000), null],
  ])('%s is %s', (text, zone) => {
    expect(readTimeZone(text)).toBe(zone);
  });

  it('is read alike in the browser', () => {
    for (const language of languages) {
      expect(zoneMeant(zoneList(language, winter), 'Sénégal')).toBe('Africa/Dakar');
      expect(zoneMeant(zoneList(language, winter), 'Egypt')).toBe('Africa/Cairo');
      expect(zoneMeant(zoneList(language, winter), 'o')).toBeNull();
    }
  });
});
