"""Rules and their occurrences as python-dateutil finds them: rules.json for rules.test.ts. Usage: python3 make-rules.py > rules.json"""
import json, random
from datetime import datetime
from dateutil.rrule import rrulestr

random.seed(5545)
DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
some = lambda of, most: sorted(random.sample(of, random.randint(1, most)))

def rule():
    freq = random.choice(['DAILY', 'WEEKLY', 'MONTHLY', 'MONTHLY', 'YEARLY', 'YEARLY'])
    parts = [('FREQ', freq), ('INTERVAL', random.choice([1, 1, 1, 2, 3, 5]))]
    numbered = lambda: [random.choice(['1', '2', '3', '4', '-1', '-2']) + day for day in random.sample(DAYS, random.randint(1, 2))]
    if random.random() < 0.3: parts.append(('BYMONTH', some(range(1, 13), 3)))
    months = any(name == 'BYMONTH' for name, _ in parts)
    kind = random.random()
    if freq == 'DAILY' and kind < 0.5: parts.append(('BYDAY', random.sample(DAYS, random.randint(1, 3))))
    if freq == 'WEEKLY' and kind < 0.8: parts.append(('BYDAY', random.sample(DAYS, random.randint(1, 4))))
    if freq == 'MONTHLY':
        if kind < 0.35: parts.append(('BYMONTHDAY', some([*range(1, 32), -1, -2, -5], 3)))
        elif kind < 0.6: parts.append(('BYDAY', numbered()))
        elif kind < 0.8: parts += [('BYDAY', random.sample(DAYS, random.randint(1, 5))), ('BYSETPOS', some([1, 2, -1, -2], 2))]
        elif kind < 0.9: parts += [('BYDAY', random.sample(DAYS, 2)), ('BYMONTHDAY', list(range(8, 15)))]
    if freq == 'YEARLY':
        if kind < 0.2: parts += [('BYWEEKNO', some([1, 9, 20, 34, 52, 53, -1], 2)), ('BYDAY', random.sample(DAYS, random.randint(1, 2)))]
        elif kind < 0.3 and not months: parts.append(('BYDAY', [random.choice(['20', '1', '-1', '53', '-20', '10']) + random.choice(DAYS)]))
        elif kind < 0.45: parts.append(('BYDAY', numbered())) if months else parts.append(('BYYEARDAY', some([1, 60, 100, 200, 365, 366, -1], 3)))
        elif kind < 0.6: parts.append(('BYMONTHDAY', some([1, 15, 29, 30, 31, -1], 2)))
        elif kind < 0.7: parts.append(('BYDAY', random.sample(DAYS, random.randint(1, 2))))
    if random.random() < 0.2: parts.append(('WKST', random.choice(['SU', 'MO'])))
    if random.random() < 0.3: parts.append(('COUNT', random.randint(2, 20)))
    return ';'.join(f"{name}={','.join(map(str, value)) if isinstance(value, list) else value}" for name, value in parts)

START, END = datetime(2026, 11, 30, 9), datetime(2030, 1, 1)
rules = {}
while len(rules) < 600:
    text = rule()
    if text in rules: continue
    found = []
    for at in rrulestr(text, dtstart=START):
        if at >= END or len(found) == 40: break
        found.append(at.strftime('%y%m%d'))
    rules[text] = ' '.join(found)
print(json.dumps({'start': START.isoformat(), 'end': END.isoformat(), 'rules': rules}, indent=0))
