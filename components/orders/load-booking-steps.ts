/** The steps and the dialog around them: not part of the page's own script. */
export async function loadBookingSteps() {
  const [steps] = await Promise.all([
    import('./booking-steps'),
    import('@/components/ui/dialog-panel'),
  ]);
  return steps.BookingSteps;
}
