/** The basket of those who choose several times: not part of the page's own script. */
export async function loadBasket() {
  const { Basket } = await import('./basket');
  return Basket;
}
