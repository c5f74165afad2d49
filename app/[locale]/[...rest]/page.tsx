import { notFound } from 'next/navigation'

/** An address that no page has: answered here, inside the layout, so that the header stays. */
export default function UnknownPage() {
  notFound()
}
