/**
 * Waits for `work`, but no longer than `milliseconds`. It never throws: whoever needs the result
 * awaits the promise itself.
 * @returns whether the work is done
 */
export async function giveHeadStart(
  work: Promise<unknown>,
  milliseconds: number,
): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, milliseconds, false);
  });
  const isDone = await Promise.race([
    work.then(
      () => true,
      () => true,
    ),
    late,
  ]);
  clearTimeout(timer);
  return isDone;
}
