/**
 * Waits for `work`, but no longer than `milliseconds`, and never throws: whoever needs the result
 * awaits the promise itself. What is ready before the first byte leaves is part of the page as it
 * arrives; what is not streams in later, and the page shows its shape until then.
 */
export async function giveHeadStart(work: Promise<unknown>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const bell = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work.then(ignore, ignore), bell]);
  clearTimeout(timer);
}

const ignore = () => undefined;
