import { expect, test } from './fixtures';
import { bookFor, hourAhead, makeMentee, publishMentor } from './people';
import { textsIn } from './texts';

const t = textsIn('en');

for (const javaScriptEnabled of [true, false]) {
  test(`two sides write notes, and neither overwrites the other (script: ${String(javaScriptEnabled)})`, async ({
    openBrowser,
    signIn,
  }) => {
    const [mentor, mentee] = await Promise.all([publishMentor(), makeMentee()]);
    const booking = await bookFor(mentee.id, mentor, hourAhead(5, 10));
    const [atMentors, atMentees] = await Promise.all([
      openBrowser({ javaScriptEnabled }),
      openBrowser({ javaScriptEnabled }),
    ]);
    await signIn(atMentors, { id: mentor.mentorId });
    await signIn(atMentees, mentee);
    const [theirs, mine] = await Promise.all([atMentors.newPage(), atMentees.newPage()]);
    await Promise.all([theirs.goto(booking.path), mine.goto(booking.path)]);

    const own = theirs.getByRole('region', { name: t('notes.privateTitle') });
    await own.getByLabel(t('notes.privateLabel')).fill('Knows more than she says');
    await own.getByRole('button', { name: t('notes.save') }).click();
    await expect(own.getByText(t('notes.saved'), { exact: true })).toBeVisible();

    const shared = { name: t('notes.sharedTitle') };
    const atTheirs = theirs.getByRole('region', shared);
    await atTheirs.getByLabel(t('notes.sharedLabel')).fill('Bring your CV');
    await atTheirs.getByRole('button', { name: t('notes.save') }).click();
    await expect(atTheirs.getByText(t('notes.saved'), { exact: true })).toBeVisible();

    // The mentee's page is older than what the mentor has just saved.
    const atMine = mine.getByRole('region', shared);
    await atMine.getByLabel(t('notes.sharedLabel')).fill('Which documents?');
    await atMine.getByRole('button', { name: t('notes.save') }).click();
    await expect(atMine.getByText(t('notes.changedTitle'))).toBeVisible();
    await expect(atMine.getByText('Bring your CV')).toBeVisible();
    await expect(atMine.getByLabel(t('notes.yourText'))).toHaveValue('Which documents?');
    await atMine.getByLabel(t('notes.yourText')).fill('Bring your CV. Which documents?');
    await atMine.getByRole('button', { name: t('notes.saveMine') }).click();
    await expect(atMine.getByText(t('notes.changedTitle'))).toBeHidden();
    await expect(atMine.getByLabel(t('notes.sharedLabel'))).toHaveValue(
      'Bring your CV. Which documents?',
    );

    await theirs.goto(booking.path);
    await expect(atTheirs.getByLabel(t('notes.sharedLabel'))).toHaveValue(
      'Bring your CV. Which documents?',
    );
    // Not on the page, and not in what was sent along with it.
    const sent = await mine.request.get(booking.path);
    expect(await sent.text()).toContain('Which documents?');
    expect(await sent.text()).not.toContain('Knows more than she says');
  });

  test(`a mentor gives a link to prepare with, and takes it back (script: ${String(javaScriptEnabled)})`, async ({
    openBrowser,
    signIn,
  }) => {
    const [mentor, mentee] = await Promise.all([publishMentor(), makeMentee()]);
    const booking = await bookFor(mentee.id, mentor, hourAhead(5, 10));
    const [atMentors, atMentees] = await Promise.all([
      openBrowser({ javaScriptEnabled }),
      openBrowser({ javaScriptEnabled }),
    ]);
    await signIn(atMentors, { id: mentor.mentorId });
    await signIn(atMentees, mentee);
    const [theirs, mine] = await Promise.all([atMentors.newPage(), atMentees.newPage()]);
    await theirs.goto(booking.path);
    await theirs.getByText(t('notes.addMaterial')).click();
    await theirs.getByLabel(t('notes.materialName')).fill('Read chapter two');
    await theirs.getByRole('button', { name: t('notes.materialSave') }).click();
    await expect(theirs.getByText(t('notes.materialEmpty'))).toBeVisible();
    await theirs.getByRole('textbox', { name: t('notes.materialLink') }).fill('example.org/book');
    await theirs.getByRole('button', { name: t('notes.materialSave') }).click();
    await expect(theirs.getByRole('heading', { name: 'Read chapter two' })).toBeVisible();

    await mine.goto(booking.path);
    await expect(mine.getByRole('link', { name: 'example.org/book' })).toHaveAttribute(
      'href',
      'https://example.org/book',
    );
    await expect(mine.getByText(t('notes.addMaterial'))).toHaveCount(0);

    const name = t('notes.materialRemoveNamed', { title: 'Read chapter two' });
    await theirs.getByRole('button', { name }).click();
    await expect(theirs.getByRole('heading', { name: 'Read chapter two' })).toBeHidden();
    await mine.goto(booking.path);
    await expect(mine.getByRole('link', { name: 'example.org/book' })).toBeHidden();
  });
}
